import { sampleAreas, samplePractice } from '../../assets/sample/practice.ts'
import { sampleWords } from '../../assets/sample/words.ts'
import type { WorkingPattern } from '../../shared/plan/availability.ts'
import type { Language } from '../../shared/plan/fields.ts'
import { emptyPlan, type Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'

export interface FirstPlanOptions {
  readonly choice: 'sample' | 'empty'
  readonly today: Day
  /** The planner's home zone. */
  readonly zone: string
  readonly language: Language
}

/** The plan that a first start fills the empty one with. */
export function firstPlan({ choice, today, zone, language }: FirstPlanOptions): Plan {
  return choice === 'sample' ? samplePractice({ today, zone, language }) : barePlan(today, zone, language)
}

/** Nothing but what every plan needs: working hours, from a year back so that old calendars find them, and the areas. */
function barePlan(today: Day, zone: string, language: Language): Plan {
  const empty = emptyPlan(zone)
  const pattern = usualWeek(addDays(weekStart(today, 1), -7 * 52))
  const areas = sampleAreas(sampleWords(language)).map((area) => [area.id, area])
  return {
    ...empty,
    practice: { ...empty.practice, patterns: { [pattern.id]: pattern }, areas: Object.fromEntries(areas) },
  }
}

/** Monday to Friday 9:00–12:30 and 13:00–17:30: eight hours. */
function usualWeek(from: Day): WorkingPattern {
  const day = [
    { from: 9 * 60, to: 12 * 60 + 30 },
    { from: 13 * 60, to: 17 * 60 + 30 },
  ]
  return { id: 'pattern-1', from, week: [day, day, day, day, day, [], []] }
}
