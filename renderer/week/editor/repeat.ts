import { type Day, lastOfMonth, weekdayOf } from '../../../shared/time/day.ts'
import type { Rule } from '../../../shared/time/rule.ts'
import { formatRule, parseRule } from '../../../shared/time/ruleText.ts'

/** When a repetition ends: never, on a day (included), or after so many occurrences, the first one counted. */
export type RepeatEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'count'; readonly count: number }

/** `weekday` is the nth weekday of the month (of the start's month for a year), `day` the day of the month. */
type ByMonth = 'day' | 'weekday'

interface Regular {
  readonly interval: number
  readonly ends: RepeatEnd
}

/**
 * A repetition as the editor offers it. Every other rule (RFC 5545) is `custom`: kept as it is, and shown in words.
 * Weekdays are ISO, Monday 1 to Sunday 7.
 */
export type Repeat =
  | { readonly kind: 'never' }
  | (Regular & { readonly kind: 'daily' })
  | (Regular & { readonly kind: 'weekly'; readonly weekdays: readonly number[] })
  | (Regular & { readonly kind: 'monthly'; readonly by: ByMonth })
  | (Regular & { readonly kind: 'yearly' })
  | { readonly kind: 'custom'; readonly rule: string }

export const repeatKinds = ['never', 'daily', 'weekly', 'monthly', 'yearly'] as const

const ENDLESS: RepeatEnd = { kind: 'never' }

const bare: Omit<Rule, 'freq'> = {
  interval: 1,
  byMonth: [],
  byWeekNo: [],
  byYearDay: [],
  byMonthDay: [],
  byDay: [],
  byHour: [],
  byMinute: [],
  bySetPos: [],
  wkst: 1,
}

/** A repetition of a kind in its plainest form, for a session that starts on a day. */
export function plainRepeat(kind: (typeof repeatKinds)[number], day: Day): Repeat {
  switch (kind) {
    case 'never':
      return { kind }
    case 'daily':
    case 'yearly':
      return { kind, interval: 1, ends: ENDLESS }
    case 'weekly':
      return { kind, interval: 1, weekdays: [weekdayOf(day)], ends: ENDLESS }
    case 'monthly':
      return { kind, interval: 1, by: 'day', ends: ENDLESS }
  }
}

/** Which weekday of its month a day is: the first to the fourth, or −1 for the last where there is a fifth. */
export function nthOfMonth(day: Day): number {
  const nth = Math.ceil(Number(day.slice(8)) / 7)
  return nth === 5 ? -1 : nth
}

/** The RRULE value for a session that starts on a day; null where it does not repeat. The day's own weekday is always in. */
export function ruleOf(repeat: Repeat, day: Day): string | null {
  if (repeat.kind === 'never') return null
  if (repeat.kind === 'custom') return repeat.rule
  const common = { ...bare, interval: repeat.interval, ...endOf(repeat.ends) }
  switch (repeat.kind) {
    case 'daily':
      return formatRule({ ...common, freq: 'DAILY' })
    case 'weekly': {
      const weekdays = [...new Set([...repeat.weekdays, weekdayOf(day)])].sort((a, b) => a - b)
      const byDay = weekdays.map((weekday) => ({ nth: 0, weekday }))
      return formatRule({ ...common, freq: 'WEEKLY', byDay })
    }
    case 'monthly':
      return formatRule({ ...common, freq: 'MONTHLY', ...partOfMonth(repeat.by, day) })
    case 'yearly':
      return formatRule({
        ...common,
        freq: 'YEARLY',
        byMonth: [Number(day.slice(5, 7))],
        byMonthDay: [Number(day.slice(8))],
      })
  }
}

function endOf(ends: RepeatEnd): Pick<Rule, 'until' | 'count'> {
  if (ends.kind === 'until') return { until: { kind: 'date', day: ends.day } }
  return ends.kind === 'count' ? { count: ends.count } : {}
}

function partOfMonth(by: ByMonth, day: Day): Partial<Rule> {
  if (by === 'weekday') return { byDay: [{ nth: nthOfMonth(day), weekday: weekdayOf(day) }] }
  return { byMonthDay: [day === lastOfMonth(day) ? -1 : Number(day.slice(8))] }
}

/** The repetition of a rule, for a session that starts on a day: one that the editor offers if it says just that, else custom. */
export function repeatOf(rule: string | null, day: Day): Repeat {
  if (rule === null) return { kind: 'never' }
  const custom: Repeat = { kind: 'custom', rule }
  const parsed = parseRule(rule)
  if (!parsed.ok) return custom
  const guessed = guess(parsed.rule, day)
  // What it would be written as must mean the same; a rule without BYDAY takes the start's weekday.
  return guessed !== null && says(parsed.rule, guessed, day) ? guessed : custom
}

function guess(rule: Rule, day: Day): Repeat | null {
  const { freq, interval, byDay } = rule
  const ends = endFrom(rule)
  if (freq === 'DAILY') return { kind: 'daily', interval, ends }
  if (freq === 'YEARLY') return { kind: 'yearly', interval, ends }
  if (freq === 'WEEKLY') {
    const weekdays = byDay.length === 0 ? [weekdayOf(day)] : byDay.map(({ weekday }) => weekday)
    return { kind: 'weekly', interval, weekdays, ends }
  }
  if (freq === 'MONTHLY')
    return { kind: 'monthly', interval, by: byDay.length === 0 ? 'day' : 'weekday', ends }
  return null
}

function endFrom({ until, count }: Rule): RepeatEnd {
  if (count !== undefined) return { kind: 'count', count }
  if (until?.kind === 'date') return { kind: 'until', day: until.day }
  return until?.kind === 'local' ? { kind: 'until', day: until.wall.slice(0, 10) } : ENDLESS
}

function says(rule: Rule, repeat: Repeat, day: Day): boolean {
  if (rule.until?.kind === 'utc') return false
  if (rule.freq === 'WEEKLY' && rule.wkst !== 1 && rule.interval > 1) return false
  const { until: _, count: __, ...plain } = rule
  const ends = 'ends' in repeat ? endOf(repeat.ends) : {}
  return formatRule({ ...plain, ...ends, ...impliedBy(rule, day), wkst: 1 }) === ruleOf(repeat, day)
}

/** What a rule leaves to its start (RFC 5545 §3.3.10): the weekday, the day of the month, the day of the year. */
function impliedBy({ freq, byDay, byMonth, byMonthDay }: Rule, day: Day): Partial<Rule> {
  const dayOfMonth = Number(day.slice(8))
  if (freq === 'WEEKLY' && byDay.length === 0) return { byDay: [{ nth: 0, weekday: weekdayOf(day) }] }
  if (byDay.length > 0 || byMonthDay.length > 0) return {}
  if (freq === 'MONTHLY') return { byMonthDay: [dayOfMonth] }
  if (freq === 'YEARLY' && byMonth.length === 0)
    return { byMonth: [Number(day.slice(5, 7))], byMonthDay: [dayOfMonth] }
  return {}
}
