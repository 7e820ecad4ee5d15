/** From the text of an iCalendar file (RFC 5545) to what it says. Pure; its work is bounded by the length of the text. */
import type { CalendarEvent, CalendarReading, CalendarRefusalCode } from './calendarFile.ts'
import { ContentLines, LONGEST_LINE } from './contentLines.ts'
import type { EmbeddedZone, Observance } from './embeddedZone.ts'
import { LARGEST_CALENDAR } from './largestCalendar.ts'
import { Problems } from './problems.ts'
import { type Property, parseProperty } from './property.ts'
import { eventProperties, readEvent } from './readEvent.ts'
import { readObservance, settleZones, zoneProperties } from './readZone.ts'
import { zoneNamed } from './zoneName.ts'

/** The most events of one file. */
export const MOST_EVENTS = 100_000
/** Components within components: VCALENDAR, VEVENT, VALARM and some to spare. */
const DEEPEST = 32

const calendarProperties: ReadonlySet<string> = new Set(['NAME', 'X-WR-CALNAME', 'X-WR-TIMEZONE', 'METHOD'])
const nothing: ReadonlySet<string> = new Set()

const NAME = /^([A-Za-z0-9-]+)[;:]/
const COMPONENT = /^(BEGIN|END):[ \t]*([A-Za-z0-9-]+)[ \t]*$/i
/** Units looked at for a line's name. */
const NAME_LENGTH = 80

interface OpenComponent {
  readonly name: string
  readonly line: number
  /** The properties of it that are read. */
  readonly wanted: ReadonlySet<string>
  readonly properties: Map<string, Property[]>
  readonly observances: Observance[]
}

/** Ends reading: thrown inside this file only, and turned into a value by {@link readCalendar}. */
class Refused extends Error {
  readonly code: CalendarRefusalCode
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: CalendarRefusalCode, params: Readonly<Record<string, string | number>>) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** Told now and then how much of the text is read, from 0 to 1, and how many events were found. */
export type OnCalendarProgress = (part: number, events: number) => void

/** Content lines between two looks at how far it is. */
const LINES_A_LOOK = 8192

/**
 * Reads a calendar. What it cannot use of a calendar is told in `problems`, each with its line; a text that is no
 * calendar, is cut off or is too large is refused. Never throws for any text.
 */
export function readCalendar(text: string, onProgress: OnCalendarProgress = () => {}): CalendarReading {
  try {
    return { ok: true, calendar: new CalendarReader().read(text, onProgress) }
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, code: refused.code, params: refused.params }
    throw refused
  }
}

class CalendarReader {
  private readonly problems = new Problems()
  private readonly open: OpenComponent[] = []
  private readonly events: CalendarEvent[] = []
  private readonly zones = new Map<string, EmbeddedZone>()
  private name = ''
  private zone: string | null = null
  private cancels = false
  private others = 0

  read(text: string, onProgress: OnCalendarProgress) {
    if (text.length > LARGEST_CALENDAR)
      throw new Refused('too-large', { megabytes: LARGEST_CALENDAR / 1024 / 1024 })
    const lines = new ContentLines(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
    if (!lines.advance()) throw new Refused('empty', {})
    this.checkFirst(lines)
    let next = LINES_A_LOOK
    do {
      this.take(lines)
      if (lines.line < next) continue
      next = lines.line + LINES_A_LOOK
      onProgress(lines.position / text.length, this.events.length)
    } while (lines.advance())
    this.checkEnd(lines.line)
    const settled = settleZones(this.events, this.zones, this.zone)
    return {
      name: this.name,
      zone: this.zone,
      cancels: this.cancels,
      ...settled,
      others: this.others,
      problems: this.problems.all(),
    }
  }

  /** A file of something else is refused by its first line, however long it is. */
  private checkFirst(lines: ContentLines): void {
    const head = lines.head(NAME_LENGTH).trim()
    const match = COMPONENT.exec(head)
    if (match === null || match[1]?.toUpperCase() !== 'BEGIN' || match[2]?.toUpperCase() === 'VCARD')
      throw new Refused('not-a-calendar', { line: lines.line, found: printable(head) })
  }

  private checkEnd(line: number): void {
    const unclosed = this.open[0]
    if (unclosed === undefined) return
    const inner = this.open.at(-1) ?? unclosed
    throw new Refused('truncated', { line, component: inner.name, opened: inner.line })
  }

  private take(lines: ContentLines): void {
    const head = lines.head(NAME_LENGTH)
    const match = NAME.exec(head)
    const name = match?.[1]?.toUpperCase()
    if (name === 'BEGIN' || name === 'END') this.takeComponent(name, lines)
    else if (this.open.length === 0) this.problems.add('line-outside', lines.line, { text: printable(head) })
    else if (name === undefined) this.takeOddLine(lines, head)
    else if (this.open.at(-1)?.wanted.has(name)) this.takeProperty(name, lines)
  }

  /** A line without a name: a name that is folded, or longer than any; else unreadable. */
  private takeOddLine(lines: ContentLines, head: string): void {
    const isLongName = head.length >= NAME_LENGTH && /^[A-Za-z0-9-]+$/.test(head)
    if (!isLongName) this.problems.add('line-unreadable', lines.line, { text: printable(head) })
  }

  private takeProperty(name: string, lines: ContentLines): void {
    if (lines.length > LONGEST_LINE) {
      this.problems.add('line-too-long', lines.line, { name })
      return
    }
    const property = parseProperty(lines.text(), lines.line)
    if (property === null) {
      this.problems.add('line-unreadable', lines.line, { text: printable(lines.head(NAME_LENGTH)) })
      return
    }
    const properties = this.open.at(-1)?.properties
    const known = properties?.get(name)
    if (known === undefined) properties?.set(name, [property])
    else known.push(property)
  }

  private takeComponent(edge: 'BEGIN' | 'END', lines: ContentLines): void {
    const match = COMPONENT.exec(lines.length > NAME_LENGTH ? '' : lines.text().trimEnd())
    const name = match?.[2]?.toUpperCase()
    if (name === undefined)
      this.problems.add('line-unreadable', lines.line, { text: printable(lines.head(NAME_LENGTH)) })
    else if (edge === 'BEGIN') this.begin(name, lines.line)
    else this.end(name, lines.line)
  }

  private begin(name: string, line: number): void {
    if (this.open.length >= DEEPEST) throw new Refused('nested-too-deep', { line })
    const wanted = this.wantedOf(name)
    this.open.push({ name, line, wanted, properties: new Map(), observances: [] })
  }

  /** Only components that stand where RFC 5545 §3.6 puts them are read. */
  private wantedOf(name: string): ReadonlySet<string> {
    const parent = this.open.at(-1)?.name
    if (this.open.length === 0) return name === 'VCALENDAR' ? calendarProperties : nothing
    if (parent === 'VCALENDAR' && name === 'VEVENT') return eventProperties
    if (parent === 'VCALENDAR' && name === 'VTIMEZONE') return zoneProperties
    if (parent === 'VTIMEZONE' && (name === 'STANDARD' || name === 'DAYLIGHT')) return zoneProperties
    return nothing
  }

  /** Closes the innermost component of that name, and with it those inside that were never closed. */
  private end(name: string, line: number): void {
    const at = this.open.findLastIndex((component) => component.name === name)
    if (at !== this.open.length - 1 || at < 0)
      this.problems.add('end-unmatched', line, { component: name.slice(0, 40) })
    if (at < 0) return
    for (let component = this.open.pop(); component !== undefined; component = this.open.pop()) {
      this.close(component)
      if (this.open.length === at) return
    }
  }

  private close(component: OpenComponent): void {
    const { name, wanted, line, properties } = component
    if (wanted === calendarProperties) this.closeCalendar(component)
    else if (wanted === eventProperties) {
      const event = readEvent(properties, line, this.problems)
      if (event !== null) this.events.push(event)
      if (this.events.length > MOST_EVENTS) throw new Refused('too-many-events', { most: MOST_EVENTS, line })
    } else if (wanted === zoneProperties) this.closeZone(component)
    else if (this.open.length === 1 && name.startsWith('V')) this.others++
  }

  private closeCalendar({ properties }: OpenComponent): void {
    const value = (name: string) => properties.get(name)?.[0]?.values.join(',').trim() ?? ''
    this.name ||= (value('NAME') || value('X-WR-CALNAME')).replace(/\s+/g, ' ').slice(0, 500)
    this.zone ??= zoneNamed(value('X-WR-TIMEZONE'))?.zone ?? null
    this.cancels ||= value('METHOD').toUpperCase() === 'CANCEL'
  }

  private closeZone({ name, line, properties, observances }: OpenComponent): void {
    if (name !== 'VTIMEZONE') {
      const observance = readObservance(properties, line, this.problems)
      if (observance !== null) this.open.at(-1)?.observances.push(observance)
      return
    }
    const tzid = properties.get('TZID')?.[0]?.values.join(',').trim()
    const location = properties.get('X-LIC-LOCATION')?.[0]?.values[0]?.trim() ?? ''
    if (tzid === undefined || observances.length === 0) this.problems.add('zone-unreadable', line)
    else if (!this.zones.has(tzid)) this.zones.set(tzid, { name: tzid, location, observances })
  }
}

/** The start of a line as a message can show it: no control characters. */
function printable(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 40)
}
