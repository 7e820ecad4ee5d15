import type { Booking, ClientRow, WeekView } from '../../../shared/capacity/weekView.ts'
import type { Day } from '../../../shared/time/day.ts'
import { wallDay, wallMinute } from '../../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../../shared/time/zone.ts'
import { nowMinute } from '../../state/clock.ts'
import { planNow } from '../../state/plan.ts'
import { type GridPlace, placeOf } from '../gridFocus.ts'
import { weekStore } from '../weekStore.ts'
import { DAY, extentOf, type Placed, placedOn } from './placing.ts'
import { type CalendarPlace, HALF_HOUR, type Stop, stopAt } from './stops.ts'

const USUAL_START = 9 * 60

const known = new WeakMap<readonly ClientRow[], (readonly Placed[])[]>()

/** A day's bookings as they are drawn; computed once for the rows of a view. */
export function placedIn({ rows }: WeekView, column: number): readonly Placed[] {
  const days = known.get(rows) ?? []
  known.set(rows, days)
  const placed = days[column] ?? placedOn(rows, column)
  days[column] = placed
  return placed
}

/** The calendar's tab stop: where somebody went, else the next half hour, in another week its first working time. */
export function momentNow(
  view: WeekView,
  moment: CalendarPlace | null = weekStore.getState().moment,
): CalendarPlace {
  if (moment !== null) return moment
  const now = fromEpochMinute(nowMinute(), planNow().practice.settings.homeZone)
  const today = view.days.findIndex(({ day }) => day === wallDay(now))
  const begin = view.days[0]?.workingHours[0]?.from ?? USUAL_START
  const minute =
    today < 0 ? begin : Math.min(DAY - HALF_HOUR, Math.ceil(wallMinute(now) / HALF_HOUR) * HALF_HOUR)
  return { row: 'day', column: Math.max(0, today), minute, key: null }
}

/** The place in the calendar for one in the capacity grid: the same session, or the same day. */
export function momentOf(
  view: WeekView,
  { row, column, item }: GridPlace,
  minute = USUAL_START,
): CalendarPlace {
  const day = Math.min(7, Math.max(1, column)) - 1
  const booking = view.rows[row - 1]?.days[day]?.bookings[item]
  return {
    row: 'day',
    column: day,
    minute: booking === undefined ? minute : extentOf(booking).from,
    key: booking?.key ?? null,
  }
}

/** The place in the capacity grid for one in the calendar; a day without a session keeps the row. */
export function placeOfMoment(view: WeekView, { column, key }: CalendarPlace, { row }: GridPlace): GridPlace {
  return (key === null ? null : placeOf(view, key)) ?? { row, column: column + 1, item: 0 }
}

/** What is at a place of the calendar. */
export function stopIn(view: WeekView, place: CalendarPlace): Stop {
  return stopAt(placedIn(view, place.column), place)
}

/** The session at a place of the calendar; null at a head and in free time. */
export function bookingAt(view: WeekView, place: CalendarPlace): Booking | null {
  if (place.row === 'head') return null
  const { key } = stopIn(view, place)
  if (key === null) return null
  return placedIn(view, place.column).find(({ booking }) => booking.key === key)?.booking ?? null
}

/** The day of a place. */
export function dayAt(view: WeekView, { column }: CalendarPlace): Day {
  return view.days[column]?.day ?? view.start
}
