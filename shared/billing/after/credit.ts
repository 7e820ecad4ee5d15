/** Credit notes: what of an invoice is left to credit, drafts over it, and what keeps one from being issued. */
import { type Refusal, refuse } from '../../commands/refusal.ts'
import { add, type Minor, negate, sum } from '../../money/amount.ts'
import type { HomeAmounts, Invoice, TaxRest } from '../../plan/invoice.ts'
import { findInvoice, type Plan } from '../../plan/plan.ts'
import { withRests } from '../totals.ts'
import { type Figures, figuresOf, sameTax, sumOf, type TaxFigures } from './figures.ts'
import { type Issued, isIssued, linksOf } from './links.ts'

/** What issued credit notes have left of an invoice. */
export interface CreditLeft extends Figures {
  /** Whether no credit note took anything yet. */
  readonly isWhole: boolean
  /** In the business's own currency; null where the invoice is in it. */
  readonly home: HomeFigures | null
}

type HomeFigures = Pick<HomeAmounts, 'net' | 'tax' | 'gross'>

/** What is left of an issued invoice to credit. */
export function leftToCredit(plan: Pick<Plan, 'years'>, invoice: Issued): CreditLeft {
  const notes = linksOf(plan).credits.get(invoice.id) ?? []
  const taken = notes.map(figuresOf)
  const groups = figuresOf(invoice).groups.map((group): TaxFigures => {
    const same = taken.flatMap((note) => note.groups.filter((one) => sameTax(one, group)))
    return {
      ...group,
      net: less(
        group.net,
        same.map(({ net }) => net),
      ),
      tax: less(
        group.tax,
        same.map(({ tax }) => tax),
      ),
    }
  })
  const { home } = invoice.issued
  const homes = notes.flatMap((note) => note.issued.home ?? [])
  const field = (name: keyof HomeFigures) =>
    less(
      home?.[name] ?? 0,
      homes.map((one) => one[name]),
    )
  const net = sum(groups.map((group) => group.net))
  const tax = sum(groups.map((group) => group.tax))
  return {
    isWhole: notes.length === 0,
    groups,
    net,
    tax,
    gross: add(net, tax),
    home: home === null ? null : { net: field('net'), tax: field('tax'), gross: field('gross') },
  }
}

function less(amount: Minor, taken: readonly Minor[]): Minor {
  return add(amount, negate(sum(taken)))
}

/** The invoice that a credit note is about; undefined where it is gone or a draft. */
export function creditedInvoice(plan: Plan, note: Pick<Invoice, 'corrects'>): Issued | undefined {
  const invoice = findInvoice(plan, note.corrects ?? '')
  return invoice !== undefined && isIssued(invoice) ? invoice : undefined
}

/**
 * A credit note's figures. Its tax is computed as an invoice's is, but never beyond what is left, and it is all that is
 * left where the note takes the rest of a rate: so an invoice and its credit notes come to nothing, to the cent.
 */
export function creditFigures(
  plan: Plan,
  note: Invoice,
): Figures & { readonly taxRests: readonly TaxRest[] } {
  const computed = figuresOf(note).groups
  const original = creditedInvoice(plan, note)
  const left = original === undefined ? [] : leftToCredit(plan, original).groups
  const taxRests = computed.flatMap((group): TaxRest[] => {
    const of = left.find((one) => sameTax(one, group))
    const tax = of === undefined ? 0 : add(creditedTax(note, group, of), negate(group.tax))
    return tax === 0 ? [] : [{ category: group.category, rate: group.rate, tax }]
  })
  return { ...sumOf(withRests(note.prices, computed, taxRests)), taxRests }
}

function creditedTax(note: Invoice, group: TaxFigures, left: TaxFigures): Minor {
  if (basis(note, group) === basis(note, left)) return left.tax
  // Of prices with tax, what is not tax is net, and must not be more than is left either.
  const least = note.prices === 'gross' ? basis(note, group) - left.net : Math.min(0, left.tax)
  return Math.max(least, Math.min(group.tax, Math.max(0, left.tax)))
}

/** What prices add up to exactly: with tax where they are with it. */
function basis({ prices }: Pick<Invoice, 'prices'>, { net, tax }: TaxFigures): Minor {
  return prices === 'gross' ? add(net, tax) : net
}

/** Whether a note takes all that is left of the invoice that it is about. */
export function takesAllLeft(plan: Plan, note: Invoice): boolean {
  const original = creditedInvoice(plan, note)
  if (original === undefined) return false
  const groups = figuresOf(note).groups
  return leftToCredit(plan, original).groups.every((left) => {
    const group = groups.find((one) => sameTax(one, left))
    return basis(note, left) === (group === undefined ? 0 : basis(note, group))
  })
}

/** The home-currency amounts of a credit note: as computed, never more than is left, and all of it where it takes the rest. */
export function creditHome(plan: Plan, note: Invoice, computed: HomeAmounts | null): HomeAmounts | null {
  const original = creditedInvoice(plan, note)
  const left = original === undefined ? null : leftToCredit(plan, original).home
  if (computed === null || left === null) return computed
  if (takesAllLeft(plan, note)) return { ...computed, ...left }
  const net = Math.min(computed.net, left.net)
  const tax = Math.min(computed.tax, left.tax)
  return { ...computed, net, tax, gross: add(net, tax) }
}

/** What keeps a credit note from being kept as it is: it is about nothing that can be credited, or takes more than is left. */
export function creditFaults(plan: Plan, note: Invoice): Refusal[] {
  const original = creditedInvoice(plan, note)
  if (original === undefined || original.kind === 'credit')
    return [refuse(['invoice', 'corrects'], 'credit-of-nothing')]
  const { number } = original.issued
  if (linksOf(plan).replacedBy.has(original.id))
    return [refuse(['invoice', 'corrects'], 'invoice-replaced', { number })]
  const { clientId, currency, prices, exchange } = original
  if (note.clientId !== clientId || note.currency !== currency || note.prices !== prices)
    return [refuse(['invoice', 'corrects'], 'credit-other', { number })]
  if (JSON.stringify(note.exchange) !== JSON.stringify(exchange))
    return [refuse(['invoice', 'exchange'], 'credit-other', { number })]
  if (note.lines.some(({ entryIds, expenseIds }) => entryIds.length + expenseIds.length > 0))
    return [refuse(['invoice', 'lines'], 'credit-holds-work')]
  const left = leftToCredit(plan, original)
  const over = figuresOf(note).groups.some((group) => {
    const of = left.groups.find((one) => sameTax(one, group))
    return !isWithin(basis(note, group), of === undefined ? 0 : basis(note, of))
  })
  if (over) return [refuse(['invoice', 'lines'], 'credit-over', { number })]
  if (note.reopens && !takesAllLeft(plan, note))
    return [refuse(['invoice', 'reopens'], 'reopens-part', { number })]
  return []
}

/** Whether an amount is a part of another: not beyond it, and of its sign. */
function isWithin(amount: Minor, left: Minor): boolean {
  return left >= 0 ? amount >= 0 && amount <= left : amount <= 0 && amount >= left
}

/** A second look before issue, with the frozen totals alone: the note and those before it are never more than the invoice. */
export function creditRecount(plan: Plan, note: Invoice): boolean {
  const original = creditedInvoice(plan, note)
  if (original === undefined) return false
  const earlier = (linksOf(plan).credits.get(original.id) ?? []).map(({ issued }) => issued)
  const figures = creditFigures(plan, note)
  const all = (name: 'net' | 'tax' | 'gross') =>
    earlier.reduce((whole, one) => whole + BigInt(one[name]), BigInt(figures[name]))
  const { net, tax, gross } = original.issued
  return (
    all('gross') <= BigInt(gross) &&
    (takesAllLeft(plan, note) ? all('net') === BigInt(net) && all('tax') === BigInt(tax) : true)
  )
}

/** Whether an invoice can have a credit note now. */
export function isCreditable(plan: Pick<Plan, 'years'>, invoice: Invoice): invoice is Issued {
  return (
    isIssued(invoice) &&
    invoice.kind !== 'credit' &&
    !linksOf(plan).replacedBy.has(invoice.id) &&
    leftToCredit(plan, invoice).gross > 0
  )
}
