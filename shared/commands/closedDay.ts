import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'

/** A day that no longer changes, with the day through which time is closed; null where all are open. */
export function closedDay(
  { practice }: Plan,
  ...days: readonly (Day | undefined)[]
): { readonly day: Day; readonly through: Day } | null {
  const through = practice.closedThrough
  if (through === null) return null
  const day = days.find((one) => one !== undefined && one <= through)
  return day === undefined ? null : { day, through }
}
