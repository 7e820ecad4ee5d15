import { castDraft } from 'immer'
import { z } from 'zod'
import { billedExpenses } from '../plan/billed.ts'
import { Expense } from '../plan/expense.ts'
import { Id } from '../plan/fields.ts'
import { findExpense, findInvoice, own, type Plan, putExpense, removeExpense } from '../plan/plan.ts'
import { closedDay } from './closedDay.ts'
import { command } from './command.ts'
import { listOfNames } from './listOfNames.ts'
import { type Refusal, refuse } from './refusal.ts'

/**
 * Writes expenses, and replaces those with the same ids. Refused where one is on an issued invoice, where what a draft
 * bills of it would change, and where its day is closed (or was).
 */
export const putExpenses = command({
  type: 'expense/put',
  schema: z.strictObject({ type: z.literal('expense/put'), expenses: z.array(Expense).min(1).max(10_000) }),
  subject: (_plan, { expenses }) => listOfNames(expenses.map(({ title }) => title)),
  check: (plan, { expenses }) => {
    for (const [i, expense] of expenses.entries()) {
      const before = findExpense(plan, expense.id)
      const path = ['expenses', i]
      const refusal =
        billedRefusal(plan, before, expense, path) ??
        closedRefusal(plan, [expense, before], [...path, 'day']) ??
        references(plan, expense, path)
      if (refusal !== null) return refusal
    }
    return null
  },
  recipe: (draft, { expenses }) => {
    for (const expense of expenses) putExpense(draft, castDraft(expense))
  },
})

/** Deletes expenses; refused for one that is on an invoice or whose day is closed. */
export const deleteExpenses = command({
  type: 'expense/delete',
  schema: z.strictObject({ type: z.literal('expense/delete'), ids: z.array(Id).min(1).max(10_000) }),
  subject: (plan, { ids }) => listOfNames(ids.flatMap((id) => findExpense(plan, id)?.title ?? [])),
  check: (plan, { ids }) => {
    for (const [i, id] of ids.entries()) {
      const expense = findExpense(plan, id)
      if (expense === undefined) return refuse(['ids', i], 'expense-gone')
      const refusal =
        billedRefusal(plan, expense, null, ['ids', i]) ?? closedRefusal(plan, [expense], ['ids', i])
      if (refusal !== null) return refusal
    }
    return null
  },
  recipe: (draft, { ids }) => {
    for (const id of ids) removeExpense(draft, id)
  },
})

/** What a draft shows of an expense; receipt, notes and title may still change while it is one. */
const billedFields = [
  'day',
  'clientId',
  'engagementId',
  'amount',
  'currency',
  'taxRate',
  'billable',
  'passOn',
] as const satisfies (keyof Expense)[]

function billedRefusal(
  plan: Plan,
  before: Expense | undefined,
  after: Expense | null,
  path: readonly (string | number)[],
): Refusal | null {
  const invoice = findInvoice(plan, billedExpenses(plan).get(before?.id ?? '') ?? '')
  if (before === undefined || invoice === undefined) return null
  const { title } = before
  if (invoice.issued !== null) return refuse(path, 'expense-billed', { title, number: invoice.issued.number })
  const changed = after === null ? undefined : billedFields.find((field) => before[field] !== after[field])
  if (after !== null && changed === undefined) return null
  return refuse(changed === undefined ? path : [...path, changed], 'expense-on-draft', { title })
}

function closedRefusal(
  plan: Plan,
  expenses: readonly (Expense | undefined)[],
  path: readonly (string | number)[],
): Refusal | null {
  const closed = closedDay(plan, ...expenses.map((expense) => expense?.day))
  return closed === null ? null : refuse(path, 'period-closed', closed)
}

function references(
  { practice }: Plan,
  { clientId, engagementId }: Expense,
  path: readonly (string | number)[],
): Refusal | null {
  if (clientId !== null && own(practice.clients, clientId) === undefined)
    return refuse([...path, 'clientId'], 'client-gone')
  if (engagementId === null) return null
  const engagement = own(practice.engagements, engagementId)
  if (engagement === undefined) return refuse([...path, 'engagementId'], 'engagement-gone')
  return engagement.clientId === clientId
    ? null
    : refuse([...path, 'engagementId'], 'engagement-of-other-client')
}
