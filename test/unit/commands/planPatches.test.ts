import fc from 'fast-check'
import { applyPatches, enablePatches, freeze, type Patch, produceWithPatches } from 'immer'
import { describe, expect, it } from 'vitest'
import { importCalendar } from '../../../shared/commands/calendarCommands.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { importEntries } from '../../../shared/commands/importCommands.ts'
import { applyPlanPatches, applyWithInverse } from '../../../shared/commands/planPatches.ts'
import type { PlanDraft } from '../../../shared/plan/plan.ts'
import type { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'

enablePatches()

const base = freeze({ a: { one: { n: 1 }, two: { n: 2 } }, b: { list: [1, 2], three: { n: 3 } } }, true)

const aKey = fc.constantFrom('a', 'b', 'one', 'two', 'three', 'list', 'new')
const aPatch = fc.record({
  op: fc.constantFrom('add' as const, 'replace' as const, 'remove' as const),
  path: fc.array(aKey, { minLength: 1, maxLength: 3 }),
  value: fc.constantFrom(5, { n: 6 }, { m: { n: 7 } }),
})

function outcome(run: () => unknown): unknown {
  try {
    return run()
  } catch {
    return 'refused'
  }
}

describe('patches of a plan', () => {
  it('[C1] lead where immer’s lead, and are refused where immer refuses', () => {
    fc.assert(
      fc.property(fc.array(aPatch, { maxLength: 6 }), (patches) => {
        const ours = outcome(() => applyPlanPatches(base, patches))
        expect(ours).toEqual(outcome(() => applyPatches(base, patches)))
      }),
      { numRuns: 500 },
    )
  })

  it('[C1] lead back by their inverse', () => {
    fc.assert(
      fc.property(fc.array(aPatch, { maxLength: 6 }), (patches) => {
        const there = outcome(() => applyWithInverse(base, patches)) as ReturnType<typeof applyWithInverse>
        fc.pre(typeof there !== 'string')
        expect(there.after).toEqual(applyPatches(base, patches))
        expect(applyPlanPatches(there.after, there.inverse)).toEqual(base)
      }),
      { numRuns: 500 },
    )
  })

  it('[C2] keep what they do not touch by reference, change nothing that was there, and freeze what is new', () => {
    const after = applyPlanPatches(base, [{ op: 'add', path: ['a', 'new'], value: { n: 4 } }])
    expect(after.b).toBe(base.b)
    expect(after.a.one).toBe(base.a.one)
    expect('new' in base.a).toBe(false)
    expect(Object.isFrozen(after) && Object.isFrozen(after.a)).toBe(true)
    expect(Object.isFrozen((after.a as Record<string, object>).new)).toBe(true)
    expect(applyPlanPatches(base, [])).toBe(base)
  })

  it('change lists as immer does', () => {
    const patches: Patch[] = [{ op: 'add', path: ['b', 'list', 1], value: 9 }]
    expect(applyPlanPatches(base, patches).b.list).toEqual([1, 9, 2])
  })

  it('never take a name for what an object is', () => {
    expect(() => applyPlanPatches(base, [{ op: 'add', path: ['a', '__proto__'], value: {} }])).toThrow()
  })
})

describe('[C1] an import of worked time', () => {
  const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], entries: [anEntry()] })
  const entry = (id: string, day: string): TimeEntry =>
    anEntry({ id, day, start: null, session: null, importKey: id })
  const command = {
    type: 'entry/import' as const,
    source: 'toggl.csv',
    clients: [{ ...aClient({ id: 'acme', name: 'Acme' }) }],
    engagements: [{ ...anEngagement({ id: 'audit', clientId: 'acme' }) }],
    entries: [entry('x', '2026-11-02'), entry('y', '2024-02-29'), entry('z', '2024-03-01')],
  }

  it('adds by patches what its recipe adds to a draft', () => {
    const done = execute(plan, command as never)
    if (!done.ok) throw new Error('refused')
    const [drafted, patches] = produceWithPatches(plan, (draft) =>
      importEntries.recipe(draft as PlanDraft, command as never),
    )
    expect(done.plan).toEqual(drafted)
    const sorted = (list: readonly Patch[]) => list.map((patch) => JSON.stringify(patch)).sort()
    expect(sorted(done.patches)).toEqual(sorted(patches))
    expect(applyPatches(done.plan, [...done.inverse])).toEqual(plan)
    expect(applyPlanPatches(done.plan, done.inverse)).toEqual(plan)
  })
})

describe('[C1] an import of a calendar', () => {
  const weekly = { rule: 'FREQ=WEEKLY', except: [], extra: [], changed: {} }
  const plan = aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    sessions: [
      aSession({ id: 'a', start: '2026-11-02T09:00' }),
      aSession({ id: 'b', start: '2026-12-01T09:00' }),
      aSession({ id: 'c', recurrence: weekly }),
    ],
  })
  const anId = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const aPut = fc
    .record({
      id: anId,
      start: fc.constantFrom('2026-11-02T09:00', '2025-01-02T10:00', '2030-05-05T08:00'),
      repeats: fc.boolean(),
    })
    .map(({ id, start, repeats }) => aSession({ id, start, recurrence: repeats ? weekly : null }))
  const off = fc.array(anId, { maxLength: 3 }).map((ids) => [...new Set(ids)])
  const aCommand = fc
    .record({
      sessions: fc.uniqueArray(aPut, { maxLength: 5, selector: ({ id }) => id }),
      removed: off,
      offs: off,
      offRemoved: off,
    })
    .map(({ sessions, removed, offs, offRemoved }) => ({
      type: 'calendar/import' as const,
      calendar: 'Work',
      sessions,
      timeOff: offs.map((id) => ({
        id,
        title: id,
        from: '2026-12-24',
        to: '2026-12-24',
        part: null,
        source: null,
      })),
      dayNotes: [],
      removed: { sessions: removed, timeOff: offRemoved, dayNotes: [] },
      restored: [],
      rules: { put: [{ id: 'r', by: 'title' as const, text: 'x', engagementId: null }], removed: ['r'] },
    }))

  it('writes by patches what its recipe writes to a draft, over what an earlier one wrote, and back', () => {
    fc.assert(
      fc.property(aCommand, aCommand, (first, second) => {
        const before = execute(plan, first as never)
        if (!before.ok) throw new Error(before.refusal.code)
        const done = execute(before.plan, second as never)
        if (!done.ok) throw new Error(done.refusal.code)
        const [drafted] = produceWithPatches(before.plan, (draft) =>
          importCalendar.recipe(draft as PlanDraft, second as never),
        )
        expect(done.plan).toEqual(drafted)
        expect(applyPatches(before.plan, [...done.patches])).toEqual(drafted)
        expect(applyPlanPatches(done.plan, done.inverse)).toEqual(before.plan)
      }),
      { numRuns: 300 },
    )
  })
})
