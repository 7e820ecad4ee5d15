import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StepHistory, takeBack } from '../../../electron/history.ts'
import { PlanHost } from '../../../electron/planHost.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { JournalLine } from '../../../shared/storage/journalLine.ts'
import { currentVersion } from '../../../shared/storage/migrations.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'

const start = aPlan({ clients: [aClient()], engagements: [anEngagement()] })

interface Kept {
  readonly host: PlanHost
  readonly lines: readonly JournalLine[]
}

/** A host whose lines are kept in memory; `marked` says which of them must stay. */
function aHost(
  plan: Plan = start,
  before: readonly JournalLine[] = [],
  mustStay: (line: JournalLine) => boolean = () => false,
): Kept {
  const lines: JournalLine[] = [...before]
  const history = new StepHistory(before, () => [])
  const add = history.add.bind(history)
  history.add = (line) => add(mustStay(line) ? { ...line, undoable: false } : line)
  const keeper = {
    append: async (line: JournalLine) => {
      lines.push(mustStay(line) ? { ...line, undoable: false } : line)
    },
    failing: () => false,
  }
  const host = new PlanHost({ plan, rev: before.length, history, keeper, now: () => 0, readOnly: false })
  return { host, lines }
}

const create = (id: string): Command => ({ type: 'session/create', sessions: [aSession({ id, title: id })] })
const change = (id: string, minutes: number): Command => ({
  type: 'session/change',
  id,
  scope: { kind: 'all' },
  change: { minutes },
})
const remove = (id: string): Command => ({
  type: 'session/delete',
  sessions: [{ id, scope: { kind: 'all' } }],
})

describe('undo', () => {
  test('takes steps back newest first, and redo makes them again, each as a new revision', async () => {
    const { host } = aHost()
    const plans = [host.plan()]
    for (const command of [create('a'), change('a', 90), create('b')]) {
      await host.execute(command)
      plans.push(host.plan())
    }
    for (const expected of [2, 1, 0]) {
      await host.undo()
      expect(host.plan()).toEqual(plans[expected])
    }
    expect(await host.undo()).toEqual({
      ok: false,
      refusal: { path: [], code: 'nothing-to-undo', params: {} },
    })
    for (const expected of [1, 2, 3]) {
      await host.redo()
      expect(host.plan()).toEqual(plans[expected])
    }
    expect(await host.redo()).toEqual({
      ok: false,
      refusal: { path: [], code: 'nothing-to-redo', params: {} },
    })
    expect(host.rev()).toBe(9)
  })

  test('and then a new change: what was taken back cannot be made again', async () => {
    const { host } = aHost()
    await host.execute(create('a'))
    await host.undo()
    expect(host.history()).toEqual({ undo: null, redo: { type: 'session/create', subject: 'a' } })
    await host.execute(create('b'))
    expect(host.history()).toEqual({ undo: { type: 'session/create', subject: 'b' }, redo: null })
  })

  test('steps over what must stay', async () => {
    const { host } = aHost(start, [], ({ type }) => type === 'settings/change')
    await host.execute(create('a'))
    await host.execute({ type: 'settings/change', change: { reserveMinutes: 60 } })
    expect(host.history().undo).toEqual({ type: 'session/create', subject: 'a' })
    await host.undo()
    expect(host.plan().years['2026']?.sessions ?? {}).toEqual({})
    expect(host.plan().practice.settings.reserveMinutes).toBe(60)
    await host.redo()
    expect(Object.keys(host.plan().years['2026']?.sessions ?? {})).toEqual(['a'])
  })

  test.each([
    ['changed', change('a', 240)],
    ['deleted', remove('a')],
  ])('is refused where what the step made was %s by a step that stays', async (_what, later) => {
    const { host } = aHost(start, [], ({ rev }) => rev === 3)
    await host.execute(create('a'))
    await host.execute(change('a', 90))
    await host.execute(later)
    const before = host.plan()
    expect(await host.undo()).toEqual({
      ok: false,
      refusal: { path: [], code: 'undo-conflict', params: { subject: 'a' } },
    })
    expect(host.plan()).toBe(before)
  })

  test('of a step untouched by one that stays beside it goes through', async () => {
    const { host } = aHost(start, [], ({ rev }) => rev === 3)
    await host.execute(create('b'))
    await host.execute(create('a'))
    await host.execute(change('b', 240))
    expect(await host.undo()).toMatchObject({ ok: true })
    expect(Object.keys(host.plan().years['2026']?.sessions ?? {})).toEqual(['b'])
  })
})

describe('history', () => {
  const step = fc.oneof(
    fc.constantFrom('a', 'b', 'c').map((id) => ({ do: create(id) })),
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(30, 60, 90))
      .map(([id, minutes]) => ({ do: change(id, minutes) })),
    fc.constantFrom('a', 'b', 'c').map((id) => ({ do: remove(id) })),
    fc.constantFrom('undo' as const, 'redo' as const),
  )

  test('is the journal: read back from its lines, whole or in two parts, it stands where it stood', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.nat(), async (steps, seed) => {
        const { host, lines } = aHost()
        for (const one of steps) await (typeof one === 'string' ? host[one]() : host.execute(one.do))
        const whole = new StepHistory(lines, () => [])
        expect(whole.summary()).toEqual(host.history())
        const cut = lines.length === 0 ? 0 : seed % lines.length
        const older = [lines.slice(0, cut)]
        const inParts = new StepHistory(lines.slice(cut), () => older.pop() ?? [])
        const again = new PlanHost({
          plan: host.plan(),
          rev: host.rev(),
          history: inParts,
          keeper: { append: async () => {}, failing: () => false },
          now: () => 0,
          readOnly: false,
        })
        for (let i = 0; i < 40; i += 1) {
          expect(await again.undo()).toMatchObject({ ok: (await host.undo()).ok })
          expect(again.plan()).toEqual(host.plan())
        }
        expect(host.plan()).toEqual(start)
      }),
      { numRuns: 60 },
    )
  })

  test('in memory is bounded', () => {
    const line = (rev: number): JournalLine => ({
      rev,
      version: currentVersion,
      at: '',
      kind: 'do',
      of: null,
      type: 't',
      subject: String(rev),
      undoable: true,
      patches: [],
      inverse: [],
    })
    const history = new StepHistory([], () => [], 10)
    for (let rev = 1; rev <= 100; rev += 1) history.add(line(rev))
    expect(history.summary().undo?.subject).toBe('100')
  })
})

test('taking back gives null where a path leads nowhere', () => {
  const there = [{ op: 'replace', path: ['years', '2031', 'sessions', 'x', 'minutes'], value: 5 }] as const
  expect(takeBack(start, there, there)).toBeNull()
})
