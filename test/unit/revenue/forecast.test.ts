import { describe, expect, test } from 'vitest'
import type { Terms } from '../../../shared/plan/engagement.ts'
import { forecast, forecastSums } from '../../../shared/revenue/forecast.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aSession,
  type PlanParts,
} from '../../support/builders.ts'
import { aDraft, aLine, carriedOut } from '../billing/aBillingPlan.ts'
import { at } from '../capacity/mockWeek.ts'

const TODAY = '2026-11-23'
const context = at('2026-11-23T00:00')

const shown = (parts: PlanParts, weeks = 8) =>
  forecast(
    aPlan({ clients: [aClient()], ...parts }),
    { start: '2026-11-23', weeks, today: TODAY },
    context,
  ).map(({ month, amount }) => [month, amount])

const promised = (minutes: number) => [
  { from: '2026-01-01', commitment: { kind: 'hoursPerWeek' as const, minutes } },
]

describe('the forecast', () => {
  test('counts what is promised, or what is planned where that is more, by the terms of its week', () => {
    const engagement = anEngagement({
      commitments: promised(600),
      terms: [
        { from: '2026-01-01', terms: { kind: 'hourly', rate: 12_000 } },
        { from: '2026-12-28', terms: { kind: 'hourly', rate: 15_000 } },
      ],
    })
    const long = aSession({ start: '2026-12-01T09:00', minutes: 720 })
    // November: the week of the 23rd. December: four weeks, one of 12 hours, and the week of the 28th (its Thursday is in December).
    expect(shown({ engagements: [engagement], sessions: [long] })).toEqual([
      ['2026-11', 10 * 12_000],
      ['2026-12', (12 + 3 * 10) * 12_000 + 10 * 15_000],
      ['2027-01', 2 * 10 * 15_000],
    ])
  })

  test('leaves out what was worked, what is not billable, and what ends', () => {
    const engagement = anEngagement({ commitments: promised(600), end: '2026-11-29' })
    expect(shown({ engagements: [engagement], entries: [anEntry({ minutes: 120 })] })).toEqual([
      ['2026-11', 8 * 12_000],
    ])
    const idle = anEngagement({})
    expect(shown({ engagements: [idle], sessions: [aSession({ billable: false })] })).toEqual([])
    expect(
      shown({ engagements: [anEngagement({ status: 'prospect', commitments: promised(600) })] }),
    ).toEqual([])
  })

  test('counts each period’s fee of a retainer in the month in which it ends, unless it is billed', () => {
    const pays: Terms = {
      kind: 'retainer',
      period: 'month',
      minutes: 2400,
      price: 720_000,
      overageRate: 18_000,
      overage: 'billed',
      rollover: { kind: 'none' },
      resetDay: 1,
    }
    const engagements = [anEngagement({ pays, end: '2026-12-31' })]
    expect(shown({ engagements }, 20)).toEqual([
      ['2026-11', 720_000],
      ['2026-12', 720_000],
    ])
    const line = aLine({
      basis: {
        kind: 'fee',
        engagementId: 'northwind-cto',
        period: { from: '2026-11-01', to: '2026-11-30' },
      },
    })
    const billed = carriedOut(aPlan({ clients: [aClient()], engagements }), {
      type: 'invoice/draft',
      invoice: aDraft({ lines: [line] }) as never,
    })
    expect(forecast(billed, { start: '2026-11-23', weeks: 20, today: TODAY }, context)).toMatchObject([
      { month: '2026-12', amount: 720_000 },
    ])
  })

  test('counts each instalment of a fixed price when it is due, or the whole price at the end', () => {
    const fixed = (instalments: Extract<Terms, { kind: 'fixed' }>['instalments']): Terms => ({
      kind: 'fixed',
      price: 900_000,
      instalments,
    })
    const parts = fixed([
      { id: 'a', title: '', amount: 300_000, on: { kind: 'day', day: '2026-12-01' } },
      { id: 'b', title: '', amount: 300_000, on: { kind: 'deliverable', deliverableId: 'milestone-2' } },
      { id: 'c', title: '', amount: 300_000, on: { kind: 'end' } },
    ])
    const deliverables = [aDeliverable()]
    expect(shown({ engagements: [anEngagement({ pays: parts, end: '2027-01-15' })], deliverables })).toEqual([
      ['2026-12', 600_000],
      ['2027-01', 300_000],
    ])
    expect(shown({ engagements: [anEngagement({ pays: fixed([]) })], deliverables })).toEqual([
      ['2026-12', 900_000],
    ])
  })

  test('adds up by currency', () => {
    const parts = [
      { engagementId: 'a', clientId: 'x', currency: 'EUR', month: '2026-12', amount: 100 },
      { engagementId: 'b', clientId: 'y', currency: 'USD', month: '2026-12', amount: 50 },
      { engagementId: 'a', clientId: 'x', currency: 'EUR', month: '2027-01', amount: 20 },
    ]
    expect([...forecastSums(parts)]).toEqual([
      ['EUR', 120],
      ['USD', 50],
    ])
  })
})
