import { describe, expect, test } from 'vitest'
import { earnedRates } from '../../../shared/insights/earned.ts'
import type { Terms } from '../../../shared/plan/engagement.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aRetainer,
  type PlanParts,
} from '../../support/builders.ts'

const TODAY = '2026-11-24'
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

const rates = (parts: PlanParts, span = OCTOBER) =>
  earnedRates(aPlan({ clients: [aClient()], ...parts }), span, TODAY).map(
    ({ engagement, worked, earned, perHour }) => [engagement?.id ?? 'all', worked, earned, perHour],
  )

const retainer: Terms = aRetainer({ minutes: 600, price: 300_000, overageRate: 18_000 })

describe('what an hour brought', () => {
  test('by the hour: unpaid time lowers it, time of other months does not', () => {
    const entries = [
      anEntry({ id: 'a', day: '2026-10-05', minutes: 120 }),
      anEntry({ id: 'b', day: '2026-10-06', minutes: 60, billable: false }),
      anEntry({ id: 'c', day: '2026-09-30', minutes: 600 }),
    ]
    expect(rates({ engagements: [anEngagement()], entries })).toEqual([
      ['all', 180, 24_000, 8_000],
      ['northwind-cto', 180, 24_000, 8_000],
    ])
  })

  test('[M4] of a retainer: the fee by the hours that were served, and what is billed beyond', () => {
    const engagements = [anEngagement({ pays: retainer, start: '2026-10-01' })]
    const worked = (minutes: number) =>
      rates({ engagements, entries: [anEntry({ day: '2026-10-05', minutes })] })[1]
    expect(worked(600)).toEqual(['northwind-cto', 600, 300_000, 30_000])
    // Two hours over, billed at 180 an hour.
    expect(worked(720)).toEqual(['northwind-cto', 720, 336_000, 28_000])
    const carried = [anEngagement({ pays: { ...retainer, overage: 'carried' }, start: '2026-10-01' })]
    const over = rates({ engagements: carried, entries: [anEntry({ day: '2026-10-05', minutes: 1200 })] })
    expect(over[1]).toEqual(['northwind-cto', 1200, 300_000, 15_000])
  })

  test('a fee is not earned in a day: the month that runs counts the days that have passed', () => {
    const engagements = [anEngagement({ pays: retainer, start: '2026-10-01' })]
    expect(rates({ engagements, entries: [anEntry({ minutes: 480 })] }, NOVEMBER)[1]).toEqual([
      'northwind-cto',
      480,
      240_000,
      30_000,
    ])
  })

  test('of a fixed price: each hour brings the same, and an overrun lowers every one', () => {
    const engagements = [anEngagement({ pays: { kind: 'fixed', price: 1_000_000, instalments: [] } })]
    const entries = [
      anEntry({ id: 'a', day: '2026-09-05', minutes: 3000 }),
      anEntry({ id: 'b', day: '2026-10-05', minutes: 2400 }),
    ]
    const deliverables = [aDeliverable({ remainingMinutes: 600 })]
    expect(rates({ engagements, entries, deliverables })[1]).toEqual(['northwind-cto', 2400, 400_000, 10_000])
    const done = [anEngagement({ ...engagements[0], status: 'closed' })]
    expect(rates({ engagements: done, entries, deliverables })[1]?.[3]).toBe(11_111)
  })

  test('terms that changed count each by their days, and clients by the most worked', () => {
    const changed = anEngagement({
      terms: [
        { from: '2026-01-01', terms: retainer },
        { from: '2026-10-16', terms: { kind: 'hourly', rate: 12_000 } },
      ],
    })
    const entries = [
      anEntry({ id: 'a', day: '2026-10-05', minutes: 300 }),
      anEntry({ id: 'b', day: '2026-10-20', minutes: 60 }),
      anEntry({ id: 'c', day: '2026-10-20', minutes: 400, engagementId: 'other' }),
    ]
    const other = anEngagement({ id: 'other', clientId: 'lumen' })
    const clients = [aClient(), aClient({ id: 'lumen', order: 2 })]
    const found = rates({ clients, engagements: [changed, other], entries })
    expect(found.map(([id]) => id)).toEqual(['all', 'other', 'all', 'northwind-cto'])
    expect(found[3]?.[2]).toBe(300_000 + 12_000)
  })

  test('time of the own business, and of periods to come, brings nothing', () => {
    expect(
      rates({ engagements: [anEngagement()], entries: [anEntry({ engagementId: null })] }, NOVEMBER),
    ).toEqual([])
    const future = { from: '2027-01-01', to: '2027-01-31' }
    expect(rates({ engagements: [anEngagement()], entries: [anEntry()] }, future)).toEqual([])
  })
})
