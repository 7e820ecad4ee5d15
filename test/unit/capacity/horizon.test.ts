import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidaysFrom } from '../../../shared/capacity/holidays.ts'
import { horizon } from '../../../shared/capacity/horizon.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Commitment, Engagement, Terms } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { aClient, anEngagement, anEntry, aPattern, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY, mockPlan } from './mockWeek.ts'

const context = { ...at('2026-12-02T10:00'), holidays: holidaysFrom({ '2026-12-25': 'Christmas Day' }) }
const WEEKS = 8

const aDay = fc.integer({ min: -10, max: 60 }).map((days) => addDays(MONDAY, days))
const aWall = fc
  .record({ day: aDay, quarter: fc.integer({ min: 0, max: 95 }) })
  .map(
    ({ day, quarter }) =>
      `${day}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  )

const retainer: Terms = {
  kind: 'retainer',
  period: 'month',
  minutes: 1200,
  price: 100_000,
  overageRate: 10_000,
  rollover: { kind: 'none' },
  resetDay: 1,
}
const aCommitment = fc.constantFrom<Commitment | null>(
  { kind: 'hoursPerWeek', minutes: 500 },
  { kind: 'daysPerWeek', halfDays: 3 },
  { kind: 'hoursPerMonth', minutes: 2000 },
  null,
)

const ids = ['e0', 'e1', 'e2', 'e3'] as const
const anyEngagement = (id: string, i: number) =>
  fc
    .record({
      status: fc.constantFrom<Engagement['status']>('active', 'active', 'prospect', 'paused', 'closed'),
      probability: fc.integer({ min: 0, max: 100 }),
      start: fc.option(aDay, { nil: null }),
      days: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      commitment: aCommitment,
      pays: fc.constantFrom<Terms>(retainer, { kind: 'hourly', rate: 10_000 }),
    })
    .map(({ start, days, commitment, ...rest }) =>
      anEngagement({
        ...rest,
        id,
        clientId: `c${i % 3}`,
        start,
        end: days === null ? null : addDays(start ?? MONDAY, days),
        commitments: [{ from: '2026-01-01', commitment }],
      }),
    )

const anId = fc.constantFrom(...ids, 'gone', null)
const aPractice = fc
  .record({
    engagements: fc.tuple(...ids.map(anyEngagement)),
    archived: fc.boolean(),
    sessions: fc.array(
      fc.record({
        engagementId: anId,
        start: aWall,
        minutes: fc.constantFrom(30, 90, 600, 3000),
        status: fc.constantFrom('confirmed' as const, 'tentative' as const),
        travelBefore: fc.constantFrom(0, 45),
        weekly: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
    entries: fc.array(
      fc.record({
        engagementId: anId,
        day: aDay,
        minutes: fc.integer({ min: 1, max: 400 }),
        confirms: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      }),
      { maxLength: 6 },
    ),
    off: fc.option(fc.record({ from: aDay, days: fc.integer({ min: 0, max: 9 }) }), { nil: null }),
    settings: fc.record({
      reserveMinutes: fc.constantFrom(0, 120),
      firstWeekday: fc.constantFrom(1, 7),
    }),
  })
  .map(({ engagements, archived, sessions, entries, off, settings }): Plan => {
    const plan = aPlan({
      clients: [0, 1, 2].map((i) =>
        aClient({ id: `c${i}`, name: `Client ${i}`, order: 3 - i, archived: archived && i === 0 }),
      ),
      engagements,
      sessions: sessions.map(({ weekly, ...rest }, i) =>
        weekly ? aSeries({ ...rest, id: `s${i}`, rule: 'FREQ=WEEKLY' }) : aSession({ ...rest, id: `s${i}` }),
      ),
      entries: entries.map(({ confirms, ...rest }, i) =>
        anEntry({
          ...rest,
          id: `t${i}`,
          start: null,
          session: confirms === null ? null : { sessionId: `s${confirms}`, original: null },
        }),
      ),
      patterns: [aPattern()],
      settings,
    })
    const timeOff =
      off === null
        ? {}
        : {
            off: {
              id: 'off',
              title: 'Away',
              from: off.from,
              to: addDays(off.from, off.days),
              part: off.days % 2 === 0 ? null : { from: 600, to: 720 },
              source: null,
            },
          }
    return { ...plan, practice: { ...plan.practice, timeOff } }
  })

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
