import { describe, expect, test } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Scenario, ScenarioChange } from '../../../shared/plan/scenario.ts'
import { outlookOf, withScenarios } from '../../../shared/scenario/outlook.ts'
import { withProspects } from '../../../shared/scenario/prospects.ts'
import { goneChanges, scenarioCommand } from '../../../shared/scenario/scenarioCommand.ts'
import { aClient, anEngagement, aPattern, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { at } from '../capacity/mockWeek.ts'

const TODAY = '2026-11-23'
const hours = (minutes: number, from = '2026-01-01') => [
  { from, commitment: { kind: 'hoursPerWeek' as const, minutes } },
]

const prospect = anEngagement({
  id: 'harbor-1',
  clientId: 'harbor',
  status: 'prospect',
  probability: 50,
  start: '2027-01-04',
  commitments: hours(960, '2027-01-04'),
})

const plan = aPlan({
  clients: [aClient(), aClient({ id: 'harbor', name: 'Harbor', order: 2 })],
  engagements: [anEngagement({ commitments: hours(1200) }), prospect],
  sessions: [
    aSession({ id: 'before', start: '2026-11-24T09:00' }),
    aSession({ id: 'after', start: '2026-12-08T09:00' }),
    aSeries({ start: '2026-11-09T09:00' }),
  ],
})

const scenario = (...changes: ScenarioChange[]): Scenario => ({
  id: 'what-if',
  name: 'What if',
  changes,
  order: 1,
})

function laid(given: Plan, ...changes: ScenarioChange[]): Plan {
  const command = scenarioCommand(given, scenario(...changes), TODAY)
  if (command === null) throw new Error('nothing to do')
  const done = execute(given, command)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.plan
}

describe('a scenario', () => {
  test('takes a prospect from a day on, with its own promise or another', () => {
    const take = { kind: 'take', engagementId: 'harbor-1', from: '2027-03-01' } as const
    const own = laid(plan, { ...take, minutes: null }).practice.engagements['harbor-1']
    expect(own).toMatchObject({ status: 'active', probability: 100, start: '2027-03-01' })
    expect(own?.commitments).toEqual(hours(960, '2027-01-04'))
    expect(laid(plan, { ...take, minutes: 480 }).practice.engagements['harbor-1']?.commitments).toEqual(
      hours(480, '2027-03-01'),
    )
  })

  test('drops a client: what runs ends the day before, what is planned from then on goes, and nothing before', () => {
    const dropped = laid(plan, { kind: 'drop', clientId: 'northwind', from: '2026-12-01' })
    expect(dropped.practice.engagements['northwind-cto']?.end).toBe('2026-11-30')
    const sessions = Object.values(dropped.years).flatMap((year) => Object.keys(year.sessions))
    expect(sessions).toEqual(['before'])
    const series = Object.values(dropped.practice.series)
    expect(series).toHaveLength(1)
    expect(series[0]?.recurrence?.rule).toMatch(/UNTIL=20261207T0859/)
    // What would only begin later does not come about.
    const both = laid(plan, { kind: 'drop', clientId: 'harbor', from: '2026-12-01' })
    expect(both.practice.engagements['harbor-1']).toMatchObject({
      status: 'closed',
      outcome: { kind: 'lost' },
    })
  })

  test('frees weekdays from a day to another, across patterns that begin in between, and no longer', () => {
    const second = aPattern({ id: 'pattern-2', from: '2027-07-15' })
    const two = {
      ...plan,
      practice: { ...plan.practice, patterns: { ...plan.practice.patterns, [second.id]: second } },
    }
    const shorter = laid(two, { kind: 'shorter', from: '2027-07-01', to: '2027-08-31', freeDays: [5] })
    const fridays = Object.values(shorter.practice.patterns)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, week }) => [from, week[4].length])
    expect(fridays).toEqual([
      ['2026-01-01', 1],
      ['2027-07-01', 0],
      ['2027-07-15', 0],
      ['2027-09-01', 1],
    ])
    // A pattern that begins on the first day is the one that is changed.
    const same = laid(two, { kind: 'shorter', from: '2027-07-15', to: '2027-07-31', freeDays: [1, 5] })
    expect(same.practice.patterns['pattern-2']?.week.map((day) => day.length)).toEqual([0, 2, 2, 2, 0, 0, 0])
  })

  test('takes days off, under its own name', () => {
    const off = laid(plan, { kind: 'off', from: '2027-05-03', to: '2027-05-14' })
    expect(Object.values(off.practice.timeOff)).toMatchObject([{ title: 'What if', from: '2027-05-03' }])
  })

  test('gives the same command each time, and one undo would take it back', () => {
    const changes: ScenarioChange[] = [
      { kind: 'drop', clientId: 'northwind', from: '2026-12-01' },
      { kind: 'off', from: '2027-05-03', to: '2027-05-14' },
    ]
    const command = scenarioCommand(plan, scenario(...changes), TODAY)
    expect(scenarioCommand(plan, scenario(...changes), TODAY)).toEqual(command)
    expect(command?.type).toBe('batch')
  })

  test('leaves out what has no object any more, and says so', () => {
    const gone = scenario(
      { kind: 'drop', clientId: 'nobody', from: '2026-12-01' },
      { kind: 'take', engagementId: 'northwind-cto', from: '2026-12-01', minutes: null },
      { kind: 'take', engagementId: 'nothing', from: '2026-12-01', minutes: null },
    )
    expect(goneChanges(plan, gone)).toEqual([
      { index: 0, why: 'client-gone' },
      { index: 1, why: 'no-prospect' },
      { index: 2, why: 'engagement-gone' },
    ])
    expect(scenarioCommand(plan, gone, TODAY)).toBeNull()
    expect(withScenarios(plan, [gone], TODAY)).toBe(plan)
  })
})

describe('the outlook', () => {
  const context = at('2026-11-23T00:00')
  const ahead = { start: '2027-01-04', weeks: 4, today: TODAY }

  test('holds scenarios side by side: headroom, weeks over, what they bring', () => {
    const now = outlookOf(plan, ahead, context)
    // 36 hours, 20 promised; the series' hour is of the promise.
    expect(now).toMatchObject({
      freeAWeek: 16 * 60,
      weeksOver: 0,
      tightest: { start: '2027-01-04', free: 960 },
    })
    expect([...now.revenue]).toEqual([['EUR', 4 * 20 * 12_000]])
    const busy = withScenarios(
      plan,
      [scenario({ kind: 'take', engagementId: 'harbor-1', from: '2027-01-04', minutes: 1080 })],
      TODAY,
    )
    expect(outlookOf(busy, ahead, context)).toMatchObject({ freeAWeek: 0, weeksOver: 4 })
    expect([...outlookOf(busy, ahead, context).revenue]).toEqual([['EUR', 4 * 38 * 12_000]])
    const shorter = scenario({ kind: 'shorter', from: '2027-01-04', to: '2027-01-17', freeDays: [5] })
    // Two of four weeks have four hours less.
    expect(outlookOf(withScenarios(plan, [shorter], TODAY), ahead, context).freeAWeek).toBe(14 * 60)
  })

  test('counts prospects by their probability, or as if all came true', () => {
    const free = (view: 'none' | 'weighted' | 'all') =>
      outlookOf(withProspects(plan, view, TODAY), ahead, context).freeAWeek
    expect([free('none'), free('weighted'), free('all')]).toEqual([960, 480, 0])
    expect(withProspects(plan, 'none', TODAY)).toBe(plan)
  })
})
