/** What a week's view and flags are computed from, gathered once. */
import type { Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day } from '../time/day.ts'
import type { EpochMinute } from '../time/zone.ts'
import {
  type DayAvailability,
  daysFrom,
  reserveOf,
  type WorkingCalendar,
  workingCalendar,
} from './availability.ts'
import { bookedIn, entriesIn, type Timed } from './bookedTime.ts'
import type { CapacityContext } from './weekView.ts'

export interface WeekMaterial {
  readonly plan: Plan
  readonly calendar: WorkingCalendar
  readonly from: Day
  readonly to: Day
  readonly start: EpochMinute
  readonly end: EpochMinute
  readonly now: EpochMinute
  readonly days: readonly DayAvailability[]
  readonly reserve: readonly number[]
  /** All that touches the week, travel included, by start. */
  readonly booked: readonly Timed[]
  readonly entries: readonly TimeEntry[]
}

const QUARTER = 15

/** The present, rounded up to the next quarter of an hour, so that what depends on it holds for a while. */
export function quarterAfter(now: EpochMinute): EpochMinute {
  return Math.ceil(now / QUARTER) * QUARTER
}

/** Gathers the seven days from `from`. */
export function weekMaterial(plan: Plan, from: Day, context: CapacityContext): WeekMaterial {
  const calendar = workingCalendar(plan, context.holidays)
  const days = daysFrom(calendar, from, 7)
  const start = days[0]?.start ?? 0
  const end = days.at(-1)?.end ?? start
  const to = addDays(from, 6)
  return {
    plan,
    calendar,
    from,
    to,
    start,
    end,
    now: quarterAfter(context.now),
    days,
    reserve: reserveOf(days, plan.practice.settings.reserveMinutes),
    booked: bookedIn(plan, start, end),
    entries: entriesIn(plan, from, to),
  }
}
