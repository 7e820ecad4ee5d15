/** What a prospect would bring in by its terms: the value that nobody typed. */
import type { Minor } from '../money/amount.ts'
import { type Currency, minorUnits } from '../money/currency.ts'
import { add, cmp, div, type Exact, mul, of, ratio, roundHalfAwayFromZero } from '../money/exact.ts'
import { commitmentOn, type Engagement, type Terms, termsOn } from '../plan/engagement.ts'
import { addDays, addMonths, type Day, daysBetween } from '../time/day.ts'

/** An engagement without an end is valued for so many months. */
export const OPEN_MONTHS = 12

/**
 * What an engagement comes to from `from` to its end, or for a year where it has none, by the terms and the commitment at
 * its beginning: the price of a fixed one; the fee of each period of a retainer, a part period by its days; by the hour
 * and the day what is promised, weeks counted as seven days each and no time off taken out, and no more than a budget
 * says. In whole units of the currency: it is an estimate. Null where nothing says how much work there is.
 */
export function promisedValue(
  engagement: Engagement,
  from: Day,
  { usualDay, currency }: Valuing,
): Minor | null {
  const { end } = engagement
  const behind = end === null ? addMonths(from, OPEN_MONTHS) : addDays(end, 1)
  if (behind <= from) return null
  const terms = termsOn(engagement, from)
  if (terms.kind === 'fixed') return terms.price
  const exact = exactValue(engagement, terms, { from, behind, usualDay })
  return exact === null ? null : wholeUnits(exact, currency)
}

/** What values are made with. */
export interface Valuing {
  /** Minutes of a day of the pattern, for days that are promised and paid by the hour. */
  readonly usualDay: number
  readonly currency: Currency
}

/** An exact number of minor units as an amount of whole units, half away from zero. Capped at the largest safe integer. */
export function wholeUnits(exact: Exact, currency: Currency): Minor {
  const unit = minorUnits(currency)
  const whole = roundHalfAwayFromZero(div(exact, of(unit))) * BigInt(unit)
  return Number(whole > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : whole)
}

function exactValue(
  engagement: Engagement,
  terms: Exclude<Terms, { readonly kind: 'fixed' }>,
  { from, behind, usualDay }: { readonly from: Day; readonly behind: Day; readonly usualDay: number },
): Exact | null {
  const weeks = ratio(daysBetween(from, behind), 7)
  const months = monthsBetween(from, behind)
  if (terms.kind === 'retainer') return mul(terms.period === 'week' ? weeks : months, of(terms.price))
  return lesser(byPromise(engagement, terms, { from, weeks, months, usualDay }), byBudget(engagement, terms))
}

type Rated = Extract<Terms, { readonly kind: 'hourly' | 'daily' }>

/** What a minute costs. */
function perMinute(terms: Rated): Exact {
  return terms.kind === 'hourly' ? ratio(terms.rate, 60) : ratio(terms.rate, terms.minutesPerDay)
}

interface Stretch {
  readonly from: Day
  readonly weeks: Exact
  readonly months: Exact
  readonly usualDay: number
}

function byPromise(
  engagement: Engagement,
  terms: Rated,
  { from, weeks, months, usualDay }: Stretch,
): Exact | null {
  const commitment = commitmentOn(engagement, from)
  if (commitment === null) return null
  switch (commitment.kind) {
    case 'hoursPerWeek':
      return mul(mul(weeks, of(commitment.minutes)), perMinute(terms))
    case 'hoursPerMonth':
      return mul(mul(months, of(commitment.minutes)), perMinute(terms))
    case 'daysPerWeek': {
      const days = mul(weeks, ratio(commitment.halfDays, 2))
      const aDay = terms.kind === 'daily' ? of(terms.rate) : mul(of(usualDay), perMinute(terms))
      return mul(days, aDay)
    }
  }
}

function byBudget({ budget }: Engagement, terms: Rated): Exact | null {
  if (budget === null) return null
  return budget.kind === 'money' ? of(budget.amount) : mul(of(budget.minutes), perMinute(terms))
}

function lesser(a: Exact | null, b: Exact | null): Exact | null {
  if (a === null || b === null) return a ?? b
  return cmp(a, b) < 0 ? a : b
}

/** Whole months and, of the last one, the share of its days. */
function monthsBetween(from: Day, behind: Day): Exact {
  let whole = 0
  while (addMonths(from, whole + 1) <= behind) whole++
  const since = addMonths(from, whole)
  const length = daysBetween(since, addMonths(from, whole + 1))
  return add(of(whole), div(of(daysBetween(since, behind)), of(length)))
}
