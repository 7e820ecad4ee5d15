import { type Day, lastOfMonth, weekdayOf } from '../../../shared/time/day.ts'
import type { Rule } from '../../../shared/time/rule.ts'
import { formatRule, parseRule } from '../../../shared/time/ruleText.ts'

/**
 * A repetition as the editor offers it. Every other rule (RFC 5545) is `custom`: kept as it is, and shown as such.
 * Weekdays are ISO, Monday 1 to Sunday 7.
 */
export type Repeat =
  | { readonly kind: 'never' }
  | { readonly kind: 'daily'; readonly interval: number; readonly until: Day | null }
  | {
      readonly kind: 'weekly'
      readonly interval: number
      readonly weekdays: readonly number[]
      readonly until: Day | null
    }
  | {
      readonly kind: 'monthly'
      readonly interval: number
      readonly by: 'day' | 'weekday'
      readonly until: Day | null
    }
  | { readonly kind: 'custom'; readonly rule: string }

export const repeatKinds = ['never', 'daily', 'weekly', 'monthly'] as const

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
      return { kind, interval: 1, until: null }
    case 'weekly':
      return { kind, interval: 1, weekdays: [weekdayOf(day)], until: null }
    case 'monthly':
      return { kind, interval: 1, by: 'day', until: null }
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
  const until = repeat.until === null ? {} : { until: { kind: 'date', day: repeat.until } as const }
  const common = { ...bare, interval: repeat.interval, ...until }
  if (repeat.kind === 'daily') return formatRule({ ...common, freq: 'DAILY' })
  if (repeat.kind === 'weekly') {
    const weekdays = [...new Set([...repeat.weekdays, weekdayOf(day)])].sort((a, b) => a - b)
    return formatRule({ ...common, freq: 'WEEKLY', byDay: weekdays.map((weekday) => ({ nth: 0, weekday })) })
  }
  if (repeat.by === 'weekday')
    return formatRule({
      ...common,
      freq: 'MONTHLY',
      byDay: [{ nth: nthOfMonth(day), weekday: weekdayOf(day) }],
    })
  return formatRule({
    ...common,
    freq: 'MONTHLY',
    byMonthDay: [day === lastOfMonth(day) ? -1 : Number(day.slice(8))],
  })
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

function guess({ freq, interval, byDay, until }: Rule, day: Day): Repeat | null {
  const end =
    until === undefined
      ? null
      : until.kind === 'date'
        ? until.day
        : until.kind === 'local'
          ? until.wall.slice(0, 10)
          : null
  if (freq === 'DAILY') return { kind: 'daily', interval, until: end }
  if (freq === 'WEEKLY')
    return {
      kind: 'weekly',
      interval,
      weekdays: byDay.length === 0 ? [weekdayOf(day)] : byDay.map(({ weekday }) => weekday),
      until: end,
    }
  if (freq === 'MONTHLY')
    return { kind: 'monthly', interval, by: byDay.length === 0 ? 'day' : 'weekday', until: end }
  return null
}

function says(rule: Rule, repeat: Repeat, day: Day): boolean {
  if (rule.until?.kind === 'utc' || rule.count !== undefined) return false
  const { until: _, ...plain } = rule
  const end =
    'until' in repeat && repeat.until !== null ? { until: { kind: 'date', day: repeat.until } as const } : {}
  const filled: Rule = { ...plain, ...end, wkst: 1 }
  if (rule.freq === 'WEEKLY' && rule.wkst !== 1 && rule.interval > 1) return false
  if (rule.freq === 'WEEKLY' && rule.byDay.length === 0)
    return formatRule({ ...filled, byDay: [{ nth: 0, weekday: weekdayOf(day) }] }) === ruleOf(repeat, day)
  if (rule.freq === 'MONTHLY' && rule.byDay.length === 0 && rule.byMonthDay.length === 0)
    return formatRule({ ...filled, byMonthDay: [Number(day.slice(8))] }) === ruleOf(repeat, day)
  return formatRule(filled) === ruleOf(repeat, day)
}
