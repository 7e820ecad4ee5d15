import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { billedDays } from '../../../shared/billing/days.ts'
import { billedTime, roundMinutes, type Worked } from '../../../shared/billing/rounding.ts'
import { lineBase } from '../../../shared/billing/totals.ts'
import { rounded } from '../../../shared/money/amount.ts'
import { fraction } from '../../../shared/money/exact.ts'
import type { Rounding } from '../../../shared/plan/engagement.ts'

const monday = '2026-11-23'
const tuesday = '2026-11-24'

const work = (...entries: readonly (readonly [string, number])[]): Worked[] =>
  entries.map(([day, minutes], i) => ({ id: `e${i}`, day, minutes }))

describe('rounding of minutes', () => {
  it.each([
    ['none', 15, 7, 7],
    ['up', 15, 1, 15],
    ['up', 15, 15, 15],
    ['up', 6, 7, 12],
    ['nearest', 15, 7, 0],
    ['nearest', 15, 8, 15],
    ['nearest', 30, 15, 30],
    ['nearest', 10, 14, 10],
    ['down', 15, 29, 15],
    ['down', 60, 59, 0],
    ['up', 30, 0, 0],
  ] as const)('%s to %i makes of %i min %i min', (mode, increment, minutes, billed) => {
    expect(roundMinutes(minutes, { mode, increment })).toBe(billed)
  })
})

describe('the scope of rounding', () => {
  const up30 = (scope: Rounding['scope']): Rounding => ({ mode: 'up', increment: 30, scope })

  it('changes the bill: two entries of 5 min on a day, up to 30, are 60 min per entry, 30 per day (solidtime #861)', () => {
    const entries = work([monday, 5], [monday, 5])
    expect(billedTime(entries, up30('entry')).billed).toBe(60)
    expect(billedTime(entries, up30('day')).billed).toBe(30)
  })

  it('per invoice aggregates over days before it rounds', () => {
    const entries = work([monday, 5], [tuesday, 20])
    expect(billedTime(entries, up30('day')).billed).toBe(60)
    expect(billedTime(entries, up30('invoice'))).toEqual({
      exact: 25,
      billed: 30,
      groups: [{ day: monday, entryIds: ['e0', 'e1'], exact: 25, billed: 30 }],
    })
  })

  it('never loses an entry, whatever the rule and the order of the entries', () => {
    const rule = fc.record({
      mode: fc.constantFrom('none', 'up', 'nearest', 'down'),
      increment: fc.constantFrom(1, 3, 5, 6, 10, 15, 30, 60),
      scope: fc.constantFrom('entry', 'day', 'invoice'),
    }) as fc.Arbitrary<Rounding>
    const entries = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 900 }), late: fc.boolean() }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(rule, entries, (rounding, given) => {
        const all = work(...given.map(({ minutes, late }) => [late ? tuesday : monday, minutes] as const))
        const time = billedTime(all, rounding)
        expect(time).toEqual(billedTime([...all].reverse(), rounding))
        expect(time.groups.flatMap((group) => group.entryIds).sort()).toEqual(
          all.map((entry) => entry.id).sort(),
        )
        expect(time.exact).toBe(all.reduce((sum, entry) => sum + entry.minutes, 0))
        for (const group of time.groups) {
          expect(Math.abs(group.billed - group.exact)).toBeLessThan(rounding.increment)
          if (rounding.mode === 'up') expect(group.billed).toBeGreaterThanOrEqual(group.exact)
          if (rounding.mode === 'none') expect(group.billed).toBe(group.exact)
        }
      }),
    )
  })
})

describe('printed quantity × price', () => {
  it.each([
    [5, 500],
    [10, 1000],
    [20, 2000],
  ])('%i min at 60.00 an hour are exactly %i cents, not the cents of two-decimal hours', (minutes, cents) => {
    expect(lineBase({ amount: minutes, per: 60, price: 6000 })).toBe(cents)
    const twoDecimalHours = rounded(fraction(BigInt(minutes) * 100n, 60n))
    expect(twoDecimalHours * 60).not.toBe(cents)
  })
})

describe('the rule of days', () => {
  const none: Rounding = { mode: 'none', increment: 15, scope: 'entry' }
  it.each([
    [1, 1],
    [210, 1],
    [240, 1],
    [359, 1],
    [360, 2],
    [480, 2],
    [599, 2],
    [600, 3],
    [960, 4],
  ])('bills %i min of an 8-hour day as %i half days', (minutes, halves) => {
    expect(billedDays(work([monday, minutes]), none, { minutesPerDay: 480, halfDays: true })).toEqual([
      { day: monday, entryIds: ['e0'], exact: minutes, rounded: minutes, halves },
    ])
  })

  it.each([
    [1, 1],
    [480, 1],
    [719, 1],
    [720, 2],
    [1200, 3],
  ])('bills %i min of an 8-hour day without half days as %i whole ones', (minutes, days) => {
    const [billed] = billedDays(work([monday, minutes]), none, { minutesPerDay: 480, halfDays: false })
    expect(billed?.halves).toBe(2 * days)
  })

  it('counts each calendar day by itself, after the rounding of its entries', () => {
    const up60: Rounding = { mode: 'up', increment: 60, scope: 'invoice' }
    expect(
      billedDays(work([monday, 200], [tuesday, 331], [monday, 30]), up60, {
        minutesPerDay: 480,
        halfDays: true,
      }),
    ).toEqual([
      { day: monday, entryIds: ['e0', 'e2'], exact: 230, rounded: 240, halves: 1 },
      { day: tuesday, entryIds: ['e1'], exact: 331, rounded: 360, halves: 2 },
    ])
  })

  it('bills nothing where rounding left nothing', () => {
    expect(
      billedDays(
        work([monday, 10]),
        { mode: 'down', increment: 15, scope: 'entry' },
        { minutesPerDay: 480, halfDays: true },
      )[0]?.halves,
    ).toBe(0)
  })
})
