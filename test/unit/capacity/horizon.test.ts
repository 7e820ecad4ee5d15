import { describe, expect, test } from 'vitest'
import { canSayYes, horizon } from '../../../shared/capacity/horizon.ts'
import { week } from '../../../shared/capacity/week.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { at, MONDAY, mockPlan } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')

describe('the horizon', () => {
  test('says of each week what the week’s view says', () => {
    const plan = mockPlan()
    const weeks = horizon(plan, MONDAY, 3, morning)
    const views = [0, 7, 14].map((days) => week(plan, addDays(MONDAY, days), morning))
    expect(
      weeks.map(({ start, capacity, reserve, load, headroom }) => ({
        start,
        capacity,
        reserve,
        load,
        headroom,
      })),
    ).toEqual(
      views.map(({ start, totals: { capacity, reserve, load, headroom } }) => ({
        start,
        capacity,
        reserve,
        load,
        headroom,
      })),
    )
  })

  test('tells promised and planned minutes by client, and what is left to promise', () => {
    const [first] = horizon(mockPlan(), MONDAY, 1, morning)
    expect([first?.open, first?.free, first?.clients]).toEqual([
      210,
      -285,
      [
        { clientId: 'northwind', committed: 960, planned: 750 },
        { clientId: 'lumen', committed: 720, planned: 780 },
        { clientId: 'harbor', committed: 0, planned: 105 },
        { clientId: 'fable', committed: 0, planned: 510 },
      ].sort((a, b) => order.indexOf(a.clientId) - order.indexOf(b.clientId)),
    ])
  })
})

const order = ['northwind', 'lumen', 'fable', 'harbor']

describe('can I say yes?', () => {
  // 36 h a week, of which 20 h are promised; for three weeks from 7 December 10 h more are planned for own business.
  const plan = aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({
        commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } }],
      }),
    ],
    sessions: [
      aSession({ minutes: 120 }),
      aSeries({ engagementId: null, start: '2026-12-07T09:00', minutes: 600, rule: 'FREQ=WEEKLY;COUNT=3' }),
    ],
  })
  const weeks = horizon(plan, MONDAY, 12, morning)

  test.each([
    ['yes, while it fits every week', 360, MONDAY, 4, true, 360, MONDAY, []],
    [
      'no, with the weeks that would be over and the first start that fits',
      480,
      MONDAY,
      4,
      false,
      360,
      '2026-12-28',
      [
        { start: '2026-12-07', minutes: 120 },
        { start: '2026-12-14', minutes: 120 },
      ],
    ],
    ['the first start may be the asked one for a short engagement', 960, MONDAY, 2, true, 960, MONDAY, []],
    [
      'more than any week has fits nowhere',
      2160,
      MONDAY,
      1,
      false,
      960,
      null,
      [{ start: MONDAY, minutes: 1200 }],
    ],
    ['what goes past the horizon is not promised', 60, '2027-02-01', 9, false, 0, null, []],
  ])('%s', (_rule, minutesPerWeek, start, count, fits, largest, earliest, short) => {
    expect(canSayYes(weeks, { minutesPerWeek, start, weeks: count })).toEqual({
      fits,
      largest,
      earliest,
      short,
    })
  })
})
