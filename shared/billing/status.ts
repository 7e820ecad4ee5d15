import { add, type Minor, negate, sum } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import type { Invoice, Payment } from '../plan/invoice.ts'
import type { Plan } from '../plan/plan.ts'
import { type Day, daysBetween } from '../time/day.ts'
import { figuresOf } from './after/figures.ts'
import { isIssued, type Links, linksOf, placesOf } from './after/links.ts'

export const invoiceStates = [
  'draft',
  'overdue',
  'open',
  'part-paid',
  'paid',
  'written-off',
  'credited',
  'replaced',
  'credit-note',
] as const
/** `credited`: taken back whole; `replaced`: a corrected invoice stands in its place; `credit-note`: it takes back another. */
export type InvoiceState = (typeof invoiceStates)[number]

/** Where an invoice stands on a day. Derived, never stored. */
export interface InvoiceStatus {
  readonly state: InvoiceState
  readonly gross: Minor
  /** What credit notes took back of it. */
  readonly credited: Minor
  /** What was paid on it, and on the invoices whose place it takes. */
  readonly paid: Minor
  /** What is still to be paid; negative where too much was. Nothing of one that was replaced or written off. */
  readonly due: Minor
  /** What was written off: what is neither paid nor credited. */
  readonly lost: Minor
  /** Days since the due date, zero unless overdue. */
  readonly overdueDays: number
}

/** What is still expected of a state. */
export function isOwed(state: InvoiceState): boolean {
  return state === 'open' || state === 'part-paid' || state === 'overdue'
}

/** The status of an invoice as of a day, in the light of all that became of it. It is overdue from the day after its due date. */
export function invoiceStatus(plan: Pick<Plan, 'years'>, invoice: Invoice, today: Day): InvoiceStatus {
  const links = linksOf(plan)
  const gross = invoice.issued?.gross ?? figuresOf(invoice).gross
  const paid = sum(paymentsFor(links, invoice).map((payment) => payment.amount))
  const status = { gross, credited: 0, paid, due: 0, lost: 0, overdueDays: 0 }
  if (!isIssued(invoice)) return { ...status, state: 'draft', due: gross }
  if (invoice.kind === 'credit') return { ...status, state: 'credit-note' }
  const credited = sum((links.credits.get(invoice.id) ?? []).map(({ issued }) => issued.gross))
  if (links.replacedBy.has(invoice.id)) return { ...status, state: 'replaced' }
  const due = add(gross, negate(add(paid, credited)))
  const stands = { ...status, credited, due }
  if (due <= 0) return { ...stands, state: credited > 0 && credited === gross ? 'credited' : 'paid' }
  if (invoice.writtenOff !== null) return { ...stands, state: 'written-off', due: 0, lost: due }
  const overdueDays = Math.max(0, daysBetween(invoice.issued.dueOn, today))
  if (overdueDays > 0) return { ...stands, state: 'overdue', overdueDays }
  return { ...stands, state: paid > 0 ? 'part-paid' : 'open' }
}

/** What was paid for an invoice, also while another stood in its place, by day. */
export function paymentsFor(links: Links, invoice: Invoice): readonly Payment[] {
  return placesOf(links, invoice)
    .flatMap(({ payments }) => payments)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

export interface ListedInvoice {
  readonly invoice: Invoice
  readonly status: InvoiceStatus
}

/** The invoices in one state, newest first, with what they come to in each currency: due where something is owed, gross otherwise. */
export interface InvoiceList {
  readonly state: InvoiceState
  readonly invoices: readonly ListedInvoice[]
  readonly totals: readonly CurrencyTotal[]
}

export interface CurrencyTotal {
  readonly currency: Currency
  readonly amount: Minor
}

/** All invoices with where they stand, newest first. */
export function listedInvoices(plan: Pick<Plan, 'years'>, today: Day): ListedInvoice[] {
  return Object.values(plan.years)
    .flatMap((year) => Object.values(year.invoices))
    .map((invoice) => ({ invoice, status: invoiceStatus(plan, invoice, today) }))
    .sort((a, b) => (sortKey(b.invoice) < sortKey(a.invoice) ? -1 : 1))
}

/** All invoices by state, in the order in which they ask for attention. */
export function invoiceLists(plan: Pick<Plan, 'years'>, today: Day): InvoiceList[] {
  const all = listedInvoices(plan, today)
  return (['overdue', 'draft', 'part-paid', 'open', 'paid'] as const).map((state) => {
    const invoices = all.filter(({ status }) => status.state === state)
    return { state, invoices, totals: totalsByCurrency(invoices) }
  })
}

function sortKey({ issued, createdOn, id }: Invoice): string {
  return `${issued?.on ?? createdOn} ${issued?.number ?? ''} ${id}`
}

/** What invoices come to in each currency: what is due where something is owed, the gross of others, less that of credit notes. */
export function totalsByCurrency(invoices: readonly ListedInvoice[]): CurrencyTotal[] {
  const totals = new Map<Currency, Minor>()
  for (const { invoice, status } of invoices) {
    const gross = invoice.kind === 'credit' ? negate(status.gross) : status.gross
    const amount = isOwed(status.state) ? status.due : status.state === 'replaced' ? 0 : gross
    totals.set(invoice.currency, add(totals.get(invoice.currency) ?? 0, amount))
  }
  return [...totals]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}
