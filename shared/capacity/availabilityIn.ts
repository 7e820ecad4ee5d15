/** What any stretch of instants offers, however it cuts the days that it touches. */
import type { Plan } from '../plan/plan.ts'
import type { Interval } from '../time/interval.ts'
import { MINUTES_A_DAY } from '../time/wallClock.ts'
import { type EpochMinute, localAt } from '../time/zone.ts'
import { type DayAvailability, reserveOf, type WorkingCalendar, workingCalendar } from './availability.ts'
import { weekStartNumber } from './freeTime.ts'
import type { HolidayOf } from './weekView.ts'

/** Minutes of working time. */
export interface Availability {
  /** Civil minutes, as a day's capacity counts them: 8 h stay 8 h on a day of 23 hours. */
  readonly capacity: number
  /** The share of the reserve that lies in it. */
  readonly reserve: number
  /** Minutes that pass on the clock: a working night takes 7 or 9 hours where the clocks change in it. */
  readonly elapsed: number
}

/** The part of a day that lies in a stretch. */
export interface DayCut extends Interval, Availability {
  readonly day: DayAvailability
}

/**
 * Working time in [from, to). Adjacent stretches add up to the whole, and whole days to what the week shows. A civil
 * minute counts where the clocks first show it; one that they skip counts where they skip it.
 */
export function availabilityIn(plan: Plan, { from, to }: Interval, holidays: HolidayOf): Availability {
  const sum = { capacity: 0, reserve: 0, elapsed: 0 }
  for (const cut of dayCuts(plan, { from, to }, workingCalendar(plan, holidays))) {
    sum.capacity += cut.capacity
    sum.reserve += cut.reserve
    sum.elapsed += cut.elapsed
  }
  return sum
}

/** The days of the home zone that a stretch touches, each with what the stretch takes of it. None where it is empty. */
export function dayCuts(plan: Plan, { from, to }: Interval, calendar: WorkingCalendar): DayCut[] {
  if (to <= from) return []
  const { firstWeekday, reserveMinutes } = plan.practice.settings
  const cuts: DayCut[] = []
  let reserves: { readonly start: number; readonly minutes: readonly number[] } = {
    start: Number.NaN,
    minutes: [],
  }
  const last = localAt(to - 1, calendar.zone).dayNumber
  for (let number = localAt(from, calendar.zone).dayNumber; number <= last; number++) {
    const day = calendar.day(number)
    const weekStart = weekStartNumber(day.day, firstWeekday)
    if (reserves.start !== weekStart) {
      const week = Array.from({ length: 7 }, (_, i) => calendar.day(weekStart + i))
      reserves = { start: weekStart, minutes: reserveOf(week, reserveMinutes) }
    }
    const part = { from: Math.max(from, day.start), to: Math.min(to, day.end) }
    cuts.push(cutOf(day, part, reserves.minutes[number - weekStart] ?? 0, calendar.zone))
  }
  return cuts
}

function cutOf(day: DayAvailability, part: Interval, reserve: number, zone: string): DayCut {
  const before = workedBy(day, part.from, zone)
  const after = workedBy(day, part.to, zone)
  // The reserve runs along with the working time, so that parts of a day add up to the day's share.
  const reserveBy = (minutes: number) =>
    day.capacity === 0 ? 0 : Math.round((reserve * minutes) / day.capacity)
  const elapsed = day.working.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, part.to) - Math.max(from, part.from)),
    0,
  )
  return { day, ...part, capacity: after - before, reserve: reserveBy(after) - reserveBy(before), elapsed }
}

/** Civil working minutes of a day before an instant of it. */
function workedBy(day: DayAvailability, at: EpochMinute, zone: string): number {
  const reached = civilMinute(day, at, zone)
  return day.workingHours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, reached) - from), 0)
}

/** How far the clocks of a day got before an instant: clocks put back get no further until they are past that again. */
function civilMinute({ start, end }: DayAvailability, at: EpochMinute, zone: string): number {
  if (at >= end) return MINUTES_A_DAY
  if (end - start === MINUTES_A_DAY) return at - start
  let reached = 0
  for (let instant = start; instant < at; instant++)
    reached = Math.max(reached, localAt(instant, zone).minute + 1)
  return reached
}
