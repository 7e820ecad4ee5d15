import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparedSpan,
  monthsIn,
  periodNames,
  periodSpan,
  spanBefore,
} from '../../../shared/insights/period.ts'
import { addDays, dayNumber, dayOf, daysBetween } from '../../../shared/time/day.ts'

const TODAY = '2026-11-24'

describe('periods', () => {
  test.each([
    ['thisMonth', '2026-11-01', '2026-11-30'],
    ['lastMonth', '2026-10-01', '2026-10-31'],
    ['thisQuarter', '2026-10-01', '2026-12-31'],
    ['lastQuarter', '2026-07-01', '2026-09-30'],
    ['thisYear', '2026-01-01', '2026-12-31'],
    ['lastYear', '2025-01-01', '2025-12-31'],
  ] as const)('%s is a whole calendar period', (name, from, to) => {
    expect(periodSpan(name, TODAY)).toEqual({ from, to })
  })

  test('the one before a quarter is a quarter, before any days as many days', () => {
    expect(spanBefore({ from: '2026-10-01', to: '2026-12-31' })).toEqual({
      from: '2026-07-01',
      to: '2026-09-30',
    })
    expect(spanBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(spanBefore({ from: '2026-11-09', to: '2026-11-22' })).toEqual({
      from: '2026-10-26',
      to: '2026-11-08',
    })
  })

  test('a period that is not over is held against as many days of the one before', () => {
    expect(comparedSpan({ from: '2026-10-01', to: '2026-12-31' }, TODAY)).toEqual({
      from: '2026-07-01',
      to: '2026-08-24',
    })
    expect(comparedSpan({ from: '2026-03-01', to: '2026-03-31' }, '2026-03-30')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(comparedSpan({ from: '2026-07-01', to: '2026-09-30' }, TODAY)).toEqual({
      from: '2026-04-01',
      to: '2026-06-30',
    })
  })

  test('the months are those that it touches', () => {
    expect(monthsIn({ from: '2026-11-30', to: '2027-01-01' })).toEqual(['2026-11', '2026-12', '2027-01'])
  })

  test('the one before always ends the day before it begins', () => {
    const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2060-01-01') }).map(dayOf)
    fc.assert(
      fc.property(day, fc.nat(800), fc.constantFrom(...periodNames), (from, days, name) => {
        for (const span of [{ from, to: addDays(from, days) }, periodSpan(name, from)]) {
          const before = spanBefore(span)
          expect(addDays(before.to, 1)).toBe(span.from)
          expect(before.from <= before.to).toBe(true)
          const compared = comparedSpan(span, from)
          expect(compared.from).toBe(before.from)
          expect(daysBetween(compared.from, compared.to)).toBeLessThanOrEqual(
            daysBetween(before.from, before.to),
          )
        }
      }),
    )
  })
})
