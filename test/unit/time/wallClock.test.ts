import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addWallMinutes,
  isWallClock,
  wallClock,
  wallDay,
  wallMinute,
  wallNumber,
  wallOf,
} from '../../../shared/time/wallClock.ts'

const FIRST = -719_162 * 1440
const LAST = 2_932_897 * 1440 - 1
const aNumber = fc.integer({ min: FIRST, max: LAST })
const EPOCH = Temporal.PlainDateTime.from('1970-01-01T00:00')
const textOf = (number: number): string => EPOCH.add({ minutes: number }).toString({ smallestUnit: 'minute' })

describe('a wall clock', () => {
  it.each([
    ['2026-03-29T02:30', true],
    ['2026-03-29T00:00', true],
    ['2026-03-29T23:59', true],
    ['2026-03-29T24:00', false],
    ['2026-03-29T12:60', false],
    ['2026-02-31T12:00', false],
    ['2026-03-29 12:00', false],
    ['2026-03-29t12:00', false],
    ['2026-03-29T12:00:00', false],
    ['2026-03-29T12:00Z', false],
    ['2026-03-29T9:00', false],
    ['2026-03-29T1x:00', false],
    ['2026-03-29T12.00', false],
    ['2026-03-29', false],
    ['', false],
  ])('%j is one: %j', (text, is) => {
    expect(isWallClock(text)).toBe(is)
  })

  it('has an integer form, and back, as Temporal counts the minutes', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        const wall = textOf(number)
        expect([wallNumber(wall), wallOf(number)]).toEqual([number, wall])
      }),
      { numRuns: 2000 },
    )
  })

  it('is a day and a minute of the day', () => {
    expect([wallDay('2026-03-29T02:30'), wallMinute('2026-03-29T02:30')]).toEqual(['2026-03-29', 150])
    expect(wallClock('2026-03-29', 150)).toBe('2026-03-29T02:30')
    expect([0, 1439].map((minute) => wallClock('2026-03-29', minute))).toEqual([
      '2026-03-29T00:00',
      '2026-03-29T23:59',
    ])
  })

  it('is moved over midnights without a zone', () => {
    expect(addWallMinutes('2026-12-31T23:30', 45)).toBe('2027-01-01T00:15')
    expect(addWallMinutes('2026-03-01T00:00', -1)).toBe('2026-02-28T23:59')
    fc.assert(
      fc.property(aNumber, aNumber, (from, to) => {
        expect(addWallMinutes(textOf(from), to - from)).toBe(textOf(to))
      }),
    )
  })

  it('that is none is a bug in arithmetic, and throws', () => {
    for (const text of ['2026-03-29T24:00', '2026-02-31T12:00', '2026-03-29', '2026-03-29T12:00:00', ''])
      expect(() => wallNumber(text)).toThrow(RangeError)
    for (const minute of [-1, 1440, 0.5, Number.NaN])
      expect(() => wallClock('2026-03-29', minute)).toThrow(RangeError)
    expect(() => wallMinute('2026-03-29')).toThrow(RangeError)
    expect(() => wallOf(LAST + 1)).toThrow(RangeError)
    expect(() => wallOf(FIRST - 1)).toThrow(RangeError)
  })
})
