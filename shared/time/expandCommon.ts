import { civilToDayNumber, type DayNumber, dayNumberToCivil, monthLength, weekdayOfNumber } from './day.ts'
import type { Rule, RuleWeekday } from './rule.ts'

/**
 * The days of a rule by integer arithmetic, period by period. A period is the rule's day, week, month or year that
 * lies `k` intervals after the one of DTSTART, so the periods of a window are found by one division, however old the
 * rule is. Days are those of the whole period: those before DTSTART or after the end are for the caller to drop.
 */
export type PeriodDays = {
  /** The period that holds a day, or the last one before it; negative before DTSTART's period. */
  periodOf(day: DayNumber): number
  /** The sorted day numbers of a period. */
  daysIn(period: number): readonly DayNumber[]
  /** How many days every period has, where that is always the same. */
  readonly each?: number
}

const monthIndexOf = (day: DayNumber): number => {
  const civil = dayNumberToCivil(day)
  return Math.floor(civil / 10_000) * 12 + (Math.floor(civil / 100) % 100) - 1
}

const sortedOnce = (days: readonly DayNumber[]): DayNumber[] => [...new Set(days)].sort((a, b) => a - b)

/** The days from `first` on, `length` of them, that a BYDAY list names; `nth` counts within this stretch. */
function namedWeekdays(byDay: readonly RuleWeekday[], first: DayNumber, length: number): DayNumber[] {
  const days: DayNumber[] = []
  for (const { nth, weekday } of byDay) {
    const offset = (weekday - weekdayOfNumber(first) + 7) % 7
    const count = Math.floor((length - 1 - offset) / 7) + 1
    if (nth === 0) for (let i = 0; i < count; i++) days.push(first + offset + 7 * i)
    else if (Math.abs(nth) <= count) days.push(first + offset + 7 * (nth > 0 ? nth - 1 : count + nth))
  }
  return byDay.length > 1 ? sortedOnce(days) : days
}

/** The days of a month that BYMONTHDAY names; −1 is the last, and what the month does not have is left out. */
function namedMonthDays(byMonthDay: readonly number[], first: DayNumber, length: number): DayNumber[] {
  const days: DayNumber[] = []
  for (const n of byMonthDay) if (Math.abs(n) <= length) days.push(n > 0 ? first + n - 1 : first + length + n)
  return byMonthDay.length > 1 ? sortedOnce(days) : days
}

/** The days of a month by BYMONTHDAY and BYDAY (both: the days in both), or DTSTART's day of the month by neither. */
function monthDays(rule: Rule, startDayOfMonth: number, year: number, month: number): DayNumber[] {
  const first = civilToDayNumber(year, month, 1)
  const length = monthLength(year, month)
  if (rule.byDay.length === 0)
    return namedMonthDays(rule.byMonthDay.length > 0 ? rule.byMonthDay : [startDayOfMonth], first, length)
  const weekdays = namedWeekdays(rule.byDay, first, length)
  if (rule.byMonthDay.length === 0) return weekdays
  const dates = new Set(namedMonthDays(rule.byMonthDay, first, length))
  return weekdays.filter((day) => dates.has(day))
}

/** The days at BYSETPOS places of a period's days, counted from 1, or from −1 backwards. */
function atPositions(days: readonly DayNumber[], positions: readonly number[]): readonly DayNumber[] {
  if (positions.length === 0) return days
  const chosen: DayNumber[] = []
  for (const position of positions) {
    const day = days[position > 0 ? position - 1 : days.length + position]
    if (day !== undefined) chosen.push(day)
  }
  return sortedOnce(chosen)
}

/** Whether a month and a day of the month pass the lists that limit a DAILY rule. */
function passesLimits(rule: Rule, day: DayNumber): boolean {
  const { byDay, byMonth, byMonthDay } = rule
  if (byDay.length > 0 && !byDay.some(({ weekday }) => weekday === weekdayOfNumber(day))) return false
  if (byMonth.length === 0 && byMonthDay.length === 0) return true
  const civil = dayNumberToCivil(day)
  const month = Math.floor(civil / 100) % 100
  if (byMonth.length > 0 && !byMonth.includes(month)) return false
  const dayOfMonth = civil % 100
  const fromEnd = dayOfMonth - monthLength(Math.floor(civil / 10_000), month) - 1
  return byMonthDay.length === 0 || byMonthDay.includes(dayOfMonth) || byMonthDay.includes(fromEnd)
}

function daily(rule: Rule, start: DayNumber): PeriodDays {
  const isLimited = rule.byDay.length + rule.byMonth.length + rule.byMonthDay.length > 0
  return {
    ...(isLimited ? {} : { each: 1 }),
    periodOf: (day) => Math.floor((day - start) / rule.interval),
    daysIn(period) {
      const day = start + period * rule.interval
      return passesLimits(rule, day) ? [day] : []
    },
  }
}

function weekly(rule: Rule, start: DayNumber): PeriodDays {
  const firstWeek = start - ((weekdayOfNumber(start) - rule.wkst + 7) % 7)
  const step = 7 * rule.interval
  const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOfNumber(start)]
  const offsets = sortedOnce(weekdays.map((weekday) => (weekday - rule.wkst + 7) % 7))
  const isLimited = rule.byMonth.length + rule.bySetPos.length > 0
  return {
    ...(isLimited ? {} : { each: offsets.length }),
    periodOf: (day) => Math.floor((day - firstWeek) / step),
    daysIn(period) {
      const week = firstWeek + period * step
      const days = offsets.map((offset) => week + offset)
      if (rule.byMonth.length === 0) return atPositions(days, rule.bySetPos)
      const inMonths = days.filter((day) => rule.byMonth.includes((monthIndexOf(day) % 12) + 1))
      return atPositions(inMonths, rule.bySetPos)
    },
  }
}

function monthly(rule: Rule, start: DayNumber): PeriodDays {
  const startMonth = monthIndexOf(start)
  const startDayOfMonth = dayNumberToCivil(start) % 100
  return {
    periodOf: (day) => Math.floor((monthIndexOf(day) - startMonth) / rule.interval),
    daysIn(period) {
      const index = startMonth + period * rule.interval
      const month = (index % 12) + 1
      if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return []
      return atPositions(monthDays(rule, startDayOfMonth, Math.floor(index / 12), month), rule.bySetPos)
    },
  }
}

const ALL_MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The days of a year: by month when BYMONTH or BYMONTHDAY is there, else BYDAY within the whole year, else DTSTART's date. */
function yearDays(rule: Rule, startMonth: number, startDayOfMonth: number, year: number): DayNumber[] {
  const { byMonth, byMonthDay, byDay } = rule
  if (byMonth.length === 0 && byMonthDay.length === 0) {
    if (byDay.length === 0) return monthDays(rule, startDayOfMonth, year, startMonth)
    const first = civilToDayNumber(year, 1, 1)
    return namedWeekdays(byDay, first, civilToDayNumber(year + 1, 1, 1) - first)
  }
  const months = byMonth.length > 0 ? byMonth : ALL_MONTHS
  return months.flatMap((month) => monthDays(rule, startDayOfMonth, year, month))
}

function yearly(rule: Rule, start: DayNumber): PeriodDays {
  const civil = dayNumberToCivil(start)
  const startYear = Math.floor(civil / 10_000)
  const startMonth = Math.floor(civil / 100) % 100
  return {
    periodOf: (day) => Math.floor((Math.floor(dayNumberToCivil(day) / 10_000) - startYear) / rule.interval),
    daysIn: (period) =>
      atPositions(yearDays(rule, startMonth, civil % 100, startYear + period * rule.interval), rule.bySetPos),
  }
}

/**
 * The arithmetic for the rules that people use, or undefined for the others, which `expandLibrary.ts` takes: rules
 * within a day, by hour or minute, week number or day of the year, a daily BYSETPOS, and the n-th weekday of a
 * year among days of the month. `start` is DTSTART's day.
 */
export function periodDays(rule: Rule, start: DayNumber): PeriodDays | undefined {
  const { byHour, byMinute, byWeekNo, byYearDay } = rule
  if (byHour.length + byMinute.length + byWeekNo.length + byYearDay.length > 0) return undefined
  const hasNth = rule.byDay.some(({ nth }) => nth !== 0)
  switch (rule.freq) {
    case 'DAILY':
      return rule.bySetPos.length > 0 ? undefined : daily(rule, start)
    case 'WEEKLY':
      return weekly(rule, start)
    case 'MONTHLY':
      return monthly(rule, start)
    case 'YEARLY':
      return hasNth && rule.byMonth.length === 0 && rule.byMonthDay.length > 0
        ? undefined
        : yearly(rule, start)
    default:
      return undefined
  }
}

/** The day of the n-th occurrence of a rule from `start` on, found as far as it was needed. */
export class CountedEnd {
  private readonly days: PeriodDays
  private readonly start: DayNumber
  private left: number
  private period = 0
  private last: DayNumber | undefined

  /** `count` occurrences of the pattern, 0 or more. */
  constructor(days: PeriodDays, start: DayNumber, count: number) {
    this.days = days
    this.start = start
    this.left = count
    if (count === 0) this.last = start - 1
  }

  /** The last day that COUNT allows, or `to` when that comes first. Walks each period once, whatever is asked how often. */
  lastUpTo(to: DayNumber): DayNumber {
    const end = this.days.periodOf(to)
    for (; this.last === undefined && this.period <= end; this.period++) {
      if (this.period > 0) this.skipUpTo(end)
      const days = this.days.daysIn(this.period)
      const from = this.period === 0 ? days.findIndex((day) => day >= this.start) : 0
      const counted = from < 0 ? 0 : days.length - from
      if (counted >= this.left) this.last = days[from + this.left - 1]
      this.left -= counted
    }
    return Math.min(this.last ?? to, to)
  }

  /** Counts whole periods at once where all have the same number of days, but leaves the one that COUNT ends in. */
  private skipUpTo(end: number): void {
    const { each } = this.days
    if (each === undefined) return
    const periods = Math.min(Math.ceil(this.left / each) - 1, end - this.period)
    this.period += periods
    this.left -= periods * each
  }
}
