import fc from 'fast-check'
import { applyPatches, enablePatches, type Patch } from 'immer'
import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import { aClient, aDeliverable, anEngagement, anEntry, aPlan } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

enablePatches()

const two = [
  aDeliverable({ id: 'one', estimateMinutes: 600, remainingMinutes: 600 }),
  aDeliverable({ id: 'two', estimateMinutes: 300, remainingMinutes: 300 }),
]
const begin = aPlan({ clients: [aClient()], engagements: [anEngagement()], deliverables: two })

const entry = (id: string, deliverableId: string | null, minutes: number, day = '2026-11-23') =>
  anEntry({ id, deliverableId, minutes, day, start: null })
const put = (...entries: TimeEntry[]): Command => ({ type: 'entry/put', entries })
const remove = (...ids: string[]): Command => ({ type: 'entry/delete', ids })

function after(plan: Plan, ...commands: readonly Command[]): Plan {
  return commands.reduce((now, command) => {
    const result = execute(now, Command.parse(command))
    if (!result.ok) throw new Error(result.refusal.code)
    expect(applyPatches(result.plan, result.inverse as Patch[])).toEqual(now)
    return result.plan
  }, plan)
}

const remaining = ({ practice }: Plan) =>
  ['one', 'two'].map((id) => practice.deliverables[id]?.remainingMinutes)

describe('[P5] what remains of a deliverable', () => {
  it.each<[string, readonly Command[], [number, number]]>([
    ['shrinks by the time that is logged to it', [put(entry('a', 'one', 90))], [510, 300]],
    ['is not touched by time for nothing that is due', [put(entry('a', null, 90))], [600, 300]],
    ['is never below nothing', [put(entry('a', 'one', 700))], [0, 300]],
    ['gets back what a deleted entry had', [put(entry('a', 'one', 90)), remove('a')], [600, 300]],
    [
      'gets back no overrun',
      [put(entry('a', 'one', 590)), put(entry('b', 'one', 60)), remove('b')],
      [10, 300],
    ],
    ['follows a corrected length', [put(entry('a', 'one', 90)), put(entry('a', 'one', 30))], [570, 300]],
    [
      'follows an entry that moves to another',
      [put(entry('a', 'one', 90)), put(entry('a', 'two', 90))],
      [600, 210],
    ],
    [
      'follows an entry that moves to another year',
      [put(entry('a', 'one', 90)), put(entry('a', 'one', 60, '2027-01-04'))],
      [540, 300],
    ],
    [
      'counts an entry that is given twice in a command once',
      [put(entry('a', 'one', 90), entry('a', 'one', 30))],
      [570, 300],
    ],
    [
      'sums up several',
      [put(entry('a', 'one', 90), entry('b', 'one', 60), entry('c', 'two', 30))],
      [450, 270],
    ],
    [
      'goes on from what was set by hand',
      [
        put(entry('a', 'one', 90)),
        {
          type: 'practice/put',
          records: [{ kind: 'deliverable', value: aDeliverable({ id: 'one', remainingMinutes: 120 }) }],
        },
        put(entry('b', 'one', 60)),
      ],
      [60, 300],
    ],
  ])('%s', (_rule, commands, left) => {
    expect(remaining(after(begin, ...commands))).toEqual(left)
  })

  it('is the estimate less what is logged, whatever was written, corrected and deleted before', () => {
    const written = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      to: fc.constantFrom('one', 'two', null),
      minutes: fc.integer({ min: 1, max: 500 }),
    })
    const step = fc.oneof(
      fc
        .array(written, { minLength: 1, maxLength: 3 })
        .map((all) => put(...all.map(({ id, to, minutes }) => entry(id, to, minutes)))),
      fc.constantFrom('a', 'b', 'c', 'd').map((id) => remove(id)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let plan = begin
        for (const command of steps) {
          const result = execute(plan, command)
          if (result.ok) plan = result.plan
        }
        const entries = Object.values(plan.years).flatMap((year) => Object.values(year.entries))
        const left = two.map(({ id, estimateMinutes }) =>
          entries.reduce((sum, one) => sum - (one.deliverableId === id ? one.minutes : 0), estimateMinutes),
        )
        expect(remaining(plan)).toEqual(left.map((minutes) => Math.max(0, minutes)))
      }),
      { numRuns: times(200, 5000) },
    )
  })
})

describe('a deliverable that an instalment is due with', () => {
  it('is not deleted', () => {
    const instalments = [
      { id: 'i', title: '', amount: 100, on: { kind: 'deliverable' as const, deliverableId: 'one' } },
    ]
    const pays = { kind: 'fixed' as const, price: 100, instalments }
    const plan = aPlan({ clients: [aClient()], engagements: [anEngagement({ pays })], deliverables: two })
    const deletion = (id: string) => {
      const result = execute(plan, { type: 'practice/delete', kind: 'deliverable', id })
      return result.ok ? 'deleted' : result.refusal.code
    }
    expect([deletion('one'), deletion('two')]).toEqual(['record-used', 'deleted'])
  })
})
