import type { Booking } from '../../shared/capacity/weekView.ts'
import type { Command } from '../../shared/commands/registry.ts'
import { type Scope, scopeOf } from '../../shared/commands/sessionCommands.ts'
import { type Engagement, runsOn } from '../../shared/plan/engagement.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { findSession, own, type Plan } from '../../shared/plan/plan.ts'
import { reschedule, splitSeries } from '../../shared/plan/series.ts'
import type { Occurrence, Session } from '../../shared/plan/session.ts'
import { addDays, type Day, daysBetween } from '../../shared/time/day.ts'
import {
  addWallMinutes,
  type WallClock,
  wallClock,
  wallDay,
  wallMinute,
  wallNumber,
  wallOf,
} from '../../shared/time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../shared/time/zone.ts'

/** Which occurrences of a series an edit is for; single sessions have only `all`. */
export type ScopeKind = 'this' | 'following' | 'all'

/** A cell of the grid: a client's row (null is own business) and a day of the home zone. */
export interface Cell {
  readonly clientId: Id | null
  readonly day: Day
}

/** Where a session goes: its new start on its own clocks, and the engagement if that changes. */
export interface Move {
  readonly start: WallClock
  readonly engagementId?: Id | null
}

const rank: Record<Engagement['status'], number> = { active: 0, prospect: 1, paused: 2, closed: 3 }

/**
 * The engagement that time in a client's row is for: the one it has if that is the client's, else the client's best by
 * dates, status and order. Null is own business; undefined where the client has no engagement.
 */
export function engagementFor(
  plan: Plan,
  { clientId, day }: Cell,
  current: Id | null,
): Id | null | undefined {
  if (clientId === null) return null
  if (current !== null && own(plan.practice.engagements, current)?.clientId === clientId) return current
  const [best] = Object.values(plan.practice.engagements)
    .filter((engagement) => engagement.clientId === clientId)
    .sort(
      (a, b) =>
        Number(runsOn(b, day)) - Number(runsOn(a, day)) ||
        rank[a.status] - rank[b.status] ||
        a.order - b.order,
    )
  return best?.id
}

/** The client in whose row a session stands; null is own business. */
export function clientOf(plan: Plan, engagementId: Id | null): Id | null {
  return engagementId === null ? null : (own(plan.practice.engagements, engagementId)?.clientId ?? null)
}

/**
 * What dropping a booking on a cell does to its session: the same wall-clock time as many days on or back, and the
 * engagement of the row. Undefined where the row's client has no engagement.
 */
export function moveTo(plan: Plan, booking: Booking, cell: Cell): Move | undefined {
  const { occurrence } = booking
  const engagementId = engagementFor(plan, cell, occurrence.engagementId)
  if (engagementId === undefined) return undefined
  const days = daysBetween(wallDay(booking.fromWall), cell.day)
  const start = wallClock(addDays(wallDay(occurrence.start), days), wallMinute(occurrence.start))
  return engagementId === occurrence.engagementId ? { start } : { start, engagementId }
}

/** What a start on the home zone's clocks is on a session's own. */
export function startFromHome(home: WallClock, homeZone: string, zone: string): WallClock {
  return fromEpochMinute(toEpochMinute(home, homeZone), zone)
}

/** One occurrence and where it goes. */
export interface MoveOf {
  readonly occurrence: Occurrence
  readonly move: Move
}

/** The command that moves several occurrences at once, each alone. */
export function moveAllCommand(moves: readonly MoveOf[]): Command {
  return {
    type: 'session/move',
    moves: moves.map(({ occurrence: { id: sessionId, original }, move }) => ({
      occurrence: { sessionId, original },
      ...move,
    })),
  }
}

/** The command that deletes several occurrences at once, each alone. */
export function deleteAllCommand(occurrences: readonly Occurrence[]): Command {
  return {
    type: 'session/delete',
    sessions: occurrences.map(({ id, original }) => ({ id, scope: scopeOf({ sessionId: id, original }) })),
  }
}

/** Whether a move leaves the session where it is. */
export function staysPut({ start }: Occurrence, move: Move): boolean {
  return move.start === start && move.engagementId === undefined
}

/**
 * The command for a move of this, this and following, or all occurrences. Null where the series' rule cannot move to
 * another day in one plain way.
 */
export function moveCommand(
  plan: Plan,
  occurrence: Occurrence,
  move: Move,
  scope: ScopeKind,
  newId: Id,
): Command | null {
  const { id: sessionId, original } = occurrence
  if (original === null || scope === 'this')
    return { type: 'session/move', moves: [{ occurrence: { sessionId, original }, ...move }] }
  const series = findSession(plan, sessionId)
  if (series === undefined) return null
  const target = wallOf(wallNumber(original) + wallNumber(move.start) - wallNumber(occurrence.start))
  const moved = scope === 'all' ? series : splitSeries(series, original, newId).after
  const change = reschedule(moved, original, target)
  if (change === null) return null
  const engagement =
    move.engagementId === undefined ? {} : { engagementId: move.engagementId, deliverableId: null }
  return {
    type: 'session/change',
    id: sessionId,
    scope: scopeAs(occurrence, scope, newId),
    change: { ...change, ...engagement },
  }
}

/** The command's scope for a choice; for a single session it is always the session whole. */
export function scopeAs(occurrence: Occurrence, scope: ScopeKind, newId: Id): Scope {
  const { original } = occurrence
  if (original === null || scope === 'all') return { kind: 'all' }
  return scope === 'following'
    ? { kind: 'following', original, newId }
    : scopeOf({ sessionId: occurrence.id, original })
}

/** The command that gives a session another length. */
export function resizeCommand(occurrence: Occurrence, minutes: number, scope: ScopeKind, newId: Id): Command {
  return {
    type: 'session/change',
    id: occurrence.id,
    scope: scopeAs(occurrence, scope, newId),
    change: { minutes },
  }
}

/** The command that gives a session another start and length. Null where `moveCommand` gives none. */
export function reshapeCommand(
  plan: Plan,
  occurrence: Occurrence,
  { start, minutes }: { readonly start: WallClock; readonly minutes: number },
  scope: ScopeKind,
  newId: Id,
): Command | null {
  const resized = resizeCommand(occurrence, minutes, scope, newId)
  if (start === occurrence.start || resized.type !== 'session/change') return resized
  const moved = moveCommand(plan, occurrence, { start }, scope, newId)
  if (moved === null) return null
  const change = moved.type === 'session/change' ? moved.change : { start }
  return { ...resized, change: { ...change, minutes } }
}

/** The command that deletes a session or occurrences of a series. */
export function deleteCommand(occurrence: Occurrence, scope: ScopeKind, newId: Id): Command {
  return {
    type: 'session/delete',
    sessions: [{ id: occurrence.id, scope: scopeAs(occurrence, scope, newId) }],
  }
}

/** A single session like an occurrence, somewhere else: no recurrence, and not from a calendar. */
export function copyOf(occurrence: Occurrence, id: Id, move: Move): Session {
  const { key: _, original: __, ...about } = occurrence
  const engagement =
    move.engagementId === undefined ? {} : { engagementId: move.engagementId, deliverableId: null }
  return { ...about, ...engagement, id, start: move.start, recurrence: null, source: null }
}

/** A start some minutes on or back on the session's own clocks. */
export function shifted(occurrence: Occurrence, minutes: number): Move {
  return { start: addWallMinutes(occurrence.start, minutes) }
}
