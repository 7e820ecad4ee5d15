/** VTIMEZONE from its properties, and the zone that each name in a file means. */
import type { CalendarEvent, CalendarLength, CalendarTime, CalendarZone } from './calendarFile.ts'
import { FLOATING, timeOf, timesOf, UTC } from './calendarTime.ts'
import {
  type EmbeddedZone,
  ianaLike,
  type Observance,
  type Offsets,
  offsetsOf,
  toUtc,
  type Years,
} from './embeddedZone.ts'
import type { Problems } from './problems.ts'
import type { Property } from './property.ts'
import type { Properties } from './readEvent.ts'
import { zoneNamed } from './zoneName.ts'

/** The properties of VTIMEZONE, STANDARD and DAYLIGHT that are read. */
export const zoneProperties: ReadonlySet<string> = new Set([
  'TZID',
  'X-LIC-LOCATION',
  'DTSTART',
  'RRULE',
  'RDATE',
  'TZOFFSETFROM',
  'TZOFFSETTO',
])

/** STANDARD or DAYLIGHT, or null where its start or offsets cannot be read. */
export function readObservance(properties: Properties, line: number, problems: Problems): Observance | null {
  const start = properties.get('DTSTART')?.[0]
  const read = start === undefined ? null : timeOf(start)
  const from = readOffset(properties.get('TZOFFSETFROM')?.[0], line, problems)
  const to = readOffset(properties.get('TZOFFSETTO')?.[0], line, problems)
  if (from === null || to === null) return null
  if (read === null) {
    problems.add('zone-unreadable', start?.line ?? line)
    return null
  }
  const extra = (properties.get('RDATE') ?? []).flatMap((property) => timesOf(property).times)
  const rule = properties.get('RRULE')?.[0]?.values.join(',') ?? null
  return { from, to, start: wallIn(read.time), rule, extra: extra.map(({ time }) => wallIn(time)) }
}

function wallIn(time: CalendarTime): string {
  return time.kind === 'date' ? `${time.day}T00:00` : time.wall
}

const OFFSET = /^([+-])(\d\d)(\d\d)(\d\d)?$/

/** A UTC offset in minutes, its seconds rounded off; less than a day (§3.3.14). */
function readOffset(property: Property | undefined, line: number, problems: Problems): number | null {
  const value = property?.values[0]?.trim() ?? ''
  const match = OFFSET.exec(value)
  const hours = Number(match?.[2] ?? '99')
  const minutes = Number(match?.[3] ?? '99')
  if (match === null || hours > 23 || minutes > 59) {
    problems.add('offset-unreadable', property?.line ?? line, { value: value.slice(0, 40) })
    return null
  }
  const size = hours * 60 + minutes + Math.round(Number(match[4] ?? '0') / 60)
  return match[1] === '-' ? -size : size
}

/** Which names the times of a file use, in how many events, and in which years. */
interface Usage {
  events: number
  from: number
  to: number
  repeats: boolean
}

/** Years after the last start for which a recurring event's embedded zone must agree with IANA's. */
const YEARS_AHEAD = 5
const MOST_YEARS = 30

/** What the zones of a file mean, and its events with what could be settled without asking. */
export interface SettledZones {
  readonly zones: readonly CalendarZone[]
  readonly events: readonly CalendarEvent[]
}

/**
 * Settles each zone name: IANA's, Windows's, the definition in the file, the calendar's own zone for times without any,
 * else to be asked. Single events in a defined zone that no IANA zone equals are rewritten to UTC, which is exact.
 */
export function settleZones(
  events: readonly CalendarEvent[],
  embedded: ReadonlyMap<string, EmbeddedZone>,
  calendarZone: string | null,
): SettledZones {
  const usage = usageOf(events)
  const zones: CalendarZone[] = []
  let settled = events
  for (const [name, used] of usage) {
    const known = zoneByName(name, calendarZone)
    const definition = embedded.get(name)
    if (known !== null || definition === undefined) {
      zones.push({ name, events: used.events, ...(known ?? { zone: null, how: 'ask' }) })
      continue
    }
    const years = yearsOf(used)
    const offsets = offsetsOf(definition, years)
    const zone = offsets === null ? null : ianaLike(definition, offsets, years)
    if (offsets !== null && zone === null) settled = settled.map((event) => inUtc(event, name, offsets))
    zones.push({ name, zone, how: zone === null ? 'ask' : 'vtimezone', events: used.events })
  }
  if (settled === events) return { zones, events }
  const left = usageOf(settled)
  const utc: CalendarZone = { name: UTC, zone: 'UTC', how: 'utc', events: left.get(UTC)?.events ?? 0 }
  const still = zones.filter(({ name }) => name !== UTC && left.has(name))
  return { events: settled, zones: [utc, ...still].filter((zone) => zone.events > 0) }
}

function zoneByName(name: string, calendarZone: string | null): Pick<CalendarZone, 'zone' | 'how'> | null {
  if (name === UTC) return { zone: 'UTC', how: 'utc' }
  if (name === FLOATING)
    return calendarZone === null ? { zone: null, how: 'floating' } : { zone: calendarZone, how: 'calendar' }
  return zoneNamed(name)
}

function yearsOf({ from, to, repeats }: Usage): Years {
  const last = repeats ? to + YEARS_AHEAD : to
  return { from: Math.max(from, last - MOST_YEARS), to: last }
}

function timesIn(event: CalendarEvent): readonly CalendarTime[] {
  const end = event.length.kind === 'until' ? [event.length.end] : []
  const original = event.recurrenceId === null ? [] : [event.recurrenceId]
  return [event.start, ...end, ...original, ...event.except, ...event.extra.map(({ at }) => at)]
}

function usageOf(events: readonly CalendarEvent[]): Map<string, Usage> {
  const usage = new Map<string, Usage>()
  for (const event of events) {
    const seen = new Set<string>()
    for (const time of timesIn(event)) {
      if (time.kind === 'date') continue
      const year = Number(time.wall.slice(0, 4))
      const used = usage.get(time.zone) ?? { events: 0, from: year, to: year, repeats: false }
      if (!seen.has(time.zone)) used.events++
      seen.add(time.zone)
      used.from = Math.min(used.from, year)
      used.to = Math.max(used.to, year)
      used.repeats ||= event.rule !== null
      usage.set(time.zone, used)
    }
  }
  return usage
}

/** An event whose times of the named zone are written in UTC; one with a rule stays, since its rule needs the zone. */
function inUtc(event: CalendarEvent, name: string, offsets: Offsets): CalendarEvent {
  if (event.rule !== null) return event
  const moved = (time: CalendarTime): CalendarTime =>
    time.kind === 'time' && time.zone === name
      ? { kind: 'time', wall: toUtc(time.wall, offsets), zone: UTC }
      : time
  const until = (length: CalendarLength): CalendarLength =>
    length.kind === 'until' ? { kind: 'until', end: moved(length.end) } : length
  return {
    ...event,
    recurrenceId: event.recurrenceId === null ? null : moved(event.recurrenceId),
    start: moved(event.start),
    length: until(event.length),
    except: event.except.map(moved),
    extra: event.extra.map(({ at, length }) => ({
      at: moved(at),
      length: length === null ? null : until(length),
    })),
  }
}
