import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { concentration, hoursByArea, hoursByClient } from '../../../shared/insights/hours.ts'
import { utilisation, utilisedShare } from '../../../shared/insights/utilisation.ts'
import { compare } from '../../../shared/timesheet/compare.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'

const plan = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-board', clientId: 'lumen' })],
  sessions: [aSession({ minutes: 90 })],
  entries: [
    anEntry({ id: 'a', day: '2026-10-20', minutes: 60 }),
    anEntry({ id: 'b', day: '2026-11-01', minutes: 100 }),
    anEntry({ id: 'c', day: '2026-11-23', minutes: 120 }),
    anEntry({ id: 'd', day: '2026-11-23', minutes: 300, engagementId: 'lumen-board' }),
    anEntry({ id: 'e', day: '2026-11-24', minutes: 30, engagementId: null }),
  ],
})
const november = compare(plan, '2026-11-01', '2026-11-30')
const october = compare(plan, '2026-10-01', '2026-10-31')

describe('utilisation', () => {
  test('weeks are cut at the ends of the period and add up to it', () => {
    const weeks = utilisation(plan, november, noHolidays)
    expect(weeks.map(({ start, from, to }) => [start, from, to])).toEqual([
      ['2026-10-26', '2026-11-01', '2026-11-01'],
      ['2026-11-02', '2026-11-02', '2026-11-08'],
      ['2026-11-09', '2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-16', '2026-11-22'],
      ['2026-11-23', '2026-11-23', '2026-11-29'],
      ['2026-11-30', '2026-11-30', '2026-11-30'],
    ])
    // The mock's pattern: 36 hours a week, of which 8 on a Monday; the first of November is a Sunday.
    expect(weeks.map(({ capacity }) => capacity / 60)).toEqual([0, 36, 36, 36, 36, 8])
    expect(weeks.map(({ worked }) => worked)).toEqual([100, 0, 0, 0, 450, 0])
    expect(weeks.map(({ planned }) => planned)).toEqual([0, 0, 0, 0, 90, 0])
  })

  test('the share counts the days that have passed', () => {
    const capacity = (3 * 36 + 8) * 60
    expect(utilisedShare(plan, november, '2026-11-23', noHolidays)).toBe(520 / capacity)
    expect(utilisedShare(plan, november, '2026-11-01', noHolidays)).toBeNull()
  })
})

describe('hours', () => {
  test('by client, the most first, with own business and what was before', () => {
    expect(hoursByClient(plan, november, october)).toEqual([
      { id: 'lumen', worked: 300, before: 0 },
      { id: 'northwind', worked: 220, before: 60 },
      { id: null, worked: 30, before: 0 },
    ])
  })

  test('by area; an area that is gone is none', () => {
    const area = Object.keys(plan.practice.areas)[0] ?? null
    const parts = hoursByArea(
      aPlan({
        entries: [
          anEntry({ id: 'a', areaId: area, minutes: 50 }),
          anEntry({ id: 'b', areaId: 'gone', minutes: 70 }),
          anEntry({ id: 'c', areaId: null, minutes: 5 }),
          anEntry({ id: 'd', areaId: area, minutes: 9, day: '2026-10-31' }),
        ],
      }),
      november,
      october,
    )
    expect(parts).toEqual(
      area === null
        ? [{ id: null, worked: 125, before: 9 }]
        : [
            { id: null, worked: 75, before: 0 },
            { id: area, worked: 50, before: 9 },
          ],
    )
  })
})

describe('concentration', () => {
  test('names the largest share, and how many equal clients would be the same', () => {
    expect(concentration([])).toBeNull()
    expect(concentration([0, -5])).toBeNull()
    expect(concentration([10])).toEqual({ largest: 1, equals: 1 })
    expect(concentration([30, 30, 30, 30])).toEqual({ largest: 0.25, equals: 4 })
  })

  test('lies between one and their number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 }), (amounts) => {
        const found = concentration(amounts)
        expect(found?.equals).toBeGreaterThan(1 - 1e-9)
        expect(found?.equals).toBeLessThan(amounts.length + 1e-9)
        expect(found?.largest).toBeGreaterThan(1 / amounts.length - 1e-9)
      }),
    )
  })
})
