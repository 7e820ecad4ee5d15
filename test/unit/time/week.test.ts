import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dayOf, weekdayOf } from '../../../shared/time/day.ts'
import { isoWeek, weekDays, weekLabel, weekStart, weeksInIsoYear } from '../../../shared/time/week.ts'

/** Days a week away from the ends of the calendar. */
const aDay = fc.integer({ min: -719_150, max: 2_932_880 }).map(dayOf)
const aWeekday = fc.integer({ min: 1, max: 7 })

describe('the ISO 8601 week', () => {
  it.each([
    ['2024-12-29', 2024, 52],
    ['2024-12-30', 2025, 1],
    ['2025-12-28', 2025, 52],
    ['2025-12-29', 2026, 1],
    ['2026-12-31', 2026, 53],
    ['2027-01-01', 2026, 53],
    ['2027-01-02', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['0001-01-01', 1, 1],
    ['9999-12-31', 9999, 52],
  ])('of %s is %i-W%i', (day, year, week) => {
    expect(isoWeek(day)).toEqual({ year, week })
  })

  it('is what Temporal says', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const date = Temporal.PlainDate.from(day)
        expect(isoWeek(day)).toEqual({ year: date.yearOfWeek, week: date.weekOfYear })
      }),
      { numRuns: 2000 },
    )
  })

  it('runs to 53 in a year that starts or ends on a Thursday', () => {
    expect([2020, 2024, 2025, 2026, 2027, 2032].map(weeksInIsoYear)).toEqual([53, 52, 52, 53, 52, 53])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (year) => {
        const lastWeek = Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear
        expect(weeksInIsoYear(year)).toBe(lastWeek)
      }),
    )
  })
})

describe('a week of the user', () => {
  it('starts on the first weekday, on the day or up to six days before', () => {
    fc.assert(
      fc.property(aDay, aWeekday, (day, firstWeekday) => {
        const start = weekStart(day, firstWeekday)
        expect(weekdayOf(start)).toBe(firstWeekday)
        expect(weekDays(start)).toContain(day)
      }),
    )
    expect(weekStart('2026-09-23', 1)).toBe('2026-09-21')
    expect(weekStart('2026-09-23', 7)).toBe('2026-09-20')
    expect(weekStart('2026-09-23', 3)).toBe('2026-09-23')
  })

  it('has seven days in order', () => {
    expect(weekDays('2026-12-29')).toEqual([
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
    ])
  })

  it('is shown under the ISO week of its Thursday, so that numbers follow each other for any first weekday', () => {
    expect(weekLabel('2026-12-28')).toEqual({ year: 2026, week: 53 })
    expect(weekLabel('2026-12-27')).toEqual({ year: 2026, week: 53 })
    expect(weekLabel('2027-01-03')).toEqual({ year: 2027, week: 1 })
    fc.assert(
      fc.property(aDay, aWeekday, (day, firstWeekday) => {
        const start = weekStart(day, firstWeekday)
        const thursday = weekDays(start).find((other) => weekdayOf(other) === 4) ?? ''
        expect(weekLabel(start)).toEqual(isoWeek(thursday))
      }),
    )
  })
})
