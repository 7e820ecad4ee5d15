/** What an invoice comes to, as a credit note looks at it: by tax, with what rounding left. */
import { add, type Minor, sum } from '../../money/amount.ts'
import type { Invoice } from '../../plan/invoice.ts'
import type { TaxCategory } from '../../plan/lineTax.ts'
import { totalsOf } from '../totals.ts'

/** Net and tax of the lines of one category and rate. */
export interface TaxFigures {
  readonly category: TaxCategory
  /** Parts per million. */
  readonly rate: number
  readonly net: Minor
  readonly tax: Minor
}

export interface Figures {
  readonly net: Minor
  readonly tax: Minor
  readonly gross: Minor
  readonly groups: readonly TaxFigures[]
}

/** The figures of a draft as computed, of an issued invoice as frozen. */
export function figuresOf(invoice: Invoice): Figures {
  return sumOf(totalsOf(invoice).groups.map(({ category, rate, net, tax }) => ({ category, rate, net, tax })))
}

/** The figures that taxes add up to. */
export function sumOf(groups: readonly TaxFigures[]): Figures {
  const net = sum(groups.map((group) => group.net))
  const tax = sum(groups.map((group) => group.tax))
  return { net, tax, gross: add(net, tax), groups }
}

type Tax = Pick<TaxFigures, 'category' | 'rate'>

export function sameTax(a: Tax, b: Tax): boolean {
  return a.category === b.category && a.rate === b.rate
}
