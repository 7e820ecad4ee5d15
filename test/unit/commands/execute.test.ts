import fc from 'fast-check'
import { applyPatches, enablePatches, type Patch } from 'immer'
import { describe, expect, it } from 'vitest'
import { samplePractice } from '../../../assets/sample/practice.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import { rescheduleCommand } from '../../../shared/commands/reschedule.ts'
import { isUnused } from '../../../shared/commands/startCommands.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { emptyPlan, emptyYear, findSession, Plan } from '../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../shared/plan/series.ts'
import { aClient, anEngagement, anEntry, aPlan, aSeries, aSession, HOME } from '../../support/builders.ts'

enablePatches()

const plan = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
  sessions: [aSession(), aSeries({ start: '2026-11-02T11:00' })],
  entries: [anEntry()],
})

function done(command: Command, on: Plan = plan) {
  const result = execute(on, Command.parse(command))
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result
}

function refusal(command: Command) {
  const result = execute(plan, Command.parse(command))
  return result.ok ? null : { path: result.refusal.path.join('.'), code: result.refusal.code }
}

describe('[C1] execute', () => {
  it('[C1] the inverse patches give back the plan before, the patches the plan after', () => {
    const command: Command = {
      type: 'session/move',
      moves: [
        {
          occurrence: { sessionId: 'session-1', original: null },
          start: '2027-01-04T10:00',
          engagementId: 'lumen-1',
        },
      ],
    }
    const { plan: after, patches, inverse } = done(command)
    expect(findSession(after, 'session-1')).toEqual(
      aSession({ start: '2027-01-04T10:00', engagementId: 'lumen-1' }),
    )
    expect(applyPatches(plan, patches as Patch[])).toEqual(after)
    expect(applyPatches(after, inverse as Patch[])).toEqual(plan)
  })

  it('[C2] what a command did not touch keeps its reference', () => {
    const { plan: after } = done({
      type: 'session/change',
      id: 'session-1',
      scope: { kind: 'all' },
      change: { minutes: 90 },
    })
    expect(after.practice).toBe(plan.practice)
    expect(after.years['2026']?.entries).toBe(plan.years['2026']?.entries)
  })

  it('[C3] every plan that commands make passes the schema of the plan', () => {
    fc.assert(
      fc.property(fc.array(anyCommand(), { maxLength: 12 }), (commands) => {
        let now: Plan = plan
        for (const command of commands) {
          const result = execute(now, command)
          if (!result.ok) continue
          expect(applyPatches(result.plan, result.inverse as Patch[])).toEqual(now)
          now = result.plan
        }
        expect(Plan.safeParse(now).error).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })
})

describe('a step of several sessions', () => {
  it('is called by their titles, each once and three at most', () => {
    const subjectOf = (...titles: string[]) => {
      const sessions = titles.map((title, i) => aSession({ id: `new-${i}`, title, engagementId: null }))
      const result = execute(aPlan(), { type: 'session/create', sessions })
      return result.ok ? result.subject : result.refusal.code
    }
    expect([subjectOf('A'), subjectOf('A', 'B', 'A'), subjectOf('A', 'B', 'C', 'D')]).toEqual([
      'A',
      'A, B',
      'A, B, C, …',
    ])
  })
})

describe('commands on series', () => {
  it('deleting one occurrence excepts it, deleting the following ends the series, deleting all removes it', () => {
    const original = '2026-11-16T11:00'
    const november = { from: '2026-11-01', to: '2026-11-30' }
    const left = (kind: 'this' | 'following' | 'all') => {
      const scope =
        kind === 'all' ? { kind } : kind === 'this' ? { kind, original } : { kind, original, newId: 'new' }
      const series = findSession(
        done({ type: 'session/delete', sessions: [{ id: 'series-1', scope }] }).plan,
        'series-1',
      )
      return series === undefined ? null : occurrencesOf(series, november).map((o) => o.start.slice(8, 10))
    }
    expect(left('this')).toEqual(['02', '09', '23', '30'])
    expect(left('following')).toEqual(['02', '09'])
    expect(left('all')).toBeNull()
  })

  it.each(['this', 'following', 'all'] as const)(
    'moving with scope %s puts the occurrence where it was dropped',
    (scope) => {
      const occurrence = { sessionId: 'series-1', original: '2026-11-16T11:00' }
      const made = rescheduleCommand(plan, {
        occurrence,
        start: '2026-11-17T15:00',
        scope,
        newId: 'series-2',
      })
      if (!('command' in made)) throw new Error('refused')
      const after = done(made.command).plan
      const november = { from: '2026-11-01', to: '2026-11-30' }
      const all = ['series-1', 'series-2']
        .map((id) => findSession(after, id))
        .flatMap((session) => (session ? occurrencesOf(session, november) : []))
        .map((o) => o.start.slice(8, 16))
      const expected = {
        this: ['02T11:00', '09T11:00', '17T15:00', '23T11:00', '30T11:00'],
        following: ['02T11:00', '09T11:00', '17T15:00', '24T15:00'],
        all: ['03T15:00', '10T15:00', '17T15:00', '24T15:00'],
      }
      expect(all).toEqual(expected[scope])
    },
  )
})

describe('refusals name the field and the reason', () => {
  it.each<[string, Command, { path: string; code: string }]>([
    [
      'an engagement that does not exist',
      { type: 'session/create', sessions: [aSession({ id: 'new', engagementId: 'nobody' })] },
      { path: 'sessions.0.engagementId', code: 'engagement-gone' },
    ],
    [
      'an id that is taken',
      { type: 'session/create', sessions: [aSession()] },
      { path: 'sessions.0.id', code: 'id-taken' },
    ],
    [
      'a session that is gone',
      { type: 'session/delete', sessions: [{ id: 'gone', scope: { kind: 'all' } }] },
      { path: 'sessions.0.id', code: 'session-gone' },
    ],
    [
      'an occurrence that the rule does not make',
      {
        type: 'session/delete',
        sessions: [{ id: 'series-1', scope: { kind: 'this', original: '2026-11-17T11:00' } }],
      },
      { path: 'scope.original', code: 'occurrence-gone' },
    ],
    [
      'a client that is still used',
      { type: 'practice/delete', kind: 'client', id: 'northwind' },
      { path: 'id', code: 'client-used' },
    ],
    [
      'an engagement of a client that does not exist',
      {
        type: 'practice/put',
        records: [{ kind: 'engagement', value: anEngagement({ clientId: 'nobody' }) }],
      },
      { path: 'records.0.value.clientId', code: 'client-gone' },
    ],
    ['a plan that has content', { type: 'plan/start', plan }, { path: '', code: 'plan-in-use' }],
  ])('%s', (_name, command, expected) => {
    expect(refusal(command)).toEqual(expected)
  })

  it.each<[string, object, string]>([
    ['zero minutes', aSession({ minutes: 0 }), 'minutes-positive'],
    ['negative minutes', aSession({ minutes: -30 }), 'minutes-positive'],
    ['a day that does not exist', aSession({ start: '2026-02-31T09:00' }), 'wall-clock'],
    ['an unknown zone', aSession({ zone: 'Mars/Olympus' }), 'zone'],
    ['an empty title', aSession({ title: '  ' }), 'empty'],
    ['more than a week', aSession({ minutes: 10_081 }), 'minutes-too-long'],
  ])('the border refuses %s', (_name, session, code) => {
    const parsed = Command.safeParse({ type: 'session/create', sessions: [session] })
    expect(parsed.error?.issues[0]?.message).toBe(code)
  })
})

function anyCommand(): fc.Arbitrary<Command> {
  const id = fc.constantFrom('session-1', 'series-1', 'new-1', 'new-2', 'gone')
  const start = fc
    .tuple(
      fc.constantFrom('2026-11-23', '2026-11-30', '2026-12-31', '2027-01-01'),
      fc.integer({ min: 0, max: 95 }),
    )
    .map(
      ([day, quarter]) =>
        `${day}T${String(quarter >> 2).padStart(2, '0')}:${String((quarter & 3) * 15).padStart(2, '0')}`,
    )
  const original = fc.constantFrom('2026-11-09T11:00', '2026-11-16T11:00', '2026-11-23T11:00')
  const scope = fc.oneof(
    fc.constant({ kind: 'all' } as const),
    original.map((at) => ({ kind: 'this', original: at }) as const),
    fc
      .tuple(original, fc.constantFrom('cut-1', 'cut-2'))
      .map(([at, newId]) => ({ kind: 'following', original: at, newId }) as const),
  )
  const engagementId = fc.constantFrom('northwind-cto', 'lumen-1', null)
  return fc.oneof(
    fc.tuple(id, start, engagementId).map(
      ([i, s, e]): Command => ({
        type: 'session/create',
        sessions: [aSession({ id: i, start: s, engagementId: e })],
      }),
    ),
    fc.tuple(id, scope, start).map(
      ([i, s, at]): Command => ({
        type: 'session/change',
        id: i,
        scope: s,
        change: { start: at },
      }),
    ),
    fc
      .tuple(id, scope)
      .map(([i, s]): Command => ({ type: 'session/delete', sessions: [{ id: i, scope: s }] })),
    fc.tuple(id, start).map(
      ([i, at]): Command => ({
        type: 'entry/put',
        entries: [anEntry({ id: i, day: at.slice(0, 10), start: at })],
      }),
    ),
  )
}

describe('starting over', () => {
  it('empties the sample and keeps the settings, whatever was issued in its name', () => {
    const sample = samplePractice({ today: '2026-11-24', zone: HOME, language: 'en' })
    const { plan: dark } = done({ type: 'settings/change', change: { theme: 'dark' } }, sample)
    const { plan: cleared, inverse } = done({ type: 'plan/clear' }, dark)
    expect(cleared).toEqual({
      practice: { ...emptyPlan(HOME).practice, settings: dark.practice.settings },
      years: {},
    })
    expect(isUnused(cleared)).toBe(true)
    expect(applyPatches(cleared, inverse as Patch[])).toEqual(dark)
  })

  it('is refused once an invoice was issued in somebody’s own name', () => {
    const sample = samplePractice({ today: '2026-11-24', zone: HOME, language: 'en' })
    const own = structuredClone(sample.years['2026']?.invoices) as Record<string, Invoice>
    const [first] = Object.values(own)
    if (first?.issued == null) throw new Error('the sample has no invoice')
    const issued = {
      ...first,
      issued: { ...first.issued, seller: { ...first.issued.seller, iban: 'DE02120300000000202051' } },
    }
    const year = { ...emptyYear, invoices: { [issued.id]: issued } }
    const result = execute({ ...sample, years: { '2026': year } }, { type: 'plan/clear' })
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'books-kept', params: { number: issued.issued.number } },
    })
  })
})
