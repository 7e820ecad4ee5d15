import fc from 'fast-check'
import { applyPatches, enablePatches, type Patch } from 'immer'
import { describe, expect, it } from 'vitest'
import { StepHistory } from '../../../electron/history.ts'
import { PlanHost } from '../../../electron/planHost.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import { findSession, type Plan } from '../../../shared/plan/plan.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aSeries,
  aSession,
} from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

enablePatches()

const plan = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
  deliverables: [aDeliverable()],
  sessions: [aSession(), aSession({ id: 'session-2', title: 'Board call' }), aSeries({ title: 'Standup' })],
  entries: [anEntry()],
})

type Member = Extract<Command, { type: 'batch' }>['commands'][number]

const batch = (...commands: Member[]): Command => ({ type: 'batch', commands })
const move = (sessionId: string, start: string, original: string | null = null): Member => ({
  type: 'session/move',
  moves: [{ occurrence: { sessionId, original }, start }],
})
const extend: Member = {
  type: 'practice/put',
  records: [{ kind: 'deliverable', value: aDeliverable({ due: '2026-12-11' }) }],
}
const create = (id: string): Member => ({ type: 'session/create', sessions: [aSession({ id })] })
const drop = (id: string): Member => ({ type: 'session/delete', sessions: [{ id, scope: { kind: 'all' } }] })

function done(command: Command, on: Plan = plan) {
  const result = execute(on, Command.parse(command))
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result
}

/** The plan after commands that are carried out one by one. */
function oneByOne(commands: readonly Member[], on: Plan = plan): Plan {
  return commands.reduce((now: Plan, command) => done(command, now).plan, on)
}

describe('a batch', () => {
  it('[C1] is one change, there and back', () => {
    const members = [move('session-1', '2027-01-04T10:00'), extend, drop('session-2')]
    const { plan: after, patches, inverse, undoable } = done(batch(...members))
    expect(after).toEqual(oneByOne(members))
    expect(applyPatches(plan, patches as Patch[])).toEqual(after)
    expect(applyPatches(after, inverse as Patch[])).toEqual(plan)
    expect(undoable).toBe(true)
  })

  it('checks each member against the plan as those before it left it', () => {
    expect(findSession(done(batch(create('new'), move('new', '2026-11-25T09:00'))).plan, 'new')).toEqual(
      aSession({ id: 'new', start: '2026-11-25T09:00' }),
    )
    expect(
      execute(plan, batch(drop('session-1'), extend, move('session-1', '2026-11-25T09:00'))),
    ).toMatchObject({
      ok: false,
      refusal: { path: ['commands', 2, 'moves', 0, 'occurrence'], code: 'session-gone' },
    })
  })

  it('leaves its own payload as it was given, also where a member changes what one before it made', () => {
    const standup = aSeries({ id: 'new', start: '2026-11-02T09:00' })
    const command = batch(
      { type: 'session/create', sessions: [standup] },
      {
        type: 'session/delete',
        sessions: [{ id: 'new', scope: { kind: 'this', original: '2026-11-09T09:00' } }],
      },
      move('new', '2026-11-17T09:00', '2026-11-16T09:00'),
    )
    const given = structuredClone(command)
    const first = done(command)
    expect(command).toEqual(given)
    expect(findSession(first.plan, 'new')?.recurrence).toMatchObject({
      except: ['2026-11-09T09:00'],
      changed: { '2026-11-16T09:00': { start: '2026-11-17T09:00' } },
    })
    expect(execute(plan, command)).toEqual(first)
  })

  it('[C2] leaves the references of what it did not touch', () => {
    const { plan: after } = done(batch(extend))
    expect([after.years === plan.years, after.practice.series === plan.practice.series]).toEqual([true, true])
  })

  it.each<[string, object]>([
    ['none', { type: 'batch', commands: [] }],
    ['more than fifty', { type: 'batch', commands: Array.from({ length: 51 }, () => extend) }],
    ['a batch', { type: 'batch', commands: [batch(extend)] }],
    ['a start', { type: 'batch', commands: [{ type: 'plan/clear' }] }],
    [
      'the issue of an invoice',
      { type: 'batch', commands: [{ type: 'invoice/issue', id: 'draft', on: '2026-11-23' }] },
    ],
    [
      'a member that is not valid',
      { type: 'batch', commands: [{ ...drop('session-1'), sessions: [{ id: '' }] }] },
    ],
  ])(
    'has at least one member and fifty at most, each of which can be taken back: not %s',
    (_what, command) => {
      expect(Command.safeParse(command).success).toBe(false)
    },
  )

  it('is named by what it is about, in both languages', () => {
    const accept: Member = { type: 'flag/accept', key: 'x', accepted: { fingerprint: 'f', note: 'n' } }
    const move1 = move('session-1', '2026-11-25T09:00')
    const labels = [
      batch(move1, drop('session-2'), accept),
      batch(move1, drop('session-2'), extend, drop('series-1')),
      batch(accept),
    ].map((command) => {
      const { subject } = done(command)
      return (['en', 'de'] as const).map((language) => wordsIn(language).commands.steps.batch?.(subject))
    })
    expect(labels).toEqual([
      ['change “Platform roadmap, Board call”', '„Platform roadmap, Board call“ ändern'],
      [
        'change “Platform roadmap, Board call, Milestone 2, …”',
        '„Platform roadmap, Board call, Milestone 2, …“ ändern',
      ],
      ['several changes', 'mehrere Änderungen'],
    ])
  })

  it('[D6] is one step of the history: undone and redone whole', async () => {
    const host = new PlanHost({
      plan,
      rev: 0,
      history: new StepHistory([], () => []),
      keeper: { append: async () => {}, failing: () => false },
      now: () => 0,
      readOnly: false,
    })
    const members = [move('session-1', '2027-01-04T10:00'), move('session-1', '2027-01-05T10:00'), extend]
    expect(await host.execute(batch(...members))).toEqual({ ok: true, rev: 1 })
    const after = host.plan()
    expect(host.history().undo).toEqual({ type: 'batch', subject: 'Platform roadmap, Milestone 2' })
    expect([await host.undo(), host.plan()]).toEqual([{ ok: true, rev: 2 }, plan])
    expect([await host.redo(), host.plan()]).toEqual([{ ok: true, rev: 3 }, after])
  })

  it('of any commands is the same as the commands one by one, or refused where one of them is', () => {
    fc.assert(
      fc.property(fc.array(anyMember(), { minLength: 1, maxLength: 8 }), (members) => {
        let expected: Plan | null = plan
        for (const member of members) {
          const result = execute(expected, member)
          if (!result.ok) {
            expected = null
            break
          }
          expected = result.plan
        }
        const result = execute(plan, batch(...members))
        expect(result.ok ? result.plan : null).toEqual(expected)
        if (result.ok) expect(applyPatches(result.plan, result.inverse as Patch[])).toEqual(plan)
      }),
      { numRuns: times(150, 3000) },
    )
  })
})

function anyMember(): fc.Arbitrary<Member> {
  const id = fc.constantFrom('session-1', 'session-2', 'series-1', 'new-1')
  const start = fc.constantFrom('2026-11-23T09:00', '2026-11-30T09:00', '2027-01-04T10:00')
  const original = fc.constantFrom('2026-11-23T09:00', '2026-11-30T09:00')
  return fc.oneof(
    id.map(create),
    id.map(drop),
    fc.tuple(id, start).map(([i, at]) => move(i, at)),
    fc.tuple(start, original).map(([at, of]) => move('series-1', at, of)),
    original.map(
      (of): Member => ({
        type: 'session/delete',
        sessions: [{ id: 'series-1', scope: { kind: 'this', original: of } }],
      }),
    ),
    fc.constant(extend),
    fc.integer({ min: 0, max: 9 }).map(
      (reserveMinutes): Member => ({
        type: 'settings/change',
        change: { reserveMinutes },
      }),
    ),
  )
}
