import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { earnedRates } from '../../../shared/insights/earned.ts'
import { concentration, hoursByArea, hoursByClient } from '../../../shared/insights/hours.ts'
import { revenueMonths } from '../../../shared/insights/revenueMonths.ts'
import { utilisation, utilisedShare } from '../../../shared/insights/utilisation.ts'
import type { Terms } from '../../../shared/plan/engagement.ts'
import { addDays, weekdayOf } from '../../../shared/time/day.ts'
import { compare, estimateFactor } from '../../../shared/timesheet/compare.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aRetainer,
  aSession,
} from '../../support/builders.ts'
import { aBillingPlan } from '../billing/aBillingPlan.ts'
import { at } from '../capacity/mockWeek.ts'

/*
 * The figures of the charts against sums that are written down here anew, from the records alone and without the rooms
 * that the charts add up from.
 */

const TODAY = '2026-11-24'
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }
const clients = ['c0', 'c1', 'c2']

const anyEntry = fc.record({
  client: fc.integer({ min: 0, max: 3 }),
  offset: fc.integer({ min: 0, max: 60 }),
  minutes: fc.integer({ min: 1, max: 600 }),
  billable: fc.boolean(),
  area: fc.constantFrom('strategy', 'risk', null),
})
const anySession = fc.record({
  client: fc.integer({ min: 0, max: 2 }),
  offset: fc.integer({ min: 0, max: 60 }),
  minutes: fc.integer({ min: 15, max: 480 }),
  took: fc.option(fc.integer({ min: 1, max: 600 })),
})

interface Given {
  readonly entries: readonly {
    readonly client: number
    readonly offset: number
    readonly minutes: number
    readonly billable: boolean
    readonly area: string | null
  }[]
  readonly sessions: readonly {
    readonly client: number
    readonly offset: number
    readonly minutes: number
    readonly took: number | null
  }[]
}

const dayOf = ({ offset }: { readonly offset: number }) => addDays('2026-10-01', offset)
/** Client 3 is the own business. */
const engagementOf = (client: number) => (client === 3 ? null : `e${client}`)

function planOf({ entries, sessions }: Given) {
  const area = (id: string) => ({ id, name: id, archived: false, order: 1 })
  const plan = aPlan({
    clients: clients.map((id, order) => aClient({ id, name: id, order })),
    engagements: clients.map((clientId, i) =>
      anEngagement({ id: `e${i}`, clientId, pays: { kind: 'hourly', rate: 10_000 + 1000 * i } }),
    ),
    sessions: sessions.map((one, i) =>
      aSession({
        id: `s${i}`,
        engagementId: engagementOf(one.client),
        start: `${dayOf(one)}T09:00`,
        minutes: one.minutes,
      }),
    ),
    entries: [
      ...entries.map((one, i) =>
        anEntry({
          id: `t${i}`,
          engagementId: engagementOf(one.client),
          day: dayOf(one),
          start: null,
          minutes: one.minutes,
          billable: one.billable,
          areaId: one.area,
        }),
      ),
      ...sessions.flatMap((one, i) =>
        one.took === null
          ? []
          : [
              anEntry({
                id: `w${i}`,
                engagementId: engagementOf(one.client),
                day: dayOf(one),
                start: null,
                minutes: one.took,
                session: { sessionId: `s${i}`, original: null },
              }),
            ],
      ),
    ],
  })
  const areas = { strategy: area('strategy'), risk: area('risk') }
  return { ...plan, practice: { ...plan.practice, areas } }
}

/** All that was worked in days, as plain lines. */
function workedIn(
  { entries, sessions }: Given,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const lines = [
    ...entries,
    ...sessions.flatMap(({ took, ...one }) =>
      took === null ? [] : [{ ...one, minutes: took, billable: true, area: null }],
    ),
  ]
  return lines.filter((one) => dayOf(one) >= from && dayOf(one) <= to)
}

const total = (lines: readonly { readonly minutes: number }[]) =>
  lines.reduce((sum, { minutes }) => sum + minutes, 0)
const given = fc.record({
  entries: fc.array(anyEntry, { maxLength: 25 }),
  sessions: fc.array(anySession, { maxLength: 25 }),
})

describe('time, from the records alone', () => {
  test('hours by client and by area, with those of the month before', () => {
    fc.assert(
      fc.property(given, (records) => {
        const plan = planOf(records)
        const [now, was] = [workedIn(records, NOVEMBER), workedIn(records, OCTOBER)]
        const byClient = hoursByClient(
          plan,
          compare(plan, NOVEMBER.from, NOVEMBER.to),
          compare(plan, OCTOBER.from, OCTOBER.to),
        )
        for (const client of [0, 1, 2, 3]) {
          const found = byClient.find(({ id }) => id === (clients[client] ?? null))
          expect(found?.worked ?? 0).toBe(total(now.filter((one) => one.client === client)))
          expect(found?.before ?? 0).toBe(total(was.filter((one) => one.client === client)))
        }
        for (const area of ['strategy', 'risk', null]) {
          const found = hoursByArea(plan, NOVEMBER, OCTOBER).find(({ id }) => id === area)
          expect(found?.worked ?? 0).toBe(total(now.filter((one) => one.area === area)))
          expect(found?.before ?? 0).toBe(total(was.filter((one) => one.area === area)))
        }
      }),
    )
  })

  test('utilisation: worked, planned and capacity of every week, and the share up to today', () => {
    const hoursOf = (day: string) => [0, 8, 8, 8, 8, 4, 0, 0][weekdayOf(day)] ?? 0
    fc.assert(
      fc.property(given, (records) => {
        const plan = planOf(records)
        const compared = compare(plan, NOVEMBER.from, NOVEMBER.to)
        for (const part of utilisation(plan, compared, noHolidays)) {
          let capacity = 0
          for (let day = part.from; day <= part.to; day = addDays(day, 1)) capacity += 60 * hoursOf(day)
          const planned = records.sessions.filter((one) => dayOf(one) >= part.from && dayOf(one) <= part.to)
          expect(part).toMatchObject({
            capacity,
            planned: total(planned),
            worked: total(workedIn(records, part)),
          })
        }
        // The first to the 24th of November 2026, a Sunday to a Tuesday: three weeks of 36 hours and two days of 8.
        const worked = total(workedIn(records, { from: NOVEMBER.from, to: TODAY }))
        expect(utilisedShare(plan, compared, TODAY, noHolidays)).toBeCloseTo(
          worked / ((3 * 36 + 16) * 60),
          12,
        )
      }),
    )
  })

  test('estimate accuracy: what sessions that were worked took of what was planned for them', () => {
    fc.assert(
      fc.property(given, (records) => {
        const plan = planOf(records)
        const { total: sums } = compare(plan, NOVEMBER.from, NOVEMBER.to)
        const done = records.sessions.filter((one) => one.took !== null && dayOf(one) >= NOVEMBER.from)
        const took = done.reduce((sum, one) => sum + (one.took ?? 0), 0)
        expect([sums.estimated, sums.took]).toEqual([total(done), took])
        const factor = estimateFactor(sums)
        if (factor !== null) expect(factor).toBeCloseTo(took / total(done), 12)
      }),
    )
  })

  test('what hours paid by the hour brought, and how much hangs on each client', () => {
    fc.assert(
      fc.property(given, (records) => {
        const found = earnedRates(planOf(records), OCTOBER, TODAY)
        const october = workedIn(records, OCTOBER)
        const earned = [0, 1, 2].map((client) =>
          Math.round(
            (total(october.filter((one) => one.client === client && one.billable)) *
              (10_000 + 1000 * client)) /
              60,
          ),
        )
        for (const client of [0, 1, 2]) {
          const rate = found.find((one) => one.client.id === `c${client}` && one.engagement === null)
          const worked = total(october.filter((one) => one.client === client))
          expect(rate?.worked ?? 0).toBe(worked)
          expect(rate?.earned ?? 0).toBe(earned[client])
          if (rate !== undefined) expect(rate.perHour).toBe(Math.round(((earned[client] ?? 0) * 60) / worked))
        }
        const all = earned.reduce((sum, one) => sum + one, 0)
        const told = concentration(earned)
        if (all > 0) expect(told?.largest).toBeCloseTo(Math.max(...earned) / all, 12)
      }),
    )
  })
})

describe('money, by hand', () => {
  const retainer: Terms = aRetainer({ minutes: 600, price: 300_000, overageRate: 18_000, overage: 'carried' })

  test('a fixed price and an over-serviced retainer lower the average of all hours', () => {
    const plan = aPlan({
      clients: [aClient()],
      engagements: [
        anEngagement({ id: 'hours', pays: { kind: 'hourly', rate: 12_000 } }),
        anEngagement({ id: 'served', pays: retainer, start: '2026-10-01' }),
        anEngagement({ id: 'price', pays: { kind: 'fixed', price: 1_200_000, instalments: [] } }),
      ],
      entries: [
        anEntry({ id: 'a', engagementId: 'hours', day: '2026-10-05', minutes: 600 }),
        // Thirty hours where ten are paid: 3,000 by 30 is 100 an hour.
        anEntry({ id: 'b', engagementId: 'served', day: '2026-10-06', minutes: 1800 }),
        // 60 of 120 hours that it takes in all: half of 12,000.
        anEntry({ id: 'c', engagementId: 'price', day: '2026-10-07', minutes: 3600 }),
        anEntry({ id: 'd', engagementId: 'price', day: '2026-09-07', minutes: 2400 }),
      ],
      deliverables: [aDeliverable({ engagementId: 'price', remainingMinutes: 1200 })],
    })
    const found = earnedRates(plan, OCTOBER, TODAY).map(({ engagement, worked, earned, perHour }) => [
      engagement?.id ?? 'all',
      worked / 60,
      earned,
      perHour,
    ])
    expect(found).toEqual([
      ['all', 100, 1_020_000, 10_200],
      ['price', 60, 600_000, 10_000],
      ['served', 30, 300_000, 10_000],
      ['hours', 10, 120_000, 12_000],
    ])
  })

  test('the forecast of a month is its promised hours, its fees and its instalments', () => {
    const plan = aBillingPlan({
      clients: [aClient()],
      engagements: [
        anEngagement({
          id: 'hours',
          pays: { kind: 'hourly', rate: 12_000 },
          commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 600 } }],
        }),
        anEngagement({ id: 'fees', pays: retainer, start: '2026-10-01' }),
        anEngagement({
          id: 'price',
          pays: {
            kind: 'fixed',
            price: 800_000,
            instalments: [
              { id: 'i1', title: 'Half', amount: 500_000, on: { kind: 'day', day: '2026-12-12' } },
              { id: 'i2', title: 'Rest', amount: 300_000, on: { kind: 'day', day: '2027-01-15' } },
            ],
          },
        }),
      ],
      entries: [],
    })
    const given = { currency: 'EUR', today: TODAY, context: at('2026-11-24T09:00') }
    const months = revenueMonths(plan, { from: '2026-12-01', to: '2027-01-31' }, given)
    // Weeks belong to the month of their Thursday: five in December 2026 (3, 10, 17, 24, 31), four in January 2027.
    expect(months.map(({ month, forecast }) => [month, forecast])).toEqual([
      ['2026-12', 5 * 10 * 12_000 + 300_000 + 500_000],
      ['2027-01', 4 * 10 * 12_000 + 300_000 + 300_000],
    ])
  })
})
