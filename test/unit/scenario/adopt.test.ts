import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Scenario, ScenarioChange } from '../../../shared/plan/scenario.ts'
import { adoptCommand, effectsOf } from '../../../shared/scenario/adopt.ts'
import { outlookOf, withScenarios } from '../../../shared/scenario/outlook.ts'
import { scenarioCommand } from '../../../shared/scenario/scenarioCommand.ts'
import { daysAWeek } from '../../../shared/scenario/workdays.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { MONDAY } from '../capacity/mockWeek.ts'
import { aDay, aPractice, context } from '../capacity/randomPractice.ts'

const TODAY = '2026-12-02'
const ahead = { start: MONDAY, weeks: 10, today: TODAY }

function done(plan: Plan, command: Command | null): Plan {
  if (command === null) throw new Error('nothing to do')
  const result = execute(plan, command)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.plan
}

const span = fc
  .tuple(aDay, fc.integer({ min: 0, max: 30 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))
/** What names an engagement or a client names one of the random practice, or nothing. */
const aChange = (plan: Plan): fc.Arbitrary<ScenarioChange> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('take' as const),
      engagementId: fc.constantFrom('nothing', ...Object.keys(plan.practice.engagements)),
      from: aDay,
      minutes: fc.option(fc.integer({ min: 0, max: 2400 }), { nil: null }),
    }),
    fc.record({
      kind: fc.constant('drop' as const),
      clientId: fc.constantFrom('nobody', ...Object.keys(plan.practice.clients)),
      from: aDay,
    }),
    fc
      .record({ span, freeDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) })
      .map(({ span: { from, to }, freeDays }) => ({ kind: 'shorter' as const, from, to, freeDays })),
    span.map(({ from, to }) => ({ kind: 'off' as const, from, to })),
  )

const aScenario = (plan: Plan, id: string) =>
  fc
    .array(aChange(plan), { minLength: 1, maxLength: 4 })
    .map((changes): Scenario => ({ id, name: id, changes, order: 1 }))

/** A practice with two scenarios among its records. */
const given = aPractice.chain((plan) =>
  fc.tuple(aScenario(plan, 's1'), aScenario(plan, 's2')).map((scenarios) => ({
    plan: {
      ...plan,
      practice: { ...plan.practice, scenarios: Object.fromEntries(scenarios.map((one) => [one.id, one])) },
    } satisfies Plan,
    scenarios,
  })),
)

const withoutScenarios = ({ practice, years }: Plan) => ({ practice: { ...practice, scenarios: {} }, years })

describe('adopting a scenario', () => {
  test('[U9] leaves the plan that was shown, to the record, and the figures that were shown', () => {
    fc.assert(
      fc.property(given, ({ plan, scenarios }) => {
        const [scenario] = scenarios
        const command = adoptCommand(plan, scenario, TODAY)
        const shown = withScenarios(plan, [scenario], TODAY)
        if (command === null) {
          expect(shown).toBe(plan)
          return
        }
        const adopted = done(plan, Command.parse(command))
        expect(withoutScenarios(adopted)).toEqual(withoutScenarios(shown))
        expect(Object.keys(adopted.practice.scenarios)).toEqual(['s2'])
        expect(outlookOf(adopted, ahead, context)).toEqual(outlookOf(shown, ahead, context))
      }),
      { numRuns: 60 },
    )
  })

  test('one after the other leaves what was shown with both on', () => {
    fc.assert(
      fc.property(given, ({ plan, scenarios }) => {
        let adopted = plan
        for (const scenario of scenarios) {
          const command = adoptCommand(adopted, scenario, TODAY)
          if (command !== null) adopted = done(adopted, command)
        }
        const shown = withScenarios(plan, scenarios, TODAY)
        expect(withoutScenarios(adopted)).toEqual(withoutScenarios(shown))
      }),
      { numRuns: 60 },
    )
  })

  test('a client that is dropped twice is gone from the earlier day on, a series whose occurrence lies between too', () => {
    const rule = 'FREQ=WEEKLY'
    const recurrence = { rule, except: [], extra: [], changed: {} }
    const plan = aPlan({
      clients: [aClient()],
      engagements: [anEngagement()],
      sessions: [aSession({ id: 'series', start: '2026-12-08T09:00', recurrence })],
    })
    const drop = (from: string) => ({ kind: 'drop' as const, clientId: 'northwind', from })
    const scenario = (...days: string[]) => ({ id: 's', name: 's', changes: days.map(drop), order: 1 })
    const planWith = (one: Scenario) => ({
      ...plan,
      practice: { ...plan.practice, scenarios: { [one.id]: one } },
    })
    const adopted = (...days: string[]) => {
      const one = scenario(...days)
      return withoutScenarios(done(planWith(one), adoptCommand(planWith(one), one, TODAY)))
    }
    expect(adopted('2026-12-24', '2026-12-20')).toEqual(adopted('2026-12-20'))
    expect(adopted('2026-12-20', '2026-12-24')).toEqual(adopted('2026-12-20'))
    expect(adopted('2026-12-29', '2026-12-26')).toEqual(adopted('2026-12-26'))
  })

  test('tells each engagement that it changes, each day off, and how many sessions go', () => {
    fc.assert(
      fc.property(given, ({ plan, scenarios: [scenario] }) => {
        const effects = effectsOf(plan, scenario, TODAY)
        const command = scenarioCommand(plan, scenario, TODAY)
        expect(effects.length > 0 || command === null || isTermsAlone(plan, command)).toBe(true)
        const removed = effects.reduce(
          (sum, effect) => sum + (effect.kind === 'sessions' ? effect.single + effect.series : 0),
          0,
        )
        expect(removed).toBe(removedBy(command))
      }),
      { numRuns: 60 },
    )
  })
})

function removedBy(command: Command | null): number {
  if (command?.type !== 'batch') return 0
  return command.commands.reduce(
    (sum, member) => sum + (member.type === 'session/delete' ? member.sessions.length : 0),
    0,
  )
}

/** A drop that comes after the end there is changes nothing. */
function isTermsAlone(plan: Plan, command: Command): boolean {
  const before = withoutScenarios(plan)
  return JSON.stringify(withoutScenarios(done(plan, command))) === JSON.stringify(before)
}

test('a shorter week counts the days that are left of those that are worked', () => {
  fc.assert(
    fc.property(aPractice, aDay, (plan, from) => {
      const all = daysAWeek(plan, { from, freeDays: [] })
      expect(daysAWeek(plan, { from, freeDays: [1] })).toBeLessThanOrEqual(all)
      expect(daysAWeek(plan, { from, freeDays: [1, 2, 3, 4, 5, 6, 7] })).toBe(0)
    }),
    { numRuns: 20 },
  )
})
