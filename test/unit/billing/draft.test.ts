import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../../../shared/billing/explain.ts'
import { splitEvenly } from '../../../shared/billing/fixedPrice.ts'
import { lineAmount } from '../../../shared/billing/totals.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Engagement, Instalment, Rounding, Terms } from '../../../shared/plan/engagement.ts'
import { newInvoice } from '../../../shared/plan/invoice.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aDeliverable, anEngagement } from '../../support/builders.ts'
import {
  aBillingPlan,
  aPayingClient,
  carriedOut,
  engagedWith,
  november,
  plainLines,
  worked,
} from './aBillingPlan.ts'

describe('a draft of hourly work', () => {
  const up15: Rounding = { mode: 'up', increment: 15, scope: 'day' }

  it('bills the unbilled billable entries of the client and period, rounded by the engagement’s rule', () => {
    const plan = aBillingPlan({
      engagements: [anEngagement({ rounding: up15 })],
      entries: [worked('2026-11-02', 50), worked('2026-11-02', 20), worked('2026-11-30', 61)],
    })
    expect(november(plan)).toEqual({
      invoice: newInvoice({
        id: 'invoice-1',
        clientId: 'northwind',
        createdOn: '2026-11-30',
        supply: { from: '2026-11-01', to: '2026-11-30' },
        currency: 'EUR',
        language: 'en',
        paymentDays: 14,
        lines: [
          {
            id: 'invoice-1-line-0',
            text: 'Fractional CTO\nWork by the hour, November 2026',
            unit: 'hour',
            amount: 150,
            per: 60,
            price: 12_000,
            discount: null,
            tax: { category: 'S', rate: 190_000, reason: '' },
            entryIds: ['e-2026-11-02-20', 'e-2026-11-02-50', 'e-2026-11-30-61'],
            expenseIds: [],
            basis: { kind: 'hours', engagementId: 'northwind-cto', rounding: up15, shared: 0 },
          },
        ],
      }),
      leftOut: [],
      expensesLeftOut: [],
    })
  })

  it('explains a line down to the entries and the rounding step, adding up to what is printed', () => {
    const plan = aBillingPlan({
      engagements: [anEngagement({ rounding: up15 })],
      entries: [worked('2026-11-02', 50), worked('2026-11-30', 61)],
    })
    const line = november(plan).invoice.lines[0]
    if (line === undefined) throw new Error('no line')
    expect(explain(plan, line)).toMatchObject({
      groups: [
        { day: '2026-11-02', exact: 50, billed: 60 },
        { day: '2026-11-30', exact: 61, billed: 75 },
      ],
      steps: [
        { kind: 'worked', minutes: 111 },
        { kind: 'rounding', minutes: 24 },
      ],
      amount: 27_000,
    })
    expect(explain(plan, { ...line, amount: 120 }).steps.at(-1)).toEqual({ kind: 'by-hand', minutes: -15 })
  })

  it('bills at the rate of the day: a change of rate within the month gives two lines', () => {
    const terms = [
      { from: '2026-01-01', terms: { kind: 'hourly', rate: 12_000 } },
      { from: '2026-11-16', terms: { kind: 'hourly', rate: 13_000 } },
    ] as const
    const plan = aBillingPlan({
      engagements: [anEngagement({ terms })],
      entries: [worked('2026-11-13', 60), worked('2026-11-16', 90), worked('2026-11-20', 30)],
    })
    expect(plainLines(plan)).toEqual([
      ['hour', 60, 60, 12_000],
      ['hour', 120, 60, 13_000],
    ])
  })

  it('leaves out, and says why: not billable, a prospect, no price, rounded away, other clients, own business', () => {
    const plan = aBillingPlan({
      engagements: [
        anEngagement(),
        engagedWith({ kind: 'hourly', rate: 0 }, { id: 'free', order: 2 }),
        anEngagement({ id: 'maybe', status: 'prospect', order: 3 }),
        anEngagement({ id: 'rough', order: 4, rounding: { mode: 'down', increment: 60, scope: 'invoice' } }),
        anEngagement({ id: 'other', clientId: 'other' }),
      ],
      clients: [aPayingClient(), aPayingClient({ id: 'other' })],
      entries: [
        worked('2026-11-02', 60, { billable: false }),
        worked('2026-11-03', 30, { engagementId: 'free' }),
        worked('2026-11-04', 45, { engagementId: 'maybe' }),
        worked('2026-11-05', 59, { engagementId: 'rough' }),
        worked('2026-11-06', 60, { engagementId: 'other' }),
        worked('2026-11-07', 60, { engagementId: null }),
        worked('2026-10-31', 15),
        worked('2026-12-01', 15),
      ],
    })
    expect(november(plan).invoice.lines).toEqual([])
    expect(november(plan).leftOut).toEqual([
      { engagementId: 'northwind-cto', code: 'not-billable', minutes: 60, day: null },
      { engagementId: 'northwind-cto', code: 'earlier', minutes: 15, day: '2026-10-31' },
      { engagementId: 'free', code: 'no-price', minutes: 30, day: null },
      { engagementId: 'maybe', code: 'prospect', minutes: 45, day: null },
      { engagementId: 'rough', code: 'rounded-away', minutes: 59, day: null },
    ])
  })

  it('bills work once: what is on a draft is left for it, and free again for the draft itself', () => {
    const plan = aBillingPlan({ entries: [worked('2026-11-02', 60)] })
    const drafted = carriedOut(plan, { type: 'invoice/draft', invoice: november(plan).invoice })
    const { invoice, leftOut } = november(drafted, 'invoice-2')
    expect([invoice.lines, leftOut]).toEqual([
      [],
      [{ engagementId: 'northwind-cto', code: 'other-draft', minutes: 60, day: null }],
    ])
    expect(november(drafted, 'invoice-1').invoice.lines).toHaveLength(1)
  })
})

describe('a draft of daily work', () => {
  it('bills half days: 3 h 30, 6 h and 20 min of 8-hour days are two days', () => {
    const plan = aBillingPlan({
      engagements: [engagedWith({ kind: 'daily', rate: 124_000, minutesPerDay: 480, halfDays: true })],
      entries: [worked('2026-11-02', 210), worked('2026-11-03', 360), worked('2026-11-04', 20)],
    })
    expect(plainLines(plan)).toEqual([['day', 4, 2, 124_000]])
    const line = november(plan).invoice.lines[0]
    if (line === undefined) throw new Error('no line')
    expect(lineAmount(line)).toBe(248_000)
    expect(explain(plan, line)).toMatchObject({
      days: [
        { day: '2026-11-02', exact: 210, halves: 1 },
        { day: '2026-11-03', exact: 360, halves: 2 },
        { day: '2026-11-04', exact: 20, halves: 1 },
      ],
      halvesByHand: 0,
      amount: 248_000,
    })
  })
})

describe('a draft of a fixed price', () => {
  const pays: Terms = { kind: 'fixed', price: 900_000, instalments: [] }

  it('waits until every deliverable is done', () => {
    const entries = [worked('2026-10-02', 60), worked('2026-11-02', 60)]
    const parts = { engagements: [engagedWith(pays)], entries }
    const open = aBillingPlan({
      ...parts,
      deliverables: [aDeliverable({ done: true }), aDeliverable({ id: 'm3' })],
    })
    expect(november(open)).toMatchObject({
      invoice: { lines: [] },
      leftOut: [{ code: 'fixed-open', minutes: 60 }],
    })
    const done = aBillingPlan({ ...parts, deliverables: [aDeliverable({ done: true })] })
    expect(november(done).invoice.lines).toMatchObject([
      { unit: 'piece', amount: 1, price: 900_000, entryIds: ['e-2026-10-02-60', 'e-2026-11-02-60'] },
    ])
  })

  it('takes off what instalments billed', () => {
    const plan = aBillingPlan({ engagements: [engagedWith(pays, { status: 'closed' })] })
    const [line] = november(plan).invoice.lines
    if (line === undefined) throw new Error('no line')
    const instalment = { ...november(plan).invoice, lines: [{ ...line, price: 300_000 }] }
    const drafted = carriedOut(plan, { type: 'invoice/draft', invoice: instalment })
    expect(november(drafted, 'invoice-2').invoice.lines).toMatchObject([
      { text: 'Fractional CTO\nFixed price, balance', price: 600_000 },
    ])
  })
})

describe('[M4] a draft of instalments', () => {
  const part = (id: string, amount: number, on: Instalment['on'], title = '') => ({ id, title, amount, on })
  const pays: Terms = {
    kind: 'fixed',
    price: 900_000,
    instalments: [
      part('start', 300_000, { kind: 'day', day: '2026-11-15' }, 'Kick-off'),
      part('m2', 350_000, { kind: 'deliverable', deliverableId: 'milestone-2' }),
      part('rest', 250_000, { kind: 'end' }),
    ],
  }
  const parts = (given: Partial<Engagement> = {}, done = false) => ({
    engagements: [engagedWith(pays, given)],
    deliverables: [aDeliverable({ done }), aDeliverable({ id: 'm3' })],
    entries: [worked('2026-11-02', 60)],
  })
  const proposed = (plan: Plan, id = 'invoice-1') =>
    november(plan, id).invoice.lines.map(({ text, price, basis }) => [
      text.slice(text.indexOf('\n') + 1),
      price,
      basis?.kind === 'price' ? basis.instalmentId : null,
    ])
  const kickOff = ['Fixed price, instalment 1 of 3: Kick-off', 300_000, 'start']
  const second = ['Fixed price, instalment 2 of 3', 350_000, 'm2']
  const last = ['Fixed price, instalment 3 of 3', 250_000, 'rest']

  it.each<[string, Partial<Engagement>, boolean, unknown[]]>([
    ['the ones whose day has come', {}, false, [kickOff]],
    ['the ones whose deliverable is done', {}, true, [kickOff, second]],
    [
      'the last when the engagement has reached its end',
      { end: '2026-11-30' },
      true,
      [kickOff, second, last],
    ],
    ['not the last before the end', { end: '2026-12-01' }, true, [kickOff, second]],
    ['the last when it is closed', { status: 'closed' }, false, [kickOff, last]],
  ])('bills %s', (_rule, given, done, expected) => {
    expect(proposed(aBillingPlan(parts(given, done)))).toEqual(expected)
  })

  it('gives the work to the first of them, so that no hour of it is billed beside the price', () => {
    const { invoice } = november(aBillingPlan(parts({}, true)))
    expect(invoice.lines.map(({ entryIds }) => entryIds)).toEqual([['e-2026-11-02-60'], []])
  })

  it('says that work waits where none is due', () => {
    const before = { kind: 'day', day: '2026-12-01' } as const
    const later: Terms = { kind: 'fixed', price: 900_000, instalments: [part('start', 900_000, before)] }
    const plan = aBillingPlan({ ...parts(), engagements: [engagedWith(later)] })
    expect(november(plan)).toMatchObject({
      invoice: { lines: [] },
      leftOut: [{ code: 'fixed-open', minutes: 60 }],
    })
  })

  it('bills each once: what another invoice bills is not proposed, and refused', () => {
    const plan = aBillingPlan(parts({}, true))
    const { invoice } = november(plan)
    const drafted = carriedOut(plan, { type: 'invoice/draft', invoice })
    expect(proposed(drafted, 'invoice-2')).toEqual([])
    const again = {
      ...invoice,
      id: 'invoice-2',
      lines: invoice.lines.map((line) => ({ ...line, entryIds: [] })),
    }
    expect(execute(drafted, { type: 'invoice/draft', invoice: again })).toMatchObject({
      ok: false,
      refusal: { code: 'instalment-billed', params: { line: 1 } },
    })
    const gone = carriedOut(drafted, { type: 'invoice/delete', id: 'invoice-1' })
    expect(proposed(gone, 'invoice-2')).toEqual([kickOff, second])
  })

  it('never bills more than the price, whatever was billed by hand before', () => {
    const plan = aBillingPlan(parts({ status: 'closed' }, true))
    const [line] = november(plan).invoice.lines
    if (line === undefined) throw new Error('no line')
    const basis = { kind: 'price', engagementId: 'northwind-cto', instalmentId: null } as const
    const byHand = { ...november(plan).invoice, lines: [{ ...line, price: 400_000, basis }] }
    const drafted = carriedOut(plan, { type: 'invoice/draft', invoice: byHand })
    expect(proposed(drafted, 'invoice-2').map(([, price]) => price)).toEqual([300_000, 200_000])
  })
})

describe('a price split evenly', () => {
  it('adds up to the cent, in parts that differ by one at most', () => {
    expect([splitEvenly(10_000, 3), splitEvenly(2, 3)]).toEqual([
      [3_334, 3_333, 3_333],
      [1, 1, 0],
    ])
    const price = fc.integer({ min: 0, max: 1e13 })
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 60 }), (whole, count) => {
        const parts = splitEvenly(whole, count)
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(whole)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
        expect(parts).toHaveLength(count)
      }),
    )
  })
})

describe('the tax that a draft proposes', () => {
  const proposed = (client: Parameters<typeof aPayingClient>[0], business = {}) => {
    const plan = aBillingPlan({
      clients: [aPayingClient(client)],
      entries: [worked('2026-11-02', 60)],
      business,
    })
    const { category, rate, reason } = november(plan).invoice.lines[0]?.tax ?? {}
    return [category, rate, reason?.slice(0, 14)]
  }
  const at = (country: string) => ({ street: 'A', number: '1', postcode: '1', town: 'B', country })

  it.each([
    ['the same country', { address: at('DE') }, ['S', 190_000, '']],
    [
      'another EU state with a VAT number',
      { address: at('AT'), taxId: 'ATU12345678' },
      ['AE', 0, 'Reverse charge'],
    ],
    ['another EU state without one', { address: at('AT') }, ['S', 190_000, '']],
    ['outside the EU', { address: at('CH') }, ['O', 0, 'Not subject to']],
    ['outside the EU, in German', { address: at('CH'), language: 'de' }, ['O', 0, 'Nicht steuerba']],
  ] as const)('%s', (_, client, expected) => {
    expect(proposed(client)).toEqual(expected)
  })

  it('stays what a small business charges, wherever the client is', () => {
    const tax = { category: 'E', rate: 0, reason: 'Gemäß § 19 UStG' } as const
    expect(proposed({ address: at('AT'), taxId: 'ATU12345678' }, { tax })).toEqual(['E', 0, 'Gemäß § 19 USt'])
  })
})
