import type { Plan } from '../plan/plan.ts'
import type { ScenarioChange } from '../plan/scenario.ts'
import type { Day } from '../time/day.ts'

/** The weekdays (1 is Monday) on which the working pattern of a day works. */
export function workdaysOn({ practice }: Plan, day: Day): readonly number[] {
  const patterns = Object.values(practice.patterns).sort((a, b) => (a.from < b.from ? -1 : 1))
  const pattern = patterns.findLast(({ from }) => from <= day) ?? patterns[0]
  return (pattern?.week ?? []).flatMap((intervals, i) => (intervals.length > 0 ? [i + 1] : []))
}

/** How many days a week are left to work where some weekdays are free. */
export function daysAWeek(
  plan: Plan,
  { from, freeDays }: Pick<Extract<ScenarioChange, { kind: 'shorter' }>, 'from' | 'freeDays'>,
): number {
  return workdaysOn(plan, from).filter((weekday) => !freeDays.includes(weekday)).length
}
