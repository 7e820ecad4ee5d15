import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import type { Flag } from '../../../shared/capacity/flags/flag.ts'
import { week } from '../../../shared/capacity/week.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Deliverable } from '../../../shared/plan/deliverable.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, aDeliverable, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')
const english = formatIn('en', 'en-GB')

/** All of the week taken but Monday: six hours are left on Monday, none later, until Friday 27 November. */
const taken = ['24', '25', '26', '27'].map((day) =>
  aSession({
    id: `all-${day}`,
    title: `All of ${day}`,
    start: `2026-11-${day}T09:00`,
    minutes: 540,
    kind: 'meeting',
  }),
)

function planWith(deliverables: readonly Deliverable[], ...sessions: readonly Session[]): Plan {
  return aPlan({
    clients: [aClient({ name: 'Fable' })],
    engagements: [anEngagement()],
    deliverables,
    sessions: [...taken, ...sessions],
  })
}

function deadlines(plan: Plan, monday = MONDAY, context = morning): Flag[] {
  return week(plan, monday, context).flags.filter(({ code }) => code === 'deadline')
}

function told(flags: readonly Flag[]): (string | number)[][] {
  return flags.map(({ key, needed, available, short }) => [key, needed, available, short])
}

const friday = aDeliverable({ due: '2026-11-27', remainingMinutes: 600 })

describe('deadline', () => {
  test('is raised for work that cannot fit before its due day, with window, need and supply', () => {
    const [flag] = deadlines(planWith([friday]))
    if (flag?.code !== 'deadline') throw new Error('no flag')
    expect([told([flag]), flag.facts]).toEqual([
      [['deadline:milestone-2', 600, 480, 120]],
      {
        items: [
          {
            id: 'milestone-2',
            engagementId: 'northwind-cto',
            title: 'Milestone 2',
            client: 'Fable',
            due: '2026-11-27',
            minutes: 600,
            named: true,
            retainer: null,
          },
        ],
        from: '2026-11-23',
        to: '2026-11-27',
        needed: 600,
        available: 480,
        past: false,
        finer: false,
        shortest: null,
      },
    ])
  })

  test('reads as the picture says it', () => {
    const [flag] = deadlines(planWith([friday])) as [Flag]
    const { title, sentence } = wordsIn('en').flags
    expect(
      [title(flag, english), sentence(flag, english)].map((text) => text.replaceAll('\u00a0', ' ')),
    ).toEqual([
      'Milestone 2 can’t be met by Fri 27 Nov',
      '10 h of Fable work must fit in the 8 h left free from Mon 23 Nov to Fri 27 Nov. 2 h short, whatever the order.',
    ])
  })

  test.each<[string, Plan, (string | number)[][]]>([
    ['work that fits is not flagged', planWith([{ ...friday, remainingMinutes: 480 }]), []],
    ['work that is done is not', planWith([{ ...friday, done: true }]), []],
    ['an estimate of zero is not', planWith([{ ...friday, remainingMinutes: 0 }]), []],
    ['work without a due day is not', planWith([{ ...friday, due: null }]), []],
    [
      'sessions planned for it count for it',
      planWith([friday], aSession({ minutes: 180, deliverableId: 'milestone-2' })),
      [['deadline:milestone-2', 420, 300, 120]],
    ],
    [
      'sessions of other work take its time',
      planWith([friday], aSession({ minutes: 180 })),
      [['deadline:milestone-2', 600, 300, 300]],
    ],
    [
      'work that may begin only on Tuesday has no time of Monday',
      planWith([{ ...friday, release: '2026-11-24' }]),
      [['deadline:milestone-2', 600, 0, 600]],
    ],
    [
      'two that fit alone and not together are one flag',
      planWith([
        { ...friday, remainingMinutes: 300 },
        { ...friday, id: 'other', title: 'Other', due: '2026-11-26', remainingMinutes: 300 },
      ]),
      [['deadline:milestone-2', 600, 480, 120]],
    ],
  ])('%s', (_rule, plan, expected) => {
    expect(told(deadlines(plan))).toEqual(expected)
  })

  test('due in the past with work left is told in the present week', () => {
    const plan = planWith([{ ...friday, due: '2026-11-20' }])
    expect([told(deadlines(plan)), told(deadlines(plan, '2026-11-30'))]).toEqual([
      [['deadline:milestone-2', 600, 0, 600]],
      [],
    ])
  })

  test('counts a session that was logged ahead of its time once: what remains has shrunk by it', () => {
    const planned = aSession({ id: 'ahead', deliverableId: 'milestone-2', minutes: 60 })
    const plan = planWith([friday], planned)
    const entry = anEntry({
      deliverableId: 'milestone-2',
      minutes: 60,
      session: { sessionId: 'ahead', original: null },
    })
    const logged = execute(plan, { type: 'entry/put', entries: [entry] })
    if (!logged.ok) throw new Error(logged.refusal.code)
    expect([told(deadlines(plan)), told(deadlines(logged.plan))]).toEqual([
      [['deadline:milestone-2', 540, 420, 120]],
      [['deadline:milestone-2', 540, 420, 120]],
    ])
  })

  test('is told in each week that its window meets', () => {
    const plan = planWith([{ ...friday, due: '2026-12-01', remainingMinutes: 1600 }])
    const weeks = ['2026-11-23', '2026-11-30', '2026-12-07'].map((monday) => deadlines(plan, monday).length)
    expect(weeks).toEqual([1, 1, 0])
  })
})

describe('the fixes of a deadline', () => {
  const labels = (plan: Plan) => {
    const [flag] = deadlines(plan)
    if (flag === undefined) throw new Error('no flag')
    return fixesOf(plan, flag, morning, () => 'new').map((fix) =>
      wordsIn('en').flags.fix(fix, english).replaceAll('\u00a0', ' '),
    )
  }

  test('are a later day, less work, or other work out of the way', () => {
    const plan = planWith(
      [friday],
      aSession({ id: 'own', title: 'Reading', minutes: 120, start: '2026-11-23T10:00' }),
    )
    expect(labels(plan)).toEqual(['Extend Milestone 2 to Mon 30 Nov', 'Cut Milestone 2 to 6 h', 'Accept'])
    const less = planWith(
      [{ ...friday, remainingMinutes: 480 }],
      aSession({ id: 'own', title: 'Reading', minutes: 120, start: '2026-11-23T10:00' }),
    )
    expect(labels(less)).toEqual([
      'Move Reading to Mon 30 Nov 09:00',
      'Extend Milestone 2 to Mon 30 Nov',
      'Cut Milestone 2 to 6 h',
      'Accept',
    ])
  })

  test('of one that is past its day is the first day that fits', () => {
    expect(labels(planWith([{ ...friday, due: '2026-11-20' }]))).toEqual([
      'Extend Milestone 2 to Mon 30 Nov',
      'Accept',
    ])
  })
})
