import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { horizon } from '../../../shared/capacity/horizon.ts'
import { week } from '../../../shared/capacity/week.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY, mockPlan } from './mockWeek.ts'
import { aPractice, context } from './randomPractice.ts'

const WEEKS = 8

describe('the horizon', () => {
  test('says of each week and each client what the week’s view says', () => {
    fc.assert(
      fc.property(aPractice, (plan) => {
        const first = addDays(MONDAY, plan.practice.settings.firstWeekday === 7 ? -1 : 0)
        const weeks = horizon(plan, first, WEEKS, context)
        for (const [i, found] of weeks.entries()) {
          const { totals, rows, days } = week(plan, addDays(first, 7 * i), context)
          const { remaining, over, ...sums } = totals
          expect(found).toMatchObject({ start: addDays(first, 7 * i), ...sums })
          expect(over).toBe(found.headroom < 0)
          const filled = rows.filter(
            (row) => row.planned > 0 || row.worked > 0 || (row.committed !== null && row.client !== null),
          )
          expect(
            found.clients.map(({ clientId, committed, planned, tentative, counted, open }) => [
              clientId,
              ...[committed, planned, tentative, counted, open],
            ]),
          ).toEqual(
            filled.map(({ clientId, committed, planned, tentative, counted, status }) => [
              clientId,
              ...[committed ?? 0, planned, tentative, counted],
              status.kind === 'short' ? status.minutes : 0,
            ]),
          )
          const room = found.rooms.reduce((sum, minutes) => sum + minutes, 0)
          const isAhead = (days[0]?.start ?? 0) >= context.now
          expect(room).toBe(isAhead ? totals.headroom : remaining)
          expect(found.free).toBe(room - found.open)
        }
      }),
      { numRuns: times(40, 2000) },
    )
  })

  test('tells promised and planned minutes by client, and what is left to promise', () => {
    const [first] = horizon(mockPlan(), MONDAY, 1, at('2026-11-23T00:00'))
    expect([first?.open, first?.free]).toEqual([210, -285])
    expect(first?.clients).toEqual([
      {
        ...{ clientId: 'northwind', committed: 960, planned: 750, tentative: 0 },
        ...{ weighted: 750, counted: 750, open: 210 },
      },
      {
        ...{ clientId: 'lumen', committed: 720, planned: 780, tentative: 0 },
        ...{ weighted: 780, counted: 780, open: 0 },
      },
      {
        ...{ clientId: 'fable', committed: 0, planned: 510, tentative: 0 },
        ...{ weighted: 510, counted: 510, open: 0 },
      },
      {
        ...{ clientId: 'harbor', committed: 0, planned: 105, tentative: 105 },
        ...{ weighted: 63, counted: 105, open: 0 },
      },
      {
        ...{ clientId: null, committed: 0, planned: 90, tentative: 0 },
        ...{ weighted: 90, counted: 90, open: 0 },
      },
    ])
  })

  test('of no weeks is empty', () => {
    const none: readonly Day[] = horizon(mockPlan(), MONDAY, 0, context).map(({ start }) => start)
    expect(none).toEqual([])
  })
})
