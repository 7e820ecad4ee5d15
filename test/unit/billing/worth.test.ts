import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftInvoice } from '../../../shared/billing/draft.ts'
import { lineBase } from '../../../shared/billing/totals.ts'
import { sumWork, worthOf } from '../../../shared/billing/worth.ts'
import { sum } from '../../../shared/money/amount.ts'
import type { Engagement, Rounding, Terms } from '../../../shared/plan/engagement.ts'
import type { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import { addDays, type Day, lastOfMonth } from '../../../shared/time/day.ts'
import { aClient, anEngagement, anEntry, aPlan } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

const START = '2026-01-01'
const hourly: Terms = { kind: 'hourly', rate: 14_000 }
const daily: Terms = { kind: 'daily', rate: 124_000, minutesPerDay: 480, halfDays: true }
const fixed: Terms = { kind: 'fixed', price: 900_000, instalments: [] }
const retainer: Terms = {
  kind: 'retainer',
  period: 'month',
  minutes: 600,
  price: 150_000,
  overageRate: 16_500,
  overage: 'billed',
  rollover: { kind: 'none' },
  resetDay: 1,
}
const exact: Rounding = { mode: 'none', increment: 15, scope: 'entry' }

const work = (...pieces: readonly (readonly [Day, number])[]) =>
  pieces.map(([day, minutes], i) => ({ id: `w${i}`, day, minutes }))

describe('what work is worth', () => {
  test.each<[string, Partial<Engagement> & { pays?: Terms }, readonly (readonly [Day, number])[], number]>([
    ['by the hour, to the minute', { pays: hourly }, [['2026-02-03', 50]], 11_667],
    [
      'by the hour, rounded per day',
      { pays: hourly, rounding: { mode: 'up', increment: 30, scope: 'day' } },
      [
        ['2026-02-03', 20],
        ['2026-02-03', 20],
        ['2026-02-04', 20],
      ],
      21_000,
    ],
    [
      'by the hour, rounded per entry',
      { pays: hourly, rounding: { mode: 'up', increment: 30, scope: 'entry' } },
      [
        ['2026-02-03', 20],
        ['2026-02-03', 20],
        ['2026-02-04', 20],
      ],
      21_000,
    ],
    [
      'by the hour, rounded on the invoice',
      { pays: hourly, rounding: { mode: 'up', increment: 60, scope: 'invoice' } },
      [
        ['2026-02-03', 20],
        ['2026-02-03', 20],
        ['2026-02-04', 21],
      ],
      28_000,
    ],
    [
      'by the day, in halves',
      { pays: daily },
      [
        ['2026-02-03', 480],
        ['2026-02-04', 20],
      ],
      186_000,
    ],
    [
      'a price, whole and once',
      { pays: fixed },
      [
        ['2026-02-03', 20],
        ['2026-05-03', 9000],
      ],
      900_000,
    ],
    ['nothing of a price without work', { pays: fixed }, [], 0],
    ['a retainer’s fees until the day', { pays: retainer }, [], 300_000],
    [
      'and what goes beyond its hours',
      { pays: retainer },
      [
        ['2026-01-20', 660],
        ['2026-02-03', 600],
      ],
      316_500,
    ],
    [
      'each day by its own terms',
      {
        terms: [
          { from: START, terms: hourly },
          { from: '2026-02-01', terms: { kind: 'hourly', rate: 20_000 } },
        ],
      },
      [
        ['2026-01-31', 60],
        ['2026-02-01', 60],
      ],
      34_000,
    ],
    [
      'hours first, then a price',
      {
        terms: [
          { from: START, terms: hourly },
          { from: '2026-02-01', terms: fixed },
        ],
      },
      [
        ['2026-01-31', 60],
        ['2026-02-01', 60],
      ],
      914_000,
    ],
    ['nothing without a rate', { pays: { kind: 'hourly', rate: 0 } }, [['2026-02-03', 600]], 0],
    [
      'no more than can be counted',
      { pays: { kind: 'hourly', rate: 1e13 } },
      [['2026-02-03', 600_000]],
      Number.MAX_SAFE_INTEGER,
    ],
  ])('%s', (_rule, given, pieces, expected) => {
    const engagement = anEngagement({ start: START, rounding: exact, ...given })
    expect(worthOf(engagement, work(...pieces), '2026-02-15')).toBe(expected)
  })
})

const aRounding = fc.record({
  mode: fc.constantFrom('none' as const, 'up' as const, 'nearest' as const, 'down' as const),
  increment: fc.constantFrom(1 as const, 6 as const, 15 as const, 30 as const),
  scope: fc.constantFrom('entry' as const, 'day' as const, 'invoice' as const),
})

const someTerms: fc.Arbitrary<Terms> = fc.oneof(
  fc.record({ kind: fc.constant('hourly' as const), rate: fc.integer({ min: 0, max: 30_000 }) }),
  fc.record({
    kind: fc.constant('daily' as const),
    rate: fc.integer({ min: 0, max: 200_000 }),
    minutesPerDay: fc.constantFrom(360, 450, 480),
    halfDays: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('retainer' as const),
    period: fc.constantFrom('month' as const, 'month' as const, 'week' as const),
    minutes: fc.integer({ min: 0, max: 900 }),
    price: fc.integer({ min: 0, max: 500_000 }),
    overageRate: fc.integer({ min: 0, max: 30_000 }),
    overage: fc.constantFrom('billed' as const, 'carried' as const),
    rollover: fc.constantFrom(
      { kind: 'none' as const },
      { kind: 'all' as const, expiresAfter: null },
      { kind: 'all' as const, expiresAfter: 1 },
      { kind: 'capped' as const, minutes: 120, expiresAfter: null },
      { kind: 'capped' as const, minutes: 600, expiresAfter: 2 },
    ),
    resetDay: fc.constantFrom(1, 1, 1, 3, 31),
  }),
)

const aHistory = fc
  .array(fc.record({ after: fc.integer({ min: 1, max: 60 }), terms: someTerms }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((steps) => {
    let from: Day = START
    return steps.map(({ after, terms }, i) => {
      if (i > 0) from = addDays(from, after)
      return { from, terms }
    })
  })

const someEntries = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 150 }), minutes: fc.integer({ min: 1, max: 700 }) }),
  { maxLength: 25 },
)

function cases() {
  return fc
    .record({ history: aHistory, rounding: aRounding, pieces: someEntries })
    .map(({ history, rounding, pieces }) => ({
      engagement: anEngagement({ start: START, terms: history, rounding }),
      entries: pieces.map(
        ({ day, minutes }, i): TimeEntry =>
          anEntry({ id: `e${i}`, day: addDays(START, day), start: null, minutes }),
      ),
    }))
}

/** Whether all of a history's retainers run by calendar months, so that none goes on when the month is over. */
const byMonths = ({ terms: history }: Engagement) =>
  history.every(
    ({ terms }) => terms.kind !== 'retainer' || (terms.period === 'month' && terms.resetDay === 1),
  )

test('is the sum of billing’s own lines over the same entries', () => {
  const to = lastOfMonth(addDays(START, 150))
  const request = { clientId: 'northwind', from: START, to, id: 'draft', today: to }
  fc.assert(
    fc.property(
      cases().filter(({ engagement }) => byMonths(engagement)),
      ({ engagement, entries }) => {
        const plan = aPlan({ clients: [aClient()], engagements: [engagement], entries })
        const { invoice } = draftInvoice(plan, { ...request, lineId: (n) => `line-${n}` })
        expect(worthOf(engagement, entries, to)).toBe(sum(invoice.lines.map(lineBase)))
      },
    ),
    { numRuns: times(300, 5000) },
  )
})

test('is the same where the work of earlier days was summed up before', () => {
  fc.assert(
    fc.property(cases(), fc.integer({ min: 0, max: 160 }), ({ engagement, entries }, cutAfter) => {
      const cut = addDays(START, cutAfter)
      const until = addDays(START, 160)
      const before = sumWork(
        engagement,
        entries.filter(({ day }) => day < cut),
        cut,
      )
      const later = entries.filter(({ day }) => day >= cut)
      expect(worthOf(engagement, later, until, before)).toBe(worthOf(engagement, entries, until))
    }),
    { numRuns: times(300, 5000) },
  )
})
