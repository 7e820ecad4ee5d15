import type { Day } from './day.ts'
import type { WallClock } from './wallClock.ts'
import type { EpochMinute } from './zone.ts'

/** The unit that a rule repeats in. SECONDLY is refused: wall clocks hold whole minutes. */
export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY'

/** A weekday of BYDAY: Monday 1 to Sunday 7; `nth` 0 is every one, 2 the second, −1 the last of the month or year. */
export type RuleWeekday = { readonly nth: number; readonly weekday: number }

/**
 * The last moment of a rule, included. A date means that whole day; `local` is a time of the event's own clocks;
 * `utc` is an instant, to be compared with the instants of the occurrences (RFC 5545 §3.3.10).
 */
export type Until =
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'local'; readonly wall: WallClock }
  | { readonly kind: 'utc'; readonly epoch: EpochMinute }

/**
 * A recurrence rule (RFC 5545 §3.3.10) taken apart. An empty list is a part that is not given; lists are sorted and
 * without repetition. At most one of `count` and `until` is there.
 */
export type Rule = {
  readonly freq: Frequency
  readonly interval: number
  readonly count?: number
  readonly until?: Until
  readonly byMonth: readonly number[]
  readonly byWeekNo: readonly number[]
  readonly byYearDay: readonly number[]
  readonly byMonthDay: readonly number[]
  readonly byDay: readonly RuleWeekday[]
  readonly byHour: readonly number[]
  readonly byMinute: readonly number[]
  readonly bySetPos: readonly number[]
  /** The weekday that weeks start on for this rule, Monday 1 to Sunday 7. */
  readonly wkst: number
}

/** The most occurrences that a rule may have in a day: one every quarter of an hour. More is no plan of a person. */
export const MOST_A_DAY = 96

const MINUTES_A_DAY = 1440

/** The most occurrences that a rule can have in a day, by its frequency, interval and times; its other parts are not looked at. */
export function mostADay(rule: Rule): number {
  const minutes = Math.max(1, rule.byMinute.length)
  if (rule.freq === 'MINUTELY') return MINUTES_A_DAY / rule.interval
  if (rule.freq === 'HOURLY') return (24 / rule.interval) * minutes
  return Math.max(1, rule.byHour.length) * minutes
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether no month of BYMONTH ever has a day of BYMONTHDAY, as with 30 February or 31 April. */
function hasNoDate({ byMonth, byMonthDay }: Rule): boolean {
  if (byMonth.length === 0 || byMonthDay.length === 0) return false
  const shortest = Math.min(...byMonthDay.map(Math.abs))
  return byMonth.every((month) => shortest > (LONGEST_MONTH[month - 1] ?? 0))
}

/** Whether BYSETPOS asks for more times than a day, an hour or a minute of the rule has. */
function hasNoPosition({ freq, byHour, byMinute, bySetPos }: Rule): boolean {
  if (bySetPos.length === 0 || freq === 'YEARLY' || freq === 'MONTHLY' || freq === 'WEEKLY') return false
  const hours = freq === 'DAILY' ? Math.max(1, byHour.length) : 1
  const minutes = freq === 'MINUTELY' ? 1 : Math.max(1, byMinute.length)
  return bySetPos.every((position) => Math.abs(position) > hours * minutes)
}

/** Whether a rule is known to match no date ever, so that no search for one is begun. */
export function neverMatches(rule: Rule): boolean {
  return hasNoDate(rule) || hasNoPosition(rule)
}
