import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetStanding, budgetStandings } from '../../../shared/capacity/budgetStanding.ts'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import { acceptCommand, type Flag } from '../../../shared/capacity/flags/flag.ts'
import { week } from '../../../shared/capacity/week.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { Engagement, Terms } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import {
  aClient,
  anEngagement,
  anEntry,
  aPlan,
  aSeries,
  aSession,
  type PlanParts,
} from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

const budgetFlags = (plan: Plan, monday: Day = MONDAY, context = morning): Flag[] =>
  week(plan, monday, context).flags.filter((flag) => flag.code === 'budget')

/** The Mondays of weeks in which the budget is told. */
const told = (plan: Plan, context = morning) =>
  Array.from({ length: 30 }, (_, i) => addDays(MONDAY, 7 * (i - 1))).filter(
    (monday) => budgetFlags(plan, monday, context).length > 0,
  )

function only(flags: readonly Flag[]): Flag & { code: 'budget' } {
  const [flag] = flags
  if (flag?.code !== 'budget' || flags.length !== 1) throw new Error(`${flags.length} flags`)
  return flag
}

function done(plan: Plan, command: Command): Plan {
  const result = execute(plan, command)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.plan
}

const money = (amount: number): Partial<Engagement> => ({ budget: { kind: 'money', amount } })
const hours = (count: number): Partial<Engagement> => ({ budget: { kind: 'hours', minutes: count * 60 } })

/** Ten hours logged in October at €140; an hour on each Monday from 30 November until the engagement's end. */
const planWith = (given: Partial<Engagement>, more: PlanParts = {}) =>
  aPlan({
    clients: [aClient()],
    engagements: [anEngagement({ pays: { kind: 'hourly', rate: 14_000 }, end: '2027-02-28', ...given })],
    entries: [anEntry({ day: '2026-10-05', start: null, minutes: 600 })],
    sessions: [aSeries({ start: '2026-11-30T09:00' })],
    ...more,
  })

describe('a budget of money', () => {
  test('is passed when what is logged and planned is worth more', () => {
    const { facts, ...flag } = only(budgetFlags(planWith(money(154_000))))
    expect([flag.severity, flag.needed, flag.available, flag.short, facts]).toEqual([
      'watch',
      23 * 60,
      11 * 60,
      12 * 60,
      {
        engagement: 'Fractional CTO',
        client: 'Northwind',
        measure: { kind: 'money', currency: 'EUR' },
        logged: 140_000,
        planned: 182_000,
        budget: 154_000,
        passedOn: '2026-12-07',
      },
    ])
  })

  test('reads in both languages', () => {
    const flag = only(budgetFlags(planWith(money(154_000))))
    const en = formatIn('en', 'en-GB')
    const de = formatIn('de', 'de-DE')
    expect(
      [
        wordsIn('en').flags.title(flag, en),
        wordsIn('en').flags.sentence(flag, en),
        wordsIn('de').flags.title(flag, de),
        wordsIn('de').flags.sentence(flag, de),
      ].map(plain),
    ).toEqual([
      'Fractional CTO €1,680 over budget',
      '€3,220 logged and planned of €1,540 for Northwind. It is passed on Mon 7 Dec.',
      'Fractional CTO: 1.680 € über dem Budget',
      '3.220 € erfasst und geplant von 1.540 € für Northwind. Am Mo 7. Dez. wird es überschritten.',
    ])
  })

  test('is raised to what is logged and planned', () => {
    const plan = planWith(money(154_000))
    const fix = fixesOf(plan, only(budgetFlags(plan)), morning, () => 'new').find(
      ({ kind }) => kind === 'raise-budget',
    )
    if (fix === undefined) throw new Error('no fix')
    expect(plain(wordsIn('en').flags.fix(fix, formatIn('en', 'en-GB')))).toBe(
      'Raise the budget of Fractional CTO to €3,220',
    )
    expect(budgetFlags(done(plan, fix.command))).toEqual([])
  })

  test.each<[string, Partial<Engagement>, PlanParts, [number, number] | null]>([
    ['exactly met is not passed', money(322_000), {}, null],
    ['a cent less is', money(321_999), {}, [140_000, 182_000]],
    [
      'time that is not billable counts for nothing',
      money(100_000),
      { entries: [anEntry({ minutes: 6000, billable: false })], sessions: [aSession({ billable: false })] },
      null,
    ],
    [
      'a session that an entry confirms counts once',
      money(0),
      {
        entries: [
          anEntry({
            day: '2026-11-30',
            start: null,
            session: { sessionId: 'series-1', original: '2026-11-30T09:00' },
          }),
        ],
        sessions: [aSeries({ start: '2026-11-30T09:00', rule: 'FREQ=WEEKLY;COUNT=2' })],
      },
      [28_000, 14_000],
    ],
    [
      'today’s time and plan are rounded as one day',
      { ...money(0), rounding: { mode: 'up', increment: 60, scope: 'day' } },
      {
        entries: [anEntry({ start: null, minutes: 20 })],
        sessions: [aSession({ start: '2026-11-23T15:00', minutes: 30 })],
      },
      [14_000, 0],
    ],
    [
      'each day at its own rate',
      {
        ...money(0),
        terms: [
          { from: '2026-01-01', terms: { kind: 'hourly', rate: 14_000 } },
          { from: '2026-12-01', terms: { kind: 'daily', rate: 100_000, minutesPerDay: 480, halfDays: true } },
        ],
      },
      {
        sessions: [
          aSession({ start: '2026-11-30T09:00' }),
          aSession({ id: 's2', start: '2026-12-01T09:00' }),
        ],
      },
      [140_000, 64_000],
    ],
    [
      'a fixed price counts whole',
      {
        ...money(800_000),
        terms: [{ from: '2026-01-01', terms: { kind: 'fixed', price: 900_000, instalments: [] } }],
      },
      {},
      [900_000, 0],
    ],
    ['a budget of nothing is passed by anything', money(0), { sessions: [] }, [140_000, 0]],
    ['and holds while there is nothing', money(0), { sessions: [], entries: [] }, null],
    [
      'without a rate nothing is worth anything',
      { ...money(0), terms: [{ from: '2026-01-01', terms: { kind: 'hourly', rate: 0 } }] },
      {},
      null,
    ],
    ['without a client there is no currency', { ...money(0), clientId: 'gone' }, {}, null],
  ])('%s', (_rule, given, more, expected) => {
    const passed = budgetStandings(planWith(given, more), morning.now)
      .filter(({ passedBy }) => passedBy !== null)
      .map(({ logged, planned }) => [logged, planned])
    expect(passed).toEqual(expected === null ? [] : [expected])
  })
})

describe('the weeks that tell', () => {
  test.each<[string, Partial<Engagement>, PlanParts, Day[]]>([
    [
      'the present one within 30 days, and those from the session on that passes it',
      { ...hours(11), end: '2026-12-21' },
      {},
      ['2026-11-23', '2026-12-07', '2026-12-14', '2026-12-21'],
    ],
    [
      'not the present one when it is further away',
      { ...hours(14), end: '2027-01-04' },
      {},
      ['2026-12-28', '2027-01-04'],
    ],
    [
      'the present one alone where what is logged passed it and nothing is planned',
      hours(9),
      { sessions: [] },
      ['2026-11-23'],
    ],
    ['none where all of it lies after the engagement’s end', { ...hours(10), end: '2026-11-29' }, {}, []],
    ['none of an engagement that is not active', { ...hours(9), status: 'paused' }, {}, []],
  ])('%s', (_rule, given, more, expected) => {
    expect(told(planWith(given, more))).toEqual(expected)
  })

  test('mark the sessions beyond the budget, none that fits', () => {
    const plan = planWith({ ...money(154_000), end: '2026-12-14' })
    expect(
      [MONDAY, '2026-11-30', '2026-12-07'].map((monday) =>
        budgetFlags(plan, monday).map((f) => f.occurrences),
      ),
    ).toEqual([[[]], [], [['series-1@2026-12-07T09:00']]])
  })

  test('an accepted one stays so while planned time is logged, and comes back when more is planned', () => {
    const plan = planWith({ ...hours(11), end: '2026-12-21' })
    const accepted = done(plan, acceptCommand(only(budgetFlags(plan)), ''))
    const logged = done(accepted, {
      type: 'entry/put',
      entries: [
        anEntry({
          id: 'e2',
          day: '2026-11-30',
          start: null,
          minutes: 60,
          session: { sessionId: 'series-1', original: '2026-11-30T09:00' },
        }),
      ],
    })
    const later = at('2026-11-30T12:00')
    const more = done(logged, {
      type: 'session/create',
      sessions: [aSession({ id: 'more', start: '2026-12-08T09:00' })],
    })
    expect(
      [logged, more].map((one) => only(budgetFlags(one, '2026-12-07', later)).accepted !== null),
    ).toEqual([true, false])
  })
})

test('a change of another engagement’s sessions leaves a standing as it is', () => {
  const plan = aPlan({
    clients: [aClient()],
    engagements: [anEngagement(money(100_000)), anEngagement({ id: 'other', ...hours(5) })],
    sessions: [aSession(), aSession({ id: 'b', engagementId: 'other', start: '2026-11-24T09:00' })],
  })
  const before = budgetStandings(plan, morning.now)
  const moved = done(plan, {
    type: 'session/move',
    moves: [{ occurrence: { sessionId: 'b', original: null }, start: '2026-11-25T09:00' }],
  })
  const after = budgetStandings(moved, morning.now)
  expect(after.map((standing, i) => standing === before[i])).toEqual([true, false])
})

test('the standing of one engagement is told whatever its status', () => {
  const plan = planWith({ ...hours(75), status: 'closed' })
  const [engagement] = Object.values(plan.practice.engagements)
  if (engagement === undefined) throw new Error('none')
  expect(budgetStanding(plan, engagement, morning.now)).toMatchObject({
    budget: 4500,
    logged: 600,
    planned: 13 * 60,
  })
})

const aMove = fc.record({
  id: fc.constantFrom('s0', 's1', 's2', 's3', 's4', 's5'),
  day: fc.integer({ min: 0, max: 40 }),
  hour: fc.integer({ min: 8, max: 17 }),
})

test('what is remembered from move to move is what a fresh look finds', () => {
  const retainer: Terms = {
    kind: 'retainer',
    period: 'month',
    minutes: 120,
    price: 30_000,
    overageRate: 16_500,
    overage: 'billed',
    rollover: { kind: 'all', expiresAfter: null },
    resetDay: 1,
  }
  const start = aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({ id: 'e0', ...money(60_000), rounding: { mode: 'up', increment: 30, scope: 'day' } }),
      anEngagement({ id: 'e1', ...hours(4) }),
      anEngagement({ id: 'e2', ...money(150_000), pays: retainer, end: '2027-01-10' }),
    ],
    entries: [0, 1, 2].map((i) =>
      anEntry({ id: `x${i}`, engagementId: `e${i}`, day: '2026-10-05', start: null }),
    ),
    sessions: [0, 1, 2, 3, 4, 5].map((i) =>
      aSession({ id: `s${i}`, engagementId: `e${i % 3}`, start: `2026-12-0${i + 1}T09:00`, minutes: 100 }),
    ),
  })
  fc.assert(
    fc.property(fc.array(aMove, { maxLength: 12 }), (moves) => {
      let plan = start
      for (const { id, day, hour } of moves) {
        const to = `${addDays('2026-11-20', day)}T${String(hour).padStart(2, '0')}:30`
        plan = done(plan, {
          type: 'session/move',
          moves: [{ occurrence: { sessionId: id, original: null }, start: to }],
        })
        expect(budgetStandings(plan, morning.now)).toEqual(
          budgetStandings(structuredClone(plan), morning.now),
        )
      }
    }),
    { numRuns: times(30, 500) },
  )
})
