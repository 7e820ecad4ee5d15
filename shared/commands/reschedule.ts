import type { Id } from '../plan/fields.ts'
import { findSession, type Plan } from '../plan/plan.ts'
import { reschedule, splitSeries } from '../plan/series.ts'
import type { OccurrenceRef, SessionChange } from '../plan/session.ts'
import type { WallClock } from '../time/wallClock.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Command } from './registry.ts'

/** Where an occurrence was dragged, and for which occurrences of its series the move is meant. */
export interface Reschedule {
  readonly occurrence: OccurrenceRef
  readonly start: WallClock
  /** Left out: stays with its engagement. */
  readonly engagementId?: Id | null
  readonly scope: 'this' | 'following' | 'all'
  /** The id of the second half when a series is cut. */
  readonly newId: Id
}

/** The command that carries a move out; refused where the rule cannot move to that day in one plain way. */
export function rescheduleCommand(plan: Plan, move: Reschedule): { command: Command } | { refusal: Refusal } {
  const { occurrence, start, scope } = move
  const { sessionId: id, original } = occurrence
  const session = findSession(plan, id)
  if (session === undefined) return { refusal: refuse(['occurrence'], 'session-gone') }
  const reassigned =
    move.engagementId === undefined ? {} : { engagementId: move.engagementId, deliverableId: null }
  if (original === null || scope === 'this') {
    const { engagementId } = move
    const one = engagementId === undefined ? { occurrence, start } : { occurrence, start, engagementId }
    return { command: { type: 'session/move', moves: [one] } }
  }
  const series = scope === 'all' ? session : splitSeries(session, original, move.newId).after
  const moved: SessionChange | null = reschedule(series, original, start)
  if (moved === null) return { refusal: refuse(['start'], 'rule-does-not-move') }
  return {
    command: {
      type: 'session/change',
      id,
      scope: scope === 'all' ? { kind: 'all' } : { kind: 'following', original, newId: move.newId },
      change: { ...moved, ...reassigned },
    },
  }
}
