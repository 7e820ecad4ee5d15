/** What an invoice comes to, as a credit note looks at it: by tax, with what rounding left. */
import { add, type Minor, negate, sum } from '../../money/amount.ts'
import type { Invoice, TaxRest } from '../../plan/invoice.ts'
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
  const computed = totalsOf(invoice).groups.map(({ category, rate, net, tax }) => ({
    category,
    rate,
    net,
    tax,
  }))
  return withRests(invoice, computed, invoice.issued?.taxRests ?? [])
}

/** Figures with their rests: on top of prices without tax they raise the gross, of prices with tax they come off the net. */
export function withRests(
  { prices }: Pick<Invoice, 'prices'>,
  computed: readonly TaxFigures[],
  rests: readonly TaxRest[],
): Figures {
  const groups = computed.map((group) => {
    const rest = rests.find((one) => sameTax(one, group))?.tax ?? 0
    const net = prices === 'gross' ? add(group.net, negate(rest)) : group.net
    return { ...group, net, tax: add(group.tax, rest) }
  })
  const net = sum(groups.map((group) => group.net))
  const tax = sum(groups.map((group) => group.tax))
  return { net, tax, gross: add(net, tax), groups }
}

type Tax = Pick<TaxFigures, 'category' | 'rate'>

export function sameTax(a: Tax, b: Tax): boolean {
  return a.category === b.category && a.rate === b.rate
}
