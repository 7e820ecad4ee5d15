import { add, type Minor, sum, times } from '../money/amount.ts'
import { ratio } from '../money/exact.ts'
import type { InvoiceLine } from '../plan/invoice.ts'
import { type TaxGroup, taxGroups, taxTotal } from './tax.ts'

/** The part of a line that its amount is made of. */
export type PricedLine = Pick<InvoiceLine, 'amount' | 'per' | 'price' | 'tax'>

/** What an invoice comes to, in minor units of its currency. */
export interface Totals {
  /** Each line's net amount (EN 16931 BT-131), in the lines' order. */
  readonly lines: readonly Minor[]
  /** BT-106 and BT-109. */
  readonly net: Minor
  readonly groups: readonly TaxGroup[]
  /** BT-110. */
  readonly tax: Minor
  /** BT-112. */
  readonly gross: Minor
}

/** A line's net amount: quantity × price, rounded once, half away from zero. */
export function lineNet({ amount, per, price }: Pick<InvoiceLine, 'amount' | 'per' | 'price'>): Minor {
  return times(ratio(amount, per), price)
}

/** The totals as EN 16931 computes them: lines rounded, summed, taxed by group (BR-CO-10, -13, -14, -15). */
export function totalsOf(lines: readonly PricedLine[]): Totals {
  const nets = lines.map(lineNet)
  const groups = taxGroups(lines.map((line, i) => ({ net: nets[i] ?? 0, tax: line.tax })))
  const net = sum(nets)
  const tax = taxTotal(groups)
  return { lines: nets, net, groups, tax, gross: add(net, tax) }
}
