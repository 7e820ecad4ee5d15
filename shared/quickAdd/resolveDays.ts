/** From what a line says of days to the days themselves. */
import type { Plan } from '../plan/plan.ts'
import { addDays, addMonths, type Day, daysBetween, eachDay, maxDay, weekdayOf } from '../time/day.ts'
import { weekdayFrom } from './dates.ts'
import type { DayWords } from './days.ts'
import type { Days, Problem } from './reading.ts'
import { firstOf, type Repeat, ruleFor } from './repeats.ts'

/** The most days that a line without a repetition may name. */
export const MOST_DAYS = 100

export interface ResolvedDays {
  readonly days: Days
  readonly problem: Problem | null
}

/** `soonest` is today, or tomorrow where the time that the line names is over for today. */
export function resolveDays(said: DayWords, plan: Plan, today: Day, soonest: Day): ResolvedDays {
  const { repeat } = said
  const found = repeat === null ? single(said, today, soonest) : repeated(said, repeat, plan, today, soonest)
  const { days } = found
  if (said.noSuchDay !== null) return { days, problem: { code: 'no-such-day', subject: said.noSuchDay } }
  const isLong =
    (days.kind === 'working' && daysBetween(days.from, days.to) >= MOST_DAYS) ||
    (days.kind === 'days' && days.days.length > MOST_DAYS)
  if (isLong)
    return { days: { kind: 'free', from: today, to: null }, problem: { code: 'too-many-days', subject: '' } }
  return found
}

const fine = (days: Days): ResolvedDays => ({ days, problem: null })

function single(said: DayWords, today: Day, soonest: Day): ResolvedDays {
  const { dates, span, weekdays, weekdayRange, from, until } = said
  if (dates.length > 0) return { days: ofDates(said), problem: weekdayProblem(said) }
  if (weekdayRange !== null) {
    const first = weekdayFrom(span === null ? today : span.from, weekdayRange.first)
    return fine({ kind: 'working', from: first, to: weekdayFrom(first, weekdayRange.last) })
  }
  if (weekdays.length > 0) {
    const base = maxDay(soonest, from ?? soonest)
    const days = weekdays.map(({ weekday, week }) => {
      const within = week ?? span
      return weekdayFrom(within === null ? base : within.from, weekday)
    })
    return fine({ kind: 'days', days: [...new Set(days)].sort() })
  }
  if (from !== null && until !== null)
    return until < from
      ? { days: { kind: 'free', from, to: null }, problem: { code: 'ends-before-start', subject: '' } }
      : fine({ kind: 'working', from, to: until })
  if (span !== null)
    return fine({
      kind: 'free',
      from: span.to < soonest ? span.from : maxDay(soonest, span.from),
      to: span.to,
    })
  return fine({ kind: 'free', from: from ?? soonest, to: until })
}

function ofDates({ dates }: DayWords): Days {
  const [first, ...others] = dates
  if (first !== undefined && others.length === 0 && first.to > first.from)
    return { kind: 'working', ...first }
  return {
    kind: 'days',
    days: [...new Set(dates.flatMap(({ from, to }) => (from === to ? [from] : eachDay(from, to))))].sort(),
  }
}

/** `tue 3 dec` where the third is a Thursday. */
function weekdayProblem({ dates, weekdays }: DayWords): Problem | null {
  const [date] = dates
  const [said] = weekdays
  if (
    date === undefined ||
    said === undefined ||
    dates.length > 1 ||
    weekdays.length > 1 ||
    date.from !== date.to
  )
    return null
  return weekdayOf(date.from) === said.weekday ? null : { code: 'weekday-differs', subject: date.from }
}

function repeated(said: DayWords, repeat: Repeat, plan: Plan, today: Day, soonest: Day): ResolvedDays {
  const stretch = said.span
  const named = repeat.freq === 'WEEKLY' ? [...repeat.weekdays, ...weekdaysOf(said)] : repeat.weekdays
  if (stretch !== null && repeat.interval === 1 && said.from === null && said.until === null) {
    const from = stretch.to < today ? stretch.from : maxDay(stretch.from, today)
    if (repeat.freq === 'DAILY') return fine({ kind: 'working', from, to: stretch.to })
    if (repeat.freq === 'WEEKLY' && named.length > 0) {
      const days = eachDay(from, stretch.to).filter((day) => named.includes(weekdayOf(day)))
      if (days.length > 0) return fine({ kind: 'days', days })
    }
  }
  const base = said.from ?? said.dates[0]?.from ?? stretch?.from ?? soonest
  const full: Repeat = repeat.workingDays
    ? { ...repeat, freq: 'WEEKLY', weekdays: workingWeekdays(plan) }
    : { ...repeat, weekdays: [...new Set(named)].sort() }
  const first = firstOf(full, base)
  const until = said.until ?? endOf(said, first)
  if (until !== null && until < first)
    return {
      days: { kind: 'free', from: first, to: null },
      problem: { code: 'ends-before-start', subject: '' },
    }
  const count = said.ending?.count ?? null
  const rule = ruleFor(full, first, until !== null ? { until } : count !== null ? { count } : {})
  return fine({ kind: 'series', rule, first })
}

function weekdaysOf({ weekdays, weekdayRange }: DayWords): readonly number[] {
  const range = weekdayRange === null ? [] : rangeOf(weekdayRange.first, weekdayRange.last)
  return [...weekdays.map(({ weekday }) => weekday), ...range]
}

function rangeOf(first: number, last: number): number[] {
  const count = ((last - first + 7) % 7) + 1
  return Array.from({ length: count }, (_, i) => ((first - 1 + i) % 7) + 1)
}

function endOf({ ending }: DayWords, first: Day): Day | null {
  if (ending === null) return null
  if (ending.days !== null) return addDays(first, ending.days - 1)
  return ending.months === null ? null : addDays(addMonths(first, ending.months), -1)
}

/** The weekdays of the newest working pattern; Monday to Friday where it has none. */
function workingWeekdays(plan: Plan): readonly number[] {
  const newest = Object.values(plan.practice.patterns).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  const working = (newest?.week ?? []).flatMap((parts, i) => (parts.length > 0 ? [i + 1] : []))
  return working.length > 0 ? working : [1, 2, 3, 4, 5]
}
