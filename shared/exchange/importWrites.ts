/** The records that a meeting writes and the ones that it takes the place of. */
import type { TimeOff } from '../plan/availability.ts'
import type { DayNote } from '../plan/dayNote.ts'
import { identityOf } from '../plan/deletedImport.ts'
import type { Id } from '../plan/fields.ts'
import type { Session } from '../plan/session.ts'
import { each, type Steps } from '../steps.ts'
import { wallDay } from '../time/wallClock.ts'
import { type Imported, isOwnExport } from './importMatch.ts'
import { dayNoteOf, newSession, sourceOf, timeOffOf, updatedSession } from './importRecords.ts'
import type { Case, ImportRecords } from './importShape.ts'
import { timesOfMeeting } from './meetingOccurrences.ts'
import type { Meeting } from './meetings.ts'
import { isSameRecord } from './sameRecord.ts'

/** Nothing written, nothing removed. */
export const noRecords: ImportRecords = {
  sessions: [],
  timeOff: [],
  dayNotes: [],
  removed: { sessions: [], timeOff: [], dayNotes: [] },
  restored: [],
}

/** The ids of imported records, as the command takes them out. */
export function idsOf(records: readonly Imported[]): ImportRecords['removed'] {
  const ids = (kind: Imported['kind']) =>
    records.filter((one) => one.kind === kind).map(({ record }) => record.id)
  return { sessions: ids('session'), timeOff: ids('timeOff'), dayNotes: ids('dayNote') }
}

/** Records of several items as one list each. Several items may change one series: the last has all their changes. */
export class JoinedRecords {
  private readonly sessions = new Map<Id, Session>()
  private readonly timeOff: TimeOff[] = []
  private readonly dayNotes: DayNote[] = []
  private readonly removed = { sessions: [] as Id[], timeOff: [] as Id[], dayNotes: [] as Id[] }
  private readonly restored: string[] = []

  add(records: ImportRecords): void {
    for (const session of records.sessions) this.sessions.set(session.id, session)
    this.timeOff.push(...records.timeOff)
    this.dayNotes.push(...records.dayNotes)
    this.remove(records.removed)
    this.restored.push(...records.restored)
  }

  remove({ sessions, timeOff, dayNotes }: ImportRecords['removed']): void {
    // One by one: what vanished from a calendar may be more than a call takes.
    for (const id of sessions) this.removed.sessions.push(id)
    for (const id of timeOff) this.removed.timeOff.push(id)
    for (const id of dayNotes) this.removed.dayNotes.push(id)
  }

  all(): ImportRecords {
    const { timeOff, dayNotes, removed, restored } = this
    return { sessions: [...this.sessions.values()], timeOff, dayNotes, removed, restored }
  }
}

/** A new session, or the one that is here with what changed; nothing where it is here as it is in the file. */
export function sessionRecords({ meeting, rules, found, engagement }: Case): ImportRecords {
  const { engagementId } = engagement
  const isUnchanged =
    found.length > 1 && found.some(({ source }) => source.digest === sourceOf(meeting, rules.records).digest)
  if (isUnchanged) return noRecords
  const known = found.find((one) => one.kind === 'session')
  const others = [...found.filter((one) => one !== known), ...loneOccurrences(meeting, rules)]
  const removed = idsOf(others)
  if (known === undefined)
    return {
      ...noRecords,
      sessions: [newSession(meeting, rules.newId(), engagementId, rules.records)],
      removed,
    }
  // An export of ours says all of a session: it is compared with the session, not with what a calendar said before.
  const isExport = isOwnExport(known) || meeting.event.own !== null
  const source = isExport ? { ...known.source, digest: '' } : known.source
  const changed = updatedSession(known.record, source, meeting, rules.records)
  const isSame = isExport
    ? isSameRecord(known.record, changed)
    : known.source.digest === sourceOf(meeting, rules.records).digest
  const updated = isSame ? known.record : changed
  if (engagementId === updated.engagementId)
    return { ...noRecords, sessions: isSame ? [] : [updated], removed }
  const moved = { ...updated, engagementId, billable: engagementId !== null, deliverableId: null }
  return { ...noRecords, sessions: [moved], removed }
}

/** Occurrences that came alone before, and now come with their series. */
function loneOccurrences(
  { uid, recurrence, recurrenceId }: Meeting,
  { imported, identities }: Case['rules'],
): readonly Imported[] {
  if (recurrence === null || recurrenceId !== null) return []
  return imported
    .ofUid(uid)
    .filter(
      ({ source }) => source.recurrenceId !== null && !identities.has(identityOf(uid, source.recurrenceId)),
    )
}

/** The most days that a recurring all-day event is written out to. */
const MOST_DAYS = 1500

/** Time off or day notes: one for a single event, one for each occurrence of the years around today for a series. */
export function dayRecords({ meeting, rules, found }: Case, kind: 'timeOff' | 'dayNote'): ImportRecords {
  const days = meeting.timing.allDay && meeting.recurrence !== null ? daysToWrite(meeting, rules) : [meeting]
  const left = new Map(found.map((one) => [`${one.kind}\n${one.source.recurrenceId}`, one]))
  const timeOff: TimeOff[] = []
  const dayNotes: DayNote[] = []
  for (const one of days) {
    const key = `${kind}\n${one.recurrenceId}`
    const known = left.get(key)
    left.delete(key)
    const id = known?.record.id ?? rules.newId()
    const read = kind === 'timeOff' ? timeOffOf(one, id, rules.records) : dayNoteOf(one, id, rules.records)
    const record = known !== undefined && isOwnExport(known) ? { ...read, source: known.record.source } : read
    if (known !== undefined && isHere(known, record)) continue
    if (kind === 'timeOff') timeOff.push(record as TimeOff)
    else dayNotes.push(record)
  }
  const gone = [...left.values()].filter(
    (one) => one.kind !== kind || isWrittenOut(one, meeting, rules.years),
  )
  return { ...noRecords, timeOff, dayNotes, removed: idsOf(gone) }
}

/** Whether days are here as they are in the file. */
function isHere(known: Imported, record: TimeOff | DayNote): boolean {
  if (!isOwnExport(known)) return known.source.digest === record.source?.digest
  return isSameRecord({ ...known.record, source: null }, { ...record, source: null })
}

/** The days of a part of a series that were not deleted here. */
export function daysToWrite(meeting: Meeting, rules: Case['rules']): readonly Meeting[] {
  const { deleted } = rules.records
  const days = ownDays(meeting, rules)
  return deleted.knows(meeting.uid) ? days.filter((day) => !deleted.has(day.uid, day.recurrenceId)) : days
}

/** The days of a part of a series, without those that belong to another part. */
function ownDays(meeting: Meeting, { years, dayOwners }: Case['rules']): readonly Meeting[] {
  const key = identityOf(meeting.uid, meeting.recurrenceId)
  return writtenOut(meeting, years).filter(
    (day) => (dayOwners.get(identityOf(day.uid, day.recurrenceId)) ?? key) === key,
  )
}

/** Which part of a recurring all-day event each of its days belongs to, for events that are in the file in several parts. */
export function* dayOwnersOf(
  meetings: readonly Meeting[],
  years: Case['rules']['years'],
): Steps<ReadonlyMap<string, string>> {
  const parts = new Map<string, Meeting[]>()
  for (const meeting of meetings) {
    if (!meeting.timing.allDay || meeting.recurrence === null) continue
    const known = parts.get(meeting.uid)
    if (known === undefined) parts.set(meeting.uid, [meeting])
    else known.push(meeting)
  }
  const owners = new Map<string, string>()
  const several = [...parts.values()].filter((list) => list.length > 1)
  yield* each(several.flat(), (part) => {
    for (const { uid, recurrenceId } of writtenOut(part, years)) {
      const day = identityOf(uid, recurrenceId)
      if (!owners.has(day)) owners.set(day, identityOf(part.uid, part.recurrenceId))
    }
  })
  return owners
}

/** Each occurrence of a series as an event of its own. */
function writtenOut(meeting: Meeting, years: Case['rules']['years']): readonly Meeting[] {
  return timesOfMeeting(meeting, years)
    .slice(0, MOST_DAYS)
    .map(({ original, event, timing }) => ({
      uid: meeting.uid,
      recurrenceId: original,
      event,
      timing,
      recurrence: null,
      changes: [],
    }))
}

/** Whether a day imported before would be written again were it still in the calendar: older years stay as they are. */
function isWrittenOut({ source }: Imported, { recurrence }: Meeting, years: Case['rules']['years']): boolean {
  if (recurrence === null || source.recurrenceId === null) return true
  const day = wallDay(source.recurrenceId)
  return day >= years.from && day <= years.to
}
