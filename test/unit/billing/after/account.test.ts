import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountOf } from '../../../../shared/billing/after/account.ts'
import { owedByAge } from '../../../../shared/billing/after/owed.ts'
import { revenueOf } from '../../../../shared/billing/after/revenue.ts'
import { listedInvoices } from '../../../../shared/billing/status.ts'
import { invoiceRows, owedRows, revenueRows } from '../../../../shared/exchange/csv/invoiceCsv.ts'
import { writeCsv } from '../../../../shared/exchange/csv/writeCsv.ts'
import { sum } from '../../../../shared/money/amount.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aBillingPlan, aDraft, aLine, aPayingClient, carriedOut } from '../aBillingPlan.ts'
import { anIssuedPlan, corrected, credited, paid, refusedWith } from './aftermath.ts'

const year = { clientId: 'northwind', currency: 'EUR', from: '2026-01-01', to: '2026-12-31' }

const lost = (plan: Plan, id = 'invoice-1') =>
  carriedOut(plan, { type: 'invoice/write-off', id, writtenOff: { on: '2026-12-20', note: 'Insolvent' } })

describe('the account of a client', () => {
  it('tells each move with the balance after it', () => {
    const plan = lost(
      paid(
        credited(anIssuedPlan({ lines: [aLine({ amount: 2 })] }), {
          choice: { kind: 'lines', amounts: new Map([['line-1', 1]]) },
        }),
        5000,
      ),
    )
    const { opening, moves, closing } = accountOf(plan, year)
    expect([opening, closing]).toEqual([0, 0])
    expect(moves.map(({ on, kind, amount, balance }) => [on, kind, amount, balance])).toEqual([
      ['2026-11-30', 'invoice', 23_800, 23_800],
      ['2026-12-01', 'credit', -11_900, 11_900],
      ['2026-12-10', 'payment', -5000, 6900],
      ['2026-12-20', 'written-off', -6900, 0],
    ])
  })

  it('begins with what was owed before the period, and a corrected invoice takes off the one before it', () => {
    const plan = paid(
      corrected(anIssuedPlan(), { lines: [aLine({ price: 9000 })] }),
      -100,
      'invoice-1-corrected',
    )
    const december = accountOf(plan, { ...year, from: '2026-12-01' })
    expect(december.opening).toBe(11_900)
    expect(december.moves.map(({ kind, amount, balance }) => [kind, amount, balance])).toEqual([
      ['replaced', -11_900, 0],
      ['corrected', 10_710, 10_710],
      ['refund', 100, 10_810],
    ])
  })

  it('closes with the sum of what its invoices owe, whatever became of them', () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('pay', 'credit', 'correct', 'lose'),
        amount: fc.integer({ min: -2000, max: 20_000 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(steps, (all) => {
        let plan = anIssuedPlan()
        let id = 'invoice-1'
        for (const [i, { what, amount }] of all.entries()) {
          try {
            if (what === 'pay') plan = paid(plan, amount, id, `2026-12-1${i}`)
            else if (what === 'lose') plan = lost(plan, id)
            else if (what === 'correct') {
              plan = corrected(plan, { lines: [aLine({ price: 8000 + Math.abs(amount) })] }, id, '2026-12-02')
              id = `${id}-corrected`
            } else {
              const tax = { category: 'S', rate: 190_000, reason: '' } as const
              const choice = { kind: 'amount', amount: Math.abs(amount) + 1, tax, text: 'x' } as const
              plan = credited(plan, { id: `c-${i}`, of: id, on: '2026-12-03', choice })
            }
          } catch (error) {
            expect(String(error)).toMatch(/refused/)
          }
        }
        const due = listedInvoices(plan, '2026-12-31').map(({ status }) => status.due)
        const { closing, moves } = accountOf(plan, year)
        expect(closing).toBe(sum(due))
        expect(sum(moves.map(({ amount }) => amount))).toBe(closing)
      }),
      { numRuns: 80 },
    )
  })
})

const exchange = { rate: 900_000, on: '2026-12-21', source: 'ECB' }

const several = () => {
  const clients = [aPayingClient(), aPayingClient({ id: 'acme', name: '=Acme', currency: 'USD' })]
  let plan = aBillingPlan({ clients })
  const add = (id: string, on: string, given: Parameters<typeof aDraft>[0]) => {
    plan = carriedOut(
      plan,
      { type: 'invoice/draft', invoice: aDraft({ id, createdOn: on, ...given }) },
      { type: 'invoice/issue', id, on },
    )
  }
  add('old', '2026-08-01', { lines: [aLine({ price: 1000 })] })
  add('older', '2026-09-20', { lines: [aLine({ price: 2000 })] })
  add('recent', '2026-11-10', { lines: [aLine({ price: 3000 })] })
  add('new', '2026-12-20', { lines: [aLine({ price: 4000 })] })
  add('dollars', '2026-12-21', {
    clientId: 'acme',
    currency: 'USD',
    exchange,
    lines: [aLine({ price: 5000 })],
  })
  return plan
}

describe('what is owed by age', () => {
  it.each([
    ['2026-12-22', [4760, 3570, 0, 2380, 1190]],
    ['2026-12-24', [4760, 3570, 0, 2380, 1190]],
    ['2026-12-25', [4760, 0, 3570, 2380, 1190]],
  ] as const)('on %s: not due, 30, 60, 90 and older', (today, expected) => {
    const [euros] = owedByAge(several(), today)
    expect(euros?.currency).toBe('EUR')
    const { notDue = 0, ages = [] } = euros ?? {}
    expect([notDue, ...ages]).toEqual(expected)
    expect(euros?.total).toBe(11_900)
  })

  it('holds the borders of each age', () => {
    const one = anIssuedPlan()
    const ageOn = (today: string) => owedByAge(one, today)[0]?.ages.findIndex((amount) => amount > 0)
    expect(
      [
        '2026-12-14',
        '2026-12-15',
        '2027-01-13',
        '2027-01-14',
        '2027-02-12',
        '2027-02-13',
        '2027-03-14',
        '2027-03-15',
      ].map(ageOn),
    ).toEqual([-1, 0, 0, 1, 1, 2, 2, 3])
  })

  it('is by currency, and what is paid, lost or replaced is not in it', () => {
    const plan = lost(paid(several(), 2380, 'older'), 'old')
    expect(owedByAge(plan, '2026-12-22').map(({ currency, total }) => [currency, total])).toEqual([
      ['EUR', 8330],
      ['USD', 5950],
    ])
    expect(writeCsv(owedRows(plan, '2026-12-22'), 'plain').split('\r\n').slice(1, 3)).toEqual([
      'Northwind,EUR,47.60,35.70,0.00,0.00,0.00,83.30',
      "'=Acme,USD,59.50,0.00,0.00,0.00,0.00,59.50",
    ])
  })
})

describe('revenue', () => {
  it('is before tax, by month and client, of one currency', () => {
    const euros = revenueOf(several(), '2026', 'EUR')
    expect([euros.total, euros.months[7], euros.months[11], euros.clients.length]).toEqual([
      10_000, 1000, 4000, 1,
    ])
    expect(revenueOf(several(), '2025', 'EUR').total).toBe(0)
  })

  it('in the business’s currency leaves out what has no rate, and names it', () => {
    const plan = several()
    const home = revenueOf(plan, '2026', 'home')
    expect([home.total, home.missing]).toEqual([14_500, []])
    // As an invoice from before exchange rates were kept.
    const dollars = plan.years['2026']?.invoices.dollars
    if (dollars?.issued == null) throw new Error('no invoice')
    const without = { ...dollars, issued: { ...dollars.issued, home: null } }
    const year = { ...plan.years['2026'], invoices: { ...plan.years['2026']?.invoices, dollars: without } }
    const older = { ...plan, years: { '2026': year as never } }
    const left = revenueOf(older, '2026', 'home')
    expect([left.total, left.missing.map(({ id }) => id)]).toEqual([10_000, ['dollars']])
  })

  it('takes credit notes and replaced invoices off in the month of what corrects them', () => {
    const plan = credited(corrected(anIssuedPlan(), { lines: [aLine({ price: 9000 })] }), {
      of: 'invoice-1-corrected',
      on: '2026-12-05',
    })
    const { months, total } = revenueOf(plan, '2026', 'EUR')
    expect([months[10], months[11], total]).toEqual([10_000, -1000 - 9000, 0])
    const [head, row] = revenueRows(plan, '2026', 'EUR')
    expect([head?.[12], row?.[12], row?.[14]]).toEqual(['2026-11', { number: '100.00' }, { number: '0.00' }])
  })
})

describe('the list of invoices as a table', () => {
  it('has credit notes below nothing, so that its columns add up, and no formula [X2]', () => {
    const plan = credited(several(), { of: 'dollars', on: '2026-12-22' })
    const text = writeCsv(invoiceRows(plan, ['dollars', 'credit-1', 'gone'], '2026-12-23'), 'plain')
    expect(text.split('\r\n').slice(1, 3)).toEqual([
      "2026-005,invoice,,'=Acme,2026-12-21,2027-01-04,,USD,50.00,9.50,59.50,0.00,59.50,0.00,credited,0,EUR,45.00,8.55,53.55",
      "2026-006,credit,2026-005,'=Acme,2026-12-22,2026-12-22,,USD,-50.00,-9.50,-59.50,0.00,0.00,0.00,credit-note,0,EUR,-45.00,-8.55,-53.55",
    ])
  })
})

it('a written-off invoice is paid by what comes later, and then nothing is lost', () => {
  const plan = paid(lost(anIssuedPlan()), 11_900, 'invoice-1', '2027-02-01')
  const [one] = listedInvoices(plan, '2027-03-01')
  expect([one?.status.state, one?.status.lost]).toEqual(['paid', 0])
  expect(
    refusedWith(plan, {
      type: 'invoice/write-off',
      id: 'invoice-1',
      writtenOff: { on: '2027-03-01', note: '' },
    }),
  ).toBe('nothing-due')
})
