import { addDays, type Day, lastOfMonth, weekdayOf } from '../time/day.ts'
import type { Rule, RuleWeekday } from '../time/rule.ts'
import { formatRule } from '../time/ruleText.ts'
import { type Line, words } from './line.ts'
import { NUMBER, numberOfWord, ORDINAL, ordinalOfWord, weekdayOfWord, weekdaySource } from './vocabulary.ts'

/** How a line says that something repeats, before its first day and its end are known. */
export interface Repeat {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  /** ISO weekdays that the phrase itself names. */
  readonly weekdays: readonly number[]
  /** Which weekday of the month; 0 where it is by date. */
  readonly nth: number
  /** `daily` means working days, `every day` all of them. */
  readonly workingDays: boolean
}

/** Where a repetition ends: after times, or after a stretch of time from its first day. */
export interface Ending {
  readonly count: number | null
  readonly days: number | null
  readonly months: number | null
}

const EVERY = 'every|each|jede[nrsm]?|alle'
const OTHER = 'other|second|2nd|zweite[nrs]?|andere[nrs]?'
const plain: Omit<Repeat, 'freq'> = { interval: 1, weekdays: [], nth: 0, workingDays: false }

const units: readonly (readonly [Repeat['freq'], string])[] = [
  ['DAILY', 'days?|tage?n?'],
  ['WEEKLY', 'weeks?|wochen?'],
  ['MONTHLY', 'months?|monate?n?s?'],
  ['YEARLY', 'years?|jahre?n?s?'],
]
const UNIT = units.map(([, source]) => source).join('|')

const single: readonly (readonly [string, Repeat])[] = [
  ['daily|täglich|taeglich', { ...plain, freq: 'DAILY', workingDays: true }],
  [
    `weekdays|(?:${EVERY})\\s+(?:weekday|working\\s+day|workday|werktag|arbeitstag)|werktags|werktäglich`,
    { ...plain, freq: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] },
  ],
  [`(?:${EVERY})\\s+(?:weekend|wochenende)`, { ...plain, freq: 'WEEKLY', weekdays: [6, 7] }],
  ['weekly|wöchentlich|woechentlich', { ...plain, freq: 'WEEKLY' }],
  ['fortnightly|biweekly|every\\s+fortnight|zweiwöchentlich', { ...plain, freq: 'WEEKLY', interval: 2 }],
  ['monthly|monatlich', { ...plain, freq: 'MONTHLY' }],
  [
    'quarterly|vierteljährlich|quartalsweise|jedes\\s+quartal|every\\s+quarter',
    { ...plain, freq: 'MONTHLY', interval: 3 },
  ],
  ['yearly|annually|jährlich', { ...plain, freq: 'YEARLY' }],
]

/** Takes what says that the line repeats; null where nothing does. */
export function takeRepeat(line: Line, language: 'en' | 'de'): Repeat | null {
  return takeOfMonth(line, language) ?? takeWeekdays(line, language) ?? takeInterval(line) ?? takeSingle(line)
}

/** `every first monday`, `last friday of the month`. Without the month `every second tuesday` is every other one. */
function takeOfMonth(line: Line, language: 'en' | 'de'): Repeat | null {
  const day = weekdaySource(language)
  const month = `\\s+(?:of|in|im|des)\\s*(?:the\\s+|every\\s+|each\\s+|a\\s+|jedes\\s+)?(?:months?|monats?)`
  const match =
    line.find(words(`(?:(?:${EVERY})\\s+)?(?:the\\s+)?(${ORDINAL})\\s+(${day})${month}`)) ??
    line.find(words(`(?:${EVERY})\\s+((?!${OTHER})${ORDINAL})\\s+(${day})`))
  if (match === null) return null
  line.takeMatch('repeat', match)
  const weekdays = [weekdayOfWord(match[2] ?? '')]
  return { ...plain, freq: 'MONTHLY', weekdays, nth: ordinalOfWord(match[1] ?? '') }
}

/** `every tue, thu and fri`, `every other monday`, `dienstags`. */
function takeWeekdays(line: Line, language: 'en' | 'de'): Repeat | null {
  const day = weekdaySource(language)
  const more = `(?:\\s*(?:,|and|und|&|\\+|\\/)\\s*${day})*`
  const german = '(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs'
  const match =
    line.find(words(`(?:${EVERY})\\s+((?:${OTHER})\\s+)?(${day}${more})`)) ??
    line.find(words(`()((?:${german})${more})`))
  if (match === null) return null
  line.takeMatch('repeat', match)
  const named = (match[2] ?? '').match(/\p{L}+/gu) ?? []
  const weekdays = named.map(weekdayOfWord).filter((weekday) => weekday > 0)
  return { ...plain, freq: 'WEEKLY', interval: match[1] ? 2 : 1, weekdays: [...new Set(weekdays)].sort() }
}

/** `every 2 weeks`, `alle zwei Wochen`, `every other month`. */
function takeInterval(line: Line): Repeat | null {
  const match = line.find(words(`(?:${EVERY})\\s+(?:(${NUMBER}|${OTHER})\\s+)?(${UNIT})`))
  if (match === null) return null
  const word = match[1] ?? '1'
  const interval = new RegExp(`^(?:${OTHER})$`, 'iu').test(word) ? 2 : numberOfWord(word)
  const freq = units.find(([, source]) => new RegExp(`^(?:${source})$`, 'iu').test(match[2] ?? ''))?.[0]
  if (freq === undefined || interval < 1) return null
  line.takeMatch('repeat', match)
  return { ...plain, freq, interval }
}

function takeSingle(line: Line): Repeat | null {
  for (const [source, repeat] of single) {
    const match = line.find(words(source))
    if (match === null) continue
    line.takeMatch('repeat', match)
    return repeat
  }
  return null
}

/** Takes `6 times`, `for 6 weeks`: how long a repetition goes on. */
export function takeEnding(line: Line): Ending | null {
  const times = line.find(words(`(${NUMBER})\\s*(?:times|x|mal)`))
  if (times !== null) {
    line.takeMatch('repeat', times)
    return { count: Math.max(1, numberOfWord(times[1] ?? '')), days: null, months: null }
  }
  const stretch = line.find(words(`(?:for|für)\\s+(${NUMBER})\\s+(${UNIT})`))
  if (stretch === null) return null
  const count = numberOfWord(stretch[1] ?? '')
  if (count < 1) return null
  line.takeMatch('repeat', stretch)
  const unit = (stretch[2] ?? '').slice(0, 1).toLowerCase()
  if (unit === 'd' || unit === 't') return { count: null, days: count, months: null }
  if (unit === 'w') return { count: null, days: 7 * count, months: null }
  return { count: null, days: null, months: unit === 'm' ? count : 12 * count }
}

/** The first day on or after `from` that a repetition falls on, within a year; `from` where none does. */
export function firstOf({ weekdays, nth }: Repeat, from: Day): Day {
  if (weekdays.length === 0) return from
  for (let ahead = 0; ahead < 366; ahead++) {
    const day = addDays(from, ahead)
    if (weekdays.includes(weekdayOf(day)) && (nth === 0 || isNth(day, nth))) return day
  }
  return from
}

function isNth(day: Day, nth: number): boolean {
  return nth < 0 ? addDays(day, 7) > lastOfMonth(day) : Math.ceil(Number(day.slice(8)) / 7) === nth
}

/** The RRULE value of a repetition that begins on its first day (RFC 5545 §3.3.10), as the session editor writes it. */
export function ruleFor(repeat: Repeat, first: Day, end: { until?: Day; count?: number }): string {
  const { freq, interval, weekdays, nth } = repeat
  const until = end.until === undefined ? {} : { until: { kind: 'date', day: end.until } as const }
  const count = end.count === undefined ? {} : { count: end.count }
  const rule: Rule = {
    ...{ freq, interval, ...until, ...count },
    ...{ byMonth: [], byWeekNo: [], byYearDay: [], byMonthDay: [], byDay: [] },
    ...{ byHour: [], byMinute: [], bySetPos: [], wkst: 1 },
  }
  if (freq === 'WEEKLY') {
    const days = weekdays.length === 0 ? [weekdayOf(first)] : weekdays
    return formatRule({ ...rule, byDay: days.map((weekday): RuleWeekday => ({ nth: 0, weekday })) })
  }
  if (freq === 'MONTHLY' && nth !== 0)
    return formatRule({ ...rule, byDay: weekdays.map((weekday) => ({ nth, weekday })) })
  if (freq === 'MONTHLY')
    return formatRule({ ...rule, byMonthDay: [first === lastOfMonth(first) ? -1 : Number(first.slice(8))] })
  return formatRule(rule)
}
