import type { Booking, WeekDay, WeekView } from '../../shared/capacity/weekView.ts'
import { gaps, type Interval, union } from '../../shared/time/interval.ts'
import { type WallClock, wallClock } from '../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../shared/time/zone.ts'

/** The minutes of a new session that nobody gave a length. */
export const USUAL_MINUTES = 60
/** Lengths and moves go in steps of this many minutes. */
export const STEP = 15
/** Where that is too coarse, in steps of this many. */
export const FINE_STEP = 5
/** Where a session goes on a day without working time. */
const USUAL_START = 9 * 60

/**
 * When a new session of some minutes starts on a day: in its first working gap that holds it (today: that is still to
 * come), else after everything, at the end of the working time or of the last session. On the home zone's clocks.
 */
export function freeStart(
  view: WeekView,
  day: WeekDay,
  minutes: number,
  zone: string,
  now: EpochMinute,
): WallClock {
  const taken = union(bookingsOn(view, day).map(({ from, to }) => ({ from, to })))
  const free = day.working.flatMap((working) => gaps(taken, working))
  const fits = ({ from, to }: Interval) => to - from >= minutes
  const coming = free.map(({ from, to }) => ({ from: Math.max(from, quarterAfter(now)), to }))
  const gap = coming.find(fits) ?? free.find(fits)
  if (gap !== undefined) return fromEpochMinute(gap.from, zone)
  const end = Math.max(day.working.at(-1)?.to ?? 0, taken.at(-1)?.to ?? 0)
  if (end === 0) return wallClock(day.day, USUAL_START)
  const wall = fromEpochMinute(end, zone)
  return wall.startsWith(day.day) ? wall : wallClock(day.day, USUAL_START)
}

/** All clients' bookings of a day. */
export function bookingsOn(view: WeekView, day: WeekDay): readonly Booking[] {
  const index = view.days.findIndex((other) => other.day === day.day)
  return view.rows.flatMap((row) => row.days[index]?.bookings ?? [])
}

function quarterAfter(now: EpochMinute): EpochMinute {
  return Math.ceil(now / STEP) * STEP
}
