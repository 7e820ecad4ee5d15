import { week } from '../../shared/capacity/week.ts'
import type { Booking, WeekView } from '../../shared/capacity/weekView.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { Occurrence } from '../../shared/plan/session.ts'
import type { Day } from '../../shared/time/day.ts'
import { addWallMinutes, type WallClock, wallDay } from '../../shared/time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../shared/time/zone.ts'
import { confirmingEntry } from '../../shared/timesheet/dayPlan.ts'
import { announce } from '../state/announce.ts'
import { newId, nowMinute } from '../state/clock.ts'
import { execute, planNow } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { formatNow, wordsNow } from '../state/words.ts'
import { momentOf } from './calendar/moment.ts'
import { contextNow, shownStart, viewNow } from './capacityNow.ts'
import { stretched } from './drag/geometry.ts'
import {
  type Cell,
  clientOf,
  copyOf,
  engagementFor,
  type Move,
  type MoveOf,
  moveAllCommand,
  moveCommand,
  moveTo,
  reshapeCommand,
  type ScopeKind,
  shifted,
  staysPut,
} from './edits.ts'
import { freeStart } from './freeStart.ts'
import { placeOf } from './gridFocus.ts'
import { movesTo, together } from './moves.ts'
import { raised } from './outcome.ts'
import { askScope, type ScopeQuestion, weekStore } from './weekStore.ts'
import { workedEntry } from './worked.ts'

/** The scope chosen last by keyboard, so that nudging one session of a series asks once. */
let remembered: { readonly key: string; readonly scope: ScopeKind } | null = null

async function scopeFor(occurrence: Occurrence, what: ScopeQuestion['what']): Promise<ScopeKind | null> {
  if (occurrence.original === null) return 'all'
  // An occurrence that was moved or changed alone before is edited alone.
  if (what !== 'delete' && occurrence.original !== occurrence.start) return 'this'
  if (what === 'move' && remembered?.key === occurrence.key) return remembered.scope
  return askScope(occurrence.title, what)
}

/** Moves a booking's session, and all that are selected with it, to a cell, or copies them there. */
export async function moveToCell(booking: Booking, cell: Cell, copy: boolean): Promise<void> {
  const moves = movesTo(booking, cell)
  return moves === undefined ? toastNoEngagement(cell) : carryOut(moves, copy)
}

/** Moves or copies sessions: one, which asks for its scope where it repeats, or several, each alone. */
export async function carryOut(moves: readonly MoveOf[], copy: boolean): Promise<void> {
  const [first] = moves
  if (first === undefined) return
  if (moves.length > 1) return copy ? copySeveral(moves) : moveSeveral(moves)
  return copy ? createCopy(first.occurrence, first.move) : moveSession(first.occurrence, first.move)
}

async function moveSeveral(moves: readonly MoveOf[]): Promise<void> {
  const changing = moves.filter(({ occurrence, move }) => !staysPut(occurrence, move))
  const [first] = moves
  if (first === undefined || changing.length === 0) return
  const home = homeStart(first.occurrence, first.move)
  const words = wordsNow().week
  const done = await run(moveAllCommand(changing), wallDay(home), () =>
    words.severalMoved(changing.length, whenOf(home)),
  )
  if (done) focusSession(first.occurrence.key)
}

async function copySeveral(moves: readonly MoveOf[]): Promise<void> {
  const sessions = moves.map(({ occurrence, move }) => copyOf(occurrence, newId(), move))
  const [first] = moves
  if (first === undefined) return
  const home = homeStart(first.occurrence, first.move)
  const words = wordsNow().week
  const done = await run({ type: 'session/create', sessions }, wallDay(home), () =>
    words.severalCopied(sessions.length, whenOf(home)),
  )
  if (!done) return
  weekStore.setState({ selected: new Set(sessions.map(({ id }) => id)) })
  focusSession(sessions[0]?.id ?? '')
}

function toastNoEngagement({ clientId }: Cell): void {
  const client = clientId === null ? undefined : planNow().practice.clients[clientId]
  toast({ text: wordsNow().week.noEngagement(client?.name ?? ''), tone: 'watch' })
}

/** Moves a session to another start or engagement; asks which occurrences where it repeats. */
export async function moveSession(occurrence: Occurrence, move: Move): Promise<void> {
  if (staysPut(occurrence, move)) return
  const scope = await scopeFor(occurrence, 'move')
  if (scope === null) return
  const id = newId()
  const command = moveCommand(planNow(), occurrence, move, scope, id)
  if (command === null) return void toast({ text: wordsNow().session.ruleDoesNotMove, tone: 'watch' })
  const words = wordsNow().week
  const home = homeStart(occurrence, move)
  const moved = await run(
    command,
    wallDay(home),
    () => words.moved(occurrence.title, whenOf(home), rowName(move.engagementId ?? occurrence.engagementId)),
    () => focusMoved(occurrence, home, scope),
  )
  if (!moved) focusSession(occurrence.key)
}

/** After a move the focus follows the session; for a whole series its occurrence has a new key on the new day. */
function focusMoved(occurrence: Occurrence, home: string, scope: ScopeKind): void {
  const view = viewNow()
  const found = placeOf(view, occurrence.key) ?? placeBy(view, occurrence, home)
  if (found === null) return
  const key = view.rows[found.row - 1]?.days[found.column - 1]?.bookings[found.item]?.key
  if (key !== undefined && occurrence.original !== null) remembered = { key, scope }
  if (key === undefined) weekStore.setState({ place: found, wanted: null })
  else focusSession(key)
}

function placeBy(view: WeekView, { title }: Occurrence, home: string) {
  for (const row of view.rows)
    for (const day of row.days)
      for (const booking of day.bookings)
        if (booking.fromWall === home && booking.occurrence.title === title) return placeOf(view, booking.key)
  return null
}

/** Moves a booking's session, and all that are selected with it, by days or minutes. */
export function nudge(
  booking: Booking,
  by: { readonly days: number } | { readonly minutes: number },
): Promise<void> {
  const minutes = 'days' in by ? by.days * 1440 : by.minutes
  const all = together(booking)
  return carryOut(
    all.map(({ occurrence }) => ({ occurrence, move: shifted(occurrence, minutes) })),
    false,
  )
}

/** Moves a booking's session, and all that are selected with it, to the row above or below its own. All move, or none. */
export async function moveRow(booking: Booking, by: 1 | -1): Promise<void> {
  const plan = planNow()
  const { rows } = viewNow()
  const moves: MoveOf[] = []
  for (const one of together(booking)) {
    const clientId = clientOf(plan, one.occurrence.engagementId)
    const row = rows[rows.findIndex((other) => other.clientId === clientId) + by]
    if (row === undefined) return announce(wordsNow().week.atEdge)
    const cell = { clientId: row.clientId, day: wallDay(one.fromWall) }
    const move = moveTo(plan, one, cell)
    if (move === undefined) return toastNoEngagement(cell)
    moves.push({ occurrence: one.occurrence, move })
  }
  return carryOut(moves, false)
}

/** Gives a session another length, and another start where one is given; asks which occurrences where it repeats. */
export async function resize(
  occurrence: Occurrence,
  minutes: number,
  start: WallClock = occurrence.start,
): Promise<void> {
  if (minutes === occurrence.minutes && start === occurrence.start) return
  const scope = await scopeFor(occurrence, 'change')
  if (scope === null) return
  const command = reshapeCommand(planNow(), occurrence, { start, minutes }, scope, newId())
  if (command === null) return void toast({ text: wordsNow().session.ruleDoesNotMove, tone: 'watch' })
  const text = () => wordsNow().week.resized(occurrence.title, formatNow().duration(minutes))
  await run(command, wallDay(homeStart(occurrence, { start })), text)
}

/** Makes a session some steps of fifteen minutes longer or shorter. */
export function stretch(occurrence: Occurrence, steps: number): Promise<void> {
  return resize(occurrence, stretched(occurrence.minutes, steps))
}

/** Makes a session some minutes longer or shorter, as long as something is left of it. */
export function stretchBy(occurrence: Occurrence, minutes: number): Promise<void> {
  return resize(occurrence, Math.max(Math.abs(minutes), occurrence.minutes + minutes))
}

/** Puts a copy into the next free time of the same day. */
export async function duplicate(booking: Booking): Promise<void> {
  const { occurrence } = booking
  const view = viewNow()
  const zone = planNow().practice.settings.homeZone
  const day = view.days.find((other) => other.day === wallDay(booking.fromWall))
  if (day === undefined) return
  const home = freeStart(view, day, occurrence.minutes, zone, nowMinute())
  await createCopy(occurrence, { start: fromEpochMinute(toEpochMinute(home, zone), occurrence.zone) })
}

async function createCopy(occurrence: Occurrence, move: Move): Promise<void> {
  const session = copyOf(occurrence, newId(), move)
  const home = homeStart(occurrence, move)
  const done = await run({ type: 'session/create', sessions: [session] }, wallDay(home), () =>
    wordsNow().week.copied(occurrence.title, whenOf(home)),
  )
  if (done) focusSession(session.id)
}

/** Gives the focus to a session of the shown week. */
export function focusSession(key: string): void {
  const view = viewNow()
  const place = placeOf(view, key)
  if (place !== null) weekStore.setState({ place, moment: momentOf(view, place), wanted: key })
}

/** Marks an occurrence as worked as it was planned, or takes that back. */
export async function toggleWorked(occurrence: Occurrence): Promise<void> {
  const words = wordsNow().week
  const entry = workedEntry(planNow(), occurrence.key)
  const command: Command =
    entry === null
      ? { type: 'entry/put', entries: [confirmingEntry(occurrence, newId())] }
      : { type: 'entry/delete', ids: [entry] }
  const text = entry === null ? words.workedDone(occurrence.title) : words.workedUndone(occurrence.title)
  const reply = await execute(command)
  if (reply.ok) announce(text)
}

/**
 * Carries out a command and has its outcome read: what was done, the day's load, and flags that it raised. `predicted` is
 * called as soon as the screen shows it, before main has answered: the next key finds the focus where it belongs.
 */
export async function run(
  command: Command,
  day: Day,
  text: () => string,
  predicted: () => void = () => {},
): Promise<boolean> {
  const before = viewNow()
  const running = execute(command)
  predicted()
  const said = spokenOutcome(before, week(planNow(), shownStart(), contextNow()), day)
  const reply = await running
  if (reply.ok) announce([text(), ...said].join(' '))
  return reply.ok
}

function spokenOutcome(before: WeekView, after: WeekView, day: Day): readonly string[] {
  const words = wordsNow()
  const format = formatNow()
  const on = after.days.find((other) => other.day === day)
  const load =
    on &&
    words.week.dayNow(
      format.weekdayLong(day),
      format.duration(on.load),
      format.duration(on.capacity - on.reserve),
    )
  const flags = raised(before, after).map((flag) => words.flags.title(flag, format))
  return [
    ...(load === undefined ? [] : [load]),
    ...(flags.length === 0 ? [] : [words.week.newFlags(flags.join('; '))]),
  ]
}

/** When a session starts, or would start after a move, on the home zone's clocks. */
export function homeStart(occurrence: Occurrence, move: Move = occurrence): string {
  return fromEpochMinute(toEpochMinute(move.start, occurrence.zone), planNow().practice.settings.homeZone)
}

/** A home start in words: day and time. */
export function whenOf(home: string): string {
  const format = formatNow()
  return `${format.dayShort(wallDay(home))}, ${format.time(home)}`
}

/** Start to end of some minutes from a home start, in words. */
export function rangeOf(home: string, minutes: number): string {
  return formatNow().timeRange(home, addWallMinutes(home, minutes))
}

function rowName(engagementId: string | null): string {
  const plan = planNow()
  const clientId = clientOf(plan, engagementId)
  return clientId === null ? wordsNow().week.ownBusiness : (plan.practice.clients[clientId]?.name ?? '')
}

/** Whether new time may go into a row: its client has an engagement. */
export function takesSessions(cell: Cell): boolean {
  return engagementFor(planNow(), cell, null) !== undefined
}
