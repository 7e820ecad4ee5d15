import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nthOfMonth, repeatOf, ruleOf } from '../../../../renderer/week/editor/repeat.ts'
import { addDays, weekdayOf } from '../../../../shared/time/day.ts'

const MONDAY = '2026-11-23'

const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n))
const ends = (start: string) =>
  fc.oneof(
    fc.constant({ kind: 'never' as const }),
    fc.integer({ min: 0, max: 900 }).map((n) => ({ kind: 'until' as const, day: addDays(start, n) })),
    fc.integer({ min: 1, max: 999 }).map((count) => ({ kind: 'count' as const, count })),
  )
const repeat = day.chain((start) =>
  fc.tuple(
    fc.constant(start),
    fc.oneof(
      fc.constant({ kind: 'never' as const }),
      fc.record({
        kind: fc.constantFrom('daily' as const, 'yearly' as const),
        interval: fc.integer({ min: 1, max: 99 }),
        ends: ends(start),
      }),
      fc.record({
        kind: fc.constant('weekly' as const),
        interval: fc.integer({ min: 1, max: 99 }),
        weekdays: fc
          .uniqueArray(fc.integer({ min: 1, max: 7 }))
          .map((days) => [...new Set([...days, weekdayOf(start)])].sort()),
        ends: ends(start),
      }),
      fc.record({
        kind: fc.constant('monthly' as const),
        interval: fc.integer({ min: 1, max: 99 }),
        by: fc.constantFrom('day' as const, 'weekday' as const),
        ends: ends(start),
      }),
    ),
  ),
)

test('what the editor writes as a rule it reads back as the same', () => {
  fc.assert(
    fc.property(repeat, ([start, given]) => {
      expect(repeatOf(ruleOf(given, start), start)).toEqual(given)
    }),
  )
})

test.each([
  'FREQ=YEARLY;BYMONTH=3',
  'FREQ=MONTHLY;BYDAY=MO,TU',
  'FREQ=YEARLY;BYDAY=1MO',
  'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;UNTIL=20261231T120000Z',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
])('a rule that the editor does not offer stays as it is: %s', (rule) => {
  expect(repeatOf(rule, MONDAY)).toEqual({ kind: 'custom', rule })
  expect(ruleOf({ kind: 'custom', rule }, MONDAY)).toBe(rule)
})

test('a plain rule of a calendar takes its weekday or day of the month from the start', () => {
  expect(repeatOf('FREQ=WEEKLY', MONDAY)).toEqual({
    kind: 'weekly',
    interval: 1,
    weekdays: [1],
    ends: { kind: 'never' },
  })
  expect(repeatOf('FREQ=MONTHLY', MONDAY)).toEqual({
    kind: 'monthly',
    interval: 1,
    by: 'day',
    ends: { kind: 'never' },
  })
  expect(repeatOf('FREQ=YEARLY;COUNT=3', MONDAY)).toEqual({
    kind: 'yearly',
    interval: 1,
    ends: { kind: 'count', count: 3 },
  })
})

test('the fifth weekday of a month is its last', () => {
  expect(['2026-11-02', '2026-11-23', '2026-11-30'].map(nthOfMonth)).toEqual([1, 4, -1])
})
