import type { Booking, WeekView } from '../../shared/capacity/weekView.ts'
import type { Day } from '../../shared/time/day.ts'
import { type WallClock, wallClock } from '../../shared/time/wallClock.ts'
import { announce } from '../state/announce.ts'
import { placeNow } from '../state/navigation.ts'
import { wordsNow } from '../state/words.ts'
import { toggleFor } from '../timer/timerActs.ts'
import { bookingAt, dayAt, momentNow, placedIn, stopIn } from './calendar/moment.ts'
import { steppedIn } from './calendar/stops.ts'
import { viewNow } from './capacityNow.ts'
import type { Cell } from './edits.ts'
import { FINE_STEP, STEP } from './freeStart.ts'
import { headAt } from './gridDom.ts'
import { type GridPlace, stepped, within } from './gridFocus.ts'
import { removeTogether } from './removal.ts'
import { toggleSelected } from './selection.ts'
import {
  duplicate,
  moveRow,
  nudge,
  stretch,
  stretchBy,
  takesSessions,
  toggleWorked,
} from './sessionActions.ts'
import { edit, takeApart, weekStore } from './weekStore.ts'

/** The grid's place now, moved to where something is if the week changed. */
export function currentPlace(view: WeekView = viewNow()): GridPlace {
  return within(view, weekStore.getState().place)
}

/** Whether the week is shown as a calendar. */
export function isCalendar(): boolean {
  const place = placeNow()
  return place.screen === 'week' && place.view === 'calendar'
}

/** The session that has the focus in the grid. */
export function currentBooking(): Booking | null {
  const view = viewNow()
  if (isCalendar()) return bookingAt(view, momentNow(view))
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
  const next = isCalendar() ? steppedMoment(view, key, whole) : steppedPlace(view, key, whole)
  if (next === null) announce(wordsNow().week.atEdge)
  else weekStore.setState(next)
  return true
}

function steppedPlace(view: WeekView, key: string, whole: boolean) {
  const place = stepped(view, currentPlace(view), key, whole)
  return place === null ? null : { place }
}

function steppedMoment(view: WeekView, key: string, whole: boolean) {
  const moment = steppedIn((column) => placedIn(view, column), momentNow(view), key, whole)
  return moment === null ? null : { moment: { ...moment, key: moment.key ?? stopIn(view, moment).key } }
}

/** Opens the editor for a new session in the focused cell or free time, or in the first row that can take one. */
export function newSession(): void {
  const free = isCalendar() ? freeTimeNow() : null
  const cell = free === null ? currentCell() : cellOfMoment(free.day)
  if (cell === null) return
  const clientId = takesSessions(cell) ? cell.clientId : null
  edit({
    kind: 'create',
    cell: { clientId, day: cell.day },
    days: [cell.day],
    minutes: null,
    start: free?.start ?? null,
  })
}

/** The day that has the focus in the calendar, and the start of new time where the focus is on free time. */
function freeTimeNow(): { readonly day: Day; readonly start: WallClock | null } {
  const view = viewNow()
  const moment = momentNow(view)
  const day = dayAt(view, moment)
  const { key, from } = stopIn(view, moment)
  return { day, start: moment.row === 'day' && key === null ? wallClock(day, from) : null }
}

/** The client that new time in the calendar is for: the one whose row or session had the focus last. */
export function cellOfMoment(day: Day): Cell {
  const view = viewNow()
  const { row } = within(view, weekStore.getState().place)
  const cell = { clientId: view.rows[row - 1]?.clientId ?? null, day }
  return takesSessions(cell) ? cell : { clientId: null, day }
}

/** Opens where the time goes: of the focused day while the grid has the focus, otherwise of the week. */
export function takeApartFocused(): void {
  const view = viewNow()
  const isInGrid = document.activeElement?.closest('[role="grid"]') != null
  const column = isCalendar() ? momentNow(view).column : currentPlace(view).column - 1
  const day = isInGrid ? view.days[column] : undefined
  takeApart(day?.day ?? 'week')
}

/** What the keys do to the focused session. */
export const onBooking = {
  open: (booking: Booking) => edit({ kind: 'change', key: booking.key }),
  select: (booking: Booking) => toggleSelected(booking),
  delete: (booking: Booking) => removeTogether(booking),
  duplicate: (booking: Booking) => duplicate(booking),
  worked: (booking: Booking) => toggleWorked(booking.occurrence),
  timer: (booking: Booking) => toggleFor(booking.occurrence),
  earlierDay: (booking: Booking) => nudge(booking, { days: -1 }),
  laterDay: (booking: Booking) => nudge(booking, { days: 1 }),
  earlier: (booking: Booking) => nudge(booking, { minutes: -STEP }),
  later: (booking: Booking) => nudge(booking, { minutes: STEP }),
  earlierFine: (booking: Booking) => nudge(booking, { minutes: -FINE_STEP }),
  laterFine: (booking: Booking) => nudge(booking, { minutes: FINE_STEP }),
  shorter: (booking: Booking) => stretch(booking.occurrence, -1),
  longer: (booking: Booking) => stretch(booking.occurrence, 1),
  shorterFine: (booking: Booking) => stretchBy(booking.occurrence, -FINE_STEP),
  longerFine: (booking: Booking) => stretchBy(booking.occurrence, FINE_STEP),
  clientAbove: (booking: Booking) => moveRow(booking, -1),
  clientBelow: (booking: Booking) => moveRow(booking, 1),
} as const

/** The grids' own keys; those of actions are the window's. */
export function stepByKey(event: {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly target: EventTarget
  readonly preventDefault: () => void
}): void {
  if (event.altKey || event.metaKey || event.shiftKey) return
  if (stepFocus(event.key, event.ctrlKey)) event.preventDefault()
  else if ((event.key === 'Enter' || event.key === ' ') && openHead(event.target)) event.preventDefault()
}

/** A head opens what its sums are made of. False where the target is no head. */
export function openHead(target: EventTarget): boolean {
  const head = target instanceof Element ? headAt(target) : null
  if (head !== null) takeApart(head)
  return head !== null
}
