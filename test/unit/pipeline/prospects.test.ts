import { describe, expect, it } from 'vitest'
import { promisedValue } from '../../../shared/pipeline/promisedValue.ts'
import { pipelineSums, prospects } from '../../../shared/pipeline/prospects.ts'
import type { Engagement, Terms } from '../../../shared/plan/engagement.ts'
import { aClient, anEngagement, aPlan } from '../../support/builders.ts'

const DAY = '2026-12-01'
const hourly: Terms = { kind: 'hourly', rate: 10_000 }
const daily: Terms = { kind: 'daily', rate: 80_000, minutesPerDay: 480, halfDays: true }
const retainer = (period: 'week' | 'month'): Terms => ({
  kind: 'retainer',
  period,
  minutes: 600,
  price: 100_000,
  overageRate: 0,
  overage: 'billed',
  rollover: { kind: 'none' },
  resetDay: 1,
})
type Promise = NonNullable<Engagement['commitments'][number]['commitment']>
const weekly: Promise = { kind: 'hoursPerWeek', minutes: 480 }

describe('what a prospect would bring by its terms', () => {
  const table: readonly (readonly [
    string,
    Terms,
    Promise | null,
    string | null,
    Partial<Engagement>,
    number | null,
  ])[] = [
    // 1 December to 25 January are eight weeks.
    ['hours a week', hourly, weekly, '2027-01-25', {}, 8 * 8 * 10_000],
    ['part of a week counts by its days', hourly, weekly, '2026-12-01', {}, 11_400],
    ['days a week at a daily rate', daily, { kind: 'daysPerWeek', halfDays: 3 }, '2027-01-25', {}, 960_000],
    [
      'days a week by the hour: days of the pattern',
      hourly,
      { kind: 'daysPerWeek', halfDays: 2 },
      '2026-12-07',
      {},
      72_000,
    ],
    ['hours a month', hourly, { kind: 'hoursPerMonth', minutes: 600 }, '2027-02-28', {}, 300_000],
    [
      'a part month by its own days',
      hourly,
      { kind: 'hoursPerMonth', minutes: 600 },
      '2027-01-14',
      {},
      145_200,
    ],
    ['a year where there is no end', hourly, { kind: 'hoursPerMonth', minutes: 600 }, null, {}, 1_200_000],
    ['a retainer of months', retainer('month'), null, '2027-05-31', {}, 600_000],
    ['a retainer of weeks', retainer('week'), null, '2027-01-25', {}, 800_000],
    ['a fixed price', { kind: 'fixed', price: 500_000, instalments: [] }, null, null, {}, 500_000],
    [
      'a budget of hours where nothing is promised',
      hourly,
      null,
      null,
      { budget: { kind: 'hours', minutes: 600 } },
      100_000,
    ],
    [
      'no more than a budget of money',
      hourly,
      weekly,
      null,
      { budget: { kind: 'money', amount: 70_000 } },
      70_000,
    ],
    ['nothing says how much', hourly, null, null, {}, null],
    ['it is over', hourly, weekly, '2026-11-30', { start: '2026-01-01' }, null],
  ]
  it.each(table)('%s', (_name, pays, commitment, end, more, expected) => {
    const commitments = commitment === null ? [] : [{ from: '2026-01-01', commitment }]
    const engagement = anEngagement({ pays, commitments, end, ...more })
    expect(promisedValue(engagement, DAY, { usualDay: 432, currency: 'EUR' })).toBe(expected)
  })
})

describe('the prospects', () => {
  const prospect = (id: string, given: Partial<Engagement>) =>
    anEngagement({ id, status: 'prospect', probability: 50, ...given })
  const plan = aPlan({
    clients: [aClient(), aClient({ id: 'orbit', name: 'Orbit', currency: 'USD', order: 2 })],
    engagements: [
      anEngagement({ id: 'running' }),
      prospect('undated', { start: null, value: 100_001 }),
      prospect('later', { start: '2027-01-04', value: 300_000, probability: 33 }),
      prospect('us', { clientId: 'orbit', start: '2026-12-01', nextContact: '2026-11-21' }),
    ],
  })
  const list = prospects(plan, '2026-11-24')

  it('stand by expected start, with value, what of it counts, and how long contact is due', () => {
    expect(
      list.map(({ engagement, value, isTyped, weighted, contactOver }) => [
        engagement.id,
        value,
        isTyped,
        weighted,
        contactOver,
      ]),
    ).toEqual([
      ['us', null, false, null, 3],
      ['later', 300_000, true, 99_000, null],
      ['undated', 100_001, true, 50_000, null],
    ])
  })

  it('are summed up by currency, as their values are shown', () => {
    expect(pipelineSums(list)).toEqual([
      { currency: 'EUR', count: 2, value: 400_001, weighted: 149_000 },
      { currency: 'USD', count: 1, value: 0, weighted: 0 },
    ])
  })
})
