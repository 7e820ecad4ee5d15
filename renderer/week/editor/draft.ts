import type { Command } from '../../../shared/commands/registry.ts'
import type { Scope } from '../../../shared/commands/sessionCommands.ts'
import type { Id } from '../../../shared/plan/fields.ts'
import { findSession, own, type Plan } from '../../../shared/plan/plan.ts'
import { reschedule, splitSeries } from '../../../shared/plan/series.ts'
import type { Occurrence, Session, SessionChange } from '../../../shared/plan/session.ts'
import type { Day } from '../../../shared/time/day.ts'
import {
  type WallClock,
  wallClock,
  wallDay,
  wallMinute,
  wallNumber,
  wallOf,
} from '../../../shared/time/wallClock.ts'
import { type ScopeKind, scopeAs } from '../edits.ts'
import { type Repeat, repeatOf, ruleOf } from './repeat.ts'

/** What the editor's fields hold: a session's, each possibly not valid yet. Day and minute are on the session's own clocks. */
export interface Draft {
  readonly title: string
  readonly engagementId: Id | null
  readonly kind: Session['kind']
  readonly day: Day | null
  /** Null in the editor of several new sessions: each takes the next free time of its day. */
  readonly minute: number | null
  readonly minutes: number | null
  readonly zone: string
  readonly status: Session['status']
  readonly billable: boolean
  readonly areaId: Id | null
  readonly deliverableId: Id | null
  /** Minutes on the way there and back. */
  readonly travelBefore: number
  readonly travelAfter: number
  /** How long before it to remind. */
  readonly lead: Session['lead']
  readonly notes: string
  readonly repeat: Repeat
}

/** The fields of an occurrence; the repetition is its series'. */
export function draftOf(plan: Plan, occurrence: Occurrence): Draft {
  const { title, engagementId, kind, start, minutes, zone, status, billable } = occurrence
  const { areaId, deliverableId, travelBefore, travelAfter, lead, notes } = occurrence
  const rule = findSession(plan, occurrence.id)?.recurrence?.rule ?? null
  return {
    ...{ title, engagementId, kind, minutes, zone, status, billable, areaId, deliverableId, notes },
    ...{ travelBefore, travelAfter, lead },
    day: wallDay(start),
    minute: wallMinute(start),
    repeat: repeatOf(rule === '' ? null : rule, wallDay(occurrence.original ?? start)),
  }
}

/** A draft with another engagement: a deliverable of the old one goes, and a prospect's time is tentative. */
export function withEngagement(plan: Plan, draft: Draft, engagementId: Id | null): Draft {
  const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
  const isProspect = engagement?.status === 'prospect'
  return {
    ...draft,
    engagementId,
    deliverableId: null,
    billable: engagement !== undefined && !isProspect,
    status: isProspect ? 'tentative' : draft.status,
  }
}

/** What a session without a title is called: by its deliverable or its engagement. */
export function usualTitle(
  plan: Plan,
  { engagementId, deliverableId }: Pick<Draft, 'engagementId' | 'deliverableId'>,
  ownBusiness: string,
): string {
  const deliverable = deliverableId === null ? undefined : own(plan.practice.deliverables, deliverableId)
  const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
  return deliverable?.title ?? engagement?.name ?? ownBusiness
}

/** The fields that a session takes from a draft. An empty length or start stays invalid, for the schema to refuse. */
function fieldsOf(draft: Draft, title: string) {
  const { engagementId, kind, zone, status, billable, areaId, deliverableId, notes } = draft
  const { travelBefore, travelAfter, lead } = draft
  return {
    title,
    engagementId,
    kind,
    minutes: draft.minutes ?? 0,
    zone,
    status,
    billable,
    areaId,
    deliverableId,
    travelBefore,
    travelAfter,
    lead,
    notes,
  }
}

/** The start that a draft says; null where day or time is empty. */
export function startOf({ day, minute }: Draft): WallClock | null {
  return day === null || minute === null ? null : wallClock(day, minute)
}

/** The command for new sessions: one each for `blanks`, which bring id and start, with the draft's fields. */
export function createFrom(draft: Draft, blanks: readonly Session[], title: string): Command {
  const only = blanks.length === 1
  const sessions = blanks.map((blank): Session => {
    const start = only
      ? (startOf(draft) ?? blank.start)
      : draft.minute === null
        ? blank.start
        : wallClock(wallDay(blank.start), draft.minute)
    const rule = only ? ruleOf(draft.repeat, wallDay(start)) : null
    return {
      ...blank,
      ...fieldsOf(draft, title),
      start,
      recurrence: rule === null ? null : newRecurrence(rule),
    }
  })
  return { type: 'session/create', sessions }
}

function newRecurrence(rule: string): NonNullable<Session['recurrence']> {
  return { rule, except: [], extra: [], changed: {} }
}

/** Whether the repetition itself was edited: then the edit cannot be for one occurrence. */
export function repeatChanged(before: Draft, after: Draft): boolean {
  return JSON.stringify(before.repeat) !== JSON.stringify(after.repeat)
}

/**
 * The command for what differs between two drafts of an occurrence, for a scope. Null where nothing differs;
 * `rule` where the series' repetition cannot move to the new day in one plain way.
 */
export function changeFrom(
  plan: Plan,
  occurrence: Occurrence,
  { before, after, title }: { readonly before: Draft; readonly after: Draft; readonly title: string },
  scope: ScopeKind,
  newId: Id,
): Command | null | 'rule' {
  const start = startOf(after)
  const fields = different(fieldsOf(before, before.title), fieldsOf(after, title))
  const moved = start !== null && start !== occurrence.start
  const repeated = repeatChanged(before, after)
  const named = (change: SessionChange, whole: Scope): Command | null =>
    Object.keys(change).length === 0
      ? null
      : { type: 'session/change', id: occurrence.id, scope: whole, change }
  const session = findSession(plan, occurrence.id)
  const whole = scopeAs(occurrence, scope, newId)
  if (session === undefined || occurrence.original === null || scope === 'this') {
    const recurrence = repeated && scope !== 'this' ? { recurrence: recurrenceOf(after, session, start) } : {}
    return named({ ...fields, ...(moved ? { start } : {}), ...recurrence }, whole)
  }
  const series = scope === 'all' ? session : splitSeries(session, occurrence.original, newId).after
  const placed = moved
    ? reschedule(series, occurrence.original, shiftedStart(occurrence.original, occurrence.start, start))
    : {}
  if (placed === null && !repeated) return 'rule'
  const recurrence = repeated ? { recurrence: recurrenceOf(after, series, start) } : {}
  const single = repeated && after.repeat.kind === 'never' && start !== null ? { start } : {}
  return named({ ...fields, ...placed, ...recurrence, ...single }, whole)
}

/** Where an original start goes when its occurrence moves from one start to another. */
export function shiftedStart(original: WallClock, from: WallClock, to: WallClock): WallClock {
  return wallOf(wallNumber(original) + wallNumber(to) - wallNumber(from))
}

function recurrenceOf(
  draft: Draft,
  session: Session | undefined,
  start: WallClock | null,
): Session['recurrence'] {
  const rule = ruleOf(draft.repeat, start === null ? (draft.day ?? '') : wallDay(start))
  if (rule === null) return null
  return { ...(session?.recurrence ?? newRecurrence(rule)), rule }
}

function different<T extends object>(before: T, after: T): Partial<T> {
  const changed = Object.entries(after).filter(([field, value]) => before[field as keyof T] !== value)
  return Object.fromEntries(changed) as Partial<T>
}
