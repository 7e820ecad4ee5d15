/**
 * The events of a calendar put together: a series with its exceptions and changed occurrences is one meeting, times stand
 * in IANA zones, lengths are elapsed minutes. Still nothing is said of what a meeting becomes in the plan.
 */
import { identityOf } from '../plan/deletedImport.ts'
import { reschedule, splitSeries } from '../plan/series.ts'
import type { Session } from '../plan/session.ts'
import { each, finished, type Steps, within } from '../steps.ts'
import { addDays, daysBetween } from '../time/day.ts'
import { addWallMinutes, MINUTES_A_DAY, type WallClock, wallDay } from '../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import type { CalendarEvent, CalendarLength, CalendarTime } from './calendarFile.ts'
import { UTC } from './calendarTime.ts'

/** When something is. All-day times start at 00:00 and are civil days: their zone means nothing. */
export interface Timing {
  readonly allDay: boolean
  readonly start: WallClock
  readonly zone: string
  /** Elapsed minutes; for all-day times 1440 a day. Not positive where the file says nonsense or nothing. */
  readonly minutes: number
}

/** One occurrence of a series that differs from it. */
export interface ChangedOccurrence {
  /** Its original start on the clocks of the series. */
  readonly original: WallClock
  readonly event: CalendarEvent
  readonly timing: Timing
}

/** A single event, a series, a part of a series (split by THISANDFUTURE), or an occurrence without its series. */
export interface Meeting {
  readonly uid: string
  /** Null for a single event and for a series; the original start for a part or a lone occurrence. */
  readonly recurrenceId: WallClock | null
  readonly event: CalendarEvent
  readonly timing: Timing
  readonly recurrence: {
    readonly rule: string
    readonly except: readonly WallClock[]
    readonly extra: readonly WallClock[]
  } | null
  readonly changes: readonly ChangedOccurrence[]
}

/** The zones to read times in: the one of each name in the file, and the one to show times in that were written in UTC. */
export interface ZoneReading {
  readonly zoneOf: (name: string) => string
  readonly ofUtc: string
}

/** The meetings of a calendar, and the events that a newer version in the same file replaces. */
export interface Meetings {
  readonly meetings: readonly Meeting[]
  readonly replaced: readonly Meeting[]
}

interface Group {
  master: CalendarEvent | null
  readonly changes: Map<string, CalendarEvent>
}

/** Puts the events together, in the order of the file. */
export function meetingsOf(events: readonly CalendarEvent[], zones: ZoneReading): Meetings {
  return finished(gatheringMeetings(events, zones))
}

/** The same in steps. */
export function* gatheringMeetings(events: readonly CalendarEvent[], zones: ZoneReading): Steps<Meetings> {
  const groups = new Map<string, Group>()
  const again: Meeting[] = []
  const placing = each(events, (event) => {
    let group = groups.get(event.uid)
    if (group === undefined) {
      group = { master: null, changes: new Map() }
      groups.set(event.uid, group)
    }
    const older = place(group, event)
    if (older !== null) again.push(loneOccurrence(older, zones))
  })
  yield* within(0, 0.5, placing)
  const meetings = new Map<string, Meeting>()
  const settling = each([...groups.values()], (group) => {
    for (const meeting of ofGroup(group, zones)) {
      const identity = identityOf(meeting.uid, meeting.recurrenceId)
      // A day and a time of it may name the same original start: the later in the file counts.
      const earlier = meetings.get(identity)
      if (earlier !== undefined) again.push(earlier)
      meetings.set(identity, meeting)
    }
  })
  yield* within(0.5, 1, settling)
  return { meetings: [...meetings.values()], replaced: again }
}

/** Puts an event into its group; returns the older version that gives way. */
function place(group: Group, event: CalendarEvent): CalendarEvent | null {
  if (event.recurrenceId === null) {
    const [kept, older] = newer(group.master, event)
    group.master = kept
    return older
  }
  const key = JSON.stringify(event.recurrenceId)
  const [kept, older] = newer(group.changes.get(key) ?? null, event)
  group.changes.set(key, kept)
  return older
}

/** The newer of two versions first: by SEQUENCE, then LAST-MODIFIED, then the later in the file (RFC 5546 §2.1.5). */
function newer(
  known: CalendarEvent | null,
  event: CalendarEvent,
): readonly [CalendarEvent, CalendarEvent | null] {
  if (known === null) return [event, null]
  const isOlder =
    event.sequence < known.sequence || (event.sequence === known.sequence && event.modified < known.modified)
  return isOlder ? [known, event] : [event, known]
}

function ofGroup({ master, changes }: Group, zones: ZoneReading): readonly Meeting[] {
  const all = [...changes.values()]
  if (master === null) return all.map((event) => loneOccurrence(event, zones))
  const timing = timingOf(master.start, master.length, zones, isRecurring(master))
  const base = { uid: master.uid, recurrenceId: null, event: master, timing }
  if (isRecurring(master)) return ofSeries(base, all, zones)
  const own = all.find((event) => originalOf(event.recurrenceId, timing, zones) === timing.start)
  const others = all.filter((event) => event !== own).map((event) => loneOccurrence(event, zones))
  const single =
    own === undefined ? base : { ...base, event: own, timing: timingOf(own.start, own.length, zones, false) }
  return [{ ...single, recurrence: null, changes: [] }, ...others]
}

function isRecurring(event: CalendarEvent): boolean {
  return event.rule !== null || event.extra.length > 0
}

function loneOccurrence(event: CalendarEvent, zones: ZoneReading): Meeting {
  const timing = timingOf(event.start, event.length, zones, false)
  const { recurrenceId } = event
  return {
    uid: event.uid,
    recurrenceId: recurrenceId === null ? null : originalOf(recurrenceId, timing, zones),
    event,
    timing,
    recurrence: null,
    changes: [],
  }
}

/** Where a time lies. A single time written in UTC is shown in the zone of the reader; a series keeps to UTC, as its rule does. */
function timingOf(start: CalendarTime, length: CalendarLength, zones: ZoneReading, repeats: boolean): Timing {
  if (start.kind === 'date') {
    const days =
      length.kind === 'lasts'
        ? length.days
        : length.end.kind === 'date'
          ? daysBetween(start.day, length.end.day)
          : 1
    // RFC 5545 wants a later DTEND; equal days are how several programs write one day.
    return {
      allDay: true,
      start: `${start.day}T00:00`,
      zone: 'UTC',
      minutes: Math.max(1, days) * MINUTES_A_DAY,
    }
  }
  const written = zones.zoneOf(start.zone)
  const from = toEpochMinute(start.wall, written)
  const minutes = endOf(start, length, zones) - from
  if (start.zone !== UTC || repeats) return { allDay: false, start: start.wall, zone: written, minutes }
  return { allDay: false, start: fromEpochMinute(from, zones.ofUtc), zone: zones.ofUtc, minutes }
}

function endOf(start: CalendarTime & { kind: 'time' }, length: CalendarLength, zones: ZoneReading): number {
  const zone = zones.zoneOf(start.zone)
  if (length.kind === 'lasts')
    return toEpochMinute(addWallMinutes(start.wall, length.days * MINUTES_A_DAY), zone) + length.minutes
  const { end } = length
  return end.kind === 'time'
    ? toEpochMinute(end.wall, zones.zoneOf(end.zone))
    : toEpochMinute(`${end.day}T00:00`, zone)
}

/** A RECURRENCE-ID, EXDATE or RDATE as an original start on the clocks of its series. A date among times means that day's occurrence. */
function originalOf(time: CalendarTime | null, series: Timing, zones: ZoneReading): WallClock {
  if (time === null) return series.start
  if (time.kind === 'date') return `${time.day}T${series.start.slice(11)}`
  if (series.allDay) return `${wallDay(time.wall)}T00:00`
  const zone = zones.zoneOf(time.zone)
  return zone === series.zone ? time.wall : fromEpochMinute(toEpochMinute(time.wall, zone), series.zone)
}

/** Something happened at an occurrence: it was changed, or cancelled. */
function ofSeries(
  base: Pick<Meeting, 'uid' | 'recurrenceId' | 'event' | 'timing'>,
  events: readonly CalendarEvent[],
  zones: ZoneReading,
): readonly Meeting[] {
  const { event: master, timing } = base
  const except = master.except.map((time) => originalOf(time, timing, zones))
  const extra: WallClock[] = []
  const changes = new Map<WallClock, ChangedOccurrence>()
  for (const { at, length } of master.extra) {
    const original = originalOf(at, timing, zones)
    extra.push(original)
    if (length === null) continue
    const own = inSeries(timingOf(at, length, zones, true), timing)
    if (own.minutes !== timing.minutes) changes.set(original, { original, event: master, timing: own })
  }
  const splits = new Map<WallClock, ChangedOccurrence>()
  for (const event of events) {
    const original = originalOf(event.recurrenceId, timing, zones)
    const change = {
      original,
      event,
      timing: inSeries(timingOf(event.start, event.length, zones, false), timing),
    }
    if (event.andFollowing) splits.set(original, change)
    else if (event.status === 'cancelled') except.push(original)
    else changes.set(original, change)
    if (event.status === 'cancelled') changes.delete(original)
  }
  const recurrence = {
    rule: master.rule ?? '',
    except: [...new Set(except)].sort(),
    extra: [...new Set(extra)].sort(),
  }
  const whole: Meeting = { ...base, recurrence, changes: [...changes.values()] }
  return splits.size === 0 ? [whole] : splitAt(whole, [...splits.values()])
}

/** A changed occurrence on the clocks of its series, where it was written in UTC or shown in the reader's zone. */
function inSeries(timing: Timing, series: Timing): Timing {
  if (timing.allDay || series.allDay || timing.zone === series.zone) return timing
  const start = fromEpochMinute(toEpochMinute(timing.start, timing.zone), series.zone)
  return { ...timing, start, zone: series.zone }
}

/** RANGE=THISANDFUTURE (§3.2.13): the series ends before the occurrence, and goes on from there as changed. */
function splitAt(whole: Meeting, splits: readonly ChangedOccurrence[]): readonly Meeting[] {
  const parts: Meeting[] = []
  let rest = whole
  let moved = 0
  for (const split of splits.toSorted((a, b) => (a.original < b.original ? -1 : 1))) {
    const at = addWallMinutes(split.original, moved)
    const { before, after } = splitSeries(asSession(rest), at, 'after')
    if (before !== null) parts.push({ ...rest, ...partOf(rest, before) })
    const shifted = reschedule(after, at, split.timing.start)
    const following = { ...after, ...shifted }
    const { status } = split.event
    rest = {
      ...rest,
      ...partOf(rest, following),
      recurrenceId: split.original,
      event: { ...rest.event, ...aboutOf(split.event), rule: rest.event.rule, status },
      timing: { ...rest.timing, start: following.start, minutes: split.timing.minutes },
    }
    moved += shifted === null ? 0 : wallDistance(at, split.timing.start)
  }
  return [...parts, rest]
}

function wallDistance(from: WallClock, to: WallClock): number {
  return toEpochMinute(to, 'UTC') - toEpochMinute(from, 'UTC')
}

/** What the rest of a series takes over from the occurrence that it follows. */
function aboutOf(event: CalendarEvent) {
  const { title, description, location, people, transparent, busy, sequence, modified } = event
  return { title, description, location, people, transparent, busy, sequence, modified }
}

/** A meeting as `shared/plan/series.ts` wants it. What it does not look at is empty; each change carries its original start as a title. */
function asSession({ timing, recurrence, changes }: Meeting): Session {
  const changed = Object.fromEntries(changes.map(({ original }) => [original, { title: original }]))
  return {
    id: 'whole',
    engagementId: null,
    title: '',
    kind: 'meeting',
    start: timing.start,
    minutes: timing.minutes,
    zone: timing.zone,
    status: 'confirmed',
    billable: false,
    areaId: null,
    deliverableId: null,
    travelBefore: 0,
    travelAfter: 0,
    lead: 'usual',
    notes: '',
    recurrence: { rule: '', except: [], extra: [], ...recurrence, changed },
    source: null,
  }
}

/** The recurrence and changes of a meeting's part, from the session it was split as. */
function partOf(whole: Meeting, part: Session): Pick<Meeting, 'recurrence' | 'changes'> {
  const { changed = {}, rule = '', except = [], extra = [] } = part.recurrence ?? {}
  const byOriginal = new Map(whole.changes.map((change) => [change.original, change]))
  const changes = Object.entries(changed).flatMap(([original, { title }]) => {
    const change = byOriginal.get(title ?? original)
    return change === undefined ? [] : [{ ...change, original }]
  })
  return { recurrence: { rule, except, extra }, changes }
}

/** The day after the last of an all-day time. */
export function dayAfter({ start, minutes }: Timing): string {
  return addDays(wallDay(start), minutes / MINUTES_A_DAY)
}
