import { preview } from '../../shared/capacity/week.ts'
import type { Booking, WeekView } from '../../shared/capacity/weekView.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import { newSession, type Session } from '../../shared/plan/session.ts'
import { type Day, eachDay } from '../../shared/time/day.ts'
import type { WallClock } from '../../shared/time/wallClock.ts'
import { newId, nowMinute } from '../state/clock.ts'
import { planNow } from '../state/plan.ts'
import { formatNow, wordsNow } from '../state/words.ts'
import { contextNow, shownStart, viewNow } from './capacityNow.ts'
import type { DragState } from './drag/machine.ts'
import { type Cell, copyOf, engagementFor, type MoveOf, moveAllCommand, resizeCommand } from './edits.ts'
import { freeStart, USUAL_MINUTES } from './freeStart.ts'
import { movesTo } from './moves.ts'
import { fixLine, outcomeLine } from './outcome.ts'
import { homeStart, rangeOf } from './sessionActions.ts'
import type { Proposal } from './weekStore.ts'

/** The booking of a key on the day of a cell, or on its first day. */
export function bookingOf(view: WeekView, key: string, day: Day | null = null): Booking | undefined {
  const all = view.rows.flatMap((row) => row.days).filter((cell) => day === null || cell.day === day)
  for (const cell of all) for (const booking of cell.bookings) if (booking.key === key) return booking
  return undefined
}

/** What a drag would do if it ended now: the command's week and the worst it does. Null where there is nothing to do. */
export function proposalOf(state: Extract<DragState, { phase: 'dragging' }>): Proposal | null {
  const { grip, target, copy } = state
  if (target === null || !('cell' in grip)) return null
  if (grip.kind === 'create')
    return target.kind === 'days'
      ? draftProposal(daysOf(target.from.day, target.to), target.from, target.minutes)
      : null
  const booking = bookingOf(viewNow(), grip.key, grip.cell.day)
  if (booking === undefined) return null
  if (grip.kind === 'resize')
    return target.kind === 'length' ? resizeProposal(booking, grip.cell, target.minutes) : null
  return target.kind === 'cell' ? moveProposal(booking, target.cell, copy) : null
}

/** The days from one to another, whichever is earlier. */
export function daysOf(a: Day, b: Day): readonly Day[] {
  return a <= b ? eachDay(a, b) : eachDay(b, a)
}

function moveProposal(booking: Booking, cell: Cell, copy: boolean): Proposal | null {
  const moves = movesTo(booking, cell)
  return moves === undefined
    ? refusedProposal(cell, wordsNow().week.noEngagement(clientName(planNow(), cell.clientId)))
    : movesProposal(moves, cell, copy)
}

/** What moves, or copies, would do together; the first is the one that is named. `cell` is where it would be. */
export function movesProposal(moves: readonly MoveOf[], cell: Cell, copy: boolean): Proposal | null {
  const [first] = moves
  if (first === undefined) return null
  const copies = copy ? moves.map(({ occurrence, move }) => copyOf(occurrence, newId(), move)) : []
  const keys = copy ? copies.map(({ id }) => id) : moves.map(({ occurrence }) => occurrence.key)
  const words = wordsNow().week
  const label = [
    ...(copy ? [words.copyHere] : []),
    ...(moves.length > 1 ? [words.several(moves.length)] : []),
    rangeOf(homeStart(first.occurrence, first.move), first.occurrence.minutes),
  ]
  return proposed(
    copy ? { type: 'session/create', sessions: copies } : moveAllCommand(moves),
    [cell],
    label.join(' · '),
    keys,
  )
}

function resizeProposal(booking: Booking, cell: Cell, minutes: number): Proposal | null {
  const { occurrence } = booking
  const label = `${rangeOf(homeStart(occurrence), minutes)} · ${formatNow().duration(minutes)}`
  return proposed(resizeCommand(occurrence, minutes, 'this', newId()), [cell], label, [occurrence.key])
}

/** What new sessions on some days of a client's row would do. */
export function draftProposal(
  days: readonly Day[],
  cell: Cell,
  minutes: number | null,
  start: WallClock | null = null,
): Proposal | null {
  const plan = planNow()
  const sessions = newSessions(days, cell, minutes, start)
  const words = wordsNow().week
  if (sessions === null) return refusedProposal(cell, words.noEngagement(clientName(plan, cell.clientId)))
  const first = sessions[0]
  if (first === undefined) return null
  const label = sessions.length === 1 ? rangeOf(first.start, first.minutes) : words.newOnDays(sessions.length)
  return proposed(
    { type: 'session/create', sessions },
    days.map((day) => ({ ...cell, day })),
    label,
    sessions.map(({ id }) => id),
  )
}

/**
 * New sessions for a row, one on each day, each at `start` or in that day's next free working time, in the home zone.
 * Null where the row's client has no engagement.
 */
export function newSessions(
  days: readonly Day[],
  cell: Cell,
  minutes: number | null,
  start: WallClock | null,
): readonly Session[] | null {
  const plan = planNow()
  const view = viewNow()
  const zone = plan.practice.settings.homeZone
  const length = minutes ?? USUAL_MINUTES
  const sessions: Session[] = []
  for (const day of days) {
    const engagementId = engagementFor(plan, { ...cell, day }, null)
    if (engagementId === undefined) return null
    const on = view.days.find((other) => other.day === day)
    if (on === undefined) continue
    const at = start ?? freeStart(view, on, length, zone, nowMinute())
    sessions.push(blankSession(plan, engagementId, at, length))
  }
  return sessions
}

function blankSession(plan: Plan, engagementId: Id | null, start: string, minutes: number): Session {
  const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
  return newSession({
    id: newId(),
    engagementId,
    title: wordsNow().session.untitled,
    kind: engagementId === null ? 'admin' : 'focus',
    start,
    minutes,
    zone: plan.practice.settings.homeZone,
    status: engagement?.status === 'prospect' ? 'tentative' : 'confirmed',
    billable: engagement !== undefined && engagement.status !== 'prospect',
  })
}

/**
 * The shown week after a command, and in one line what it does to the first of the cells. `keys` are of the sessions
 * that it is about.
 */
export function proposed(
  command: Command,
  cells: readonly Cell[],
  label: string,
  keys: readonly string[],
): Proposal | null {
  const before = viewNow()
  const after = preview(planNow(), command, shownStart(), contextNow())
  const cell = cells[0]
  if (cell === undefined) return null
  if (!after.ok) return refusedProposal(cell, wordsNow().week.cannotMoveThere)
  const words = wordsNow()
  const format = formatNow()
  const line = outcomeLine(before, after.view, cell.day, {
    words,
    format,
    title: (flag) => words.flags.title(flag, format),
  })
  return { view: after.view, line, cells, label, keys }
}

/** The shown week after a fix, its sessions drawn as they would be. Null where it is refused. */
export function fixProposal(command: Command): Proposal | null {
  const after = preview(planNow(), command, shownStart(), contextNow())
  if (!after.ok) return null
  const before = viewNow()
  const known = new Set(bookingsOf(before))
  const touched = bookingsOf(after.view).flatMap((booking) => (known.has(booking) ? [] : [booking.key]))
  const [words, format] = [wordsNow(), formatNow()]
  const line = fixLine(before, after.view, words, (flag) => words.flags.title(flag, format))
  return { view: after.view, line, cells: [], label: '', keys: [], touched }
}

function bookingsOf(view: WeekView): readonly Booking[] {
  return view.rows.flatMap((row) => row.days.flatMap((day) => day.bookings))
}

function refusedProposal(cell: Cell, text: string): Proposal {
  return { view: viewNow(), line: { tone: 'over', text }, cells: [cell], label: '', keys: [] }
}

/** A client's name, or own business. */
export function clientName(plan: Plan, clientId: Id | null): string {
  return clientId === null ? wordsNow().week.ownBusiness : (own(plan.practice.clients, clientId)?.name ?? '')
}
