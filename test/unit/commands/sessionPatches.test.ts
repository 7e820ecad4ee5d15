import fc from 'fast-check'
import { enablePatches, freeze, produceWithPatches } from 'immer'
import { expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { applyPlanPatches } from '../../../shared/commands/planPatches.ts'
import { Command, kindOf, type SingleHostCommand } from '../../../shared/commands/registry.ts'
import type { Plan, PlanDraft } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

enablePatches()

const plan = freeze(
  aPlan({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
    engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
    sessions: [
      aSession({ id: 's0' }),
      aSession({ id: 's1', start: '2026-12-31T09:00' }),
      aSession({ id: 's2', start: '2027-01-02T09:00' }),
      aSeries({ id: 'series', start: '2026-11-02T11:00' }),
    ],
  }),
  true,
)

const anId = fc.constantFrom('s0', 's1', 's2', 'series')
const aStart = fc.constantFrom('2026-11-25T10:00', '2026-12-31T15:00', '2027-01-04T10:00')
const aMove = fc
  .record({ id: anId, start: aStart, to: fc.constantFrom(undefined, 'lumen-1', null) })
  .map(({ id, start, to }) => ({
    occurrence: { sessionId: id, original: id === 'series' ? '2026-11-09T11:00' : null },
    start,
    ...(to === undefined ? {} : { engagementId: to }),
  }))
const aCommand = fc.oneof(
  fc.array(aMove, { minLength: 1, maxLength: 3 }).map((moves) => ({ type: 'session/move' as const, moves })),
  fc
    .record({ id: anId, start: aStart, minutes: fc.integer({ min: 1, max: 40 }) })
    .map(({ id, start, minutes }) => ({
      type: 'session/change' as const,
      id,
      scope: { kind: 'all' as const },
      change: { start, minutes: 15 * minutes, title: 'Changed' },
    })),
)

/** What a command makes of the plan by its recipe alone. */
function byRecipe(command: SingleHostCommand): readonly [Plan, readonly unknown[], readonly unknown[]] {
  return produceWithPatches(plan, (draft) => {
    kindOf(command).recipe(draft as PlanDraft, command)
  })
}

/** Immer writes patches in an order of its own; each is about another session. */
const sorted = (patches: readonly unknown[]) => patches.map((patch) => JSON.stringify(patch)).toSorted()

it('[C1] moves and changes written as patches make what their recipe makes, byte for byte, and lead back', () => {
  const written = new Set<boolean>()
  fc.assert(
    fc.property(aCommand, (given) => {
      const command = Command.parse(given) as SingleHostCommand
      const result = execute(plan, command)
      if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
      const [after, patches] = byRecipe(command)
      expect(JSON.stringify(result.plan)).toBe(JSON.stringify(after))
      expect(sorted(result.patches)).toEqual(sorted(patches))
      expect(applyPlanPatches(result.plan, result.inverse)).toEqual(plan)
      expect(result.plan.practice === plan.practice).toBe(after.practice === plan.practice)
      written.add(kindOf(command).patches?.(plan, command) !== undefined)
    }),
    { numRuns: times(300, 3_000) },
  )
  // Both ways were gone.
  expect(written).toEqual(new Set([true, false]))
})
