import { describe, expect, test } from 'vitest'
import { unbilledOf } from '../../../shared/billing/unbilled.ts'
import { earningCurrencies, revenueMonths } from '../../../shared/insights/revenueMonths.ts'
import { aClient, anEngagement, anEntry } from '../../support/builders.ts'
import { aBillingPlan, november } from '../billing/aBillingPlan.ts'
import { anIssuedPlan } from '../billing/after/aftermath.ts'
import { at } from '../capacity/mockWeek.ts'

const TODAY = '2026-11-24'
const given = { currency: 'EUR', today: TODAY, context: at('2026-11-24T09:00') }
const QUARTER = { from: '2026-10-01', to: '2026-12-31' }

const promised = anEngagement({
  commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 600 } }],
  end: '2026-12-31',
})
const plan = aBillingPlan({
  engagements: [promised],
  entries: [
    anEntry({ id: 'a', day: '2026-09-30', minutes: 60 }),
    anEntry({ id: 'b', day: '2026-10-05', minutes: 120 }),
    anEntry({ id: 'c', day: '2026-11-10', minutes: 30 }),
  ],
})

describe('revenue by month', () => {
  test('what is not billed stands in the month in which it was worked, and adds up to all of it', () => {
    const months = revenueMonths(plan, QUARTER, given)
    expect(months.map(({ month, unbilled }) => [month, unbilled])).toEqual([
      ['2026-10', 24_000],
      ['2026-11', 6_000],
      ['2026-12', 0],
    ])
    const all = revenueMonths(plan, { from: '2026-09-01', to: '2026-11-30' }, given)
    expect(all.reduce((sum, { unbilled }) => sum + unbilled, 0)).toBe(
      unbilledOf(plan, 'northwind', TODAY).amount,
    )
  })

  test('the forecast begins today, and months that are over have none', () => {
    const [october, nov, december] = revenueMonths(plan, QUARTER, given)
    expect(october?.forecast).toBe(0)
    expect(nov?.forecast).toBeGreaterThan(0)
    expect(december?.forecast).toBeGreaterThan(nov?.forecast ?? 0)
    expect(revenueMonths(plan, { from: '2026-08-01', to: '2026-08-31' }, given)[0]?.forecast).toBe(0)
  })

  test('what was invoiced stands in the month of issue and is unbilled no more', () => {
    const billed = anIssuedPlan(november(plan).invoice, plan)
    const months = revenueMonths(billed, QUARTER, given)
    const issued = months.reduce((sum, { invoiced }) => sum + invoiced, 0)
    const before = revenueMonths(plan, QUARTER, given).reduce((sum, { unbilled }) => sum + unbilled, 0)
    const after = months.reduce((sum, { unbilled }) => sum + unbilled, 0)
    expect(issued).toBeGreaterThan(0)
    expect(issued + after).toBe(before)
  })

  test('another currency is another chart', () => {
    expect(
      revenueMonths(plan, QUARTER, { ...given, currency: 'USD' }).every(
        ({ invoiced, unbilled, forecast }) => invoiced + unbilled + forecast === 0,
      ),
    ).toBe(true)
    const more = aBillingPlan({
      clients: [aClient(), aClient({ id: 'x', currency: 'USD' }), aClient({ id: 'y', currency: 'CHF' })],
    })
    expect(earningCurrencies(more)).toEqual(['EUR', 'CHF', 'USD'])
  })
})
