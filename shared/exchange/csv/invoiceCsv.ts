import { figuresOf } from '../../billing/after/figures.ts'
import { owedByAge } from '../../billing/after/owed.ts'
import { type RevenueIn, revenueOf } from '../../billing/after/revenue.ts'
import { type ListedInvoice, listedInvoices } from '../../billing/status.ts'
import { negate, toDecimalString } from '../../money/amount.ts'
import type { Id } from '../../plan/fields.ts'
import { findInvoice, own, type Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import type { CsvCell } from './csvCell.ts'

/** The columns of exported invoices, in their order. Amounts of credit notes are below nothing, so that columns add up. */
export const invoiceColumns = [
  'number',
  'kind',
  'corrects',
  'client',
  'date',
  'due',
  'sent',
  'currency',
  'net',
  'tax',
  'gross',
  'paid',
  'credited',
  'open',
  'state',
  'days_overdue',
  'home_currency',
  'home_net',
  'home_tax',
  'home_gross',
] as const

type InvoiceCells = Readonly<Record<(typeof invoiceColumns)[number], CsvCell>>

/** Chosen invoices as rows for `writeCsv`, the head first; they stand on a day as told. */
export function invoiceRows(plan: Plan, ids: readonly Id[], today: Day): CsvCell[][] {
  const listed = new Map(listedInvoices(plan, today).map((one) => [one.invoice.id, one]))
  const rows = ids.flatMap((id) => {
    const one = listed.get(id)
    if (one === undefined) return []
    const cells = cellsOf(plan, one)
    return [invoiceColumns.map((column) => cells[column])]
  })
  return [[...invoiceColumns], ...rows]
}

function cellsOf(plan: Plan, { invoice, status }: ListedInvoice): InvoiceCells {
  const { issued, currency, kind } = invoice
  const signed = (minor: number) => (kind === 'credit' ? negate(minor) : minor)
  const money = (minor: number, of = currency): CsvCell => ({ number: toDecimalString(minor, of) })
  const { net, tax, gross } = issued ?? figuresOf(invoice)
  const home = issued?.home ?? null
  const homeCell = (name: 'net' | 'tax' | 'gross') =>
    home === null ? null : money(signed(home[name]), home.currency)
  return {
    number: issued?.number ?? '',
    kind,
    corrects: findInvoice(plan, invoice.corrects ?? '')?.issued?.number ?? '',
    client: clientName(plan, invoice.clientId),
    date: issued?.on ?? invoice.createdOn,
    due: issued?.dueOn ?? '',
    sent: invoice.sent?.on ?? '',
    currency,
    net: money(signed(net)),
    tax: money(signed(tax)),
    gross: money(signed(gross)),
    paid: money(status.paid),
    credited: money(status.credited),
    open: money(issued === null ? 0 : status.due),
    state: status.state,
    days_overdue: { number: `${status.overdueDays}` },
    home_currency: home?.currency ?? '',
    home_net: homeCell('net'),
    home_tax: homeCell('tax'),
    home_gross: homeCell('gross'),
  }
}

function clientName({ practice }: Plan, id: Id): string {
  return own(practice.clients, id)?.name ?? ''
}

/** The revenue of a year as rows: a client each, a column for each month, and the sum of all. */
export function revenueRows(plan: Plan, year: string, told: RevenueIn): CsvCell[][] {
  const { currency, clients, months, total } = revenueOf(plan, year, told)
  const row = (
    name: string,
    of: { readonly months: readonly number[]; readonly total: number },
  ): CsvCell[] => [
    name,
    currency,
    ...[...of.months, of.total].map((minor): CsvCell => ({ number: toDecimalString(minor, currency) })),
  ]
  const head = months.map((_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
  return [
    ['client', 'currency', ...head, year],
    ...clients.map((client) => row(clientName(plan, client.clientId), client)),
    row('', { months, total }),
  ]
}

/** What is owed by age as rows: a client and currency each. */
export function owedRows(plan: Plan, today: Day): CsvCell[][] {
  const rows = owedByAge(plan, today).flatMap(({ currency, clients }) =>
    clients.map(({ clientId, notDue, ages, total }): CsvCell[] => [
      clientName(plan, clientId),
      currency,
      ...[notDue, ...ages, total].map((minor): CsvCell => ({ number: toDecimalString(minor, currency) })),
    ]),
  )
  return [
    ['client', 'currency', 'not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90', 'total'],
    ...rows,
  ]
}
