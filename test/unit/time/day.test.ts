import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  eachDay,
  FIRST_DAY,
  FIRST_DAY_NUMBER,
  firstOfMonth,
  isDay,
  LAST_DAY,
  LAST_DAY_NUMBER,
  lastOfMonth,
  maxDay,
  minDay,
  monthOf,
  weekdayOf,
} from '../../../shared/time/day.ts'

const aNumber = fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER })
const EPOCH = Temporal.PlainDate.from('1970-01-01')
const oracleOf = (number: number): Temporal.PlainDate => EPOCH.add({ days: number })

describe('a day', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-02-31', false],
    ['2026-04-31', false],
    ['2026-04-30', true],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['2026-01-32', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2026-2-1', false],
    ['2026-02-1', false],
    ['2026-02-011', false],
    ['2026/02/01', false],
    ['20260201', false],
    ['+02026-01-01', false],
    [' 2026-01-01', false],
    ['2026-01-0x', false],
    ['2026-01-01T00:00', false],
    ['', false],
  ])('%j exists: %j', (text, exists) => {
    expect(isDay(text)).toBe(exists)
  })

  it('is what Temporal takes for an ISO date, for any ten characters of a date', () => {
    const character = fc.constantFrom(...'0123456789-')
    const text = fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.nat(14), fc.nat(33)).map(([y, m, d]) => {
        const pad = (n: number, width: number): string => String(n).padStart(width, '0')
        return `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}`
      }),
      fc.array(character, { minLength: 10, maxLength: 10 }).map((characters) => characters.join('')),
    )
    const accepted = (date: string): boolean => {
      try {
        return Temporal.PlainDate.from(date).toString() === date && date.slice(0, 4) !== '0000'
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(text, (date) => isDay(date) === accepted(date)),
      { numRuns: 2000 },
    )
  })

  it('has the number of days since 1970-01-01, and back, as Temporal counts them over ten thousand years', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        const day = oracleOf(number).toString()
        expect([dayOf(number), dayNumber(day), weekdayOf(day)]).toEqual([
          day,
          number,
          oracleOf(number).dayOfWeek,
        ])
      }),
      { numRuns: 2000 },
    )
    expect([dayOf(FIRST_DAY_NUMBER), dayOf(LAST_DAY_NUMBER)]).toEqual([FIRST_DAY, LAST_DAY])
  })

  it('follows the day before it, for every day of 1896 to 2104', () => {
    let number = dayNumber('1896-01-01')
    for (let date = Temporal.PlainDate.from('1896-01-01'); date.year <= 2104; date = date.add({ days: 1 })) {
      if (dayOf(number) !== date.toString()) expect(dayOf(number)).toBe(date.toString())
      number++
    }
    expect(dayOf(number)).toBe('2105-01-01')
  })

  it('is moved by days and months as Temporal moves it, a month clamped to its last day', () => {
    fc.assert(
      fc.property(aNumber, fc.integer({ min: -4000, max: 4000 }), (number, n) => {
        const date = oracleOf(number)
        const day = date.toString()
        const inRange = (to: Temporal.PlainDate): boolean => to.year >= 1 && to.year <= 9999
        const byDays = date.add({ days: n })
        const byMonths = date.add({ months: n })
        if (inRange(byDays)) expect(addDays(day, n)).toBe(byDays.toString())
        else expect(() => addDays(day, n)).toThrow(RangeError)
        if (inRange(byMonths)) expect(addMonths(day, n)).toBe(byMonths.toString())
        else expect(() => addMonths(day, n)).toThrow(RangeError)
        if (inRange(byDays)) expect(daysBetween(day, byDays.toString())).toBe(n)
      }),
      { numRuns: 1000 },
    )
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })

  it('knows its month', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        const date = oracleOf(number)
        const day = date.toString()
        expect([monthOf(day), firstOfMonth(day), lastOfMonth(day), daysInMonth(day)]).toEqual([
          date.toPlainYearMonth().toString(),
          date.with({ day: 1 }).toString(),
          date.with({ day: date.daysInMonth }).toString(),
          date.daysInMonth,
        ])
      }),
    )
  })

  it('that does not exist is a bug in arithmetic, and throws', () => {
    for (const text of ['2026-02-31', '2026-2-1', '', '2026-01-01T09:00'])
      for (const act of [dayNumber, weekdayOf, monthOf, firstOfMonth, lastOfMonth, daysInMonth])
        expect(() => act(text)).toThrow(RangeError)
    for (const number of [
      FIRST_DAY_NUMBER - 1,
      LAST_DAY_NUMBER + 1,
      0.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ])
      expect(() => dayOf(number)).toThrow(RangeError)
  })
})

describe('days in a row', () => {
  it('have both ends', () => {
    expect(eachDay('2026-02-27', '2026-03-02')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ])
    expect(eachDay('2026-02-27', '2026-02-27')).toEqual(['2026-02-27'])
  })

  it('are none when the end lies before the start', () => {
    expect(eachDay('2026-02-27', '2026-02-26')).toEqual([])
  })

  it('have an earlier and a later one', () => {
    expect([minDay('2026-02-27', '2025-12-31'), maxDay('2026-02-27', '2025-12-31')]).toEqual([
      '2025-12-31',
      '2026-02-27',
    ])
  })
})
