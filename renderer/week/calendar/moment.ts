import type { Booking, ClientRow, WeekView } from '../../../shared/capacity/weekView.ts'
import type { Day } from '../../../shared/time/day.ts'
import { type GridPlace, placeOf } from '../gridFocus.ts'
import { extentOf, type Placed, placedOn } from './placing.ts'
import { type CalendarPlace, type Stop, stopAt } from './stops.ts'

const known = new WeakMap<readonly ClientRow[], (readonly Placed[])[]>()

/** A day's bookings as they are drawn; computed once for the rows of a view. */
export function placedIn({ rows }: WeekView, column: number): readonly Placed[] {
  const days = known.get(rows) ?? []
  known.set(rows, days)
  const placed = days[column] ?? placedOn(rows, column)
  days[column] = placed
  return placed
}

/** The place in the calendar for one in the capacity grid: the same session, or the same day. */
export function momentOf(view: WeekView, { row, column, item }: GridPlace, minute = 9 * 60): CalendarPlace {
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
