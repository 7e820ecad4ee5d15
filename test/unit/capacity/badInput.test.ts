import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import { horizon } from '../../../shared/capacity/horizon.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Deliverable } from '../../../shared/plan/deliverable.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, aDeliverable, anEngagement, aPattern, aPlan, aSession } from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

/* What a form would refuse and a file may hold all the same: the engine has an answer to each, and never throws. */

const morning = at('2026-11-23T00:00')

/** All that the engine says of a week and the seven after it; every flag is asked for its ways out. */
function answers(plan: Plan) {
  const view = week(plan, MONDAY, morning)
  const fixes = view.flags.map((flag) => fixesOf(plan, flag, morning, () => 'new'))
  const weeks = horizon(plan, MONDAY, 8, morning)
  const numbers = [
    ...view.days.flatMap(({ capacity, load, headroom }) => [capacity, load, headroom]),
    ...view.flags.flatMap(({ needed, available, short }) => [needed, available, short]),
    ...weeks.flatMap(({ capacity, load, open, free }) => [capacity, load, open, free]),
  ]
  return {
    capacity: weeks[0]?.capacity,
    load: weeks[0]?.load,
    flags: view.flags.map(({ key, needed, available }) => [key, needed, available]),
    // Accepting is always offered; no number is anything but whole minutes.
    isSound: fixes.every((list) => list.at(-1)?.kind === 'accept') && numbers.every(Number.isSafeInteger),
  }
}

const planWith = (parts: Parameters<typeof aPlan>[0]) =>
  aPlan({ clients: [aClient({ name: 'Fable' })], engagements: [anEngagement()], ...parts })
const due = (given: Partial<Deliverable>) => planWith({ deliverables: [aDeliverable(given)] })
const nothing = { capacity: 2160, load: 0, flags: [], isSound: true }

describe('a deliverable', () => {
  test('due in the past with work remaining is late, with nothing available', () => {
    expect(answers(due({ due: '2026-11-02' }))).toEqual({
      ...nothing,
      flags: [['deadline:milestone-2', 600, 0]],
    })
  })

  test('with an estimate of zero is nothing to do', () => {
    expect(answers(due({ due: '2026-11-24', estimateMinutes: 0, remainingMinutes: 0 }))).toEqual(nothing)
  })

  test('with an estimate of zero and a day in the past is nothing to do either', () => {
    expect(answers(due({ due: '2026-11-02', remainingMinutes: 0 }))).toEqual(nothing)
  })

  test('released after it is due may be done on its due day', () => {
    const plan = due({ release: '2026-12-20', due: '2026-11-24', remainingMinutes: 600 })
    expect(answers(plan)).toEqual({ ...nothing, flags: [['deadline:milestone-2', 600, 480]] })
    expect(answers(due({ release: '2026-12-20', due: '2026-11-24', remainingMinutes: 480 }))).toEqual(nothing)
  })

  test('of an engagement that is gone is no work of anybody', () => {
    expect(answers(due({ engagementId: 'gone', due: '2026-11-23', remainingMinutes: 6_000_000 }))).toEqual(
      nothing,
    )
  })

  test('of more hours than there are is short by the rest', () => {
    expect(answers(due({ due: '2026-11-27', remainingMinutes: 6_000_000 })).flags).toEqual([
      ['deadline:milestone-2', 6_000_000, 2160],
    ])
  })
})

describe('a week with no capacity at all', () => {
  const idle = aPattern({ week: [[], [], [], [], [], [], []] })

  test('has nothing to offer to what is due in it, and all of its load is over', () => {
    const plan = planWith({
      patterns: [idle],
      deliverables: [aDeliverable({ due: '2026-11-27', remainingMinutes: 60 })],
      sessions: [aSession({ minutes: 60 })],
    })
    expect(answers(plan)).toEqual({
      capacity: 0,
      load: 60,
      flags: [
        ['deadline:milestone-2', 60, 0],
        ['day-over:2026-11-23', 60, 0],
        ['week-over:2026-11-23', 60, 0],
        ['outside-hours:session-1', 60, 0],
      ],
      isSound: true,
    })
  })

  test('is as good as one without any pattern', () => {
    expect(answers(planWith({ patterns: [] }))).toEqual({ ...nothing, capacity: 0 })
  })
})

describe('an engagement that ends before it starts', () => {
  const never = { start: '2026-12-31', end: '2026-01-01' }

  test('promises nothing', () => {
    const commitments = [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek' as const, minutes: 600 } }]
    expect(answers(planWith({ engagements: [anEngagement({ ...never, commitments })] }))).toEqual(nothing)
  })

  test('owes no hours as a retainer, and its work is still due', () => {
    const plan = planWith({
      engagements: [
        anEngagement({
          ...never,
          pays: {
            kind: 'retainer',
            period: 'month',
            minutes: 6000,
            price: 1,
            overageRate: 1,
            overage: 'billed',
            rollover: { kind: 'none' },
            resetDay: 31,
          },
        }),
      ],
      deliverables: [aDeliverable({ due: '2026-11-24', remainingMinutes: 1000 })],
    })
    expect(answers(plan)).toEqual({ ...nothing, flags: [['deadline:milestone-2', 1000, 960]] })
  })
})

describe('a pattern', () => {
  test('with overlapping intervals counts each minute once', () => {
    const day = [
      { from: 540, to: 720 },
      { from: 600, to: 780 },
      { from: 540, to: 600 },
    ]
    const pattern = aPattern({ week: [day, [], [], [], [], [], []] })
    const plan = planWith({
      patterns: [pattern],
      deliverables: [aDeliverable({ due: '2026-11-27', remainingMinutes: 241 })],
    })
    expect(answers(plan)).toEqual({
      ...nothing,
      capacity: 240,
      flags: [['deadline:milestone-2', 241, 240]],
    })
  })

  test('with an interval that ends before it begins has none of it', () => {
    const pattern = aPattern({ week: [[{ from: 780, to: 540 }], [], [], [], [], [], []] })
    expect(answers(planWith({ patterns: [pattern] }))).toEqual({ ...nothing, capacity: 0 })
  })
})

describe('a session of thirty hours', () => {
  test('loads each day that it touches, and what is due must do without its time', () => {
    const plan = planWith({
      sessions: [aSession({ start: '2026-11-23T09:00', minutes: 1800 })],
      deliverables: [aDeliverable({ due: '2026-11-24', remainingMinutes: 300 })],
    })
    expect(answers(plan)).toEqual({
      capacity: 2160,
      load: 1800,
      flags: [
        ['deadline:milestone-2', 300, 180],
        ['day-over:2026-11-23', 900, 480],
        ['day-over:2026-11-24', 900, 480],
        ['outside-hours:session-1', 1800, 780],
      ],
      isSound: true,
    })
  })
})
