/** An invoice in another currency, in the business's own. */
import { add, type Minor } from '../money/amount.ts'
import { type Currency, minorDigits } from '../money/currency.ts'
import { mul, of, ratio, roundHalfAwayFromZero } from '../money/exact.ts'
import type { Exchange, HomeAmounts, Invoice } from '../plan/invoice.ts'
import type { Totals } from './totals.ts'

/** The largest amount that the plan keeps; see `Minor` in shared/plan. */
const LARGEST = 10_000_000_000_000n

/**
 * An amount at a rate, rounded half away from zero; null where it would be larger than any amount may be. The rate is in
 * millionths of major units.
 */
export function atRate(
  amount: Minor,
  { rate }: Pick<Exchange, 'rate'>,
  { from, to }: { readonly from: Currency; readonly to: Currency },
): Minor | null {
  const digits = minorDigits(to) - minorDigits(from)
  const scale = digits < 0 ? ratio(1, 10 ** -digits) : of(10 ** digits)
  const exact = roundHalfAwayFromZero(mul(mul(of(amount), ratio(rate, 1_000_000)), scale))
  return exact > LARGEST || exact < -LARGEST ? null : Number(exact)
}

/**
 * The amounts in the business's currency: net and tax each at the rate, their sum as gross, so that they add up as
 * printed. Null where the invoice is in that currency already, no rate is set, or the rate leads beyond all bounds.
 */
export function homeAmounts(
  { currency, exchange }: Pick<Invoice, 'currency' | 'exchange'>,
  { net, tax }: Pick<Totals, 'net' | 'tax'>,
  home: Currency,
): HomeAmounts | null {
  if (currency === home || exchange === null) return null
  const between = { from: currency, to: home }
  const [homeNet, homeTax] = [atRate(net, exchange, between), atRate(tax, exchange, between)]
  if (homeNet === null || homeTax === null || Math.abs(homeNet + homeTax) > Number(LARGEST)) return null
  return { currency: home, exchange, net: homeNet, tax: homeTax, gross: add(homeNet, homeTax) }
}
