/** What becomes of a prospect, and how an engagement ends: each one command, so that one undo takes it back. */
import type { Command } from '../commands/registry.ts'
import type { Engagement, Outcome } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { occurrencesOf } from '../plan/series.ts'
import type { Session } from '../plan/session.ts'
import { addDays, type Day, minDay } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'

/** How far ahead the next occurrence of a series is looked for, in days. */
const AHEAD = 400

/** The tentative sessions of an engagement that are still to come: series as a whole, single ones from today on. */
export function tentativeSessions(plan: Plan, engagementId: Id, today: Day): readonly Session[] {
  return liveSessions(plan, engagementId, today).filter(({ status }) => status === 'tentative')
}

/** The sessions of an engagement that are still to come from a day on: series as a whole, single ones by their start. */
export function liveSessions(plan: Plan, engagementId: Id, from: Day): readonly Session[] {
  const isLive = (session: Session) => session.engagementId === engagementId && nextOf(session, from) !== null
  return [
    ...Object.values(plan.practice.series).filter(isLive),
    ...Object.values(plan.years).flatMap((year) => Object.values(year.sessions).filter(isLive)),
  ]
}

/** The original start of a session's next occurrence from a day on; null where there is none. */
function nextOf(session: Session, today: Day): string | null {
  if (session.recurrence === null) return wallDay(session.start) >= today ? session.start : null
  const from = today
  const [next] = occurrencesOf(session, { from, to: addDays(from, AHEAD) })
  return next?.original ?? null
}

/** The prospect is active from a day on; sessions that are given are no longer tentative. */
export function wonCommand(engagement: Engagement, start: Day, sessions: readonly Session[]): Command {
  const put = {
    type: 'practice/put',
    records: [{ kind: 'engagement', value: taken(engagement, start) }],
  } as const
  if (sessions.length === 0) return put
  return {
    type: 'batch',
    commands: [
      put,
      // One by one they could be more than a batch holds.
      {
        type: 'session/delete',
        sessions: sessions.map(({ id }) => ({ id, scope: { kind: 'all' } as const })),
      },
      {
        type: 'session/create',
        sessions: sessions.map((session) => ({ ...session, status: 'confirmed' as const })),
      },
    ],
  }
}

/** A prospect as active from a day on. */
export function taken(engagement: Engagement, start: Day): Engagement {
  return {
    ...engagement,
    status: 'active',
    probability: 100,
    start,
    end: engagement.end !== null && engagement.end < start ? null : engagement.end,
    nextContact: null,
    ...historyFrom(engagement, start),
  }
}

/** Terms and commitment hold from the real start on, where they were meant for the expected one. */
function historyFrom(engagement: Engagement, start: Day): Pick<Engagement, 'terms' | 'commitments'> {
  const moved = <V extends { readonly from: Day }>(history: readonly V[]): readonly V[] =>
    history.map((version, i) => (i === 0 ? { ...version, from: minDay(version.from, start) } : version))
  return { terms: moved(engagement.terms), commitments: moved(engagement.commitments) }
}

/** The prospect is closed as lost; sessions that are given leave the plan, series from today on. */
export function lostCommand(
  engagement: Engagement,
  { on, reason }: { readonly on: Day; readonly reason: string },
  sessions: readonly Session[],
  today: Day,
  newId: () => Id,
): Command {
  const outcome: Outcome = { kind: 'lost', on, reason, result: '' }
  const lost: Engagement = { ...engagement, status: 'closed', probability: 100, nextContact: null, outcome }
  const put = { type: 'practice/put', records: [{ kind: 'engagement', value: lost }] } as const
  if (sessions.length === 0) return put
  const taken = sessions.map((session) => ({ id: session.id, scope: scopeFrom(session, today, newId) }))
  return { type: 'batch', commands: [{ type: 'session/delete', sessions: taken }, put] }
}

/** What of a session to delete, so that nothing of it is left from a day on and nothing before is lost. */
export function scopeFrom(session: Session, today: Day, newId: () => Id) {
  const original = nextOf(session, today)
  if (session.recurrence === null || wallDay(session.start) >= today || original === null)
    return { kind: 'all' } as const
  return { kind: 'following', original, newId: newId() } as const
}

/** An engagement is closed with its outcome, or the outcome of a closed one is changed. It ends on the day of the outcome at the latest. */
export function closedCommand(engagement: Engagement, outcome: Outcome): Command {
  const { start, end } = engagement
  const last = end === null || end > outcome.on ? outcome.on : end
  const value: Engagement = {
    ...engagement,
    status: 'closed',
    probability: 100,
    nextContact: null,
    outcome,
    end: outcome.kind === 'lost' || (start !== null && last < start) ? end : last,
  }
  return { type: 'practice/put', records: [{ kind: 'engagement', value }] }
}
