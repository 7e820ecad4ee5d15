import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import type { Flag } from '../../../shared/capacity/flags/flag.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Engagement, Terms } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anEngagement, anEntry, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')
const english = formatIn('en', 'en-GB')

function flagsOf(plan: Plan, code: Flag['code'], monday = MONDAY): Flag[] {
  return week(plan, monday, morning).flags.filter((flag) => flag.code === code)
}

function fixLabels(plan: Plan, code: Flag['code']): string[] {
  const [flag] = flagsOf(plan, code)
  if (flag === undefined) throw new Error(`no flag ${code}`)
  return fixesOf(plan, flag, morning, () => 'new').map((fix) =>
    wordsIn('en').flags.fix(fix, english).replaceAll('\u00a0', ' '),
  )
}

describe('no-gap', () => {
  const planWith = (...sessions: readonly Session[]) =>
    aPlan({
      clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
      engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen', order: 2 })],
      settings: { changeoverMinutes: 30 },
      sessions,
    })
  const first = aSession({ id: 'a' })

  test.each<[string, Partial<Session>, [string, number][]]>([
    ['sessions of two clients closer than the changeover', { start: '2026-11-23T10:15' }, [['watch', 15]]],
    ['sessions of two clients as far apart as wanted', { start: '2026-11-23T10:30' }, []],
    [
      'sessions of one client may follow at once',
      { start: '2026-11-23T10:00', engagementId: 'northwind-cto' },
      [],
    ],
    ['own business needs no changeover', { start: '2026-11-23T10:00', engagementId: null }, []],
    ['travel takes from the gap', { start: '2026-11-23T11:00', travelBefore: 45 }, [['watch', 15]]],
    [
      'travel into a session of the same client must be solved',
      { start: '2026-11-23T10:30', engagementId: 'northwind-cto', travelBefore: 45 },
      [['over', 15]],
    ],
    ['sessions that share time are double-booked, not close', { start: '2026-11-23T09:30' }, []],
  ])('%s', (_rule, second, expected) => {
    const plan = planWith(first, aSession({ id: 'b', engagementId: 'lumen-1', ...second }))
    expect(flagsOf(plan, 'no-gap').map(({ severity, short }) => [severity, short])).toEqual(expected)
  })

  test('is solved by a move', () => {
    const plan = planWith(
      first,
      aSession({ id: 'b', title: 'B', engagementId: 'lumen-1', start: '2026-11-23T10:15' }),
    )
    expect(fixLabels(plan, 'no-gap')).toEqual([
      'Move B to Mon 10:30',
      'Shorten Platform roadmap to 45 min',
      'Move Platform roadmap to Mon 11:45',
      'Accept',
    ])
  })
})

describe('contract', () => {
  const planWith = (dates: Partial<Engagement>) =>
    aPlan({ clients: [aClient()], engagements: [anEngagement(dates)], sessions: [aSession()] })

  test.each<[string, Partial<Engagement>, string[]]>([
    ['a session inside the dates is none', { start: '2026-11-23', end: '2026-11-23' }, []],
    ['a session before the start', { start: '2026-11-24' }, ['before-start']],
    ['a session after the end', { end: '2026-11-22' }, ['after-end']],
    [
      'an engagement that ends before it starts',
      { start: '2026-12-01', end: '2026-11-01' },
      ['before-start'],
    ],
  ])('%s', (_rule, dates, expected) => {
    const why = flagsOf(planWith(dates), 'contract').map((flag) =>
      flag.code === 'contract' ? flag.facts.why : '',
    )
    expect(why).toEqual(expected)
  })

  test('is solved by other dates', () => {
    expect([
      fixLabels(planWith({ start: '2026-11-24' }), 'contract'),
      fixLabels(planWith({ end: '2026-11-22' }), 'contract'),
    ]).toEqual([
      [
        'Move Platform roadmap to Tue 09:00',
        'Start Fractional CTO on Mon 23 Nov',
        'Drop Platform roadmap',
        'Accept',
      ],
      ['Extend Fractional CTO to Mon 23 Nov', 'Drop Platform roadmap', 'Accept'],
    ])
  })
})

describe('budget', () => {
  const fixed: Terms = { kind: 'fixed', price: 900_000, instalments: [] }
  const planWith = (budget: number | null) =>
    aPlan({
      clients: [aClient()],
      engagements: [
        anEngagement({
          pays: fixed,
          budget: budget === null ? null : { kind: 'hours', minutes: budget },
          end: '2026-12-31',
        }),
      ],
      entries: [
        anEntry({ day: '2024-05-06', start: null, minutes: 300 }),
        anEntry({ id: 'e2', day: '2026-11-20', start: null, minutes: 60 }),
      ],
      sessions: [
        aSession({ minutes: 120 }),
        aSeries({ start: '2026-11-30T09:00', minutes: 60, rule: 'FREQ=WEEKLY;COUNT=2' }),
      ],
    })

  test.each([
    [600, []],
    [599, [[600, 599, 1]]],
    [null, []],
  ])('logged of all years and planned from now on against %s minutes', (budget, expected) => {
    const flags = flagsOf(planWith(budget), 'budget')
    expect(flags.map(({ needed, available, short }) => [needed, available, short])).toEqual(expected)
  })

  test('is solved by a larger budget', () => {
    expect(fixLabels(planWith(300), 'budget')).toEqual([
      'Raise the budget of Fractional CTO to 10 h',
      'Accept',
    ])
  })
})
