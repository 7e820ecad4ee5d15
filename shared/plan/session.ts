import { z } from 'zod'
import { parseRule } from '../time/ruleText.ts'
import type { WallClock } from '../time/wallClock.ts'
import { anyOf, Id, Minutes, MinuteTotal, Note, Title, WallClockField, ZoneField } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { OwnLead } from './reminding.ts'
import { Source } from './source.ts'

export const sessionKinds = ['focus', 'meeting', 'travel', 'admin'] as const
export const SessionKind = z.enum(sessionKinds)
export type SessionKind = z.infer<typeof SessionKind>

export const SessionStatus = z.enum(['confirmed', 'tentative'])
export type SessionStatus = z.infer<typeof SessionStatus>

/** What a session says of its time, its own or of one changed occurrence. */
const about = {
  /** Null is own-business time. */
  engagementId: Id.nullable(),
  title: Title,
  kind: SessionKind,
  start: WallClockField,
  /** Elapsed minutes. */
  minutes: Minutes,
  zone: ZoneField,
  status: SessionStatus,
  billable: z.boolean(),
  areaId: Id.nullable(),
  deliverableId: Id.nullable(),
  /** Minutes on the way before and after. */
  travelBefore: MinuteTotal.max(1440),
  travelAfter: MinuteTotal.max(1440),
  /** How long before it to remind. */
  lead: OwnLead,
  notes: Note,
}

/** One occurrence of a series that differs from it. Only what differs is kept. */
export const OccurrenceChange = z.strictObject(anyOf(about))
export type OccurrenceChange = Frozen<z.infer<typeof OccurrenceChange>>

/**
 * A rule by RFC 5545 with its exceptions. `except` (EXDATE) and the keys of `changed` (RECURRENCE-ID) name occurrences
 * by their original wall-clock start in the session's zone; `extra` (RDATE) adds starts.
 */
export const SessionRecurrence = z.strictObject({
  rule: z
    .string()
    .max(2000)
    .refine((text) => text === '' || parseRule(text).ok, { error: 'rule' }),
  except: z.array(WallClockField).max(20_000),
  extra: z.array(WallClockField).max(20_000),
  changed: z.record(WallClockField, OccurrenceChange),
})
export type SessionRecurrence = Frozen<z.infer<typeof SessionRecurrence>>

/** Time on the calendar: it keeps its wall-clock start and zone, its length is elapsed minutes. */
export const Session = z.strictObject({
  id: Id,
  ...about,
  recurrence: SessionRecurrence.nullable(),
  source: Source.nullable(),
})
export type Session = Frozen<z.infer<typeof Session>>

/** A session with everything left out at its usual value: confirmed focus work, billable unless it is own business. */
export function newSession(
  given: Pick<Session, 'id' | 'engagementId' | 'title' | 'start' | 'minutes' | 'zone'> & Partial<Session>,
): Session {
  return {
    kind: 'focus',
    status: 'confirmed',
    billable: given.engagementId !== null,
    areaId: null,
    deliverableId: null,
    travelBefore: 0,
    travelAfter: 0,
    lead: 'usual',
    notes: '',
    recurrence: null,
    source: null,
    ...given,
  }
}

/** The fields of a session that an edit may set. */
export const SessionChange = z
  .strictObject(anyOf({ ...about, recurrence: SessionRecurrence.nullable() }))
  .refine((change) => Object.keys(change).length > 0, { error: 'empty' })
export type SessionChange = Frozen<z.infer<typeof SessionChange>>

/** Names one occurrence: the session, and for a series the occurrence's original start. */
export const OccurrenceRef = z.strictObject({ sessionId: Id, original: WallClockField.nullable() })
export type OccurrenceRef = Frozen<z.infer<typeof OccurrenceRef>>

/** One concrete stretch of time: a single session, or an occurrence of a series with its changes applied. */
export interface Occurrence extends Readonly<Omit<Session, 'recurrence'>> {
  /** Unique among occurrences: the id, or `id@original`. */
  readonly key: string
  /** Original start within the series; null for a single session. */
  readonly original: WallClock | null
}
