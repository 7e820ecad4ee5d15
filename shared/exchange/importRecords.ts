/** Meetings as records of the plan: new ones, and what a newer export changes in those imported before. */
import type { TimeOff } from '../plan/availability.ts'
import type { DayNote } from '../plan/dayNote.ts'
import { type Id, LONGEST_MINUTES } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { OccurrenceChange, Session, SessionRecurrence } from '../plan/session.ts'
import type { Source } from '../plan/source.ts'
import { addWallMinutes, type WallClock, wallNumber } from '../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import type { CalendarEvent } from './calendarFile.ts'
import { UTC } from './calendarTime.ts'
import type { DeletedImports } from './deletedImports.ts'
import { digest, shortDigest } from './digest.ts'
import { dayRange, partOfDay } from './importVerdict.ts'
import type { ChangedOccurrence, Meeting, Timing } from './meetings.ts'
import { ownChange, ownRule, withOwnFacts } from './ownRecords.ts'

/** What does not come from the calendar. */
export interface RecordContext {
  readonly calendar: string
  readonly homeZone: string
  /** The title of what has none. */
  readonly untitled: string
  /** What was deleted here and stays so. */
  readonly deleted: DeletedImports
  /** What an exported plan may name. */
  readonly practice: Plan['practice']
}

/** What a newer export is compared by: each part of a meeting on its own, so that only what changed there changes here. */
interface Parts {
  readonly time: string
  readonly title: string
  readonly notes: string
  readonly rule: string
  readonly state: string
}

function partsOf(meeting: Meeting, context: RecordContext): Parts {
  const { event, timing, recurrence, changes } = meeting
  const part = (value: unknown) => shortDigest(JSON.stringify(value))
  const changed = changes.map((change) => [change.original, changeOf(change, meeting, context)])
  return {
    time: part([timing.allDay, placeOf(meeting), timing.minutes]),
    title: part(event.title),
    notes: shortDigest(notesOf(event)),
    rule: part([recurrence, changed]),
    state: part([event.status, event.transparent, event.busy]),
  }
}

/** Where a meeting lies: a single time written in UTC is an instant, however the home zone that shows it changes. */
function placeOf({ event, timing, recurrence }: Meeting): string {
  const isInstant = recurrence === null && event.start.kind === 'time' && event.start.zone === UTC
  return isInstant ? String(toEpochMinute(timing.start, timing.zone)) : `${timing.start} ${timing.zone}`
}

const LENGTH = 8
const partNames = ['time', 'title', 'notes', 'rule', 'state'] as const

/** The digest of a meeting as its source keeps it: one short digest a part. */
export function meetingDigest(meeting: Meeting, context: RecordContext): string {
  const parts = partsOf(meeting, context)
  return partNames.map((name) => parts[name]).join('')
}

function partsOfDigest(text: string): Parts {
  const parts = partNames.map((name, i) => [name, text.slice(i * LENGTH, (i + 1) * LENGTH)])
  return Object.fromEntries(parts) as unknown as Parts
}

/** Where a meeting's record came from. */
export function sourceOf(meeting: Meeting, context: RecordContext): Source {
  return {
    calendar: context.calendar,
    uid: meeting.uid,
    recurrenceId: meeting.recurrenceId,
    sequence: meeting.event.sequence,
    modified: meeting.event.modified,
    digest: meetingDigest(meeting, context),
  }
}

/** Place and description of an event. */
export function notesOf({ location, description }: CalendarEvent): string {
  return [location, description].filter((text) => text.trim() !== '').join('\n\n')
}

function titleOf(event: CalendarEvent, context: RecordContext): string {
  return event.title.trim() === '' ? context.untitled : event.title
}

function statusOf({ status, busy }: CalendarEvent): Session['status'] {
  return status === 'tentative' || busy === 'tentative' ? 'tentative' : 'confirmed'
}

/** A session that the plan does not hold yet. */
export function newSession(
  meeting: Meeting,
  id: Id,
  engagementId: Id | null,
  context: RecordContext,
): Session {
  const { event, timing } = meeting
  const session: Session = {
    id,
    engagementId,
    title: titleOf(event, context),
    kind: event.people.length > 0 || event.location.trim() !== '' ? 'meeting' : 'focus',
    start: timing.start,
    minutes: timing.minutes,
    zone: timing.zone,
    status: statusOf(event),
    billable: engagementId !== null,
    areaId: null,
    deliverableId: null,
    travelBefore: 0,
    travelAfter: 0,
    lead: 'usual',
    notes: notesOf(event),
    recurrence: recurrenceOf(meeting, context),
    source: sourceOf(meeting, context),
  }
  return context.deleted.leaveOut(withOwnFacts(session, event, context.practice), meeting.uid)
}

function recurrenceOf(meeting: Meeting, context: RecordContext): SessionRecurrence | null {
  const { recurrence, changes } = meeting
  if (recurrence === null) return null
  const changed = Object.fromEntries(
    changes.map((change) => [change.original, changeOf(change, meeting, context)]),
  )
  return { ...recurrence, rule: ownRule(meeting, recurrence.rule), changed }
}

/** What an occurrence does not share with its series. A length that no session can have is left as the series'. */
function changeOf(
  { original, event, timing }: ChangedOccurrence,
  series: Meeting,
  context: RecordContext,
): OccurrenceChange {
  const change: { -readonly [K in keyof OccurrenceChange]: OccurrenceChange[K] } = {}
  const { minutes } = timing
  if (timing.start !== original) change.start = timing.start
  if (minutes !== series.timing.minutes && minutes >= 1 && minutes <= LONGEST_MINUTES)
    change.minutes = minutes
  if (event.title !== series.event.title) change.title = titleOf(event, context)
  if (statusOf(event) !== statusOf(series.event)) change.status = statusOf(event)
  if (notesOf(event) !== notesOf(series.event)) change.notes = notesOf(event)
  return ownChange({ original, event, timing }, series, change, context.practice)
}

/**
 * A session imported before, with what the calendar changed since. What did not change there stays as it is here, also
 * where the user changed it: engagement, area and kind always, notes once they were edited.
 */
export function updatedSession(
  before: Session,
  source: Source,
  meeting: Meeting,
  context: RecordContext,
): Session {
  const was = partsOfDigest(source.digest)
  const now = partsOf(meeting, context)
  const { event, timing } = meeting
  const time =
    was.time === now.time ? {} : { start: timing.start, minutes: timing.minutes, zone: timing.zone }
  const title = was.title === now.title ? {} : { title: titleOf(event, context) }
  const untouched = shortDigest(before.notes) === was.notes
  const notes = was.notes !== now.notes && untouched ? { notes: notesOf(event) } : {}
  const status = was.state === now.state ? {} : { status: statusOf(event) }
  const repeats = recurrenceOf(meeting, context)
  const kept = was.time === now.time ? before.recurrence : movedRecurrence(before, timing, repeats)
  const recurrence = was.rule === now.rule ? kept : keptChanges(before.recurrence, repeats)
  const session = { ...before, ...time, ...title, ...notes, ...status, recurrence }
  // What was exported here keeps where it came from.
  const updated = { ...session, source: source.digest === '' ? before.source : sourceOf(meeting, context) }
  return was.rule === now.rule ? updated : context.deleted.leaveOut(updated, meeting.uid)
}

/** The recurrence as it is here; where only the start of the series moved, the exceptions that were made here move along. */
function movedRecurrence(
  before: Session,
  timing: Timing,
  now: SessionRecurrence | null,
): SessionRecurrence | null {
  const { recurrence } = before
  const distance = wallNumber(timing.start) - wallNumber(before.start)
  if (recurrence === null || now === null || distance === 0) return recurrence
  const move = (at: WallClock) => addWallMinutes(at, distance)
  const moved = (list: readonly WallClock[], ofCalendar: readonly WallClock[]) =>
    list.map((at) => (ofCalendar.includes(at) ? at : move(at)))
  const changed = Object.entries(recurrence.changed).map(
    ([at, change]) => [Object.hasOwn(now.changed, at) ? at : move(at), change] as const,
  )
  return {
    ...recurrence,
    except: moved(recurrence.except, now.except),
    extra: moved(recurrence.extra, now.extra),
    changed: Object.fromEntries(changed),
  }
}

const ownFields = [
  'engagementId',
  'kind',
  'billable',
  'areaId',
  'deliverableId',
  'travelBefore',
  'travelAfter',
  'lead',
] as const

function ownOf(change: OccurrenceChange): OccurrenceChange {
  return Object.fromEntries(
    ownFields.filter((name) => change[name] !== undefined).map((name) => [name, change[name]]),
  )
}

/** The calendar's recurrence, with what the user decided for single occurrences. */
function keptChanges(
  before: SessionRecurrence | null,
  now: SessionRecurrence | null,
): SessionRecurrence | null {
  if (before === null || now === null) return now
  const changed: Record<WallClock, OccurrenceChange> = { ...now.changed }
  for (const [original, change] of Object.entries(before.changed)) {
    const own = ownOf(change)
    if (Object.keys(own).length > 0) changed[original] = { ...changed[original], ...own }
  }
  return { ...now, changed }
}

/** A series of the plan with one occurrence changed or cancelled by a file that holds only that occurrence. */
export function amendedSeries(
  series: Session,
  meeting: Meeting,
  isCancelled: boolean,
  context: RecordContext,
): Session {
  const { recurrence } = series
  if (recurrence === null || meeting.recurrenceId === null) return series
  const onClocksOfSeries = (wall: WallClock) =>
    meeting.timing.zone === series.zone
      ? wall
      : fromEpochMinute(toEpochMinute(wall, meeting.timing.zone), series.zone)
  const original = onClocksOfSeries(meeting.recurrenceId)
  const { [original]: was = {}, ...others } = recurrence.changed
  if (isCancelled) {
    const except = [...new Set([...recurrence.except, original])].sort()
    return { ...series, recurrence: { ...recurrence, except, changed: others } }
  }
  const { event, timing } = meeting
  const start = onClocksOfSeries(timing.start)
  const change: OccurrenceChange = {
    ...ownOf(was),
    ...(start === original ? {} : { start }),
    ...(timing.minutes === series.minutes ? {} : { minutes: timing.minutes }),
    ...(event.title === series.title ? {} : { title: titleOf(event, context) }),
    ...(statusOf(event) === series.status ? {} : { status: statusOf(event) }),
  }
  const except = recurrence.except.filter((at) => at !== original)
  return { ...series, recurrence: { ...recurrence, except, changed: { ...others, [original]: change } } }
}

/** Time off from an all-day event, or from a timed one that is a part of one day. */
export function timeOffOf(meeting: Meeting, id: Id, context: RecordContext): TimeOff {
  const { event, timing } = meeting
  const days =
    event.own !== null && 'timeOff' in event.own
      ? event.own.timeOff
      : {
          ...dayRange(timing, context.homeZone),
          part: timing.allDay ? null : partOfDay(timing, context.homeZone),
        }
  return {
    id,
    title: titleOf(event, context),
    ...days,
    source: daySource(meeting, context),
  }
}

/** A day note from an event. */
export function dayNoteOf(meeting: Meeting, id: Id, context: RecordContext): DayNote {
  const { event, timing } = meeting
  return {
    id,
    title: titleOf(event, context),
    ...dayRange(timing, context.homeZone),
    source: daySource(meeting, context),
  }
}

/** Days keep one digest: title and days are all that they take from the calendar. */
function daySource(meeting: Meeting, context: RecordContext): Source {
  const { allDay, start, minutes } = meeting.timing
  const content = JSON.stringify([meeting.event.title, allDay, start, minutes])
  return { ...sourceOf(meeting, context), digest: digest(content) }
}
