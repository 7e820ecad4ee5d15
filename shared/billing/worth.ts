/** What work is worth by an engagement's terms, before tax: what billing it would come to. */

import type { Minor } from '../money/amount.ts'
import { mul, of, ratio, roundHalfAwayFromZero } from '../money/exact.ts'
import { type Engagement, type Terms, termsOn } from '../plan/engagement.ts'
import type { Day } from '../time/day.ts'
import { billedDays } from './days.ts'
import { type RetainerPeriod, retainerLedger } from './retainer.ts'
import { billedTime, roundMinutes, type Worked } from './rounding.ts'

/** Work of past days summed up, so that what is done on later days is added without looking at it again. */
export interface WorkSum {
  /** By terms: billed minutes (exact ones where they are rounded on the invoice), half days, or minutes under a price. */
  readonly quantities: ReadonlyMap<Terms, number>
  /** Fees and overage of the retainer periods that are over. */
  readonly settled: bigint
  /** The last of these periods. */
  readonly after: RetainerPeriod | null
  /** Work since then. */
  readonly open: readonly Worked[]
}

const nothing: WorkSum = { quantities: new Map(), settled: 0n, after: null, open: [] }

/**
 * The value of billable work up to a day, in minor units: the sum of the lines that one invoice over all of it would
 * have. Each day counts by the terms in force on it. By the hour and by the day: time rounded as the engagement bills
 * it, times the rate. Retainer: the fee of each period that has begun by `until`, and what goes beyond its hours. Fixed
 * price: the price, whole and once, as soon as there is work under it. Capped at the largest safe integer.
 *
 * `before` is earlier work that was summed up; all of `work` must lie on later days than that.
 */
export function worthOf(
  engagement: Engagement,
  work: readonly Worked[],
  until: Day,
  before: WorkSum = nothing,
): Minor {
  const quantities = new Map(before.quantities)
  for (const [terms, quantity] of quantitiesOf(engagement, work))
    quantities.set(terms, (quantities.get(terms) ?? 0) + quantity)
  let worth = before.settled + priceOf(engagement, quantities)
  if (hasRetainer(engagement)) {
    const open = [...before.open, ...work]
    for (const period of retainerLedger(engagement, open, until, before.after)) worth += feeOf(period)
  }
  return Number(worth > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : worth)
}

/** Sums up the work of the days before `until`, to be added to later. */
export function sumWork(engagement: Engagement, work: readonly Worked[], until: Day): WorkSum {
  const quantities = quantitiesOf(engagement, work)
  if (!hasRetainer(engagement)) return { ...nothing, quantities }
  const over = retainerLedger(engagement, work, until).filter(({ to }) => to < until)
  const after = over.at(-1) ?? null
  const settled = over.reduce((sum, period) => sum + feeOf(period), 0n)
  return { quantities, settled, after, open: work.filter(({ day }) => after === null || day > after.to) }
}

function hasRetainer({ terms }: Engagement): boolean {
  return terms.some((version) => version.terms.kind === 'retainer')
}

/** Work by the terms of its day, in what these are billed by. What is rounded per entry or day adds up day by day. */
function quantitiesOf(engagement: Engagement, work: readonly Worked[]): Map<Terms, number> {
  const byTerms = new Map<Terms, Worked[]>()
  for (const piece of work) {
    const terms = termsOn(engagement, piece.day)
    const pieces = byTerms.get(terms)
    if (pieces === undefined) byTerms.set(terms, [piece])
    else pieces.push(piece)
  }
  const quantities = new Map<Terms, number>()
  for (const [terms, pieces] of byTerms)
    if (terms.kind !== 'retainer') quantities.set(terms, quantityOf(engagement, terms, pieces))
  return quantities
}

function quantityOf({ rounding }: Engagement, terms: Terms, work: readonly Worked[]): number {
  if (terms.kind === 'daily')
    return billedDays(work, rounding, terms).reduce((sum, { halves }) => sum + halves, 0)
  const { exact, billed } = billedTime(work, rounding)
  return terms.kind === 'hourly' && rounding.scope !== 'invoice' ? billed : exact
}

/** The lines of hours and days, each rounded once, and the price of the last fixed terms that work was done under. */
function priceOf({ terms: history, rounding }: Engagement, quantities: ReadonlyMap<Terms, number>): bigint {
  let price = 0n
  let fixed = 0n
  for (const { terms } of history) {
    const quantity = quantities.get(terms) ?? 0
    if (quantity === 0) continue
    if (terms.kind === 'hourly') {
      const billed = rounding.scope === 'invoice' ? roundMinutes(quantity, rounding) : quantity
      price += line(billed, 60, terms.rate)
    } else if (terms.kind === 'daily') price += line(quantity, 2, terms.rate)
    else if (terms.kind === 'fixed') fixed = BigInt(terms.price)
  }
  return price + fixed
}

function feeOf({ terms, overage }: RetainerPeriod): bigint {
  return BigInt(terms.price) + line(overage, 60, terms.overageRate)
}

/** A line's net amount as `lineBase` computes it, of any size. */
function line(amount: number, per: number, price: Minor): bigint {
  return roundHalfAwayFromZero(mul(ratio(amount, per), of(price)))
}
