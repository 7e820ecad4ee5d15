import { RRuleTemporal } from 'rrule-temporal'
import { civilToDayNumber, type DayNumber, dayNumberToCivil, weekdayOfNumber } from './day.ts'
import type { Rule } from './rule.ts'
import { weekdayCode } from './ruleText.ts'
import { Temporal } from './temporal.ts'
import { MINUTES_A_DAY, type WallMinute } from './wallClock.ts'

/**
 * Years after DTSTART for which the rarer rules are expanded. It bounds the work of a COUNT, which has to be walked
 * from the start; what lies later is reported as capped.
 */
export const LIBRARY_YEARS = 200

/** The library's own caps: periods it may step over and candidates it may look at for one stretch. */
const MOST_PERIODS = 10_000

/** The starts of a stretch and whether the library gave up on it. */
type Stretch = { readonly starts: readonly WallMinute[]; readonly capped: boolean }

const NANOSECONDS_A_MINUTE = 60_000_000_000n

/** A wall clock as the same time of UTC: the library then sees no zone, and each hour is there once. */
const inUtc = (local: WallMinute): InstanceType<typeof Temporal.ZonedDateTime> =>
  new Temporal.ZonedDateTime(BigInt(local) * NANOSECONDS_A_MINUTE, 'UTC')

const yearOf = (local: WallMinute): number =>
  Math.floor(dayNumberToCivil(Math.floor(local / MINUTES_A_DAY)) / 10_000)

const monthIndexOf = (local: WallMinute): number => {
  const civil = dayNumberToCivil(Math.floor(local / MINUTES_A_DAY))
  return Math.floor(civil / 10_000) * 12 + (Math.floor(civil / 100) % 100) - 1
}

const floorTo = (distance: number, step: number): number => Math.max(0, Math.floor(distance / step)) * step

/**
 * A start for the library near a stretch: in the period of the rule that holds `from`, or one before. The library
 * walks from its start, so a ten-year-old rule would cost ten years. It lies at the very beginning of its period
 * (except within days), so that nothing of the period comes before it; {@link withStartParts} keeps what the rule
 * takes from DTSTART.
 */
function anchorNear(rule: Rule, start: WallMinute, from: WallMinute): WallMinute {
  const startDay = Math.floor(start / MINUTES_A_DAY)
  const days = Math.floor(from / MINUTES_A_DAY) - startDay
  switch (rule.freq) {
    case 'MINUTELY':
      return start + floorTo(from - start, rule.interval)
    case 'HOURLY':
      return start + floorTo(from - start - 60, rule.interval * 60)
    case 'DAILY':
      return (startDay + floorTo(days, rule.interval)) * MINUTES_A_DAY
    case 'WEEKLY': {
      const sinceWeekStart = (weekdayOfNumber(startDay) - rule.wkst + 7) % 7
      return (startDay - sinceWeekStart + floorTo(days, rule.interval * 7)) * MINUTES_A_DAY
    }
    case 'MONTHLY': {
      const month = monthIndexOf(start) + floorTo(monthIndexOf(from) - monthIndexOf(start), rule.interval)
      return civilToDayNumber(Math.floor(month / 12), (month % 12) + 1, 1) * MINUTES_A_DAY
    }
    case 'YEARLY': {
      // Week 1 may start in December and week 53 end in January: one year more on the early side.
      const year = yearOf(start) + floorTo(yearOf(from) - 1 - yearOf(start), rule.interval)
      return civilToDayNumber(year, 1, 1) * MINUTES_A_DAY
    }
  }
}

/**
 * A rule with what it takes from DTSTART written out: time, weekday, day of the month, month (RFC 5545 §3.3.10:
 * "information, not contained in the rule, necessary to determine the various recurrence instance start time and
 * dates are derived from the Start Time").
 */
function withStartParts(rule: Rule, start: WallMinute): Rule {
  if (rule.freq === 'HOURLY' || rule.freq === 'MINUTELY') return rule
  const day = Math.floor(start / MINUTES_A_DAY)
  const minute = start - day * MINUTES_A_DAY
  const byHour = rule.byHour.length > 0 ? rule.byHour : [Math.floor(minute / 60)]
  const byMinute = rule.byMinute.length > 0 ? rule.byMinute : [minute % 60]
  return { ...withStartDate(rule, day), byHour, byMinute }
}

function withStartDate(rule: Rule, start: DayNumber): Rule {
  const { byDay, byMonthDay, byYearDay, byWeekNo, byMonth, freq } = rule
  if (freq === 'DAILY' || byDay.length + byMonthDay.length + byYearDay.length > 0) return rule
  if (freq === 'WEEKLY' || byWeekNo.length > 0)
    return { ...rule, byDay: [{ nth: 0, weekday: weekdayOfNumber(start) }] }
  const civil = dayNumberToCivil(start)
  const ofMonth = { ...rule, byMonthDay: [civil % 100] }
  if (freq === 'MONTHLY' || byMonth.length > 0) return ofMonth
  return { ...ofMonth, byMonth: [Math.floor(civil / 100) % 100] }
}

/** A rule in the words of the library, without its end: COUNT and UNTIL are kept by `recurrence.ts`. */
function libraryRule(rule: Rule, anchor: WallMinute, until: WallMinute): RRuleTemporal {
  const given = <T>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined)
  const parts = {
    byMonth: given(rule.byMonth),
    byWeekNo: given(rule.byWeekNo),
    byYearDay: given(rule.byYearDay),
    byMonthDay: given(rule.byMonthDay),
    byDay: given(rule.byDay.map(({ nth, weekday }) => `${nth === 0 ? '' : nth}${weekdayCode(weekday)}`)),
    byHour: given(rule.byHour),
    byMinute: given(rule.byMinute),
    bySetPos: given(rule.bySetPos),
  }
  const present = Object.fromEntries(Object.entries(parts).filter(([, values]) => values !== undefined))
  return new RRuleTemporal({
    ...present,
    freq: rule.freq,
    interval: rule.interval,
    wkst: weekdayCode(rule.wkst),
    tzid: 'UTC',
    dtstart: inUtc(anchor),
    until: inUtc(until),
    maxIterations: MOST_PERIODS,
    cache: false,
  })
}

/** The starts of a rule from `from` to `to` (included), none before DTSTART. */
function expandStretch(rule: Rule, start: WallMinute, from: WallMinute, to: WallMinute): Stretch {
  const starts: WallMinute[] = []
  const earliest = Math.max(from, start)
  try {
    const anchor = anchorNear(rule, start, from)
    if (anchor > to) return { starts, capped: false }
    libraryRule(withStartParts(rule, start), anchor, to).all((at) => {
      const local = at.epochMilliseconds / 60_000
      if (local >= earliest && local <= to) starts.push(local)
      return local <= to
    })
    return { starts, capped: false }
  } catch (error) {
    // The library's caps throw plain Errors; what came before them holds.
    if (error instanceof Error && error.message.startsWith('Maximum ')) return { starts, capped: true }
    throw error
  }
}

/** How many stretches of one rule are remembered; then all are forgotten. */
const MOST_REMEMBERED = 64

/** The rarer rules of RFC 5545, by rrule-temporal on local time, a stretch (a month or a year) at a time. */
export class LibraryStarts {
  private readonly rule: Rule
  private readonly start: WallMinute
  private readonly byMonths: boolean
  private readonly remembered = new Map<number, Stretch>()
  private counted = {
    stretch: 0,
    left: Number.POSITIVE_INFINITY,
    last: Number.POSITIVE_INFINITY,
    capped: false,
  }

  constructor(rule: Rule, start: WallMinute) {
    this.rule = rule
    this.start = start
    this.byMonths = rule.freq !== 'YEARLY'
    this.counted.stretch = this.stretchOf(Math.floor(start / MINUTES_A_DAY))
  }

  /** Whether DTSTART is an occurrence of the pattern. */
  matchesStart(): boolean {
    return this.stretch(this.counted.stretch).starts.includes(this.start)
  }

  /** Ends the pattern after `count` occurrences, 0 or more. To be called before {@link between}. */
  endAfter(count: number): void {
    this.counted.left = count
    if (count === 0) this.counted.last = Number.NEGATIVE_INFINITY
  }

  /** The sorted starts from day `from` to day `to`, both included. */
  between(from: DayNumber, to: DayNumber): Stretch {
    const horizon = civilToDayNumber(yearOf(this.start) + LIBRARY_YEARS, 12, 31)
    const end = Math.min(to, horizon)
    const last = this.lastUpTo(end)
    const starts: WallMinute[] = []
    let capped = (to > horizon && last > end * MINUTES_A_DAY) || this.counted.capped
    const first = this.stretchOf(Math.max(from, Math.floor(this.start / MINUTES_A_DAY)))
    for (let stretch = first; stretch <= this.stretchOf(end); stretch++) {
      const found = this.stretch(stretch)
      capped ||= found.capped
      for (const local of found.starts)
        if (local >= from * MINUTES_A_DAY && local < (end + 1) * MINUTES_A_DAY && local <= last)
          starts.push(local)
    }
    return { starts, capped }
  }

  private stretchOf(day: DayNumber): number {
    const civil = dayNumberToCivil(day)
    const year = Math.floor(civil / 10_000)
    return this.byMonths ? year * 12 + (Math.floor(civil / 100) % 100) - 1 : year
  }

  private firstDay(stretch: number): DayNumber {
    return this.byMonths
      ? civilToDayNumber(Math.floor(stretch / 12), (stretch % 12) + 1, 1)
      : civilToDayNumber(stretch, 1, 1)
  }

  private stretch(stretch: number): Stretch {
    const known = this.remembered.get(stretch)
    if (known !== undefined) return known
    const from = this.firstDay(stretch) * MINUTES_A_DAY
    const found = expandStretch(this.rule, this.start, from, this.firstDay(stretch + 1) * MINUTES_A_DAY - 1)
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear()
    this.remembered.set(stretch, found)
    return found
  }

  /** The last start that COUNT allows, as far as day `to`; infinite when COUNT has not run out by then. */
  private lastUpTo(to: DayNumber): WallMinute {
    const { counted } = this
    if (counted.left === Number.POSITIVE_INFINITY) return counted.last
    for (const end = this.stretchOf(to); counted.left > 0 && counted.stretch <= end; counted.stretch++) {
      const { starts, capped } = this.stretch(counted.stretch)
      if (starts.length >= counted.left) counted.last = starts[counted.left - 1] as WallMinute
      counted.left = Math.max(0, counted.left - starts.length)
      counted.capped ||= capped
    }
    return counted.last
  }
}
