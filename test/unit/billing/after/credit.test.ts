import { describe, expect, it } from 'vitest'
import { booksRefusal } from '../../../../shared/billing/standing.ts'
import { billedEntries, billedExpenses } from '../../../../shared/plan/billed.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aBillingPlan, aLine, carriedOut, november, worked } from '../aBillingPlan.ts'
import {
  aCreditNote,
  anIssuedPlan,
  credited,
  issuedIn,
  paid,
  quantity,
  rate,
  refusedWith,
  statusIn,
} from './aftermath.ts'

describe('a credit note', () => {
  it('of the whole has the figures of the invoice, its kind carries the sign, and nothing is owed then', () => {
    const plan = credited(anIssuedPlan())
    const note = issuedIn(plan, 'credit-1')
    const { number, net, tax, gross } = note.issued
    expect([note.kind, note.corrects, number, net, tax, gross]).toEqual([
      'credit',
      'invoice-1',
      '2026-002',
      10_000,
      1900,
      11_900,
    ])
    expect(statusIn(plan)).toMatchObject({ state: 'credited', credited: 11_900, due: 0 })
    expect(statusIn(plan, 'credit-1').state).toBe('credit-note')
  })

  it('of a part leaves the rest to be paid, and what was paid too much shows', () => {
    const lines = [aLine({ amount: 4 })]
    const part = credited(anIssuedPlan({ lines }), {
      choice: { kind: 'lines', amounts: quantity('line-1', 1) },
    })
    expect(statusIn(part)).toMatchObject({ state: 'open', credited: 11_900, due: 35_700 })
    expect(statusIn(paid(part, 47_600))).toMatchObject({ state: 'paid', due: -11_900 })
  })

  it('is never over more than is left', () => {
    const part = credited(anIssuedPlan({ lines: [aLine({ amount: 4 })] }), {
      choice: { kind: 'lines', amounts: quantity('line-1', 3) },
    })
    const two = aCreditNote(part, {
      id: 'credit-2',
      choice: { kind: 'lines', amounts: quantity('line-1', 2) },
    })
    expect(refusedWith(part, { type: 'invoice/draft', invoice: two })).toBe('credit-over')
    const other = aCreditNote(part, {
      id: 'credit-2',
      choice: { kind: 'amount', amount: 100, tax: rate(70_000), text: 'x' },
    })
    expect(refusedWith(part, { type: 'invoice/draft', invoice: other })).toBe('credit-over')
  })

  it('cannot be issued twice over the same, though it was drafted twice', () => {
    const plan = anIssuedPlan()
    const both = carriedOut(
      plan,
      { type: 'invoice/draft', invoice: aCreditNote(plan) },
      { type: 'invoice/draft', invoice: aCreditNote(plan, { id: 'credit-2' }) },
      { type: 'invoice/issue', id: 'credit-1', on: '2026-12-01' },
    )
    expect(refusedWith(both, { type: 'invoice/issue', id: 'credit-2', on: '2026-12-01' })).toBe('credit-over')
  })

  it.each([
    ['credit-of-nothing', { corrects: 'nobody' }],
    ['credit-other', { currency: 'USD' }],
    ['credit-holds-work', { lines: [aLine({ expenseIds: ['x-1'] })] }],
  ] as const)('is refused with %s', (code, change) => {
    const plan = anIssuedPlan()
    const note = aCreditNote(plan, { change })
    const refused = refusedWith(plan, { type: 'invoice/draft', invoice: note })
    expect(refused === 'expense-gone' ? 'credit-holds-work' : refused).toBe(code)
  })

  it('is not of a day before its invoice, and not over nothing', () => {
    const plan = anIssuedPlan()
    const drafted = carriedOut(plan, { type: 'invoice/draft', invoice: aCreditNote(plan) })
    expect(refusedWith(drafted, { type: 'invoice/issue', id: 'credit-1', on: '2026-11-29' })).toBe(
      'issue-before-original',
    )
    const free = carriedOut(plan, {
      type: 'invoice/draft',
      invoice: aCreditNote(plan, { change: { lines: [aLine({ price: 0 })] } }),
    })
    expect(refusedWith(free, { type: 'invoice/issue', id: 'credit-1', on: '2026-12-01' })).toBe(
      'credit-nothing',
    )
  })

  it('takes its number from a series of its own where one is set', () => {
    const plan = carriedOut(anIssuedPlan(), {
      type: 'business/change',
      change: {},
      creditPattern: 'C-{YYYY}-{##}',
    })
    const after = credited(plan)
    expect(issuedIn(after, 'credit-1').issued.number).toBe('C-2026-01')
    expect([after.practice.numbering.next, after.practice.creditNumbering?.next]).toEqual([
      { 2026: 2 },
      { 2026: 2 },
    ])
    const same = { type: 'business/change', change: {}, creditPattern: '{YYYY}-{###}' } as const
    expect(refusedWith(plan, same)).toBe('credit-pattern-same')
    expect(refusedWith(after, { type: 'business/change', change: {}, creditPattern: null })).toBe(
      'credit-series-begun',
    )
    const back = { ...after, practice: { ...after.practice, creditNumbering: null } }
    expect(booksRefusal(after, back)?.code).toBe('number-stands')
  })
})

describe('[M6] work that was credited', () => {
  const billed = () => {
    const plan = aBillingPlan({ entries: [worked('2026-11-10', 90), worked('2026-11-11', 30)] })
    const { invoice } = november(plan)
    return carriedOut(
      plan,
      { type: 'invoice/draft', invoice },
      { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' },
    )
  }

  it('stays billed unless the note gives it free', () => {
    const plan = credited(billed())
    expect(billedEntries(plan).size).toBe(2)
    expect(november(plan, 'again').invoice.lines).toEqual([])
  })

  it('is billed again where it does, on one invoice then, and the books stand', () => {
    const plan = credited(billed(), { change: { reopens: true } })
    expect([billedEntries(plan).size, billedExpenses(plan).size]).toEqual([0, 0])
    const { invoice } = november(plan, 'again')
    expect(invoice.lines.flatMap(({ entryIds }) => entryIds)).toHaveLength(2)
    const again = carriedOut(
      plan,
      { type: 'invoice/draft', invoice },
      { type: 'invoice/issue', id: 'again', on: '2026-12-02' },
    )
    expect([...new Set(billedEntries(again).values())]).toEqual(['again'])
    expect(booksRefusal(again, again)).toBeNull()
    expect(refusedWith(again, { type: 'invoice/draft', invoice: { ...invoice, id: 'third' } })).toBe(
      'entry-billed',
    )
    expect(booksRefusal(again, plan)?.code).toBe('issued-stands')
  })

  it('is not given free by a note over a part', () => {
    const plan = billed()
    const note = aCreditNote(plan, {
      choice: { kind: 'amount', amount: 100, tax: rate(190_000), text: 'x' },
      change: { reopens: true },
    })
    expect(refusedWith(plan, { type: 'invoice/draft', invoice: note })).toBe('reopens-part')
  })

  it('may change once it is free, and a step back over that is no fault of the books', () => {
    const plan = credited(billed(), { change: { reopens: true } })
    const changed = carriedOut(plan, { type: 'entry/delete', ids: ['e-2026-11-10-90'] })
    expect(booksRefusal(changed, plan)).toBeNull()
  })

  it('bills a retainer’s fee again that was credited and given free', () => {
    const retainer = {
      kind: 'retainer',
      period: 'month',
      resetDay: 1,
      minutes: 600,
      price: 100_000,
      overageRate: 0,
      overage: 'billed',
      rollover: { kind: 'none' },
    }
    const plan = aBillingPlan()
    const engagement = Object.values(plan.practice.engagements)[0]
    if (engagement === undefined) throw new Error('no engagement')
    const hired = {
      ...plan,
      practice: {
        ...plan.practice,
        engagements: {
          [engagement.id]: {
            ...engagement,
            start: '2026-11-01',
            terms: [{ from: '2026-11-01', terms: retainer as never }],
          },
        },
      },
    }
    const fees = (of: Plan) =>
      november(of, 'next').invoice.lines.filter(({ basis }) => basis?.kind === 'fee').length
    const { invoice } = november(hired)
    const once = carriedOut(
      hired,
      { type: 'invoice/draft', invoice },
      { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' },
    )
    const kept = credited(once)
    const freed = credited(once, { change: { reopens: true } })
    expect([fees(hired), fees(once), fees(kept), fees(freed)]).toEqual([1, 0, 0, 1])
  })
})
