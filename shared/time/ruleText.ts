import { isDay } from './day.ts'
import { type Frequency, MOST_A_DAY, mostADay, type Rule, type RuleWeekday, type Until } from './rule.ts'
import { isWallClock } from './wallClock.ts'
import { fromEpochMinute, toEpochMinute } from './zone.ts'

/**
 * Why a rule was refused. `not-allowed` is a part that RFC 5545 forbids with this frequency; `too-frequent` is more
 * than {@link MOST_A_DAY} occurrences a day; `seconds` is a BYSECOND other than 0 or FREQ=SECONDLY.
 */
export type RuleRefusal =
  | 'no-frequency'
  | 'unknown-part'
  | 'repeated-part'
  | 'bad-value'
  | 'count-and-until'
  | 'not-allowed'
  | 'seconds'
  | 'too-frequent'

export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule }
  /** `part` is the name of the part at fault, as written. */
  | { readonly ok: false; readonly why: RuleRefusal; readonly part: string }

const WEEKDAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const FREQUENCIES: readonly string[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY']

/** The two letters of RFC 5545 for a weekday, Monday 1 to Sunday 7. */
export function weekdayCode(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? ''
}

/** What a part refuses: thrown inside this file only, and turned into a value by {@link parseRule}. */
class Refused extends Error {
  readonly why: RuleRefusal
  readonly part: string
  constructor(why: RuleRefusal, part: string) {
    super(`${why}: ${part}`)
    this.why = why
    this.part = part
  }
}

/** The range of each list part: least and most size, and whether it may count from the end. */
const LISTS = {
  BYMONTH: { least: 1, most: 12, negative: false },
  BYWEEKNO: { least: 1, most: 53, negative: true },
  BYYEARDAY: { least: 1, most: 366, negative: true },
  BYMONTHDAY: { least: 1, most: 31, negative: true },
  BYHOUR: { least: 0, most: 23, negative: false },
  BYMINUTE: { least: 0, most: 59, negative: false },
  BYSECOND: { least: 0, most: 60, negative: false },
  BYSETPOS: { least: 1, most: 366, negative: true },
} as const

type ListName = keyof typeof LISTS

const SINGLE_PARTS: readonly string[] = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST']

/** Parts that RFC 5545 §3.3.10 forbids with a frequency. */
const FORBIDDEN: Readonly<Record<Frequency, readonly string[]>> = {
  YEARLY: [],
  MONTHLY: ['BYWEEKNO', 'BYYEARDAY'],
  WEEKLY: ['BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY'],
  DAILY: ['BYWEEKNO', 'BYYEARDAY'],
  HOURLY: ['BYWEEKNO'],
  MINUTELY: ['BYWEEKNO'],
}

/** The parts of a rule by name. One `;` at the end is let pass, as some exporters write it. */
function splitParts(text: string): Map<string, string> {
  const parts = new Map<string, string>()
  for (const piece of text.trim().replace(/;$/, '').toUpperCase().split(';')) {
    const at = piece.indexOf('=')
    const name = at < 0 ? piece : piece.slice(0, at)
    if (!SINGLE_PARTS.includes(name) && !(name in LISTS)) throw new Refused('unknown-part', name)
    if (parts.has(name)) throw new Refused('repeated-part', name)
    parts.set(name, piece.slice(at + 1))
  }
  return parts
}

function integer(name: string, text: string, least: number, most: number): number {
  const n = /^\+?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(n >= least && n <= most)) throw new Refused('bad-value', name)
  return n
}

/** A list of integers, sorted and without repetition. */
function list(parts: Map<string, string>, name: ListName): number[] {
  const text = parts.get(name)
  if (text === undefined) return []
  const { least, most, negative } = LISTS[name]
  const numbers = text.split(',').map((item) => {
    const fromEnd = negative && item.startsWith('-')
    const size = integer(name, fromEnd ? item.slice(1) : item, least, most)
    return fromEnd ? -size : size
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function weekday(name: string, text: string): number {
  const at = WEEKDAYS.indexOf(text)
  if (at < 0) throw new Refused('bad-value', name)
  return at + 1
}

const MOST_WEEKS = 53

function byDay(text: string | undefined): RuleWeekday[] {
  if (text === undefined) return []
  const days = new Map<string, RuleWeekday>()
  for (const item of text.split(',')) {
    const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item)
    if (match === null) throw new Refused('bad-value', 'BYDAY')
    const nth = match[1] === undefined ? 0 : Number(match[1])
    if (match[1] !== undefined && (nth === 0 || Math.abs(nth) > MOST_WEEKS))
      throw new Refused('bad-value', 'BYDAY')
    const day = { nth, weekday: weekday('BYDAY', match[2] ?? '') }
    days.set(`${day.nth} ${day.weekday}`, day)
  }
  return [...days.values()].sort((a, b) => a.nth - b.nth || a.weekday - b.weekday)
}

/** UNTIL as a date, a local time or an instant; its seconds are cut off, since occurrences start on whole minutes. */
function until(text: string): Until {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text)
  const day = match === null ? '' : `${match[1]}-${match[2]}-${match[3]}`
  if (match === null || !isDay(day)) throw new Refused('bad-value', 'UNTIL')
  if (match[4] === undefined) return { kind: 'date', day }
  const wall = `${day}T${match[4]}:${match[5]}`
  if (!isWallClock(wall) || Number(match[6]) > 60) throw new Refused('bad-value', 'UNTIL')
  return match[7] === 'Z' ? { kind: 'utc', epoch: toEpochMinute(wall, 'UTC') } : { kind: 'local', wall }
}

function frequency(parts: Map<string, string>): Frequency {
  const text = parts.get('FREQ')
  if (text === undefined) throw new Refused('no-frequency', 'FREQ')
  if (text === 'SECONDLY') throw new Refused('seconds', 'FREQ')
  if (!FREQUENCIES.includes(text)) throw new Refused('bad-value', 'FREQ')
  return text as Frequency
}

/** What the parts forbid each other (RFC 5545 §3.3.10), and what a plan of whole minutes cannot hold. */
function checkTogether(rule: Rule, parts: Map<string, string>): void {
  const forbidden = FORBIDDEN[rule.freq].find((name) => parts.has(name))
  if (forbidden !== undefined) throw new Refused('not-allowed', forbidden)
  const nthNeedsPeriod = (rule.freq !== 'MONTHLY' && rule.freq !== 'YEARLY') || rule.byWeekNo.length > 0
  if (nthNeedsPeriod && rule.byDay.some(({ nth }) => nth !== 0)) throw new Refused('not-allowed', 'BYDAY')
  const otherBy = [...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS')
  if (rule.bySetPos.length > 0 && !otherBy) throw new Refused('not-allowed', 'BYSETPOS')
  if (rule.count !== undefined && rule.until !== undefined) throw new Refused('count-and-until', 'COUNT')
  if (list(parts, 'BYSECOND').some((second) => second !== 0)) throw new Refused('seconds', 'BYSECOND')
  if (mostADay(rule) > MOST_A_DAY) throw new Refused('too-frequent', 'FREQ')
}

const MOST_INTERVAL = 999_999_999

function readRule(text: string): Rule {
  const parts = splitParts(text)
  const count = parts.get('COUNT')
  const end = parts.get('UNTIL')
  const rule: Rule = {
    freq: frequency(parts),
    interval: integer('INTERVAL', parts.get('INTERVAL') ?? '1', 1, MOST_INTERVAL),
    ...(count === undefined ? {} : { count: integer('COUNT', count, 1, MOST_INTERVAL) }),
    ...(end === undefined ? {} : { until: until(end) }),
    byMonth: list(parts, 'BYMONTH'),
    byWeekNo: list(parts, 'BYWEEKNO'),
    byYearDay: list(parts, 'BYYEARDAY'),
    byMonthDay: list(parts, 'BYMONTHDAY'),
    byDay: byDay(parts.get('BYDAY')),
    byHour: list(parts, 'BYHOUR'),
    byMinute: list(parts, 'BYMINUTE'),
    bySetPos: list(parts, 'BYSETPOS'),
    wkst: weekday('WKST', parts.get('WKST') ?? 'MO'),
  }
  checkTogether(rule, parts)
  return rule
}

/**
 * The rule of an RRULE value (RFC 5545 §3.3.10, without the leading `RRULE:`), in any case. Refuses with a code
 * and the part at fault, also what the RFC allows but a plan of whole minutes cannot hold.
 */
export function parseRule(text: string): ParsedRule {
  try {
    return { ok: true, rule: readRule(text) }
  } catch (refused) {
    if (refused instanceof Refused) return { ok: false, why: refused.why, part: refused.part }
    throw refused
  }
}

const compact = (text: string): string => text.replace(/[-:]/g, '')

function untilText(end: Until): string {
  if (end.kind === 'date') return compact(end.day)
  if (end.kind === 'local') return `${compact(end.wall)}00`
  return `${compact(fromEpochMinute(end.epoch, 'UTC'))}00Z`
}

const weekdayText = ({ nth, weekday: day }: RuleWeekday): string =>
  `${nth === 0 ? '' : nth}${weekdayCode(day)}`

/**
 * A rule as an RRULE value, parts in one fixed order, defaults (INTERVAL=1, WKST=MO) left out. Parsing it gives
 * the same rule back.
 */
export function formatRule(rule: Rule): string {
  const parts: [string, readonly (string | number)[]][] = [
    ['FREQ', [rule.freq]],
    ['INTERVAL', rule.interval === 1 ? [] : [rule.interval]],
    ['COUNT', rule.count === undefined ? [] : [rule.count]],
    ['UNTIL', rule.until === undefined ? [] : [untilText(rule.until)]],
    ['BYMONTH', rule.byMonth],
    ['BYWEEKNO', rule.byWeekNo],
    ['BYYEARDAY', rule.byYearDay],
    ['BYMONTHDAY', rule.byMonthDay],
    ['BYDAY', rule.byDay.map(weekdayText)],
    ['BYHOUR', rule.byHour],
    ['BYMINUTE', rule.byMinute],
    ['BYSETPOS', rule.bySetPos],
    ['WKST', rule.wkst === 1 ? [] : [weekdayCode(rule.wkst)]],
  ]
  return parts
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}=${values.join(',')}`)
    .join(';')
}
