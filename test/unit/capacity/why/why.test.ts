import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../../shared/capacity/holidays.ts'
import { week } from '../../../../shared/capacity/week.ts'
import { questionOf, WhyQuestion } from '../../../../shared/capacity/why/question.ts'
import { isAlike, shortfall } from '../../../../shared/capacity/why/shortfall.ts'
import type { Command } from '../../../../shared/commands/registry.ts'
import type { PlanPatch } from '../../../../shared/ipc/contract.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import type { JournalLine } from '../../../../shared/storage/journalLine.ts'
import { aClient, aDeliverable, anEngagement, aPattern, aPlan, aSession } from '../../../support/builders.ts'
import { times } from '../../../support/effort.ts'
import { at, MONDAY } from '../mockWeek.ts'
import { aPractice } from '../randomPractice.ts'
import { after, ask, type Past, pastOf, undone } from './pastSteps.ts'

/*
 * Why a week is impossible, told from the journal: the step that made it so, those since, and what cannot be told. Each
 * working day of the plan has eight hours, without a reserve.
 */

const now = at('2026-11-23T08:00').now
const thisWeek: WhyQuestion = { start: MONDAY, about: { kind: 'week' } }
const monday: WhyQuestion = { start: MONDAY, about: { kind: 'day', day: MONDAY } }

const day = [{ from: 540, to: 1020 }]
const start = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-advice', clientId: 'lumen', name: 'Advice' })],
  patterns: [aPattern({ week: [day, day, day, day, day, [], []] })],
  sessions: [0, 1, 2, 3, 4].map((i) =>
    aSession({ id: `base-${i}`, title: 'Delivery', start: `2026-11-2${3 + i}T09:00`, minutes: 420 }),
  ),
  settings: { reserveMinutes: 0 },
})

/** Minutes that the week has free at the start: an hour a day. */
const free = 300

const create = (
  id: string,
  minutes: number,
  given: Partial<Parameters<typeof aSession>[0]> = {},
): Command => ({
  type: 'session/create',
  sessions: [aSession({ id, title: id, start: '2026-11-23T17:00', minutes, ...given })],
})
const resize = (id: string, minutes: number): Command => ({
  type: 'session/change',
  id,
  scope: { kind: 'all' },
  change: { minutes },
})
const told = (past: Past, question = thisWeek) => {
  const answer = ask(past, question, now)
  if (answer === null) return null
  const step = ({ rev, before, after: left }: { rev: number; before: number; after: number }) => [
    rev,
    before,
    left,
  ]
  return {
    short: answer.short,
    since: answer.since.kind === 'step' ? step(answer.since.step) : ['before', answer.since.short],
    later: answer.later.map(step),
  }
}

describe('a week that holds too much', () => {
  test('is told with the step that made it so, and those that made it worse or better', () => {
    const past = pastOf(start, [
      create('Workshop', free - 60),
      create('Board call', 150),
      create('Review', 45),
      resize('Workshop', free - 90),
      create('Far away', 240, { start: '2027-02-01T09:00' }),
    ])
    expect(told(past)).toEqual({
      short: 105,
      since: [2, 0, 90],
      later: [
        [3, 90, 135],
        [4, 135, 105],
      ],
    })
  })

  test('forgets a time when it was too much that ended', () => {
    const past = pastOf(start, [
      create('Workshop', free + 60),
      resize('Workshop', free),
      create('Board call', 30),
    ])
    expect(told(past)).toEqual({ short: 30, since: [3, 0, 30], later: [] })
  })

  test('fits again when the step is taken back, and the step before it is told when a worse one is', () => {
    const one = pastOf(start, [create('Workshop', free + 60)])
    const two = after(one, create('Board call', 30))
    expect(told(undone(one, start))).toBeNull()
    expect(told(undone(two, one.plan))).toEqual({
      short: 60,
      since: [1, 0, 60],
      later: [
        [2, 60, 90],
        [3, 90, 60],
      ],
    })
  })

  test('names the step with its time, its client, and where its session is now', () => {
    const past = pastOf(start, [
      create('Workshop', free + 60, { engagementId: 'lumen-advice' }),
      resize('Workshop', free + 90),
    ])
    expect(ask(past, thisWeek, now)?.since).toEqual({
      kind: 'step',
      step: {
        rev: 1,
        at: at('2026-11-20T11:00').now,
        kind: 'do',
        type: 'session/create',
        subject: 'Workshop',
        client: 'Lumen',
        before: 0,
        after: 60,
        place: { to: 'session', key: 'Workshop', day: MONDAY },
      },
    })
  })

  test('is told from the step on that took working time away, or keeps more in reserve', () => {
    const record = { id: 'off', title: 'Dentist', from: MONDAY, to: MONDAY, part: null, source: null }
    const off = pastOf(start, [{ type: 'practice/put', records: [{ kind: 'timeOff', value: record }] }])
    expect(ask(off, thisWeek, now)?.since).toMatchObject({
      step: { subject: 'Dentist', client: null, after: 180, place: { to: 'day', day: MONDAY } },
    })
    const reserve = pastOf(start, [{ type: 'settings/change', change: { reserveMinutes: free + 10 } }])
    expect(ask(reserve, thisWeek, now)?.since).toMatchObject({
      step: { after: 10, place: { to: 'settings' } },
    })
  })

  test('is told of a day, too', () => {
    const past = pastOf(start, [create('Talk', 90), create('Elsewhere', 300, { start: '2026-11-24T17:00' })])
    expect(told(past, monday)?.since).toEqual([1, 0, 30])
  })

  test('that was so where the history ends is told so', () => {
    const full = pastOf(start, [create('Workshop', free + 60), create('Board call', 30)])
    expect(told({ ...full, lines: full.lines.slice(1) })).toEqual({
      short: 90,
      since: ['before', 60],
      later: [[2, 60, 90]],
    })
    expect(ask({ ...full, lines: [] }, thisWeek, now)?.since).toEqual({ kind: 'before', at: null, short: 90 })
  })
})

describe('a deadline that cannot be met', () => {
  const work = (minutes: number): Command => ({
    type: 'practice/put',
    records: [
      {
        kind: 'deliverable',
        value: aDeliverable({
          id: 'report',
          title: 'Report',
          due: '2026-11-27',
          estimateMinutes: minutes,
          remainingMinutes: minutes,
        }),
      },
    ],
  })
  const report: WhyQuestion = { start: MONDAY, about: { kind: 'deadline', items: ['report'] } }

  test('is told with the work that was added, and the sessions that took its time', () => {
    const past = pastOf(start, [work(free), create('Board call', 60, { start: '2026-11-24T16:00' })])
    expect(told(past, report)).toEqual({ short: 60, since: [2, 0, 60], later: [] })
    expect(told(after(past, work(free + 30)), report)).toEqual({
      short: 90,
      since: [2, 0, 60],
      later: [[3, 60, 90]],
    })
  })

  test('that time alone made impossible is told so', () => {
    const late = at('2026-11-25T12:00').now
    const past = pastOf(start, [work(free - 30), create('Note', 15, { start: '2027-03-01T09:00' })])
    const answer = ask(past, report, late)
    expect(answer).toMatchObject({ byTime: true, since: { kind: 'step', step: { rev: 1 } } })
    expect(ask({ ...past, lines: past.lines.slice(1) }, report, late)).toMatchObject({
      byTime: true,
      since: { kind: 'before' },
    })
    expect(ask(past, report, at('2026-11-20T11:02').now)).toBeNull()
  })

  test('says nothing of time where the step alone was enough', () => {
    expect(ask(pastOf(start, [work(free + 600)]), report, now)).toMatchObject({ byTime: false, short: 600 })
  })
})

describe('what is asked', () => {
  test('comes from the flags about load and work that cannot be done, and asks for what the flag says', () => {
    fc.assert(
      fc.property(aPractice, (plan) => {
        const context = at('2026-11-24T10:00')
        const { flags } = week(plan, MONDAY, context)
        for (const flag of flags) {
          const question = questionOf(flag, MONDAY)
          const isAsked = ['week-over', 'day-over', 'deadline'].includes(flag.code)
          if (!isAsked) expect(question).toBeNull()
          if (question === null) continue
          expect(WhyQuestion.safeParse(question).success).toBe(true)
          expect(shortfall(plan, question, { ...context, now: Math.ceil(context.now / 15) * 15 })).toBe(
            flag.short,
          )
        }
      }),
      { numRuns: times(100, 3000) },
    )
  })
})

const anOddLine: JournalLine = {
  rev: 1,
  version: 1,
  at: '2026-11-20T10:00:00.000Z',
  kind: 'do',
  of: null,
  type: 'odd',
  subject: '',
  undoable: true,
  patches: [],
  inverse: [],
}

describe('whatever the history holds', () => {
  const aPath = fc.array(
    fc.constantFrom(
      'years',
      'practice',
      '2026',
      'sessions',
      'deliverables',
      'settings',
      'blocks',
      's0',
      'd0',
      'timeOff',
      'title',
      0,
    ),
    { maxLength: 5 },
  )
  const aPatch = fc.record({
    op: fc.constantFrom('add' as const, 'remove' as const, 'replace' as const),
    path: aPath,
    value: fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.integer(),
      fc.string(),
      fc.object({ maxDepth: 2 }),
    ),
  })
  const aLine = fc
    .record({
      patches: fc.array(aPatch, { maxLength: 4 }),
      inverse: fc.array(aPatch, { maxLength: 4 }),
      at: fc.oneof(fc.string(), fc.constant('2026-11-20T10:00:00.000Z')),
    })
    .map((given): JournalLine => ({ ...anOddLine, ...given }))
  const aQuestion = fc.constantFrom<WhyQuestion>(thisWeek, monday, {
    start: MONDAY,
    about: { kind: 'deadline', items: ['d0', 'd1', 'd2', 'retainer:e0:2026-11-01'] },
  })

  test.each<readonly [string, PlanPatch]>([
    ['nothing', { op: 'replace', path: [], value: undefined }],
    ['a practice of nothing', { op: 'replace', path: ['practice'], value: {} }],
    ['a year of nothing', { op: 'replace', path: ['years', '2026'], value: null }],
    ['sessions of a list', { op: 'replace', path: ['years', '2026', 'sessions'], value: [] }],
  ])('a line that puts %s in the plan’s place ends what is kept', (_, patch) => {
    const plan = aPlan({ sessions: [aSession({ start: '2026-11-23T00:00', minutes: 6000 })] })
    const answer = ask({ plan, lines: [{ ...anOddLine, inverse: [patch] }] }, thisWeek, now)
    expect(answer?.since).toEqual({ kind: 'before', at: null, short: answer?.short })
  })

  test('it never throws, and what it tells adds up', () => {
    fc.assert(
      fc.property(aPractice, fc.array(aLine, { maxLength: 6 }), aQuestion, (plan, lines, question) => {
        const answer = ask({ plan, lines }, question, now)
        if (answer === null) return
        const { since, later, short } = answer
        const first = since.kind === 'step' ? since.step.after : since.short
        const end = later.reduce((before, step) => {
          expect(step.before).toBe(before)
          return step.after
        }, first)
        expect(end).toBe(short)
        if (since.kind === 'step') expect(since.step.before).toBe(0)
      }),
      { numRuns: times(200, 5000) },
    )
  })

  test('what is passed over as of no matter changes no answer', () => {
    const aChange = fc.constantFrom<(plan: Plan) => Plan>(
      (plan) => ({ ...plan, practice: { ...plan.practice, agreements: {}, timer: null, acceptedFlags: {} } }),
      (plan) => ({
        ...plan,
        practice: { ...plan.practice, closedThrough: '2026-11-24', deletedImports: {} },
      }),
      (plan) => ({ ...plan, practice: { ...plan.practice, scenarios: {}, calendarRules: {}, areas: {} } }),
      (plan) => ({
        ...plan,
        years: Object.fromEntries(
          Object.entries(plan.years).map(([key, year]) => [key, { ...year, expenses: {}, invoices: {} }]),
        ),
      }),
    )
    fc.assert(
      fc.property(aPractice, aChange, aQuestion, (plan, change, question) => {
        const other = change(plan)
        expect(isAlike(plan, other)).toBe(true)
        const context = { holidays: noHolidays, now }
        expect(shortfall(structuredClone(other), question, context)).toBe(shortfall(plan, question, context))
      }),
      { numRuns: times(100, 2000) },
    )
  })

  test('a change of a session, of work or of the settings is never passed over', () => {
    const { practice, years } = start
    expect(isAlike(start, { ...start, years: {} })).toBe(false)
    expect(isAlike(start, { practice: { ...practice, settings: { ...practice.settings } }, years })).toBe(
      false,
    )
    expect(isAlike(start, { practice: { ...practice, deliverables: {} }, years })).toBe(false)
    expect(isAlike(start, { ...start, practice: { ...practice } })).toBe(true)
  })
})
