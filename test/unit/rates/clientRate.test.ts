import { describe, expect, it } from 'vitest'
import { clientRate } from '../../../shared/rates/clientRate.ts'
import { aClient, aDeliverable, anEngagement, anEntry, aPlan } from '../../support/builders.ts'

const TODAY = '2026-11-24'
const byHour = (id: string, rate: number, clientId = 'northwind') =>
  anEngagement({ id, clientId, terms: [{ from: '2020-01-01', terms: { kind: 'hourly', rate } }] })
const hours = (id: string, engagementId: string, worked: number, billable = true) =>
  anEntry({ id, engagementId, start: null, minutes: worked * 60, billable })

describe('what an hour for a client brings in', () => {
  it('counts each engagement by the time it took', () => {
    const plan = aPlan({
      clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen' })],
      engagements: [byHour('a', 20_000), byHour('b', 10_000), byHour('c', 99_900, 'lumen')],
      entries: [hours('1', 'a', 1), hours('2', 'b', 3), hours('3', 'c', 8)],
    })
    // €200 and three times €100 in four hours.
    expect(clientRate(plan, 'northwind', TODAY)).toEqual({ perHour: 12_500, worked: 240 })
  })

  it('falls by the hours that nobody pays', () => {
    const plan = aPlan({
      clients: [aClient()],
      engagements: [byHour('a', 12_000)],
      entries: [hours('1', 'a', 6), hours('2', 'a', 2, false)],
    })
    expect(clientRate(plan, 'northwind', TODAY)).toEqual({ perHour: 9_000, worked: 480 })
  })

  it('counts a fixed price by what an hour comes to when its remaining work is done', () => {
    const price = { kind: 'fixed', price: 300_000, minutes: null, instalments: [] } as const
    const plan = aPlan({
      clients: [aClient()],
      engagements: [anEngagement({ id: 'a', terms: [{ from: '2020-01-01', terms: price }] })],
      deliverables: [aDeliverable({ engagementId: 'a', remainingMinutes: 20 * 60 })],
      entries: [hours('1', 'a', 10)],
    })
    // €3,000 for thirty hours, not for ten.
    expect(clientRate(plan, 'northwind', TODAY)).toEqual({ perHour: 10_000, worked: 600 })
  })

  it('is not known before anything is logged', () => {
    const plan = aPlan({ clients: [aClient()], engagements: [byHour('a', 12_000)] })
    expect(clientRate(plan, 'northwind', TODAY)).toBeNull()
    expect(clientRate(plan, 'gone', TODAY)).toBeNull()
  })
})
