import { expect, test } from 'vitest'
import { whichWeek } from '../../../shared/quickAdd/whichWeek.ts'

/** Tuesday 24 November 2026, week 48. */
const base = { from: '2026-11-24', today: '2026-11-24', dateOrder: 'day-month', firstWeekday: 1 } as const

test.each([
  ['week 50', '2026-12-07'],
  ['w50', '2026-12-07'],
  ['week 3', '2027-01-18'],
  ['w3 2027', '2027-01-18'],
  ['KW 3/2027', '2027-01-18'],
  ['2026-W53', '2026-12-28'],
  ['next week', '2026-11-30'],
  ['in 2 weeks', '2026-12-07'],
  ['next month', '2026-11-30'],
  ['7 dec', '2026-12-07'],
  ['7.12.', '2026-12-07'],
  ['2025-01-01', '2024-12-30'],
  ['tomorrow', '2026-11-23'],
  ['fri', '2026-11-23'],
  ['mon', '2026-11-30'],
  ['week', null],
  ['week 54', null],
  ['31 feb', null],
  ['lumen 7 dec', null],
  ['', null],
])('“%s” is the week of %s', (text, day) => {
  expect(whichWeek(text, base)).toBe(day)
})

test('a week begins on the planner’s first weekday', () => {
  expect(whichWeek('week 50', { ...base, firstWeekday: 7 })).toBe('2026-12-06')
})
