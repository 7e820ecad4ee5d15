import type { Booking, WeekView } from '../../shared/capacity/weekView.ts'
import { announce } from '../state/announce.ts'
import { wordsNow } from '../state/words.ts'
import { viewNow } from './capacityNow.ts'
import type { Cell } from './edits.ts'
import { type GridPlace, stepped, within } from './gridFocus.ts'
import { duplicate, moveRow, nudge, remove, stretch, takesSessions, toggleWorked } from './sessionActions.ts'
import { edit, takeApart, weekStore } from './weekStore.ts'

/** The grid's place now, moved to where something is if the week changed. */
export function currentPlace(view: WeekView = viewNow()): GridPlace {
  return within(view, weekStore.getState().place)
}

/** The session that has the focus in the grid. */
export function currentBooking(): Booking | null {
  const view = viewNow()
  const { row, column, item } = currentPlace(view)
  return view.rows[row - 1]?.days[column - 1]?.bookings[item] ?? null
}

/** The cell that has the focus; the first day's of its row where the focus is on a head. */
export function currentCell(): Cell | null {
  const view = viewNow()
  const { row, column } = currentPlace(view)
  const client = view.rows[Math.min(Math.max(row, 1), view.rows.length) - 1]
  const day = view.days[Math.min(Math.max(column, 1), 7) - 1]
  return client === undefined || day === undefined ? null : { clientId: client.clientId, day: day.day }
}

/** Goes one step through the grid by a key. False where the key is none of the grid's. */
export function stepFocus(key: string, whole: boolean): boolean {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return false
  const view = viewNow()
  const next = stepped(view, currentPlace(view), key, whole)
  if (next === null) announce(wordsNow().week.atEdge)
  else weekStore.setState({ place: next })
  return true
}

/** Opens the editor for a new session in the focused cell, or in the first row that can take one. */
export function newSession(): void {
  const cell = currentCell()
  if (cell === null) return
  const row = takesSessions(cell) ? cell.clientId : null
  edit({ kind: 'create', cell: { clientId: row, day: cell.day }, days: [cell.day], minutes: null })
}

/** Opens where the time goes: of the focused day while the grid has the focus, otherwise of the week. */
export function takeApartFocused(): void {
  const view = viewNow()
  const isInGrid = document.activeElement?.closest('[role="grid"]') != null
  const day = isInGrid ? view.days[currentPlace(view).column - 1] : undefined
  takeApart(day?.day ?? 'week')
}

/** What the keys do to the focused session. */
export const onBooking = {
  open: (booking: Booking) => edit({ kind: 'change', key: booking.key }),
  delete: (booking: Booking) => remove(booking.occurrence),
  duplicate: (booking: Booking) => duplicate(booking),
  worked: (booking: Booking) => toggleWorked(booking.occurrence),
  earlierDay: (booking: Booking) => nudge(booking, { days: -1 }),
  laterDay: (booking: Booking) => nudge(booking, { days: 1 }),
  earlier: (booking: Booking) => nudge(booking, { steps: -1 }),
  later: (booking: Booking) => nudge(booking, { steps: 1 }),
  shorter: (booking: Booking) => stretch(booking.occurrence, -1),
  longer: (booking: Booking) => stretch(booking.occurrence, 1),
  clientAbove: (booking: Booking) => moveRow(booking, -1),
  clientBelow: (booking: Booking) => moveRow(booking, 1),
} as const
