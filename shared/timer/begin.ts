/** Timers that begin: for an engagement, for a session, and which are likely wanted. */
import type { Command } from '../commands/registry.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan, type Year } from '../plan/plan.ts'
import type { Occurrence } from '../plan/session.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { Timer } from '../plan/timer.ts'
import type { PlacedOccurrence } from '../reminders/due.ts'
import { upcoming } from '../reminders/upcoming.ts'
import { instantOf, minuteOf } from './instant.ts'
import { type AnsweredGap, type SettleContext, type Settled, switchTimer } from './settle.ts'

/** What a timer is to be for. */
export type TimerStart = Omit<Timer, 'entryId' | 'startedAt' | 'zone' | 'keptThrough'>

/** Work of an engagement; null is own business. */
export function forEngagement(engagementId: Id | null, note = ''): TimerStart {
  const billable = engagementId !== null
  return { engagementId, deliverableId: null, areaId: null, note, billable, session: null }
}

/** Work on a planned session. */
export function forOccurrence(occurrence: Occurrence): TimerStart {
  const { engagementId, deliverableId, areaId, title, billable, id, original } = occurrence
  return {
    engagementId,
    deliverableId,
    areaId,
    note: title,
    billable,
    session: { sessionId: id, original },
  }
}

/** Starts a timer now, in the home zone; one that runs is stopped in the same step. */
export function startCommand(
  plan: Plan,
  start: TimerStart,
  answered: readonly AnsweredGap[],
  context: SettleContext,
): Settled {
  const { timer, settings } = plan.practice
  const startedAt = instantOf(context.now)
  const next: Timer = {
    entryId: context.newId(),
    startedAt,
    zone: settings.homeZone,
    keptThrough: null,
    ...start,
  }
  if (timer !== null) return switchTimer(plan, timer, answered, next, context)
  const command: Command = { type: 'timer/start', timer: next }
  return { ok: true, command }
}

/** What the timer is likely wanted for. */
export interface LikelyStarts {
  /** The engagement that time was logged to last; undefined where none was, null is own business. */
  readonly last: Id | null | undefined
  /** The session that goes on or comes next. */
  readonly next: PlacedOccurrence | null
  /** Active engagements of clients in use, by client and order. */
  readonly engagements: readonly Id[]
}

/** What the timer is likely wanted for at an instant in seconds. */
export function likelyStarts(plan: Plan, now: number): LikelyStarts {
  const engagements = startable(plan)
  const last = lastLogged(plan)?.engagementId
  const isOpen = last === null || (last !== undefined && engagements.includes(last))
  return {
    last: isOpen ? last : undefined,
    next: upcoming(plan, minuteOf(now), 1)[0] ?? null,
    engagements,
  }
}

/** The engagements that time is usually started for: active ones of clients that are not archived. */
export function startable({ practice }: Plan): readonly Id[] {
  return Object.values(practice.engagements)
    .filter(
      ({ clientId, status }) => status === 'active' && own(practice.clients, clientId)?.archived === false,
    )
    .sort((a, b) => orderOf(practice, a.clientId) - orderOf(practice, b.clientId) || a.order - b.order)
    .map(({ id }) => id)
}

function orderOf({ clients }: Plan['practice'], clientId: Id): number {
  return own(clients, clientId)?.order ?? 0
}

const lastOfYear = new WeakMap<Year['entries'], TimeEntry | null>()

function lastLogged({ years }: Plan): TimeEntry | null {
  for (const key of Object.keys(years).sort().reverse()) {
    const last = lastIn(years[key]?.entries ?? {})
    if (last !== null) return last
  }
  return null
}

function lastIn(entries: Year['entries']): TimeEntry | null {
  const known = lastOfYear.get(entries)
  if (known !== undefined) return known
  let last: TimeEntry | null = null
  const place = ({ day, start }: TimeEntry) => start ?? day
  for (const entry of Object.values(entries))
    if (entry.minutes > 0 && (last === null || place(last) < place(entry))) last = entry
  lastOfYear.set(entries, last)
  return last
}
