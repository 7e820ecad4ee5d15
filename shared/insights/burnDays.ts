/** The days that a burn-down is drawn through. */
import { addDays, type Day, daysBetween, firstOfMonth, lastOfMonth, maxDay, minDay } from '../time/day.ts'
import { weekStart } from '../time/week.ts'
import type { BudgetBurn } from './burnDown.ts'

/** Longer than this is told by months. */
const MOST_WEEKS = 80
/** What is shown ahead where nothing says when the work ends, at least. */
const LEAST_AHEAD = 84

/**
 * From the day before anything was used to the engagement's end, or to the day on which nothing is left where it has
 * none; as far as the plan is looked at. The ends of weeks or months, and every day that matters between them: today,
 * the end, the days on which it runs out.
 */
export function burnDays(burn: BudgetBurn, firstWeekday: number): readonly Day[] {
  const first = addDays(burn.from, -1)
  const last = maxDay(lastShown(burn), burn.from)
  const { today, outSince, outByPlan, outByPace, engagement } = burn
  const days = new Set<Day>([first, last])
  const byWeek = daysBetween(first, last) <= 7 * MOST_WEEKS
  for (let day = first; day < last; ) {
    const end = byWeek ? addDays(weekStart(day, firstWeekday), 6) : lastOfMonth(day)
    if (end > first && end < last) days.add(end)
    day = byWeek ? addDays(end, 1) : firstOfMonth(addDays(end, 1))
  }
  for (const day of [today, engagement.end, outSince, outByPlan, outByPace])
    if (day !== null && day > first && day < last) days.add(day)
  return [...days].sort()
}

function lastShown({ engagement, today, plannedBy, plannedTo, outByPlan, outByPace }: BudgetBurn): Day {
  const { end } = engagement
  if (plannedBy === null) return end === null ? today : minDay(end, today)
  if (end !== null) return minDay(end, plannedTo)
  const out = [outByPlan, outByPace].filter((day) => day !== null).reduce(maxDay, today)
  return minDay(maxDay(addDays(today, LEAST_AHEAD), out), plannedTo)
}
