/** The plan, or one client's sessions, as an iCalendar text (RFC 5545) for other calendars and for Headroom itself. */
import type { TimeOff } from '../../plan/availability.ts'
import type { DayNote } from '../../plan/dayNote.ts'
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import type { Session } from '../../plan/session.ts'
import { addDays, type Day, daysBetween } from '../../time/day.ts'
import { MINUTES_A_DAY, wallClock } from '../../time/wallClock.ts'
import { escaped, folded, parameter } from './contentLine.ts'
import { exportUids } from './exportUid.ts'
import type { OwnProperty } from './ownFacts.ts'
import { compact, type EventContext, ownLine, sessionLines } from './writeSession.ts'
import { zoneLines } from './writeZone.ts'

export interface CalendarExport {
  /** Whose sessions; null is the plan whole, with time off and day notes. */
  readonly clientId: Id | null
  /** What the calendar is called. */
  readonly name: string
  /** The instant of the export, `YYYYMMDDTHHMMSSZ`. */
  readonly stamp: string
}

/** The sessions of an export, by start. */
export function exportedSessions(plan: Plan, clientId: Id | null): readonly Session[] {
  const years = Object.values(plan.years).flatMap(({ sessions }) => Object.values(sessions))
  const { engagements } = plan.practice
  return [...Object.values(plan.practice.series), ...years]
    .filter(
      ({ engagementId }) => clientId === null || own(engagements, engagementId ?? '')?.clientId === clientId,
    )
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
}

/** How many records an export holds. */
export function exportedCount(plan: Plan, clientId: Id | null): number {
  const { timeOff, dayNotes } = plan.practice
  const days = clientId === null ? Object.keys(timeOff).length + Object.keys(dayNotes).length : 0
  return exportedSessions(plan, clientId).length + days
}

/** The calendar's text: CRLF, folded by octets, with a definition of each zone that it names. */
export function writeCalendar(plan: Plan, { clientId, name, stamp }: CalendarExport): string {
  const sessions = exportedSessions(plan, clientId)
  const { homeZone } = plan.practice.settings
  const uidOf = exportUids(plan)
  const context: EventContext = { stamp, nameOf: writtenName, category: categories(plan) }
  const days = clientId === null ? dayLines(plan, uidOf, context) : []
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Headroom//Headroom//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${escaped(writtenName(homeZone))}`,
    ...zonesOf(sessions, homeZone).flatMap(([zone, year]) => zoneLines(zone, writtenName(zone), year)),
    ...sessions.flatMap((session) => sessionLines(session, uidOf(session), context)),
    ...days,
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('')
}

/** `UTC` names no place, and times of a series in it would come back as instants. */
function writtenName(zone: string): string {
  return parameter(zone === 'UTC' ? 'Etc/UTC' : zone)
}

function categories(plan: Plan): EventContext['category'] {
  const { engagements, clients } = plan.practice
  return (engagementId) => {
    const engagement = own(engagements, engagementId ?? '')
    return engagement === undefined ? '' : (own(clients, engagement.clientId)?.name ?? '')
  }
}

/** The zones that the sessions and their changed occurrences name, each with the first year of its times. */
function zonesOf(sessions: readonly Session[], homeZone: string): readonly (readonly [string, number])[] {
  const years = new Map<string, number>()
  const note = (zone: string, start: string) => {
    const year = Number(start.slice(0, 4))
    years.set(zone, Math.min(years.get(zone) ?? year, year))
  }
  for (const { zone, start, recurrence } of sessions) {
    note(zone, start)
    for (const [original, change] of Object.entries(recurrence?.changed ?? {}))
      note(change.zone ?? zone, change.start ?? original)
  }
  // Times off that are a part of a day stand in the home zone; any year will do where no session is in it.
  if (!years.has(homeZone)) years.set(homeZone, FIRST_YEAR)
  return [...years].sort(([a], [b]) => (a < b ? -1 : 1))
}

const FIRST_YEAR = 2000

/** Time off and day notes, which belong to no client. */
function dayLines(
  plan: Plan,
  uidOf: ReturnType<typeof exportUids>,
  context: EventContext,
): readonly string[] {
  const { timeOff, dayNotes, settings } = plan.practice
  return [
    ...sortedDays(timeOff).flatMap((off) => timeOffLines(off, uidOf(off), settings.homeZone, context)),
    ...sortedDays(dayNotes).flatMap((note) => wholeDays(note, uidOf(note), 'FREE', context)),
  ]
}

function sortedDays<T extends { readonly from: Day }>(records: Readonly<Record<Id, T>>): readonly T[] {
  return Object.values(records).sort((a, b) => (a.from < b.from ? -1 : 1))
}

function timeOffLines(off: TimeOff, uid: string, homeZone: string, context: EventContext): readonly string[] {
  const { part, from, to } = off
  if (part === null) return wholeDays(off, uid, 'OOF', context)
  const at = (name: string, minute: number) => {
    const day = minute === MINUTES_A_DAY ? addDays(from, 1) : from
    const wall = wallClock(day, minute % MINUTES_A_DAY)
    return `${name};TZID=${context.nameOf(homeZone)}:${compact(wall)}`
  }
  // Several such days are one record here, and a daily event elsewhere.
  const told: OwnProperty = { timeOff: { from, to, part } }
  const repeats = from === to ? [] : [`RRULE:FREQ=DAILY;COUNT=${daysBetween(from, to) + 1}`, ownLine(told)]
  return dayEvent(off, uid, 'OOF', [at('DTSTART', part.from), at('DTEND', part.to), ...repeats], context)
}

function wholeDays(
  days: TimeOff | DayNote,
  uid: string,
  busy: 'OOF' | 'FREE',
  context: EventContext,
): readonly string[] {
  const value = (day: Day) => day.replaceAll('-', '')
  const span = [`DTSTART;VALUE=DATE:${value(days.from)}`, `DTEND;VALUE=DATE:${value(addDays(days.to, 1))}`]
  return dayEvent(days, uid, busy, [...span, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'], context)
}

function dayEvent(
  { title, source }: TimeOff | DayNote,
  uid: string,
  busy: 'OOF' | 'FREE',
  time: readonly string[],
  { stamp }: EventContext,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${source?.sequence ?? 0}`,
    ...time,
    `SUMMARY:${escaped(title)}`,
    'STATUS:CONFIRMED',
    `TRANSP:${busy === 'FREE' ? 'TRANSPARENT' : 'OPAQUE'}`,
    `X-MICROSOFT-CDO-BUSYSTATUS:${busy}`,
    'END:VEVENT',
  ]
}
