/** Money spent for a client, passed on: which expenses a draft bills, how each becomes a line, and what the line adds up to. */
import { add, type Minor, negate, sum } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import { billedExpenses } from '../plan/billed.ts'
import { chargeOf, type Expense } from '../plan/expense.ts'
import type { Id } from '../plan/fields.ts'
import type { InvoiceLine } from '../plan/invoice.ts'
import type { LineTax } from '../plan/lineTax.ts'
import { findExpense, findInvoice, own, type Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import type { LineTexts } from './texts.ts'
import { lineAmount } from './totals.ts'

/** An expense of the client that a draft does not bill, and why. */
export interface LeftOutExpense {
  readonly expense: Expense
  readonly code: /** Marked as not billable. */
    | 'not-billable'
    /** Its engagement is a prospect: there is no agreement to bill by. */
    | 'prospect'
    /** Before the draft's first day, and nobody billed it. */
    | 'earlier'
    /** In another currency than the invoice: it is billed once the user says with which amount. */
    | 'currency'
    /** On another draft. */
    | 'other-draft'
}

/** What a draft does with the expenses of its client, by day. */
export interface SortedExpenses {
  readonly billed: readonly Expense[]
  readonly leftOut: readonly LeftOutExpense[]
}

/** The invoice that expenses are sorted for; what stands on it already counts as free. */
export interface ExpenseRequest {
  readonly id: Id
  readonly clientId: Id
  readonly from: Day
  readonly to: Day
  readonly currency: Currency
}

/**
 * Sorts a client's expenses up to the draft's last day. One is billed once, in the invoice's currency and while its
 * engagement is no prospect; own business is nobody's and never here.
 */
export function sortExpenses(plan: Plan, request: ExpenseRequest): SortedExpenses {
  const billed: Expense[] = []
  const leftOut: LeftOutExpense[] = []
  for (const expense of expensesOf(plan, request)) {
    const code = reasonAgainst(plan, request, expense)
    if (code === 'free') billed.push(expense)
    else if (code !== null) leftOut.push({ expense, code })
  }
  return { billed, leftOut }
}

function expensesOf(plan: Plan, { clientId, to }: ExpenseRequest): Expense[] {
  return Object.values(plan.years)
    .flatMap((year) => Object.values(year.expenses))
    .filter((expense) => expense.clientId === clientId && expense.day <= to)
    .sort((a, b) => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1))
}

/** Why not, `free` where nothing stands against it, null where it is not worth a word. */
function reasonAgainst(
  plan: Plan,
  { id, from, currency }: ExpenseRequest,
  expense: Expense,
): LeftOutExpense['code'] | 'free' | null {
  const invoiceId = billedExpenses(plan).get(expense.id) ?? id
  if (invoiceId !== id) {
    const isDraft = findInvoice(plan, invoiceId)?.issued === null
    return isDraft && expense.day >= from ? 'other-draft' : null
  }
  if (!expense.billable) return expense.day < from ? null : 'not-billable'
  if (own(plan.practice.engagements, expense.engagementId ?? '')?.status === 'prospect') return 'prospect'
  if (expense.currency !== currency) return 'currency'
  return expense.day < from ? 'earlier' : 'free'
}

/** How a line for an expense is made. */
export interface ExpenseLineGiven {
  readonly id: Id
  readonly tax: LineTax
  readonly texts: LineTexts
  readonly currency: Currency
  /** What is billed, in the invoice's currency: needed where the expense is in another one. */
  readonly price?: Minor
}

/** The line that passes an expense on: its charge, once. In another currency its text says what was paid. */
export function expenseLine(expense: Expense, given: ExpenseLineGiven): InvoiceLine {
  const { id, tax, texts, currency, price = chargeOf(expense) } = given
  const foreign = expense.currency === currency ? null : { minor: chargeOf(expense), of: expense.currency }
  return {
    id,
    text: texts.expense(expense.title, expense.day, foreign),
    unit: 'piece',
    amount: 1,
    per: 1,
    price,
    discount: null,
    tax,
    entryIds: [],
    expenseIds: [expense.id],
    basis: { kind: 'expenses' },
  }
}

/** An expense as a line bills it, in the expense's own currency: `paid` less `tax` is `charged`. */
export interface ExplainedExpense {
  readonly expense: Expense
  readonly paid: Minor
  /** The included tax that is not passed on. */
  readonly tax: Minor
  readonly charged: Minor
}

/** What a line of expenses adds up to. */
export interface ExpenseExplanation {
  readonly expenses: readonly ExplainedExpense[]
  /** What the amount was changed by, by hand; null where an expense is in another currency and there is no telling. */
  readonly byHand: Minor | null
  readonly amount: Minor
}

/** Explains a line of expenses on an invoice in the given currency. */
export function explainExpenses(plan: Plan, line: InvoiceLine, currency: Currency): ExpenseExplanation {
  const expenses = line.expenseIds.flatMap((id): ExplainedExpense[] => {
    const expense = findExpense(plan, id)
    if (expense === undefined) return []
    const charged = chargeOf(expense)
    return [{ expense, paid: expense.amount, tax: add(expense.amount, negate(charged)), charged }]
  })
  const amount = lineAmount(line)
  const isForeign = expenses.some(({ expense }) => expense.currency !== currency)
  const charged = sum(expenses.map((one) => one.charged))
  return { expenses, byHand: isForeign ? null : add(amount, negate(charged)), amount }
}
