import { type Day, type DayNumber, dayNumber, LAST_DAY_NUMBER } from './day.ts'
import { CountedEnd, type PeriodDays, periodDays } from './expandCommon.ts'
import { LibraryStarts } from './expandLibrary.ts'
import { neverMatches, type Rule, type Until } from './rule.ts'
import { parseRule } from './ruleText.ts'
import { MINUTES_A_DAY, type WallClock, type WallMinute, wallDay, wallNumber, wallOf } from './wallClock.ts'
import { localAt, localToEpoch } from './zone.ts'

/** How a session repeats, on the clocks of its own zone. */
export type Recurrence = {
  /** An RFC 5545 RRULE value without the leading `RRULE:`; empty when there is none and only `extra` adds. */
  readonly rule: string
  /** Starts that are left out (EXDATE), in the session's zone. */
  readonly except: readonly WallClock[]
  /** Starts that are added (RDATE), in the session's zone. */
  readonly extra: readonly WallClock[]
}

/** Local days of the session's zone, both included. */
export type Window = { readonly from: Day; readonly to: Day }

export type Occurrences = {
  /** Sorted, each once. */
  readonly starts: WallClock[]
  /** There may be more in the window: a cap was met. */
  readonly capped: boolean
}

/** The most occurrences given at once: 27 years of a daily session. */
export const MOST_OCCURRENCES = 10_000

/** A source of sorted starts of the pattern, none before DTSTART and none after COUNT or UNTIL. */
type Starts = (
  from: DayNumber,
  to: DayNumber,
) => { readonly starts: readonly WallMinute[]; readonly capped: boolean }

/** A recurrence made ready to be asked for any window. */
type Compiled = {
  readonly start: WallClock
  readonly zone: string
  readonly startNumber: WallMinute
  readonly pattern: Starts
  /** DTSTART does not match the rule, and is an occurrence nevertheless. */
  readonly startApart: boolean
  readonly except: ReadonlySet<WallClock>
}

/**
 * The starts of a recurring session in a window, sorted, on the wall clocks of its zone. A start that the zone's
 * clocks skip stays in the list: `toEpochMinute` shifts it forward and `wallStatus` tells (as calendars show it;
 * RFC 5545 §3.3.10 would drop it, and a planned hour would be lost). A repeated one is its first occurrence.
 *
 * DTSTART is the first occurrence even when it does not match the rule (RFC 5545 §3.8.5.3: it "defines the first
 * instance in the recurrence set"; the calendars of Apple and Google show it), and it counts for COUNT (§3.3.10: it
 * "always counts as the first occurrence"). It is none when EXDATE names it, or when UNTIL lies before it, which is how
 * exporters write a series that was emptied.
 *
 * Throws a RangeError for a rule that `parseRule` refuses, since borders have checked it.
 */
export function occurrences(
  start: WallClock,
  zone: string,
  recurrence: Recurrence,
  window: Window,
): Occurrences {
  const compiled = compiledFor(start, zone, recurrence)
  const from = dayNumber(window.from)
  const to = dayNumber(window.to)
  const { startNumber, except } = compiled
  const first = Math.max(from, Math.floor(startNumber / MINUTES_A_DAY))
  const found = first <= to ? compiled.pattern(first, to) : NOTHING
  let starts = found.starts.map(wallOf)
  const added = recurrence.extra.filter((wall) => wallDay(wall) >= window.from && wallDay(wall) <= window.to)
  if (compiled.startApart && wallDay(start) >= window.from && wallDay(start) <= window.to) added.push(start)
  if (added.length > 0) starts = [...new Set([...starts, ...added])].sort()
  if (except.size > 0) starts = starts.filter((wall) => !except.has(wall))
  const capped = found.capped || starts.length > MOST_OCCURRENCES
  return { starts: starts.length > MOST_OCCURRENCES ? starts.slice(0, MOST_OCCURRENCES) : starts, capped }
}

const NOTHING = { starts: [], capped: false } as const

/** Records never change, so what was made ready for a recurrence holds as long as the object lives. */
const compiledOf = new WeakMap<Recurrence, Compiled>()

function compiledFor(start: WallClock, zone: string, recurrence: Recurrence): Compiled {
  const known = compiledOf.get(recurrence)
  if (known !== undefined && known.start === start && known.zone === zone) return known
  const compiled = compile(start, zone, recurrence)
  compiledOf.set(recurrence, compiled)
  return compiled
}

const rules = new Map<string, Rule>()
const MOST_RULES = 1000

function ruleOf(text: string): Rule {
  const known = rules.get(text)
  if (known !== undefined) return known
  const parsed = parseRule(text)
  if (!parsed.ok) throw new RangeError(`not a recurrence rule (${parsed.why} ${parsed.part}): ${text}`)
  if (rules.size >= MOST_RULES) rules.clear()
  rules.set(text, parsed.rule)
  return parsed.rule
}

function compile(start: WallClock, zone: string, recurrence: Recurrence): Compiled {
  const startNumber = wallNumber(start)
  const base = { start, zone, startNumber, except: new Set(recurrence.except) }
  if (recurrence.rule === '') return { ...base, pattern: () => NOTHING, startApart: true }
  const rule = withoutStartTime(ruleOf(recurrence.rule), startNumber)
  const endsBeforeStart = rule.until !== undefined && isPast(rule.until, startNumber, zone)
  if (endsBeforeStart) return { ...base, pattern: () => NOTHING, startApart: false }
  if (neverMatches(rule)) return { ...base, pattern: () => NOTHING, startApart: true }
  const { matchesStart, pattern } = patternOf(rule, startNumber, zone)
  return { ...base, pattern, startApart: !matchesStart }
}

/** A rule whose only hour and minute are DTSTART's says nothing by them; some exporters write them always. */
function withoutStartTime(rule: Rule, start: WallMinute): Rule {
  const minute = ((start % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY
  const only = (values: readonly number[], value: number): boolean =>
    values.length === 0 || (values.length === 1 && values[0] === value)
  const isStartTime = only(rule.byHour, Math.floor(minute / 60)) && only(rule.byMinute, minute % 60)
  return isStartTime && rule.freq !== 'HOURLY' && rule.freq !== 'MINUTELY'
    ? { ...rule, byHour: [], byMinute: [] }
    : rule
}

function patternOf(rule: Rule, start: WallMinute, zone: string): { matchesStart: boolean; pattern: Starts } {
  const startDay = Math.floor(start / MINUTES_A_DAY)
  const days = periodDays(rule, startDay)
  if (days !== undefined) {
    const matchesStart = days.daysIn(0).includes(startDay)
    return { matchesStart, pattern: commonStarts(rule, days, start, zone, matchesStart) }
  }
  const source = new LibraryStarts(rule, start)
  const matchesStart = source.matchesStart()
  const count = patternCount(rule, matchesStart)
  if (count !== undefined) source.endAfter(count)
  return { matchesStart, pattern: libraryStarts(source, rule.until, zone) }
}

/** How many occurrences of the pattern COUNT allows: DTSTART takes one even when it is none of the pattern. */
function patternCount(rule: Rule, matchesStart: boolean): number | undefined {
  return rule.count === undefined ? undefined : rule.count - (matchesStart ? 0 : 1)
}

function commonStarts(
  rule: Rule,
  days: PeriodDays,
  start: WallMinute,
  zone: string,
  matchesStart: boolean,
): Starts {
  const startDay = Math.floor(start / MINUTES_A_DAY)
  const minute = start - startDay * MINUTES_A_DAY
  const lastDay = rule.until === undefined ? LAST_DAY_NUMBER : lastDayUntil(rule.until, minute, zone)
  const count = patternCount(rule, matchesStart)
  const counted = count === undefined ? undefined : new CountedEnd(days, startDay, count)
  return (from, to) => {
    const untilDay = Math.min(to, lastDay)
    const end = counted === undefined ? untilDay : counted.lastUpTo(untilDay)
    const starts: WallMinute[] = []
    for (let period = days.periodOf(from); period <= days.periodOf(end); period++) {
      for (const day of days.daysIn(period))
        if (day >= from && day <= end) starts.push(day * MINUTES_A_DAY + minute)
      if (starts.length > MOST_OCCURRENCES) return { starts, capped: true }
    }
    return { starts, capped: false }
  }
}

function libraryStarts(source: LibraryStarts, until: Until | undefined, zone: string): Starts {
  if (until === undefined) return (from, to) => source.between(from, to)
  const lastDay = lastDayUntil(until, 0, zone)
  return (from, to) => {
    const found = source.between(from, Math.min(to, lastDay))
    return { ...found, starts: found.starts.filter((local) => !isPast(until, local, zone)) }
  }
}

/** Whether a local time lies after the end of a rule. */
function isPast(until: Until, local: WallMinute, zone: string): boolean {
  switch (until.kind) {
    case 'date':
      return local >= (dayNumber(until.day) + 1) * MINUTES_A_DAY
    case 'local':
      return local > wallNumber(until.wall)
    case 'utc':
      return localToEpoch(local, zone) > until.epoch
  }
}

/** The last day on which a start at `minute` of the day is not past the end of a rule. */
function lastDayUntil(until: Until, minute: number, zone: string): DayNumber {
  if (until.kind === 'date') return dayNumber(until.day)
  const near =
    until.kind === 'utc'
      ? localAt(until.epoch, zone).dayNumber + 1
      : Math.floor(wallNumber(until.wall) / MINUTES_A_DAY)
  let day = near
  while (isPast(until, day * MINUTES_A_DAY + minute, zone)) day--
  return day
}
