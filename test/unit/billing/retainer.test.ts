import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type RetainerTerms,
  retainerLedger,
  retainerPeriod,
  retainerPeriodOn,
} from '../../../shared/billing/retainer.ts'
import type { Terms } from '../../../shared/plan/engagement.ts'
import { addDays, addMonths } from '../../../shared/time/day.ts'
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

describe('[M4] the ledger of a retainer', () => {
  it('carries a surplus over: of 40 h a month 30 used leave 10, so 50 may be used in the next', () => {
    expect(ledger(terms, used(['2026-01', 30], ['2026-02', 50]), '2026-02-28')).toEqual([
      [0, 30, 0, 0, 10],
      [10, 50, 0, 0, 0],
    ])
  })

  it('bills a deficit as overage where that is agreed, and carries none: 60 used of 50 are 10 over, and the next month has 40', () => {
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

  it('carries a deficit where that is agreed: of 50 h 60 used leave −10, and the next month has 30', () => {
    const carried: RetainerTerms = { ...terms, overage: 'carried' }
    expect(ledger(carried, used(['2026-01', 30], ['2026-02', 60], ['2026-03', 20]), '2026-03-31')).toEqual([
      [0, 30, 0, 0, 10],
      [10, 60, 0, 0, -10],
      [-10, 20, 0, 0, 10],
    ])
  })

  it('bills a carried deficit where no grant follows that it could be taken from', () => {
    const pays: RetainerTerms = { ...terms, overage: 'carried' }
    const over = used(['2026-01', 50], ['2026-02', 45])
    const ended = anEngagement({ pays, start: '2026-01-01', end: '2026-02-28' })
    const hourly = anEngagement({
      start: '2026-01-01',
      terms: [
        { from: '2026-01-01', terms: pays },
        { from: '2026-03-01', terms: { kind: 'hourly', rate: 10_000 } },
      ],
    })
    for (const engagement of [ended, hourly])
      expect(
        retainerLedger(engagement, over, '2026-12-31').map(({ overage, closing }) => [overage, closing]),
      ).toEqual([
        [0, -600],
        [900, 0],
      ])
  })

  it('lets carried hours expire after their periods, the oldest first, and names the grants that are left', () => {
    const pays: RetainerTerms = { ...terms, rollover: { kind: 'all', expiresAfter: 2 } }
    const entries = used(['2026-01', 30], ['2026-02', 36], ['2026-03', 38], ['2026-04', 40])
    const periods = retainerLedger(anEngagement({ pays, start: '2026-01-01' }), entries, '2026-04-30')
    expect(periods.map(({ opening, expired, carried }) => [opening / 60, expired / 60, carried])).toEqual([
      [0, 0, [{ from: '2026-01-01', minutes: 600, times: 1 }]],
      // 36 h took the 10 of January, and 26 of February's 40.
      [10, 0, [{ from: '2026-02-01', minutes: 840, times: 1 }]],
      [14, 0, [{ from: '2026-03-01', minutes: 960, times: 1 }]],
      [16, 0, [{ from: '2026-04-01', minutes: 960, times: 1 }]],
    ])
    const idle = retainerLedger(anEngagement({ pays, start: '2026-01-01' }), [], '2026-04-30')
    expect(idle.map(({ opening, expired, closing }) => [opening, expired, closing])).toEqual([
      [0, 0, 2400],
      [2400, 0, 4800],
      [4800, 2400, 4800],
      [4800, 2400, 4800],
    ])
  })

  it('is what one gets who walks every hour by itself, and adds up in every period', () => {
    const cases = fc.record({
      grant: fc.integer({ min: 0, max: 12 }),
      uses: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 14 }),
      cap: fc.option(fc.integer({ min: 0, max: 30 })),
      most: fc.option(fc.integer({ min: 1, max: 4 })),
      rolls: fc.boolean(),
      carried: fc.boolean(),
      cut: fc.integer({ min: 0, max: 14 }),
    })
    fc.assert(
      fc.property(cases, ({ grant, uses, cap, most, rolls, carried, cut }) => {
        const rollover: RetainerTerms['rollover'] = !rolls
          ? { kind: 'none' }
          : cap === null
            ? { kind: 'all', expiresAfter: most }
            : { kind: 'capped', minutes: cap * 60, expiresAfter: most }
        const overage = carried ? 'carried' : 'billed'
        const pays: RetainerTerms = { ...terms, minutes: grant * 60, rollover, overage }
        const engagement = anEngagement({ pays, start: '2026-01-01' })
        const month = (i: number) => addMonths('2026-01-01', i)
        const entries = uses.map((hours, i) => ({ id: `${i}`, day: month(i), minutes: hours * 60 }))
        const until = month(uses.length - 1)
        const periods = retainerLedger(engagement, entries, until)
        const asked = { cap: cap ?? 1e9, most: rolls ? (most ?? 1e9) : 0, carried }
        expect(
          periods.map((p) => [p.opening, p.overage, p.expired, p.closing].map((minutes) => minutes / 60)),
        ).toEqual(hourByHour(grant, uses, asked))
        for (const p of periods) {
          expect(p.opening + p.granted - p.used + p.overage - p.expired).toBe(p.closing)
          expect(p.carried.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Math.max(0, p.closing))
        }
        // It goes on behind any of its periods as if it had never stopped.
        const after = periods[cut]
        if (after === undefined) return
        const later = entries.filter(({ day }) => day > after.to)
        expect(retainerLedger(engagement, later, until, after)).toEqual(periods.slice(cut + 1))
      }),
      { numRuns: times(300, 4000) },
    )
  })
})

/** Opening, overage, expired and closing of each period, in hours: every hour is an item of a list, walked one by one. */
function hourByHour(
  grant: number,
  uses: readonly number[],
  { cap, most, carried }: { readonly cap: number; readonly most: number; readonly carried: boolean },
): number[][] {
  let hours: number[] = []
  let debt = 0
  return uses.map((used, period) => {
    const opening = hours.length - debt
    hours.push(...Array.from({ length: grant }, () => period))
    let missing = 0
    for (let n = 0; n < used + debt; n++) if (hours.shift() === undefined) missing++
    const before = hours.length
    hours = hours.filter((granted) => period - granted < most)
    while (hours.length > cap) hours.shift()
    debt = carried ? missing : 0
    return [opening, carried ? 0 : missing, before - hours.length, hours.length - debt]
  })
}

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
