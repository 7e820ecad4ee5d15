import { netOfGross, toDecimalString } from '../../money/amount.ts'
import { billedExpenses } from '../../plan/billed.ts'
import { chargeOf, type Expense } from '../../plan/expense.ts'
import { findInvoice, own, type Plan } from '../../plan/plan.ts'
import type { CsvCell } from './csvCell.ts'
import type { ExportRange } from './exportRange.ts'

/** The columns of exported expenses, in their order. `charged` is what the client is billed, before the invoice's tax. */
export const expenseColumns = [
  'date',
  'client',
  'project',
  'title',
  'amount',
  'currency',
  'tax_rate',
  'tax',
  'net',
  'billable',
  'pass_on',
  'charged',
  'invoice',
  'receipt',
  'notes',
] as const

/** The expenses of a range as rows for `writeCsv`, the head first. */
export function expenseRows(plan: Plan, range: ExportRange): CsvCell[][] {
  const rows = exportedExpenses(plan, range).map((expense) => {
    const cells = cellsOf(plan, expense)
    return expenseColumns.map((column) => cells[column])
  })
  return [[...expenseColumns], ...rows]
}

/** The expenses of a range, by day. */
export function exportedExpenses({ years }: Plan, { clientId, from, to }: ExportRange): Expense[] {
  return Object.values(years)
    .flatMap((year) => Object.values(year.expenses))
    .filter(({ day }) => from <= day && day <= to)
    .filter((expense) => clientId === null || expense.clientId === clientId)
    .sort((a, b) => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1))
}

function cellsOf(plan: Plan, expense: Expense): Readonly<Record<(typeof expenseColumns)[number], CsvCell>> {
  const { clients, engagements } = plan.practice
  const { amount, currency, taxRate, billable } = expense
  const money = (minor: number): CsvCell => ({ number: toDecimalString(minor, currency) })
  const { net, tax } = netOfGross(amount, taxRate)
  const invoice = findInvoice(plan, billedExpenses(plan).get(expense.id) ?? '')
  return {
    date: expense.day,
    client: own(clients, expense.clientId ?? '')?.name ?? '',
    project: own(engagements, expense.engagementId ?? '')?.name ?? '',
    title: expense.title,
    amount: money(amount),
    currency,
    // Parts per million as percent, exact with four decimals.
    tax_rate: { number: `${taxRate / 10_000}` },
    tax: money(tax),
    net: money(net),
    billable: String(billable),
    pass_on: expense.passOn,
    charged: billable ? money(chargeOf(expense)) : null,
    invoice: invoice?.issued?.number ?? '',
    receipt: expense.receipt,
    notes: expense.notes,
  }
}
