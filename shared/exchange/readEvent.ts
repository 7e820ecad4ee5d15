/** A VEVENT (RFC 5545 §3.6.1) from its properties. */
import { addDays, daysBetween } from '../time/day.ts'
import { formatRule, parseRule } from '../time/ruleText.ts'
import { wallDay, wallMinute } from '../time/wallClock.ts'
import type {
  BusyStatus,
  CalendarEvent,
  CalendarLength,
  CalendarPerson,
  CalendarTime,
} from './calendarFile.ts'
import {
  endAfter,
  type ListedTime,
  type ReadTime,
  readDuration,
  readStamp,
  timeOf,
  timesOf,
} from './calendarTime.ts'
import { digest } from './digest.ts'
import { OWN_PROPERTY, readOwnProperty } from './ics/ownFacts.ts'
import type { Problems } from './problems.ts'
import type { Property } from './property.ts'

/** The properties of an event that are read; the others are passed over unparsed. */
export const eventProperties: ReadonlySet<string> = new Set([
  'UID',
  'RECURRENCE-ID',
  'SEQUENCE',
  'LAST-MODIFIED',
  'DTSTAMP',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'EXDATE',
  'RDATE',
  'STATUS',
  'TRANSP',
  'ATTENDEE',
  'ORGANIZER',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
  OWN_PROPERTY,
])

/** Properties of one component by name. */
export type Properties = ReadonlyMap<string, readonly Property[]>

/** The most starts that EXDATE or RDATE may list; `SessionRecurrence` holds as many. */
const MOST_LISTED = 20_000
const MOST_PEOPLE = 200
const LONGEST_NOTE = 18_000

/** The event, or null when it has no usable start, length or rule: `problems` then says why. */
export function readEvent(properties: Properties, line: number, problems: Problems): CalendarEvent | null {
  const start = readStart(properties, line, problems)
  if (start === null) return null
  const length = readLength(properties, start, problems)
  if (length === null) return null
  const recurrenceId = readRecurrenceId(properties, problems)
  const rule = readRule(properties, recurrenceId !== null, problems)
  if (recurrenceId === undefined || rule === undefined) return null
  const whole = wholeDays(properties, start.time, length)
  const extra = readList(properties, 'RDATE', problems)
  return {
    uid: readUid(properties, start.time),
    recurrenceId,
    andFollowing: first(properties, 'RECURRENCE-ID')?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
    sequence: readSequence(text(properties, 'SEQUENCE')),
    modified: readStamp(text(properties, 'LAST-MODIFIED')) || readStamp(text(properties, 'DTSTAMP')),
    title: text(properties, 'SUMMARY')
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .slice(0, 500),
    description: text(properties, 'DESCRIPTION').slice(0, LONGEST_NOTE),
    location: text(properties, 'LOCATION').slice(0, 500),
    start: whole?.start ?? start.time,
    length: whole?.length ?? length,
    rule,
    except: readList(properties, 'EXDATE', problems).map(({ time }) => time),
    extra: extra.map(({ time, length: own }) => ({ at: time, length: own })),
    status: readStatus(text(properties, 'STATUS')),
    transparent: text(properties, 'TRANSP').trim().toUpperCase() === 'TRANSPARENT',
    busy: busyStatuses[text(properties, 'X-MICROSOFT-CDO-BUSYSTATUS').trim().toUpperCase()] ?? null,
    people: readPeople(properties),
    own:
      first(properties, OWN_PROPERTY) === undefined ? null : readOwnProperty(text(properties, OWN_PROPERTY)),
    line,
  }
}

function first(properties: Properties, name: string): Property | undefined {
  return properties.get(name)?.[0]
}

function text(properties: Properties, name: string): string {
  return first(properties, name)?.values.join(',') ?? ''
}

/** DTSTART. Two that contradict each other leave no start: nobody can say which one is meant. */
function readStart(properties: Properties, line: number, problems: Problems): ReadTime | null {
  const given = properties.get('DTSTART') ?? []
  const property = given[0]
  if (property === undefined) {
    problems.add('start-missing', line)
    return null
  }
  const other = given.find((p) => p.values[0] !== property.values[0])
  if (other !== undefined) {
    problems.add('property-twice', other.line, { name: 'DTSTART' })
    return null
  }
  return readable(property, problems)
}

function readable(property: Property, problems: Problems): ReadTime | null {
  const read = timeOf(property)
  if (read === null)
    problems.add('time-unreadable', property.line, {
      name: property.name,
      value: shown(property.values[0] ?? ''),
    })
  return read
}

/** A value as a message quotes it: short. */
function shown(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value
}

/** DTEND, else DURATION, else one day for a date and nothing for a time (§3.6.1). */
function readLength(properties: Properties, start: ReadTime, problems: Problems): CalendarLength | null {
  const end = first(properties, 'DTEND')
  if (end !== undefined) return readEnd(end, start, problems)
  const duration = first(properties, 'DURATION')
  if (duration === undefined) return { kind: 'lasts', days: start.time.kind === 'date' ? 1 : 0, minutes: 0 }
  const lasts = readDuration(duration.values[0] ?? '')
  if (lasts === null)
    problems.add('duration-unreadable', duration.line, { value: shown(duration.values[0] ?? '') })
  return lasts
}

function readEnd(property: Property, start: ReadTime, problems: Problems): CalendarLength | null {
  const read = readable(property, problems)
  if (read === null) return null
  const end = alike(start.time, endAfter(start, read))
  if (!isBefore(end, start.time)) return { kind: 'until', end }
  problems.add('end-before-start', property.line)
  return null
}

/** An end of the same kind as its start: some exporters end a date by a time, or a time by a date. */
function alike(start: CalendarTime, end: CalendarTime): CalendarTime {
  if (start.kind === 'date' && end.kind === 'time')
    return { kind: 'date', day: addDays(wallDay(end.wall), wallMinute(end.wall) > 0 ? 1 : 0) }
  if (start.kind === 'time' && end.kind === 'date')
    return { kind: 'time', wall: `${end.day}T00:00`, zone: start.zone }
  return end
}

/** Whether an end certainly lies before its start; times of different zones are compared when their zones are known. */
function isBefore(end: CalendarTime, start: CalendarTime): boolean {
  if (end.kind === 'date' || start.kind === 'date')
    return end.kind === 'date' && start.kind === 'date' && end.day < start.day
  return end.zone === start.zone && end.wall < start.wall
}

/** Null for none, undefined for one that cannot be read: its event must not become a second meeting. */
function readRecurrenceId(properties: Properties, problems: Problems): CalendarTime | null | undefined {
  const property = first(properties, 'RECURRENCE-ID')
  if (property === undefined) return null
  return readable(property, problems)?.time
}

/** RRULE in the form of `shared/time`; undefined for one that cannot be used. */
function readRule(properties: Properties, isChange: boolean, problems: Problems): string | null | undefined {
  const given = [...(properties.get('RRULE') ?? []), ...(properties.get('EXRULE') ?? [])]
  const property = given[0]
  if (property === undefined) return null
  if (isChange) {
    problems.add('rule-of-changed-one', property.line)
    return null
  }
  const second = given.find(
    (p) => p !== property && (p.name === 'EXRULE' || p.values.join() !== property.values.join()),
  )
  const parsed = property.name === 'EXRULE' ? null : parseRule(property.values.join(',').replace(/\s+/g, ''))
  if (parsed?.ok && second === undefined) return formatRule(parsed.rule)
  const why = parsed === null || parsed.ok ? 'several' : parsed.why
  const part = parsed === null || parsed.ok ? (second?.name ?? 'EXRULE') : parsed.part
  problems.add('rule-unreadable', (parsed?.ok ? second : property)?.line ?? property.line, {
    why,
    part: shown(part),
  })
  return undefined
}

function readList(
  properties: Properties,
  name: 'EXDATE' | 'RDATE',
  problems: Problems,
): readonly ListedTime[] {
  const listed: ListedTime[] = []
  for (const property of properties.get(name) ?? []) {
    const { times, unreadable } = timesOf(property)
    if (unreadable > 0)
      problems.add('time-unreadable', property.line, { name, value: shown(property.values.join(',')) })
    for (const time of times) listed.push(time)
    if (listed.length <= MOST_LISTED) continue
    problems.add('list-too-long', property.line, { name, most: MOST_LISTED })
    return listed.slice(0, MOST_LISTED)
  }
  return listed
}

function readUid(properties: Properties, start: CalendarTime): string {
  const uid = text(properties, 'UID').trim()
  if (uid === '') return `no-uid:${digest(JSON.stringify([start, text(properties, 'SUMMARY')]))}`
  return uid.length > 1000 ? `${uid.slice(0, 900)}~${digest(uid)}` : uid
}

function readSequence(value: string): number {
  const sequence = /^\d{1,9}$/.test(value.trim()) ? Number(value) : 0
  return sequence
}

function readStatus(value: string): CalendarEvent['status'] {
  const status = value.trim().toUpperCase()
  return status === 'CANCELLED' ? 'cancelled' : status === 'TENTATIVE' ? 'tentative' : 'confirmed'
}

const busyStatuses: Readonly<Record<string, BusyStatus>> = {
  FREE: 'free',
  TENTATIVE: 'tentative',
  BUSY: 'busy',
  OOF: 'out-of-office',
  WORKINGELSEWHERE: 'elsewhere',
}

const answers: Readonly<Record<string, CalendarPerson['answer']>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}

/** Who is invited; rooms and equipment are no people. */
function readPeople(properties: Properties): readonly CalendarPerson[] {
  const people: CalendarPerson[] = []
  for (const property of [...(properties.get('ORGANIZER') ?? []), ...(properties.get('ATTENDEE') ?? [])]) {
    const kind = property.params.get('CUTYPE')?.toUpperCase()
    const email = (property.values[0] ?? '')
      .trim()
      .replace(/^mailto:/i, '')
      .toLowerCase()
    if (kind === 'ROOM' || kind === 'RESOURCE' || !/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(email)) continue
    const answer = answers[property.params.get('PARTSTAT')?.toUpperCase() ?? ''] ?? 'open'
    people.push({ email, organiser: property.name === 'ORGANIZER', answer })
    if (people.length >= MOST_PEOPLE) break
  }
  return people
}

/** Outlook's whole days: midnight to midnight, marked as all day. */
function wholeDays(
  properties: Properties,
  start: CalendarTime,
  length: CalendarLength,
): { readonly start: CalendarTime; readonly length: CalendarLength } | null {
  if (text(properties, 'X-MICROSOFT-CDO-ALLDAYEVENT').trim().toUpperCase() !== 'TRUE') return null
  if (start.kind === 'date' || length.kind !== 'until' || length.end.kind === 'date') return null
  if (wallMinute(start.wall) !== 0 || wallMinute(length.end.wall) !== 0) return null
  const days = Math.max(1, daysBetween(wallDay(start.wall), wallDay(length.end.wall)))
  return { start: { kind: 'date', day: wallDay(start.wall) }, length: { kind: 'lasts', days, minutes: 0 } }
}
