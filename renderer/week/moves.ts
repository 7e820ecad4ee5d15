import type { Booking, WeekView } from '../../shared/capacity/weekView.ts'
import { addDays, daysBetween } from '../../shared/time/day.ts'
import { type WallClock, wallDay, wallNumber, wallOf } from '../../shared/time/wallClock.ts'
import { planNow } from '../state/plan.ts'
import { viewNow } from './capacityNow.ts'
import { type Cell, clientOf, type MoveOf, moveTo, startFromHome } from './edits.ts'
import { homeStart } from './sessionActions.ts'
import { weekStore } from './weekStore.ts'

/** The selected sessions of the shown week, by row and day; the first part of one that spans days. */
export function selectedBookings(view: WeekView): readonly Booking[] {
  const { selected } = weekStore.getState()
  if (selected.size === 0) return []
  const found = new Map<string, Booking>()
  for (const row of view.rows)
    for (const day of row.days)
      for (const booking of day.bookings)
        if (selected.has(booking.key) && !found.has(booking.key)) found.set(booking.key, booking)
  return [...found.values()]
}

/** A booking and all that go where it goes: the selected ones if it is among them. It comes first. */
export function together(booking: Booking): readonly Booking[] {
  if (!weekStore.getState().selected.has(booking.key)) return [booking]
  return [booking, ...selectedBookings(viewNow()).filter(({ key }) => key !== booking.key)]
}

/**
 * What dropping a booking on a cell does to it and to all that go with it: as many days on or back, and the cell's
 * client. Sessions of several clients keep theirs. Undefined where the client has no engagement.
 */
export function movesTo(booking: Booking, cell: Cell): readonly MoveOf[] | undefined {
  const plan = planNow()
  const all = together(booking)
  const clients = all.map(({ occurrence }) => clientOf(plan, occurrence.engagementId))
  const isMixed = new Set(clients).size > 1
  const days = daysBetween(wallDay(booking.fromWall), cell.day)
  const moves: MoveOf[] = []
  for (const [i, one] of all.entries()) {
    const clientId = isMixed ? (clients[i] ?? null) : cell.clientId
    const move = moveTo(plan, one, { clientId, day: addDays(wallDay(one.fromWall), days) })
    if (move === undefined) return undefined
    moves.push({ occurrence: one.occurrence, move })
  }
  return moves
}

/** What giving a booking another start, on the home zone's clocks, does to it and to all that go with it. */
export function movesToStart(booking: Booking, start: WallClock): readonly MoveOf[] {
  return movesBy(booking, wallNumber(start) - wallNumber(homeStart(booking.occurrence)))
}

/** A booking and all that go with it, some minutes of the home zone's clocks on or back. */
export function movesBy(booking: Booking, minutes: number): readonly MoveOf[] {
  const zone = planNow().practice.settings.homeZone
  return together(booking).map(({ occurrence }) => {
    const home = wallOf(wallNumber(homeStart(occurrence)) + minutes)
    return { occurrence, move: { start: startFromHome(home, zone, occurrence.zone) } }
  })
}
