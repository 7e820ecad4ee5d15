import { describe, expect, test } from 'vitest'
import { daysFrom, reserveOf, workingCalendar } from '../../../shared/capacity/availability.ts'
import { holidaysFrom, noHolidays } from '../../../shared/capacity/holidays.ts'
import { publicHolidays } from '../../../shared/capacity/publicHolidays.ts'
import type { TimeOff } from '../../../shared/plan/availability.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { type Day, dayNumber } from '../../../shared/time/day.ts'
import { fromEpochMinute } from '../../../shared/time/zone.ts'
import { aPattern, aPlan, HOME } from '../../support/builders.ts'

const nine = { from: 540, to: 1020 }
const everyDay = aPattern({ week: [[nine], [nine], [nine], [nine], [nine], [nine], [nine]] })

function withTimeOff(plan: Plan, ...timeOff: readonly Omit<TimeOff, 'source'>[]): Plan {
  const records = Object.fromEntries(timeOff.map((off) => [off.id, { ...off, source: null }]))
  return { ...plan, practice: { ...plan.practice, timeOff: records } }
}

function on(plan: Plan, day: Day, holidays = noHolidays) {
  const { capacity, workingHours, off } = workingCalendar(plan, holidays).day(dayNumber(day))
  return { capacity, hours: workingHours.map(({ from, to }) => [from, to]), off }
}

describe('a pattern', () => {
  const plan = aPlan({
    patterns: [
      aPattern(),
      aPattern({ id: 'less', from: '2026-11-25', week: [[], [], [nine], [], [], [], []] }),
    ],
  })

  test.each([
    ['2026-11-24', 480],
    ['2026-11-25', 480],
    ['2026-11-26', 0],
  ])('is valid from its day until the next begins: %s has %d minutes', (day, capacity) => {
    expect(on(plan, day).capacity).toBe(capacity)
  })

  test('holds before its day too where it is the first, so a new plan has a past', () => {
    expect(on(plan, '2020-11-24').capacity).toBe(480)
  })

  test('whose intervals overlap counts each minute once', () => {
    const overlapping = aPattern({ week: [[nine, { from: 600, to: 1080 }], [], [], [], [], [], []] })
    expect(on(aPlan({ patterns: [overlapping] }), '2026-11-23')).toEqual({
      capacity: 540,
      hours: [[540, 1080]],
      off: null,
    })
  })

  test('that is missing gives no capacity at all', () => {
    expect(on(aPlan({ patterns: [] }), '2026-11-23')).toEqual({
      capacity: 0,
      hours: [],
      off: { kind: 'no-work' },
    })
  })
})

describe('time off', () => {
  const off = { id: 'off', title: 'Dentist', from: '2026-11-24', to: '2026-11-25' }

  test('of whole days takes the day', () => {
    expect(on(withTimeOff(aPlan(), { ...off, part: null }), '2026-11-25')).toEqual({
      capacity: 0,
      hours: [],
      off: { kind: 'time-off', name: 'Dentist', whole: true },
    })
  })

  test('of a part takes the part of each of its days', () => {
    expect(on(withTimeOff(aPlan(), { ...off, part: { from: 600, to: 900 } }), '2026-11-24')).toEqual({
      capacity: 240,
      hours: [
        [540, 600],
        [900, 1080],
      ],
      off: { kind: 'time-off', name: 'Dentist', whole: false },
    })
  })

  test('leaves the days around it alone', () => {
    expect(on(withTimeOff(aPlan(), { ...off, part: null }), '2026-11-26').capacity).toBe(480)
  })
})

describe('public holidays', () => {
  const holidays = holidaysFrom({ '2026-11-24': 'Feast' })

  test('take the day and give it their name', () => {
    expect(on(aPlan(), '2026-11-24', holidays)).toEqual({
      capacity: 0,
      hours: [],
      off: { kind: 'holiday', name: 'Feast' },
    })
  })

  test('that were declared worked take nothing', () => {
    expect(on(aPlan({ settings: { workedHolidays: ['2026-11-24'] } }), '2026-11-24', holidays).capacity).toBe(
      480,
    )
  })

  test('come from the offline data by region, year and language', () => {
    const bavaria = publicHolidays({ country: 'DE', state: 'BY' }, 2026, 'de')
    const berlin = publicHolidays({ country: 'DE', state: 'BE' }, 2026, 'en')
    expect([
      bavaria['2026-01-06'],
      berlin['2026-01-06'],
      berlin['2026-12-25'],
      bavaria['2026-01-01'],
    ]).toEqual(['Heilige Drei Könige', undefined, 'Christmas Day', 'Neujahr'])
  })

  test('of an unknown region are none', () => {
    expect(publicHolidays({ country: 'ZZ', state: null }, 2026, 'en')).toEqual({})
  })
})

describe('a day on which the clocks change', () => {
  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('keeps its civil hours: %s has %d hours and eight working hours', (day, hours) => {
    const { capacity, working, start, end } = workingCalendar(
      aPlan({ patterns: [everyDay] }),
      noHolidays,
    ).day(dayNumber(day))
    expect([
      capacity,
      (end - start) / 60,
      working.map(({ from, to }) => [fromEpochMinute(from, HOME), fromEpochMinute(to, HOME)]),
    ]).toEqual([480, hours, [[`${day}T09:00`, `${day}T17:00`]]])
  })

  test('has four civil hours at night although three pass', () => {
    const night = [{ from: 60, to: 300 }]
    const plan = aPlan({ patterns: [aPattern({ week: [night, night, night, night, night, night, night] })] })
    const { capacity, working } = workingCalendar(plan, noHolidays).day(dayNumber('2026-03-29'))
    expect([capacity, working.map(({ from, to }) => to - from)]).toEqual([240, [180]])
  })
})

describe('the reserve', () => {
  const week = (plan: Plan) => daysFrom(workingCalendar(plan, noHolidays), '2026-11-23', 7)

  test('is spread in proportion to capacity, in whole minutes that add up', () => {
    const spread = reserveOf(week(aPlan()), 200)
    expect([spread, spread.reduce((a, b) => a + b)]).toEqual([[44, 45, 44, 45, 22, 0, 0], 200])
  })

  test('of a day off goes with the day', () => {
    const plan = withTimeOff(aPlan(), {
      id: 'off',
      title: 'Off',
      from: '2026-11-23',
      to: '2026-11-24',
      part: null,
    })
    expect(reserveOf(week(plan), 180)).toEqual([0, 0, 40, 40, 20, 0, 0])
  })

  test('is nothing in a week without capacity', () => {
    expect(reserveOf(week(aPlan({ patterns: [] })), 180)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('is never more than the day has', () => {
    expect(reserveOf(week(aPlan()), 10_080)).toEqual([480, 480, 480, 480, 240, 0, 0])
  })
})
