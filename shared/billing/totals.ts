import { add, type Minor, negate, netOfGross, percent, sum, times } from '../money/amount.ts'
import { ratio } from '../money/exact.ts'
import type { Discount, Invoice, InvoiceLine, IssuedInvoice, TaxRest } from '../plan/invoice.ts'
import { type TaxGroup, taxGroups, taxTotal } from './tax.ts'

/** The part of a line that its amount is made of. */
export type PricedLine = Pick<InvoiceLine, 'amount' | 'per' | 'price' | 'discount' | 'tax'>

/** The part of an invoice that its totals are made of. */
export type Priced = Pick<Invoice, 'prices' | 'discount'> & {
  readonly lines: readonly PricedLine[]
  /** Of an issued credit note: what its taxes come to beyond their computation. */
  readonly issued?: Pick<IssuedInvoice, 'taxRests'> | null
}

/** What an invoice comes to, in minor units of its currency. */
export interface Totals {
  /**
   * Each line's amount after its discount, in the lines' order: without its tax (EN 16931 BT-131), or with it where the
   * invoice's prices are.
   */
  readonly lines: readonly Minor[]
  /** Of the lines (BT-106). */
  readonly sum: Minor
  /** What is taken off the sum (BT-107); of the sum's sign. */
  readonly discount: Minor
  /** BT-109. */
  readonly net: Minor
  readonly groups: readonly TaxGroup[]
  /** BT-110. */
  readonly tax: Minor
  /** BT-112. */
  readonly gross: Minor
}

/** Quantity × price, rounded once, half away from zero. */
export function lineBase({ amount, per, price }: Pick<InvoiceLine, 'amount' | 'per' | 'price'>): Minor {
  return times(ratio(amount, per), price)
}

/** What a discount takes off an amount, of the amount's sign: a share of it, or a sum. It may be more than there is; that is refused at issue. */
export function discountOn(amount: Minor, discount: Discount | null): Minor {
  if (discount === null) return 0
  if (discount.kind === 'share') return percent(amount, discount.rate)
  // Nothing is taken off nothing.
  return amount === 0 ? 0 : amount < 0 ? negate(discount.amount) : discount.amount
}

/** A line's amount after its discount: quantity × price, rounded once, less the discount, rounded once (BG-27). */
export function lineAmount(line: Omit<PricedLine, 'tax'>): Minor {
  const base = lineBase(line)
  return add(base, negate(discountOn(base, line.discount)))
}

/** A line's amount without its tax. Where prices are with it, the nets of lines need not add up to the invoice's by a minor unit. */
export function lineNet(line: PricedLine, prices: Invoice['prices']): Minor {
  const amount = lineAmount(line)
  return prices === 'net' ? amount : netOfGross(amount, line.tax.rate).net
}

/**
 * The totals as EN 16931 computes them: lines rounded, summed, taxed by group (BR-CO-10, -13, -14, -15). What is taken
 * off the whole is shared among the groups by what they come to (BG-20), and adds up.
 */
export function totalsOf({ lines, prices, discount, issued }: Priced): Totals {
  const amounts = lines.map(lineAmount)
  const whole = sum(amounts)
  const off = discountOn(whole, discount)
  const computed = taxGroups(
    lines.map((line, i) => ({ amount: amounts[i] ?? 0, tax: line.tax })),
    { off, prices },
  )
  const groups = withRests(prices, computed, issued?.taxRests ?? [])
  const net = sum(groups.map((group) => group.net))
  const tax = taxTotal(groups)
  return { lines: amounts, sum: whole, discount: off, net, groups, tax, gross: add(net, tax) }
}

/** Groups with their rests: on top of prices without tax these raise the gross, of prices with tax they come off the net. */
export function withRests<G extends Pick<TaxGroup, 'category' | 'rate' | 'net' | 'tax'>>(
  prices: Invoice['prices'],
  groups: readonly G[],
  rests: readonly TaxRest[],
): G[] {
  return groups.map((group) => {
    const rest = rests.find(({ category, rate }) => category === group.category && rate === group.rate)
    if (rest === undefined) return group
    const net = prices === 'gross' ? add(group.net, negate(rest.tax)) : group.net
    return { ...group, net, tax: add(group.tax, rest.tax) }
  })
}
