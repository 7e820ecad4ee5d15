/** Worked and planned time against what there was, by week or by month. */
import { workingCalendar } from '../capacity/availability.ts'
import type { HolidayOf } from '../capacity/weekView.ts'
import type { Plan } from '../plan/plan.ts'
import { addDays, type Day, dayNumber, firstOfMonth, lastOfMonth, maxDay, minDay } from '../time/day.ts'
import { weekStart } from '../time/week.ts'
import type { Comparison } from '../timesheet/compare.ts'

/** Minutes of a week or a month; the first and the last may be cut by the ends of the period. */
export interface UtilisedPart {
  /** Its first day: of a week by the planner's setting. */
  readonly start: Day
  readonly from: Day
  readonly to: Day
  readonly capacity: number
  readonly planned: number
  readonly worked: number
}

/** The parts of a compared period. Planned and worked are as `compare` counts them, capacity is that of the week's view. */
export function utilisation(
  plan: Plan,
  compared: Comparison,
  holidays: HolidayOf,
  by: 'week' | 'month' = 'week',
): readonly UtilisedPart[] {
  const calendar = workingCalendar(plan, holidays)
  const { firstWeekday } = plan.practice.settings
  const startOf = (day: Day) => (by === 'month' ? firstOfMonth(day) : weekStart(day, firstWeekday))
  const parts: UtilisedPart[] = []
  for (let start = startOf(compared.from); start <= compared.to; ) {
    const last = by === 'month' ? lastOfMonth(start) : addDays(start, 6)
    const from = maxDay(start, compared.from)
    const to = minDay(last, compared.to)
    const sums = { capacity: 0, planned: 0, worked: 0 }
    for (let day = from; day <= to; day = addDays(day, 1)) {
      sums.capacity += calendar.day(dayNumber(day)).capacity
      sums.planned += compared.days.get(day)?.planned ?? 0
      sums.worked += compared.days.get(day)?.worked ?? 0
    }
    parts.push({ start, from, to, ...sums })
    start = addDays(last, 1)
  }
  return parts
}

/** Worked by capacity over the days up to `until`; null where there was no capacity. */
export function utilisedShare(
  plan: Plan,
  compared: Comparison,
  until: Day,
  holidays: HolidayOf,
): number | null {
  const calendar = workingCalendar(plan, holidays)
  const sums = { capacity: 0, worked: 0 }
  for (const [day, { worked }] of compared.days) {
    if (day > until) break
    sums.capacity += calendar.day(dayNumber(day)).capacity
    sums.worked += worked
  }
  return sums.capacity === 0 ? null : sums.worked / sums.capacity
}
