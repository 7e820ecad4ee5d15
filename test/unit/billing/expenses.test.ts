import { describe, expect, it } from 'vitest'
import { explainExpenses } from '../../../shared/billing/expenses.ts'
import { booksRefusal } from '../../../shared/billing/standing.ts'
import { totalsOf } from '../../../shared/billing/totals.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import { chargeOf, type Expense } from '../../../shared/plan/expense.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { findInvoice, type Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, anExpense } from '../../support/builders.ts'
import { aBillingPlan, aDraft, aLine, aPayingClient, carriedOut, november } from './aBillingPlan.ts'

const draft = (invoice: Invoice) => Command.parse({ type: 'invoice/draft', invoice })
const spent = (...expenses: Expense[]) => aBillingPlan({ expenses })

function refusal(before: Plan, command: Command) {
  const result = execute(before, command)
  return result.ok ? null : `${result.refusal.path.join('.')} ${result.refusal.code}`
}

describe('what a client is charged for an expense', () => {
  it.each([
    // Facts: net = round(gross / (1 + r)), tax is the rest; 2.99 with 4 % is 2.88.
    [299, 40_000, 'net', 288],
    [299, 40_000, 'gross', 299],
    [8990, 70_000, 'net', 8402],
    [11_900, 190_000, 'net', 10_000],
    [1, 190_000, 'net', 1],
    [5000, 0, 'net', 5000],
  ] as const)('%i with %i ppm of tax, passed on %s, is %i', (amount, taxRate, passOn, charged) => {
    expect(chargeOf({ amount, taxRate, passOn })).toBe(charged)
  })
})

describe('a draft and the expenses of its client', () => {
  it('bills each billable one of the period, by day, as one piece at its charge', () => {
    const plan = spent(
      anExpense({ id: 'b', day: '2026-11-30', title: 'Hotel', amount: 12_000, passOn: 'gross' }),
      anExpense({ id: 'a', day: '2026-11-01' }),
    )
    const { invoice, expensesLeftOut } = november(plan)
    const tax = { category: 'S', rate: 190_000, reason: '' }
    const piece = {
      unit: 'piece',
      amount: 1,
      per: 1,
      discount: null,
      tax,
      entryIds: [],
      basis: { kind: 'expenses' },
    }
    expect(invoice.lines).toEqual([
      {
        ...piece,
        id: 'invoice-1-line-0',
        text: 'Train to Hamburg\nExpense of 1 Nov 2026',
        price: 8402,
        expenseIds: ['a'],
      },
      {
        ...piece,
        id: 'invoice-1-line-1',
        text: 'Hotel\nExpense of 30 Nov 2026',
        price: 12_000,
        expenseIds: ['b'],
      },
    ])
    expect(expensesLeftOut).toEqual([])
    expect(totalsOf(invoice).net).toBe(20_402)
  })

  it('says which it leaves out, and why; own business and other clients it does not know', () => {
    const plan = aBillingPlan({
      clients: [aPayingClient(), aClient({ id: 'lumen', order: 2 })],
      engagements: [anEngagement({ id: 'maybe', status: 'prospect', probability: 50 })],
      expenses: [
        anExpense({ id: 'own', clientId: null, billable: false }),
        anExpense({ id: 'lumens', clientId: 'lumen' }),
        anExpense({ id: 'later', day: '2026-12-01' }),
        anExpense({ id: 'early', day: '2026-10-31' }),
        anExpense({ id: 'early-lunch', day: '2026-10-30', billable: false }),
        anExpense({ id: 'lunch', day: '2026-11-02', billable: false }),
        anExpense({ id: 'dollars', day: '2026-11-03', currency: 'USD' }),
        anExpense({ id: 'pitch', day: '2026-11-04', engagementId: 'maybe' }),
        anExpense({ id: 'drafted', day: '2026-11-05' }),
      ],
    })
    const other = aDraft({ id: 'other', lines: [aLine({ expenseIds: ['drafted'] })] })
    const { invoice, expensesLeftOut } = november(carriedOut(plan, draft(other)))
    expect(invoice.lines).toEqual([])
    expect(expensesLeftOut.map(({ expense, code }) => [expense.id, code])).toEqual([
      ['early', 'earlier'],
      ['lunch', 'not-billable'],
      ['dollars', 'currency'],
      ['pitch', 'prospect'],
      ['drafted', 'other-draft'],
    ])
  })

  it('bills an expense once: on a second draft, on an issued invoice, and twice on one it is refused', () => {
    const plan = spent(anExpense())
    const first = carriedOut(plan, draft(november(plan).invoice))
    expect(november(first, 'invoice-2').invoice.lines).toEqual([])
    expect(november(first).invoice.lines).toEqual(november(plan).invoice.lines)
    const line = aLine({ id: 'again', expenseIds: ['expense-1'] })
    expect(refusal(first, draft(aDraft({ id: 'invoice-2', lines: [line] })))).toBe(
      'invoice.lines.0.expenseIds.0 expense-twice',
    )
    const issued = carriedOut(first, { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' })
    expect(november(issued, 'invoice-2')).toMatchObject({ invoice: { lines: [] }, expensesLeftOut: [] })
    const twice = aDraft({ lines: [line, { ...line, id: 'more' }] })
    expect(refusal(plan, draft(twice))).toBe('invoice.lines.1.expenseIds.0 expense-twice')
  })

  it.each([
    ['one that is gone', 'nothing', 'expense-gone'],
    ['one of another client', 'lumens', 'expense-of-other-client'],
    ['one of my own', 'own', 'expense-of-other-client'],
  ])('refuses %s', (_what, id, code) => {
    const plan = aBillingPlan({
      clients: [aPayingClient(), aClient({ id: 'lumen', order: 2 })],
      expenses: [
        anExpense({ id: 'lumens', clientId: 'lumen' }),
        anExpense({ id: 'own', clientId: null, billable: false }),
      ],
    })
    expect(refusal(plan, draft(aDraft({ lines: [aLine({ expenseIds: [id] })] })))).toBe(
      `invoice.lines.0.expenseIds.0 ${code}`,
    )
  })

  it('is issued with its expenses frozen: no step back takes one away, changes it or bills it again', () => {
    const plan = spent(anExpense())
    const drafted = carriedOut(plan, draft(november(plan).invoice))
    const issued = carriedOut(drafted, { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' })
    expect(findInvoice(issued, 'invoice-1')?.issued).toMatchObject({ net: 8402, tax: 1596, gross: 9998 })
    const with2026 = (expenses: Plan['years'][string]['expenses']): Plan => ({
      ...issued,
      years: { ...issued.years, 2026: { ...issued.years['2026'], expenses } as Plan['years'][string] },
    })
    const code = (after: Plan) => booksRefusal(issued, after)?.code ?? null
    expect([
      code(issued),
      code(with2026({})),
      code(with2026({ 'expense-1': anExpense({ notes: 'other' }) })),
      code(with2026({ 'expense-1': anExpense() })),
    ]).toEqual([null, 'issued-stands', 'issued-stands', null])
  })
})

describe('what adds up to a line of expenses', () => {
  it('paid, less the tax that is kept, is charged; what was changed by hand is told', () => {
    const plan = spent(anExpense())
    const [line] = november(plan).invoice.lines
    if (line === undefined) throw new Error('no line')
    const expenses = [{ expense: anExpense(), paid: 8990, tax: 588, charged: 8402 }]
    expect(explainExpenses(plan, line, 'EUR')).toEqual({ expenses, byHand: 0, amount: 8402 })
    expect(explainExpenses(plan, { ...line, price: 9000 }, 'EUR')).toEqual({
      expenses,
      byHand: 598,
      amount: 9000,
    })
  })

  it('across currencies there is no difference to tell', () => {
    const plan = spent(anExpense({ currency: 'USD', passOn: 'gross' }))
    const line = aLine({ expenseIds: ['expense-1'], price: 7700 })
    expect(explainExpenses(plan, line, 'EUR')).toMatchObject({ byHand: null, amount: 7700 })
  })
})
