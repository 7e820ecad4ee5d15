import { add, type Minor, negate, sum } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import type { Invoice } from '../plan/invoice.ts'
import type { Plan } from '../plan/plan.ts'
import { type Day, daysBetween } from '../time/day.ts'
import { totalsOf } from './totals.ts'

/** Where an invoice stands on a day. Derived, never stored. */
export interface InvoiceStatus {
  readonly state: 'draft' | 'open' | 'overdue' | 'paid'
  readonly gross: Minor
  readonly paid: Minor
  /** What is still to be paid; negative where too much was. */
  readonly due: Minor
  /** Days since the due date, zero unless overdue. */
  readonly overdueDays: number
}

/** The status of an invoice as of a day. It is overdue from the day after its due date. */
export function invoiceStatus(invoice: Invoice, today: Day): InvoiceStatus {
  const { issued } = invoice
  const gross = issued?.gross ?? totalsOf(invoice.lines).gross
  const paid = sum(invoice.payments.map((payment) => payment.amount))
  const due = add(gross, negate(paid))
  const late = issued === null || due <= 0 ? 0 : Math.max(0, daysBetween(issued.dueOn, today))
  const state = issued === null ? 'draft' : due <= 0 ? 'paid' : late > 0 ? 'overdue' : 'open'
  return { state, gross, paid, due, overdueDays: late }
}

/** The invoices in one state, newest first, with what they come to in each currency: gross where paid or draft, due otherwise. */
export interface InvoiceList {
  readonly state: InvoiceStatus['state']
  readonly invoices: readonly { readonly invoice: Invoice; readonly status: InvoiceStatus }[]
  readonly totals: readonly { readonly currency: Currency; readonly amount: Minor }[]
}

/** All invoices by state, in the order in which they ask for attention. */
export function invoiceLists(years: Plan['years'], today: Day): InvoiceList[] {
  const all = Object.values(years)
    .flatMap((year) => Object.values(year.invoices))
    .map((invoice) => ({ invoice, status: invoiceStatus(invoice, today) }))
    .sort((a, b) => (sortKey(b.invoice) < sortKey(a.invoice) ? -1 : 1))
  return (['overdue', 'draft', 'open', 'paid'] as const).map((state) => {
    const invoices = all.filter(({ status }) => status.state === state)
    return { state, invoices, totals: totalsByCurrency(invoices) }
  })
}

function sortKey({ issued, createdOn, id }: Invoice): string {
  return `${issued?.on ?? createdOn} ${issued?.number ?? ''} ${id}`
}

/** What invoices come to in each currency: what is due of open ones, the gross of others. */
export function totalsByCurrency(invoices: InvoiceList['invoices']): InvoiceList['totals'] {
  const totals = new Map<Currency, Minor>()
  for (const { invoice, status } of invoices) {
    const amount = status.state === 'open' || status.state === 'overdue' ? status.due : status.gross
    totals.set(invoice.currency, add(totals.get(invoice.currency) ?? 0, amount))
  }
  return [...totals]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}
