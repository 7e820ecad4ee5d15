import { describe, expect, test } from 'vitest'
import { acceptCommand, type Flag, reopenCommand } from '../../../shared/capacity/flags/flag.ts'
import { holidaysFrom } from '../../../shared/capacity/holidays.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { aClient, anEngagement, aPattern, aPlan, aSession } from '../../support/builders.ts'
import { at, MONDAY, mockPlan } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')

function planWith(...sessions: readonly Session[]): Plan {
  return aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions })
}

function flagsOf(plan: Plan, code: Flag['code'], context: CapacityContext = morning): readonly Flag[] {
  return week(plan, MONDAY, context).flags.filter((flag) => flag.code === code)
}

function applied(plan: Plan, command: Command): Plan {
  const result = execute(plan, command)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.plan
}

describe('overlap', () => {
  const first = aSession({ id: 'a', minutes: 90 })
  test.each<[string, Partial<Session>, number[]]>([
    ['two confirmed sessions that share time overlap', { start: '2026-11-23T10:00' }, [30]],
    ['sessions that only touch do not', { start: '2026-11-23T10:30' }, []],
    ['a tentative session does not', { start: '2026-11-23T10:00', status: 'tentative' }, []],
    ['travel into a session is no double booking', { start: '2026-11-23T10:30', travelBefore: 30 }, []],
    ['one inside the other overlaps by its length', { start: '2026-11-23T09:15', minutes: 20 }, [20]],
  ])('%s', (_rule, second, shorts) => {
    const plan = planWith(first, aSession({ id: 'b', ...second }))
    expect(flagsOf(plan, 'overlap').map(({ short }) => short)).toEqual(shorts)
  })

  test('three at once are three pairs', () => {
    const plan = planWith(first, aSession({ id: 'b' }), aSession({ id: 'c' }))
    expect(
      flagsOf(plan, 'overlap')
        .map(({ occurrences }) => [...occurrences].sort().join())
        .sort(),
    ).toEqual(['a,b', 'a,c', 'b,c'])
  })

  test('that is past is none', () => {
    const plan = planWith(first, aSession({ id: 'b' }))
    expect(flagsOf(plan, 'overlap', at('2026-11-23T10:00'))).toEqual([])
  })
})

describe('day-over and week-over', () => {
  test('hold the load against capacity less reserve', () => {
    const plan = aPlan({
      patterns: [aPattern({ week: [[{ from: 540, to: 660 }], [], [], [], [], [], []] })],
      settings: { reserveMinutes: 30 },
      sessions: [aSession({ minutes: 100 })],
    })
    const facts = week(plan, MONDAY, morning).flags.map(({ key, needed, available, short }) => [
      key,
      needed,
      available,
      short,
    ])
    expect(facts).toEqual([
      ['day-over:2026-11-23', 100, 90, 10],
      ['week-over:2026-11-23', 100, 90, 10],
    ])
  })

  test('are not raised for what is past', () => {
    const plan = planWith(aSession({ minutes: 600 }))
    expect(flagsOf(plan, 'day-over', at('2026-11-24T00:00'))).toEqual([])
  })

  test('a week with no capacity at all says so for what is planned in it', () => {
    const plan = aPlan({ patterns: [], sessions: [aSession()] })
    expect(
      week(plan, MONDAY, morning).flags.map(({ code, available, short }) => [code, available, short]),
    ).toEqual([
      ['day-over', 0, 60],
      ['week-over', 0, 60],
      ['outside-hours', 0, 60],
    ])
  })
})

describe('outside-hours', () => {
  const outside = (session: Partial<Session>, context?: CapacityContext) =>
    flagsOf(planWith(aSession(session)), 'outside-hours', context).map(({ severity, short }) => [
      severity,
      short,
    ])

  test.each<[string, Partial<Session>, [string, number][]]>([
    ['a session in working hours lies inside', {}, []],
    ['its part after hours lies outside', { start: '2026-11-23T17:30', minutes: 60 }, [['watch', 30]]],
    [
      'the break between two working intervals counts',
      { start: '2026-11-23T12:30', minutes: 120 },
      [['watch', 60]],
    ],
    ['the weekend counts', { start: '2026-11-28T10:00' }, [['watch', 60]]],
    [
      'a session of thirty hours is outside as far as it is',
      { minutes: 1800 },
      [['watch', 1800 - 480 - 240 - 60]],
    ],
  ])('%s', (_rule, session, expected) => {
    expect(outside(session)).toEqual(expected)
  })

  test('a public holiday must be solved', () => {
    const context = { ...morning, holidays: holidaysFrom({ '2026-11-23': 'Feast' }) }
    expect(outside({}, context)).toEqual([['over', 60]])
  })
})

describe('an accepted flag', () => {
  const plan = mockPlan()
  const flag = flagsOf(plan, 'day-over')[0] as Flag
  const accepted = applied(plan, acceptCommand(flag, 'A long day, by choice'))
  const again = (changed: Plan) => flagsOf(changed, 'day-over').find(({ key }) => key === flag.key)?.accepted

  test('keeps its note while its facts are the same', () => {
    const elsewhere: Command = {
      type: 'session/move',
      moves: [{ occurrence: { sessionId: 'weekly-report', original: null }, start: '2026-11-27T10:00' }],
    }
    expect(again(applied(accepted, elsewhere))).toEqual({ note: 'A long day, by choice' })
  })

  test('comes back when its facts change', () => {
    const longer: Command = {
      type: 'session/change',
      id: 'invoicing',
      scope: { kind: 'all' },
      change: { minutes: 90 },
    }
    expect(again(applied(accepted, longer))).toBe(null)
  })

  test('can be taken back', () => {
    expect(again(applied(accepted, reopenCommand(flag)))).toBe(null)
  })
})

test('records that are gone, and dates the wrong way round, give a view all the same', () => {
  const plan = aPlan({
    clients: [],
    engagements: [anEngagement({ start: '2026-12-31', end: '2026-01-01' })],
    sessions: [aSession({ engagementId: 'nobody' }), aSession({ id: 'b', start: '2026-11-25T09:00' })],
  })
  const view = week(plan, MONDAY, morning)
  expect(view.rows.map(({ clientId, planned }) => [clientId, planned])).toEqual([[null, 120]])
})

test('a month’s promise is the same flag from each of its weeks, though an engagement ends in one of them', () => {
  const monthly = [{ from: '2026-01-01', commitment: { kind: 'hoursPerMonth' as const, minutes: 600 } }]
  const plan = aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({ commitments: monthly, end: '2026-12-03' }),
      anEngagement({ id: 'second', commitments: monthly, order: 2 }),
    ],
  })
  const seen = ['2026-11-30', '2026-12-07', '2026-12-28'].map((start) =>
    week(plan, start, at('2026-11-23T08:00')).flags.find(
      ({ key }) => key === 'client-under:northwind:month:2026-12-01',
    ),
  )
  // Three of December's 23 working days of the first engagement, all of the second.
  expect(seen.map((flag) => [flag?.engagementIds, flag?.short])).toEqual(
    seen.map(() => [['northwind-cto', 'second'], 678]),
  )
})
