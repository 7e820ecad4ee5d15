import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { PlanPatch } from '../../../shared/ipc/contract.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { JournalLine } from '../../../shared/storage/journalLine.ts'
import { currentVersion } from '../../../shared/storage/migrations.ts'
import { replayShard, yearsIn } from '../../../shared/storage/replay.ts'
import { type ShardData, shardOf } from '../../../shared/storage/shard.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'

const start = aPlan({ clients: [aClient()], engagements: [anEngagement()] })
const ids = fc.constantFrom('a', 'b', 'c', 'd')
const starts = fc
  .record({ year: fc.constantFrom(2025, 2026, 2027), day: fc.integer({ min: 10, max: 28 }) })
  .map(({ year, day }) => `${year}-11-${day}T09:00`)

/** Commands that may be refused; what is carried out reaches over years and into series. */
const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(ids, starts)
    .map(([id, at]): Command => ({ type: 'session/create', sessions: [aSession({ id, start: at })] })),
  ids.map((id): Command => ({ type: 'session/create', sessions: [aSeries({ id })] })),
  fc
    .tuple(ids, starts)
    .map(
      ([id, at]): Command => ({ type: 'session/change', id, scope: { kind: 'all' }, change: { start: at } }),
    ),
  fc.tuple(ids, fc.constantFrom('2026-11-30T09:00', '2026-12-07T09:00')).map(
    ([id, original]): Command => ({
      type: 'session/delete',
      sessions: [{ id, scope: { kind: 'this', original } }],
    }),
  ),
  ids.map((id): Command => ({ type: 'session/delete', sessions: [{ id, scope: { kind: 'all' } }] })),
  fc
    .integer({ min: 0, max: 600 })
    .map((reserveMinutes): Command => ({ type: 'settings/change', change: { reserveMinutes } })),
)

function lineOf(rev: number, patches: readonly PlanPatch[], inverse: readonly PlanPatch[]): JournalLine {
  return {
    rev,
    version: currentVersion,
    at: '',
    kind: 'do',
    of: null,
    type: 't',
    subject: '',
    undoable: true,
    patches,
    inverse,
  }
}

const today = (data: ShardData) => ({ version: currentVersion, data })

/** Carries out what is not refused; the plan at each revision, and the lines between. */
function history(commands: readonly Command[]): {
  readonly plans: readonly Plan[]
  readonly lines: readonly JournalLine[]
} {
  const plans: Plan[] = [start]
  const lines: JournalLine[] = []
  for (const one of commands) {
    const result = execute(plans.at(-1) ?? start, one)
    if (!result.ok || result.patches.length === 0) continue
    plans.push(result.plan)
    lines.push(
      lineOf(
        lines.length + 1,
        result.patches as readonly PlanPatch[],
        result.inverse as readonly PlanPatch[],
      ),
    )
  }
  return { plans, lines }
}

describe('a shard brought forward by the journal', () => {
  test('is what the plan holds, at whatever revision it was written', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), fc.nat(), (commands, seed) => {
        const { plans, lines } = history(commands)
        const last = plans.at(-1) ?? start
        for (const [i, name] of ['practice', '2025', '2026', '2027'].entries()) {
          const rev = (seed + i * 7) % plans.length
          const shard = shardOf(plans[rev] ?? start, name)
          expect(replayShard(name, today(shard), rev, lines)).toEqual({ data: shardOf(last, name) })
        }
        for (const year of Object.keys(last.years)) expect(yearsIn(lines)).toContain(year)
      }),
      { numRuns: 300 },
    )
  })

  test('skips the lines that it holds', () => {
    const lines = [1, 2, 3].map((rev) =>
      lineOf(rev, [{ op: 'replace', path: ['practice', 'settings', 'reserveMinutes'], value: rev }], []),
    )
    const practice = { ...start.practice, settings: { ...start.practice.settings, reserveMinutes: 99 } }
    const at = (rev: number) => {
      const data = replayShard('practice', today(practice), rev, lines)?.data
      return data !== null && data !== undefined && 'settings' in data ? data.settings.reserveMinutes : null
    }
    expect([at(0), at(2), at(3), at(4)]).toEqual([3, 3, 99, 99])
    expect(replayShard('practice', today(practice), 3, lines)?.data).toBe(practice)
  })

  test('follows a plan that is replaced whole', () => {
    const years = { '2026': { sessions: {}, entries: {}, expenses: {}, invoices: {} } }
    const lines = [lineOf(1, [{ op: 'replace', path: ['years'], value: years }], [])]
    expect(replayShard('2026', today(null), 0, lines)).toEqual({ data: years['2026'] })
    expect(
      replayShard('2025', today({ sessions: {}, entries: {}, expenses: {}, invoices: {} }), 0, lines),
    ).toEqual({
      data: null,
    })
  })

  test('is refused where a line does not fit it', () => {
    const lines = [
      lineOf(1, [{ op: 'replace', path: ['years', '2026', 'sessions', 'a', 'minutes'], value: 5 }], []),
    ]
    expect(replayShard('2026', today(null), 0, lines)).toBeNull()
  })
})
