import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetStanding } from '../../../shared/capacity/budgetStanding.ts'
import { burnDays } from '../../../shared/insights/burnDays.ts'
import { type BudgetBurn, budgetBurns } from '../../../shared/insights/burnDown.ts'
import type { Engagement, Terms } from '../../../shared/plan/engagement.ts'
import { addDays, daysBetween } from '../../../shared/time/day.ts'
import {
  aClient,
  anEngagement,
  anEntry,
  aPlan,
  aRetainer,
  aSeries,
  aSession,
  type PlanParts,
} from '../../support/builders.ts'
import { at } from '../capacity/mockWeek.ts'

const TODAY = '2026-11-24'
const { now } = at('2026-11-24T00:00')
const hours = (count: number): Engagement['budget'] => ({ kind: 'hours', minutes: count * 60 })
const money = (amount: number): Engagement['budget'] => ({ kind: 'money', amount })

const burns = (engagement: Engagement, parts: PlanParts = {}, since = TODAY) =>
  budgetBurns(aPlan({ clients: [aClient()], engagements: [engagement], ...parts }), now, since)

function only(found: readonly BudgetBurn[]): BudgetBurn {
  const [burn] = found
  if (burn === undefined || found.length !== 1) throw new Error(`${found.length} budgets`)
  return burn
}

/** Seven hours on each Monday of the eight weeks to today: an hour a day. */
const mondays = Array.from({ length: 8 }, (_, i) =>
  anEntry({ id: `m${i}`, day: addDays('2026-11-23', -7 * i), minutes: 420 }),
)

describe('a budget of hours', () => {
  test('is used by the day of the work; all time counts', () => {
    const burn = only(
      burns(anEngagement({ budget: hours(100), start: '2026-10-01' }), {
        entries: [
          anEntry({ id: 'a', day: '2026-10-05', minutes: 60 }),
          anEntry({ id: 'b', day: '2026-11-02', minutes: 30, billable: false }),
        ],
      }),
    )
    expect(burn.from).toBe('2026-10-01')
    expect(['2026-10-04', '2026-10-05', '2026-11-01', '2026-11-02', TODAY].map(burn.usedBy)).toEqual([
      0, 60, 60, 90, 90,
    ])
  })

  test('at the recent pace it is gone after as many days as are left of it', () => {
    // 56 hours in the 51 days since the first of them, and 94 hours are left.
    const burn = only(burns(anEngagement({ budget: hours(150), start: '2026-10-05' }), { entries: mondays }))
    expect(daysBetween('2026-10-05', TODAY) + 1).toBe(51)
    expect(burn.outByPace).toBe(addDays(TODAY, Math.ceil((94 * 51) / 56)))
    expect(burn.pacedBy?.(TODAY)).toBe(56 * 60)
    expect(burn.pacedBy?.(addDays(TODAY, 51))).toBe(112 * 60)
  })

  test('only the last eight weeks make the pace', () => {
    const long = anEntry({ id: 'long', day: '2026-05-04', minutes: 6000 })
    const burn = only(burns(anEngagement({ budget: hours(200) }), { entries: [...mondays, long] }))
    // An hour a day of 56 days, and 44 hours are left.
    expect(burn.outByPace).toBe(addDays(TODAY, 44))
    const idle = only(burns(anEngagement({ budget: hours(200) }), { entries: [long] }))
    expect([idle.outByPace, idle.pacedBy]).toEqual([null, null])
  })

  test('the plan brings it to nothing on the day of the session that takes the last minute', () => {
    const sessions = [aSeries({ start: '2026-11-30T09:00', minutes: 60 })]
    const entries = [anEntry({ day: '2026-10-05', minutes: 600 })]
    const out = (count: number) =>
      only(burns(anEngagement({ budget: hours(count) }), { sessions, entries })).outByPlan
    expect([11, 12, 13].map(out)).toEqual(['2026-11-30', '2026-12-07', '2026-12-14'])
    // A series has no end, but only a year of it is looked at.
    expect(out(1000)).toBeNull()
    const ending = anEngagement({ budget: hours(13), end: '2026-12-13' })
    expect(only(burns(ending, { sessions, entries })).outByPlan).toBeNull()
  })

  test('what is used up says since when, and is projected no further', () => {
    const { outSince, outByPlan, outByPace } = only(
      burns(anEngagement({ budget: hours(14) }), { entries: mondays }),
    )
    expect([outSince, outByPlan, outByPace]).toEqual(['2026-10-12', null, null])
  })

  test('where the work is over nothing is projected', () => {
    for (const given of [{ status: 'closed' }, { end: '2026-11-23' }] as const) {
      const burn = only(
        burns(anEngagement({ budget: hours(100), ...given }), { entries: mondays }, '2026-11-01'),
      )
      expect([burn.plannedBy, burn.pacedBy, burn.outByPlan, burn.outByPace]).toEqual([null, null, null, null])
    }
  })
})

describe('which budgets', () => {
  test('those of prospects are none yet, and closed ones count as far as they were worked for', () => {
    expect(burns(anEngagement({ budget: hours(10), status: 'prospect' }))).toEqual([])
    expect(burns(anEngagement({ budget: null }))).toEqual([])
    const closed = anEngagement({ budget: hours(100), status: 'closed' })
    expect(burns(closed, { entries: mondays }, '2026-11-24')).toEqual([])
    expect(burns(closed, { entries: mondays }, '2026-11-23')).toHaveLength(1)
  })

  test('the one that runs out first comes first, what never does last', () => {
    const entries = ['a', 'b', 'c'].flatMap((id) =>
      id === 'c'
        ? []
        : [anEntry({ id, engagementId: id, day: '2026-11-23', minutes: id === 'a' ? 60 : 600 })],
    )
    const plan = aPlan({
      clients: [aClient()],
      engagements: ['c', 'a', 'b'].map((id, order) => anEngagement({ id, order, budget: hours(20) })),
      entries,
    })
    expect(budgetBurns(plan, now, TODAY).map(({ engagement }) => engagement.id)).toEqual(['b', 'a', 'c'])
  })
})

const retainer: Terms = aRetainer({ minutes: 600, price: 300_000, overageRate: 18_000 })

describe('a budget of money', () => {
  test('[M3] is used by what would be billed: by the hour, a price whole and once, fees by their periods', () => {
    const used = (pays: Terms, given: Partial<Engagement> = {}) => {
      const burn = only(
        burns(anEngagement({ budget: money(2_000_000), start: '2026-10-01', pays, ...given }), {
          entries: [
            anEntry({ id: 'a', day: '2026-10-05', minutes: 90 }),
            anEntry({ id: 'b', day: '2026-11-05', minutes: 30 }),
            anEntry({ id: 'c', day: '2026-11-05', minutes: 300, billable: false }),
          ],
        }),
      )
      return ['2026-10-04', '2026-10-05', '2026-11-05'].map(burn.usedBy)
    }
    expect(used({ kind: 'hourly', rate: 12_000 })).toEqual([0, 18_000, 24_000])
    expect(used({ kind: 'fixed', price: 900_000, instalments: [] })).toEqual([0, 900_000, 900_000])
    expect(used(retainer)).toEqual([300_000, 300_000, 600_000])
  })

  test('the fees of a retainer use it up, planned or not', () => {
    const burn = only(burns(anEngagement({ budget: money(1_200_000), pays: retainer, start: '2026-10-01' })))
    // October, November, December and January.
    expect(burn.outByPlan).toBe('2027-01-01')
  })
})

describe('as the flag counts it', () => {
  const anyEntry = fc.record({
    id: fc.uuid(),
    day: fc.integer({ min: 0, max: 200 }).map((days) => addDays(TODAY, -days)),
    minutes: fc.integer({ min: 1, max: 600 }),
    billable: fc.boolean(),
  })
  const anySession = fc.record({
    id: fc.uuid(),
    start: fc.integer({ min: 1, max: 300 }).map((days) => `${addDays(TODAY, days)}T09:00`),
    minutes: fc.integer({ min: 5, max: 480 }),
    billable: fc.boolean(),
  })
  const anyTerms: fc.Arbitrary<Terms> = fc.oneof(
    fc.constant(retainer),
    fc.integer({ min: 1, max: 50_000 }).map((rate) => ({ kind: 'hourly' as const, rate })),
    fc.constant({ kind: 'daily' as const, rate: 96_000, minutesPerDay: 480, halfDays: true }),
    fc.constant({ kind: 'fixed' as const, price: 500_000, instalments: [] }),
  )

  test('used is logged, planned is planned, it never grows back, and the day it is gone is the first', () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 12 }),
        fc.array(anySession, { maxLength: 12 }),
        anyTerms,
        fc.oneof(
          fc.integer({ min: 1, max: 200 }).map(hours),
          fc.integer({ min: 1, max: 3_000_000 }).map(money),
        ),
        (entries, sessions, pays, budget) => {
          const engagement = anEngagement({ pays, budget, start: '2026-04-01', end: '2027-09-30' })
          const plan = aPlan({
            clients: [aClient()],
            engagements: [engagement],
            entries: entries.map((one) => anEntry(one)),
            sessions: sessions.map((one) => aSession(one)),
          })
          const burn = only(budgetBurns(plan, now, TODAY))
          const standing = budgetStanding(plan, engagement, now)
          const used = burn.usedBy(TODAY)
          expect(used).toBe(standing?.logged)
          const lastSession = sessions.reduce(
            (day, { start }) => (start.slice(0, 10) > day ? start.slice(0, 10) : day),
            TODAY,
          )
          const counted = sessions.filter(({ billable }) => budget?.kind === 'hours' || billable)
          if (counted.some(({ start }) => start.startsWith(lastSession)))
            expect(burn.plannedBy?.(lastSession)).toBe(used + (standing?.planned ?? 0))
          const days = Array.from({ length: 60 }, (_, i) => addDays(burn.from, i * 10)).filter(
            (day) => day <= burn.plannedTo,
          )
          const line = days.map((day) => (day <= TODAY ? burn.usedBy(day) : (burn.plannedBy?.(day) ?? 0)))
          expect(line).toEqual([...line].sort((a, b) => a - b))
          if (burn.outByPlan !== null) {
            expect(burn.plannedBy?.(burn.outByPlan)).toBeGreaterThanOrEqual(burn.budget)
            if (burn.outByPlan > TODAY)
              expect(burn.plannedBy?.(addDays(burn.outByPlan, -1))).toBeLessThan(burn.budget)
          }
          if (burn.outByPace !== null) {
            expect(burn.pacedBy?.(burn.outByPace)).toBeGreaterThanOrEqual(burn.budget)
            expect(burn.pacedBy?.(addDays(burn.outByPace, -1))).toBeLessThan(burn.budget)
          }
        },
      ),
    )
  })
})

describe('the days that it is drawn through', () => {
  const days = (given: Partial<Engagement>) =>
    burnDays(
      only(burns(anEngagement({ budget: hours(72), ...given }), { entries: mondays }, '2026-01-01')),
      1,
    )

  test('the ends of weeks to the end of the work, today, and the day on which nothing is left', () => {
    expect(days({ start: '2026-10-05', end: '2026-12-18' }).slice(-8)).toEqual([
      '2026-11-15',
      '2026-11-22',
      TODAY,
      '2026-11-29',
      '2026-12-06',
      // 56 hours in 51 days: the rest of 16 takes 15.
      '2026-12-09',
      '2026-12-13',
      '2026-12-18',
    ])
    expect(days({ start: '2026-10-05' })[0]).toBe('2026-10-04')
  })

  test('what is over ends with its end, what has no end with what is left', () => {
    expect(days({ end: '2026-11-20' }).at(-1)).toBe('2026-11-20')
    expect(days({ status: 'closed' }).at(-1)).toBe(TODAY)
    expect(days({}).at(-1)).toBe(addDays(TODAY, 84))
    expect(days({ budget: hours(200) }).at(-1)).toBe(addDays(TODAY, 144))
  })

  test('years are told by months, in order and each day once', () => {
    const long = days({ start: '2023-01-10', end: '2027-06-30' })
    expect(long.slice(0, 3)).toEqual(['2023-01-09', '2023-01-31', '2023-02-28'])
    expect(long).toEqual([...new Set(long)].sort())
    expect(long.at(-1)).toBe('2027-06-30')
  })
})
