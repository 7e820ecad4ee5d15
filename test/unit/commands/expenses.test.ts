import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import type { Expense } from '../../../shared/plan/expense.ts'
import { Expense as ExpenseSchema } from '../../../shared/plan/expense.ts'
import { findExpense, type Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, anExpense } from '../../support/builders.ts'
import { aBillingPlan, aDraft, aLine, carriedOut } from '../billing/aBillingPlan.ts'

const plan = aBillingPlan({
  clients: [
    aClient({ ...aBillingPlan().practice.clients.northwind }),
    aClient({ id: 'lumen', name: 'Lumen' }),
  ],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
  expenses: [anExpense()],
})

const onDraft = carriedOut(plan, {
  type: 'invoice/draft',
  invoice: aDraft({ lines: [aLine({ expenseIds: ['expense-1'], basis: { kind: 'expenses' } })] }),
} as Command)
const issued = carriedOut(onDraft, { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' })

const put = (...expenses: Expense[]) => Command.parse({ type: 'expense/put', expenses })
const remove = (...ids: string[]) => Command.parse({ type: 'expense/delete', ids })
const closed = (before: Plan) => carriedOut(before, { type: 'entry/close', through: '2026-11-30' })

function refusal(before: Plan, command: Command) {
  const result = execute(before, command)
  return result.ok ? null : `${result.refusal.path.join('.')} ${result.refusal.code}`
}

describe('expense/put and expense/delete', () => {
  it('an expense stands in the year of its day, and moves with it', () => {
    const moved = carriedOut(plan, put(anExpense({ day: '2025-12-31' })))
    expect([moved.years['2026']?.expenses, moved.years['2025']?.expenses]).toEqual([
      {},
      { 'expense-1': anExpense({ day: '2025-12-31' }) },
    ])
    expect(findExpense(carriedOut(moved, remove('expense-1')), 'expense-1')).toBeUndefined()
  })

  it('a step is called by the titles of its expenses', () => {
    const result = execute(plan, put(anExpense({ title: 'Hotel' }), anExpense({ id: 'b', title: 'Taxi' })))
    expect(result.ok && result.subject).toBe('Hotel, Taxi')
  })

  it.each<[string, Plan, Command, string | null]>([
    [
      'a client that does not exist',
      plan,
      put(anExpense({ clientId: 'nobody' })),
      'expenses.0.clientId client-gone',
    ],
    [
      'an engagement that does not exist',
      plan,
      put(anExpense({ engagementId: 'nothing' })),
      'expenses.0.engagementId engagement-gone',
    ],
    [
      'an engagement of another client',
      plan,
      put(anExpense({ engagementId: 'lumen-1' })),
      'expenses.0.engagementId engagement-of-other-client',
    ],
    ['the engagement of its client', plan, put(anExpense({ engagementId: 'northwind-cto' })), null],
    ['own business', plan, put(anExpense({ clientId: null, billable: false })), null],
    ['one that is gone', plan, remove('expense-2'), 'ids.0 expense-gone'],
    ['a closed day', closed(plan), put(anExpense()), 'expenses.0.day period-closed'],
    [
      'from a closed day to an open one',
      closed(plan),
      put(anExpense({ day: '2026-12-01' })),
      'expenses.0.day period-closed',
    ],
    ['a new one after the closed days', closed(plan), put(anExpense({ id: 'b', day: '2026-12-01' })), null],
    ['to delete in a closed period', closed(plan), remove('expense-1'), 'ids.0 period-closed'],
    [
      'its amount while on a draft',
      onDraft,
      put(anExpense({ amount: 1 })),
      'expenses.0.amount expense-on-draft',
    ],
    [
      'its client while on a draft',
      onDraft,
      put(anExpense({ clientId: 'lumen' })),
      'expenses.0.clientId expense-on-draft',
    ],
    ['its receipt while on a draft', onDraft, put(anExpense({ receipt: '/tmp/a.pdf' })), null],
    ['to delete what is on a draft', onDraft, remove('expense-1'), 'ids.0 expense-on-draft'],
    ['its notes once issued', issued, put(anExpense({ notes: 'x' })), 'expenses.0 expense-billed'],
    ['to delete what is issued', issued, remove('expense-1'), 'ids.0 expense-billed'],
  ])('%s', (_what, before, command, expected) => {
    expect(refusal(before, command)).toBe(expected)
  })

  it.each([
    ['nothing was paid', { amount: 0 }, 'amount', 'expense-nothing'],
    ['nobody to bill', { clientId: null }, 'billable', 'billable-to-nobody'],
    [
      'an engagement without a client',
      { clientId: null, billable: false, engagementId: 'northwind-cto' },
      'engagementId',
      'engagement-of-other-client',
    ],
    ['no title', { title: ' ' }, 'title', 'empty'],
    ['a day that is none', { day: '2026-02-30' }, 'day', 'day'],
    ['a currency that is none', { currency: 'XXY' }, 'currency', 'currency'],
  ])('the form names what is wrong: %s', (_what, given, field, code) => {
    const issues = ExpenseSchema.safeParse(anExpense(given)).error?.issues
    expect(issues?.map(({ path, message }) => [path.join('.'), message])).toEqual([[field, code]])
  })

  it('a client or engagement with expenses is not deleted', () => {
    const spent = carriedOut(plan, put(anExpense({ id: 'b', clientId: 'lumen', engagementId: 'lumen-1' })))
    const gone = (kind: 'client' | 'engagement', id: string) =>
      refusal(spent, Command.parse({ type: 'practice/delete', kind, id }))
    expect([gone('engagement', 'lumen-1'), gone('client', 'lumen')]).toEqual([
      'id record-used',
      'id client-used',
    ])
  })
})
