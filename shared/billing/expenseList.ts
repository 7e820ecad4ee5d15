/** All expenses as a list: where each stands, and what they come to in each currency. */
import { add, type Minor } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import { billedExpenses } from '../plan/billed.ts'
import { chargeOf, type Expense } from '../plan/expense.ts'
import type { Id } from '../plan/fields.ts'
import { findInvoice, type Plan } from '../plan/plan.ts'

export const expenseStates = ['open', 'draft', 'billed', 'not-billable', 'own'] as const

/** Where an expense stands: to be billed, on a draft, on an issued invoice, not to be billed, or own business. */
export type ExpenseState = (typeof expenseStates)[number]

export interface ListedExpense {
  readonly expense: Expense
  readonly state: ExpenseState
  /** Number of the issued invoice that it is on. */
  readonly number: string | null
  readonly invoiceId: Id | null
}

/** What is looked for: a client or own business (`own`), and a state; null is any. */
export interface ExpenseFilter {
  readonly client: Id | 'own' | null
  readonly state: ExpenseState | null
}

/** Sums of a list in one currency: what was paid, and what of it is still to be billed. */
export interface ExpenseTotal {
  readonly currency: Currency
  readonly paid: Minor
  readonly toBill: Minor
}

/** Where an expense stands now. */
export function listed(plan: Plan, expense: Expense): ListedExpense {
  const invoiceId = billedExpenses(plan).get(expense.id) ?? null
  const issued = invoiceId === null ? undefined : findInvoice(plan, invoiceId)?.issued
  const number = issued?.number ?? null
  return { expense, state: stateOf(expense, invoiceId, number), number, invoiceId }
}

function stateOf({ clientId, billable }: Expense, invoiceId: Id | null, number: string | null): ExpenseState {
  if (invoiceId !== null) return number === null ? 'draft' : 'billed'
  if (clientId === null) return 'own'
  return billable ? 'open' : 'not-billable'
}

/** The expenses that a filter lets through, newest first. */
export function expenseList(plan: Plan, { client, state }: ExpenseFilter): ListedExpense[] {
  return Object.values(plan.years)
    .flatMap((year) => Object.values(year.expenses))
    .filter((expense) => client === null || (expense.clientId ?? 'own') === client)
    .map((expense) => listed(plan, expense))
    .filter((one) => state === null || one.state === state)
    .sort((a, b) => (sortKey(b) < sortKey(a) ? -1 : 1))
}

function sortKey({ expense }: ListedExpense): string {
  return `${expense.day} ${expense.id}`
}

/** What a list comes to, a line for each currency. */
export function expenseTotals(list: readonly ListedExpense[]): ExpenseTotal[] {
  const totals = new Map<Currency, ExpenseTotal>()
  for (const { expense, state } of list) {
    const { currency, amount } = expense
    const before = totals.get(currency) ?? { currency, paid: 0, toBill: 0 }
    const charge = state === 'open' || state === 'draft' ? chargeOf(expense) : 0
    totals.set(currency, { currency, paid: add(before.paid, amount), toBill: add(before.toBill, charge) })
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** Another expense of the same day, client, amount and currency: perhaps the same one entered twice. */
export function twinOf(plan: Plan, expense: Expense): Expense | null {
  const year = plan.years[expense.day.slice(0, 4)]
  const isTwin = (other: Expense) =>
    other.id !== expense.id &&
    other.day === expense.day &&
    other.clientId === expense.clientId &&
    other.amount === expense.amount &&
    other.currency === expense.currency
  return Object.values(year?.expenses ?? {}).find(isTwin) ?? null
}
