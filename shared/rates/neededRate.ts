/** The rate that carries a year: what must come in, by the hours that can be billed. Exact, then rounded up once. */
import type { Minor } from '../money/amount.ts'
import { type Exact, fraction, mul, of, ratio } from '../money/exact.ts'

/** What a year is wished to be. Money in minor units of one currency, a year, before tax on income. */
export interface RateWish {
  /** What is to be left of a year's fees after costs. */
  readonly income: Minor
  /** What a year costs: insurance, office, equipment, travel that nobody pays for. */
  readonly costs: Minor
  /** Weeks of the 52 in which nothing is worked: holidays, public holidays, illness, training. */
  readonly weeksOff: number
  readonly minutesAWeek: number
  /** Percent of the working time that clients pay for. */
  readonly billablePercent: number
  readonly minutesADay: number
  /** The estimate of a project that is to have a fixed price, and what is added for what nobody foresaw, in percent. */
  readonly projectMinutes: number
  readonly bufferPercent: number
}

/** What cannot be computed, by the field that is in the way. */
export type RateProblem = {
  readonly field: 'income' | 'weeksOff' | 'minutesAWeek' | 'billablePercent' | 'minutesADay'
  readonly code: 'nothing' | 'whole-year'
}

/** The rates with every step of the sum. Each rate is rounded up to the minor unit, so that it never falls short. */
export interface NeededRate {
  readonly needed: Minor
  readonly weeks: number
  /** Minutes worked in a year. */
  readonly worked: number
  /** Minutes of them that are billed, exact. */
  readonly billable: Exact
  readonly hourly: Minor
  readonly daily: Minor
  /** Null where there is no estimate. */
  readonly project: Minor | null
}

export const WEEKS_A_YEAR = 52

/** Everything that keeps the sum from being computed. */
export function rateProblems(wish: RateWish): readonly RateProblem[] {
  const problems: RateProblem[] = []
  if (wish.income + wish.costs <= 0) problems.push({ field: 'income', code: 'nothing' })
  if (wish.weeksOff >= WEEKS_A_YEAR) problems.push({ field: 'weeksOff', code: 'whole-year' })
  if (wish.minutesAWeek <= 0) problems.push({ field: 'minutesAWeek', code: 'nothing' })
  if (wish.billablePercent <= 0) problems.push({ field: 'billablePercent', code: 'nothing' })
  if (wish.minutesADay <= 0) problems.push({ field: 'minutesADay', code: 'nothing' })
  return problems
}

/** The rates of a wish in which `rateProblems` finds nothing. Throws a RangeError where it does. */
export function neededRate(wish: RateWish): NeededRate {
  const needed = wish.income + wish.costs
  const weeks = WEEKS_A_YEAR - wish.weeksOff
  const worked = wish.minutesAWeek * weeks
  const billable = mul(of(worked), ratio(wish.billablePercent, 100))
  const perMinute = mul(of(needed), fraction(billable.den, billable.num))
  const buffered = mul(of(wish.projectMinutes), ratio(100 + wish.bufferPercent, 100))
  return {
    needed,
    weeks,
    worked,
    billable,
    hourly: roundedUp(mul(perMinute, of(60))),
    daily: roundedUp(mul(perMinute, of(wish.minutesADay))),
    project: wish.projectMinutes === 0 ? null : roundedUp(mul(perMinute, buffered)),
  }
}

/** The least whole number of minor units that is not less; for what is not below nothing. Capped at the largest safe integer. */
function roundedUp({ num, den }: Exact): Minor {
  const whole = (num + den - 1n) / den
  return Number(whole > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : whole)
}
