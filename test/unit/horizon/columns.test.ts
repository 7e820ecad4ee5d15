import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { horizon } from '../../../shared/capacity/horizon.ts'
import { columnsOf, rowsOf, zooms } from '../../../shared/horizon/columns.ts'
import { addDays } from '../../../shared/time/day.ts'
import { times } from '../../support/effort.ts'
import { MONDAY } from '../capacity/mockWeek.ts'
import { aPractice, context } from '../capacity/randomPractice.ts'

const sums = ['capacity', 'load', 'tentative', 'headroom', 'committed', 'open', 'free'] as const

describe('the columns of the horizon', () => {
  test('add up to their weeks, in all and for each client, whatever the zoom', () => {
    fc.assert(
      fc.property(aPractice, fc.constantFrom(...zooms), (plan, zoom) => {
        const first = addDays(MONDAY, plan.practice.settings.firstWeekday === 7 ? -1 : 0)
        const weeks = horizon(plan, first, 16, context)
        const columns = columnsOf(weeks, zoom)
        expect(columns.reduce((count, column) => count + column.weeks, 0)).toBe(16)
        for (const part of sums)
          expect(columns.reduce((sum, column) => sum + column[part], 0)).toBe(
            weeks.reduce((sum, week) => sum + week[part], 0),
          )
        for (const id of rowsOf(columns, Object.keys(plan.practice.clients), new Map())) {
          const planned = weeks.flatMap(({ clients }) => clients).filter(({ clientId }) => clientId === id)
          expect(columns.reduce((sum, { clients }) => sum + (clients.get(id)?.planned ?? 0), 0)).toBe(
            planned.reduce((sum, client) => sum + client.planned, 0),
          )
        }
      }),
      { numRuns: times(20, 500) },
    )
  })

  const plan = fc.sample(aPractice, { numRuns: 1, seed: 1 })[0]
  if (plan === undefined) throw new Error('no plan')

  test('a week is of the month and the quarter of its Thursday', () => {
    const monday = addDays(MONDAY, plan.practice.settings.firstWeekday === 7 ? -1 : 0)
    const weeks = horizon(plan, monday, 12, context)
    const named = (zoom: (typeof zooms)[number]) =>
      columnsOf(weeks, zoom).map(({ from, to, named: day }) => [from, to, day.slice(0, 7)])
    // The week of Monday 28 December 2026 has its Thursday in December, the one after in January.
    expect(named('month').map(([, , month]) => month)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(named('month')[1]).toEqual([addDays(monday, 7), addDays(monday, 6 * 7 - 1), '2026-12'])
    expect(named('quarter').map(([from]) => from)).toEqual([monday, addDays(monday, 6 * 7)])
    expect(named('week')).toHaveLength(12)
  })

  test('rows come in the given order, own business last, and a client among others has one too', () => {
    const columns = columnsOf(horizon(plan, MONDAY, 8, context), 'week')
    const ids = Object.keys(plan.practice.clients)
    const rows = rowsOf(columns, [...ids, 'quiet'], new Map([['quiet', []]]))
    expect(rows.filter((id) => id !== null)).toEqual([
      ...ids.filter((id) => columns.some(({ clients }) => clients.has(id))),
      'quiet',
    ])
    expect(rows.indexOf(null)).toBe(columns.some(({ clients }) => clients.has(null)) ? rows.length - 1 : -1)
  })
})
