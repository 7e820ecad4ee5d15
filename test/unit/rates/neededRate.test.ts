import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neededRate, type RateWish, rateProblems } from '../../../shared/rates/neededRate.ts'
import { patternWeek } from '../../../shared/rates/patternWeek.ts'
import { aPattern, aPlan } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

/** 108,000.00 a year, 44 weeks of 38 h, of which 60 % are paid for: 1,003.2 h. */
const wish: RateWish = {
  income: 9_000_000,
  costs: 1_800_000,
  weeksOff: 8,
  minutesAWeek: 38 * 60,
  billablePercent: 60,
  minutesADay: 480,
  projectMinutes: 80 * 60,
  bufferPercent: 15,
}

describe('the rate that carries a year', () => {
  it('divides what is needed by the hours that are billed, and rounds each rate up once', () => {
    expect(neededRate(wish)).toEqual({
      needed: 10_800_000,
      weeks: 44,
      worked: 44 * 38 * 60,
      billable: { num: 60_192n, den: 1n },
      // 108000 / 1003.2 = 107.6555…
      hourly: 10_766,
      // × 8 = 861.2440…, not 8 × 107.66
      daily: 86_125,
      // × 80 × 1.15 = 9904.3062…
      project: 990_431,
    })
  })

  it('a year that divides evenly is not rounded', () => {
    const even = { ...wish, weeksOff: 2, minutesAWeek: 2400, billablePercent: 50, income: 8_200_000 }
    expect(neededRate(even)).toMatchObject({ hourly: 10_000, daily: 80_000, project: 920_000 })
  })

  it('without an estimate there is no price', () => {
    expect(neededRate({ ...wish, projectMinutes: 0 }).project).toBeNull()
  })

  const problems = [
    ['nothing to earn', { income: 0, costs: 0 }, [{ field: 'income', code: 'nothing' }]],
    ['a year off', { weeksOff: 52 }, [{ field: 'weeksOff', code: 'whole-year' }]],
    [
      'no working time',
      { minutesAWeek: 0, minutesADay: 0 },
      [
        { field: 'minutesAWeek', code: 'nothing' },
        { field: 'minutesADay', code: 'nothing' },
      ],
    ],
    ['nothing billable', { billablePercent: 0 }, [{ field: 'billablePercent', code: 'nothing' }]],
    ['nothing wrong', {}, []],
  ] as const
  it.each(problems)('says what keeps it from being computed: %s', (_name, change, expected) => {
    expect(rateProblems({ ...wish, ...change })).toEqual(expected)
  })

  it('the billed hours of the year at the hourly rate bring what is needed, and a cent less an hour would not', () => {
    fc.assert(
      fc.property(
        fc.record({
          income: fc.integer({ min: 1, max: 1e9 }),
          costs: fc.integer({ min: 0, max: 1e8 }),
          weeksOff: fc.integer({ min: 0, max: 51 }),
          minutesAWeek: fc.integer({ min: 1, max: 10_080 }),
          billablePercent: fc.integer({ min: 1, max: 100 }),
        }),
        (given) => {
          const { hourly, needed } = neededRate({ ...wish, ...given })
          // hours × 6000 are whole: an oracle without fractions.
          const hours = BigInt(given.minutesAWeek * (52 - given.weeksOff) * given.billablePercent)
          expect(hours * BigInt(hourly) >= BigInt(needed) * 6000n).toBe(true)
          expect(hours * BigInt(hourly - 1) < BigInt(needed) * 6000n).toBe(true)
        },
      ),
      { numRuns: times(200, 5000) },
    )
  })
})

describe('the working pattern of a week', () => {
  it('is the sum of its days and the mean of those that work', () => {
    const full = [{ from: 540, to: 1020 }]
    const plan = aPlan({
      patterns: [aPattern({ week: [full, full, full, full, [{ from: 540, to: 780 }], [], []] })],
    })
    expect(patternWeek(plan, '2026-11-24')).toEqual({ minutesAWeek: 36 * 60, minutesADay: 432 })
  })

  it('is nothing where nobody works', () => {
    expect(patternWeek(aPlan({ patterns: [] }), '2026-11-24')).toEqual({ minutesAWeek: 0, minutesADay: 0 })
  })
})
