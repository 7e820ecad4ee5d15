import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type RetainerTerms,
  retainerLedger,
  retainerPeriod,
  retainerPeriodOn,
} from '../../../shared/billing/retainer.ts'
import type { Terms } from '../../../shared/plan/engagement.ts'
import { addDays } from '../../../shared/time/day.ts'
import { anEngagement } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

const terms: RetainerTerms = {
  kind: 'retainer',
  period: 'month',
  minutes: 2400,
  price: 400_000,
  overageRate: 15_000,
  overage: 'billed',
  rollover: { kind: 'all', expiresAfter: null },
  resetDay: 1,
}

const used = (...months: readonly (readonly [string, number])[]) =>
  months.map(([month, hours]) => ({ id: month, day: `${month}-10`, minutes: hours * 60 }))

const ledger = (pays: RetainerTerms, entries: ReturnType<typeof used>, until: string) =>
  retainerLedger(anEngagement({ pays, start: '2026-01-01' }), entries, until).map((period) =>
    [period.opening, period.used, period.overage, period.expired, period.closing].map(
      (minutes) => minutes / 60,
    ),
  )

describe('the period of a retainer', () => {
  it.each([
    ['month', 1, '2026-11-23', '2026-11-01', '2026-11-30'],
    ['month', 15, '2026-11-14', '2026-10-15', '2026-11-14'],
    ['month', 15, '2026-11-15', '2026-11-15', '2026-12-14'],
    ['month', 31, '2026-02-27', '2026-01-31', '2026-02-27'],
    ['month', 31, '2026-02-28', '2026-02-28', '2026-03-30'],
    ['month', 31, '2028-02-29', '2028-02-29', '2028-03-30'],
    ['month', 30, '2026-03-01', '2026-02-28', '2026-03-29'],
    ['week', 1, '2026-11-29', '2026-11-23', '2026-11-29'],
    ['week', 3, '2026-11-24', '2026-11-18', '2026-11-24'],
    ['week', 7, '2026-11-29', '2026-11-29', '2026-12-05'],
  ] as const)('of a %s, reset day %i, holds %s: %s to %s', (period, resetDay, day, from, to) => {
    expect(retainerPeriod({ period, resetDay }, day)).toEqual({ from, to })
  })

  it('leaves no gap and no overlap: the day after a period begins the next, and each day is in its own', () => {
    const rule = fc.record({
      period: fc.constantFrom('month', 'week'),
      resetDay: fc.integer({ min: 1, max: 31 }),
    })
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 4000 }), (given, offset) => {
        const day = addDays('2024-01-01', offset)
        const period = retainerPeriod(given, day)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(retainerPeriod(given, period.from)).toEqual(period)
        expect(retainerPeriod(given, period.to)).toEqual(period)
        expect(retainerPeriod(given, addDays(period.to, 1)).from).toBe(addDays(period.to, 1))
      }),
    )
  })
})

describe('the ledger of a retainer', () => {
  it('carries a surplus over: of 40 h a month 30 used leave 10, so 50 may be used in the next', () => {
    expect(ledger(terms, used(['2026-01', 30], ['2026-02', 50]), '2026-02-28')).toEqual([
      [0, 30, 0, 0, 10],
      [10, 50, 0, 0, 0],
    ])
  })

  it('bills a deficit as overage and carries none: 60 used of 50 are 10 over, and the next month has 40', () => {
    expect(ledger(terms, used(['2026-01', 30], ['2026-02', 60], ['2026-03', 40]), '2026-03-31')).toEqual([
      [0, 30, 0, 0, 10],
      [10, 60, 10, 0, 0],
      [0, 40, 0, 0, 0],
    ])
  })

  it('lets a surplus expire without rollover, and beyond its cap', () => {
    expect(ledger({ ...terms, rollover: { kind: 'none' } }, used(['2026-01', 30]), '2026-01-31')).toEqual([
      [0, 30, 0, 10, 0],
    ])
    expect(
      ledger(
        { ...terms, rollover: { kind: 'capped', minutes: 360, expiresAfter: null } },
        used(['2026-01', 30]),
        '2026-01-31',
      ),
    ).toEqual([[0, 30, 0, 4, 6]])
  })

  it('counts minutes rounded by the engagement’s rule', () => {
    const engagement = anEngagement({
      pays: terms,
      start: '2026-01-01',
      rounding: { mode: 'up', increment: 30, scope: 'day' },
    })
    const entries = [
      { id: 'a', day: '2026-01-02', minutes: 5 },
      { id: 'b', day: '2026-01-02', minutes: 5 },
    ]
    expect(retainerLedger(engagement, entries, '2026-01-31')[0]?.used).toBe(30)
  })

  it('ends with the engagement, and leaves out periods under other terms', () => {
    const engagement = anEngagement({
      start: '2026-01-01',
      end: '2026-04-30',
      terms: [
        { from: '2026-01-01', terms },
        { from: '2026-02-01', terms: { kind: 'hourly', rate: 10_000 } },
        { from: '2026-03-16', terms: { ...terms, resetDay: 16 } },
      ],
    })
    expect(
      retainerLedger(engagement, [], '2026-12-31').map(({ from, to, opening }) => [from, to, opening]),
    ).toEqual([
      ['2026-01-01', '2026-01-31', 0],
      ['2026-03-16', '2026-04-15', 0],
      ['2026-04-16', '2026-05-15', 2400],
    ])
  })

  it('adds up in every period: opening + granted − used + overage − expired = closing', () => {
    const rollover = fc.oneof(
      fc.constant({ kind: 'none' } as const),
      fc.constant({ kind: 'all', expiresAfter: null } as const),
      fc.record({
        kind: fc.constant('capped' as const),
        minutes: fc.integer({ min: 0, max: 4000 }),
        expiresAfter: fc.constant(null),
      }),
    )
    const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 3000 })), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(rollover, fc.integer({ min: 1, max: 31 }), entries, (carry, resetDay, given) => {
        const all = given.map(([day, minutes], i) => ({
          id: `${i}`,
          day: addDays('2026-01-01', day),
          minutes,
        }))
        const pays = { ...terms, rollover: carry, resetDay }
        const periods = retainerLedger(anEngagement({ pays, start: '2026-01-01' }), all, '2026-12-31')
        for (const [i, p] of periods.entries()) {
          expect(p.opening + p.granted - p.used + p.overage - p.expired).toBe(p.closing)
          expect(p.opening).toBe(periods[i - 1]?.closing ?? 0)
          expect(Math.min(p.overage, p.closing)).toBe(0)
        }
        const inLedger = periods.reduce((sum, period) => sum + period.used, 0)
        expect(inLedger).toBe(all.reduce((sum, entry) => sum + entry.minutes, 0))
      }),
    )
  })
})

describe('the period of an engagement on a day', () => {
  it('is the one of its ledger, also where terms change', () => {
    const versions = fc.constantFrom<Terms>(
      terms,
      { ...terms, minutes: 1200 },
      { ...terms, resetDay: 15 },
      { ...terms, period: 'week', resetDay: 3 },
      { kind: 'hourly', rate: 12_000 },
    )
    const offset = fc.integer({ min: 0, max: 90 })
    fc.assert(
      fc.property(versions, versions, offset, offset, (first, second, change, at) => {
        const engagement = anEngagement({
          start: '2026-01-01',
          terms: [
            { from: '2026-01-01', terms: first },
            { from: addDays('2026-02-01', change), terms: second },
          ],
        })
        const day = addDays('2026-02-01', at)
        const settled = retainerLedger(engagement, [], day).find(({ from, to }) => from <= day && day <= to)
        const found = retainerPeriodOn(engagement, day)
        const about = (period: typeof settled | typeof found) =>
          period === null || period === undefined ? null : [period.from, period.to, period.terms]
        expect(about(found)).toEqual(about(settled))
      }),
      { numRuns: times(300, 5000) },
    )
  })
})
