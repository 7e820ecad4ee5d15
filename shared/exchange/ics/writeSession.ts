/** A session as VEVENTs: itself, and one for each occurrence that differs from it. */
import type { OccurrenceChange, Session } from '../../plan/session.ts'
import type { WallClock } from '../../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../time/zone.ts'
import { escaped } from './contentLine.ts'
import { OWN_PROPERTY, type OwnProperty, ownFactsOf } from './ownFacts.ts'
import { writtenRule } from './writtenRule.ts'

/** What all events of a file share. */
export interface EventContext {
  /** The instant of the export, `YYYYMMDDTHHMMSSZ`. */
  readonly stamp: string
  /** The name under which the file defines a zone. */
  readonly nameOf: (zone: string) => string
  /** What the event is filed under: the client's name, or empty. */
  readonly category: (engagementId: string | null) => string
}

/** The lines of a session's events. */
export function sessionLines(session: Session, uid: string, context: EventContext): readonly string[] {
  const { recurrence, zone } = session
  const rule = recurrence === null || recurrence.rule === '' ? null : writtenRule(recurrence.rule, zone)
  const at = (name: string, wall: WallClock) => timeLine(name, wall, zone, context)
  const own: OwnProperty = { session: ownFactsOf(session, rule) }
  const series = [
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    ...(recurrence?.except ?? []).map((wall) => at('EXDATE', wall)),
    ...(recurrence?.extra ?? []).map((wall) => at('RDATE', wall)),
  ]
  const changes = Object.entries(recurrence?.changed ?? {}).flatMap(([original, change]) =>
    eventLines(changed(session, original, change), uid, [at('RECURRENCE-ID', original)], { change }, context),
  )
  return [...eventLines(session, uid, series, own, context), ...changes]
}

type Told = Omit<Session, 'id' | 'recurrence'>

function changed(session: Session, original: WallClock, change: OccurrenceChange): Told {
  const { recurrence: _, ...told } = session
  const stated = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return { ...told, start: original, ...stated }
}

function eventLines(
  told: Told,
  uid: string,
  series: readonly string[],
  own: OwnProperty,
  context: EventContext,
): readonly string[] {
  const { title, notes, status, engagementId, source } = told
  const isTentative = status === 'tentative'
  const category = context.category(engagementId)
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${context.stamp}`,
    `SEQUENCE:${source?.sequence ?? 0}`,
    ...timeLines(told, context),
    ...series,
    `SUMMARY:${escaped(title)}`,
    ...(notes === '' ? [] : [`DESCRIPTION:${escaped(notes)}`]),
    ...(category === '' ? [] : [`CATEGORIES:${escaped(category)}`]),
    `STATUS:${isTentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    `X-MICROSOFT-CDO-BUSYSTATUS:${isTentative ? 'TENTATIVE' : 'BUSY'}`,
    ownLine(own),
    'END:VEVENT',
  ]
}

/** The property that only Headroom reads. */
export function ownLine(own: OwnProperty): string {
  return `${OWN_PROPERTY};VALUE=TEXT:${escaped(JSON.stringify(own))}`
}

/** Start and end; a length where no clock names the end: in the hour shown twice, the second time has no name. */
function timeLines({ start, minutes, zone }: Told, context: EventContext): readonly string[] {
  const from = toEpochMinute(start, zone)
  const end = fromEpochMinute(from + minutes, zone)
  const isNamed = toEpochMinute(end, zone) === from + minutes
  return [
    timeLine('DTSTART', start, zone, context),
    isNamed ? timeLine('DTEND', end, zone, context) : `DURATION:PT${minutes}M`,
  ]
}

function timeLine(name: string, wall: WallClock, zone: string, { nameOf }: EventContext): string {
  return `${name};TZID=${nameOf(zone)}:${compact(wall)}`
}

/** A wall clock as DATE-TIME (§3.3.5). */
export function compact(wall: WallClock): string {
  return `${wall.replace(/[-:]/g, '')}00`
}
