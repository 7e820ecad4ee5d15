import { describe, expect, test } from 'vitest'
import { week } from '../../../../shared/capacity/week.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aDeliverable, anEngagement, aSession } from '../../../support/builders.ts'
import { at, MONDAY, mockPlan } from '../mockWeek.ts'
import { accepted, FOUR_WEEKS, lines, missing, perWeek, practice, rest } from './placed.ts'

describe('what does not fit', () => {
  test.each<[string, string, Plan]>([
    [
      'no working time is free before it is due',
      'Milestone 2 60 no-time',
      practice({
        deliverables: [aDeliverable({ due: '2026-11-23', remainingMinutes: 60 })],
        sessions: [aSession({ minutes: 540 })],
      }),
    ],
    [
      'the days are full',
      'Milestone 2 120 days-full',
      practice({
        deliverables: [aDeliverable({ due: '2026-11-23', remainingMinutes: 120 })],
        // Booked into the evening: the morning is free, but the day has no headroom.
        sessions: [aSession({ start: '2026-11-23T13:00', minutes: 480 })],
      }),
    ],
    [
      'no gap is as long as the shortest block',
      'Milestone 2 240 gaps-short',
      practice({
        deliverables: [aDeliverable({ due: '2026-11-23', remainingMinutes: 240 })],
        sessions: [
          aSession({ id: 'a', start: '2026-11-23T09:30', minutes: 120 }),
          aSession({ id: 'b', start: '2026-11-23T12:00', minutes: 60 }),
          aSession({ id: 'c', start: '2026-11-23T14:30', minutes: 180 }),
        ],
        settings: { blocks: { shortest: 60, longest: 120, usableOnly: false } },
      }),
    ],
    [
      'the promise is full',
      'Milestone 2 60 promise-full',
      practice({
        engagements: [anEngagement({ commitments: perWeek(120) })],
        deliverables: [aDeliverable({ due: '2026-11-27', remainingMinutes: 180 })],
      }),
    ],
  ])('is told with its reason: %s', (_, expected, plan) => {
    expect(missing(rest(plan))).toEqual([expected])
  })

  test('promised time that a deadline needs is left free', () => {
    // Milestone 2 passes Northwind's promise, so its last eight hours are not planned; but they must stay possible.
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(120) }),
        anEngagement({ id: 'fable-1', clientId: 'fable', name: 'Build', commitments: perWeek(2100) }),
      ],
      deliverables: [aDeliverable({ due: '2026-11-29', remainingMinutes: 600 })],
    })
    const placing = rest(plan)
    expect(missing(placing)).toEqual(['Build 540 deadlines-first', 'Milestone 2 480 promise-full'])
    expect(placing.quality.minutes).toBe(1680)
  })

  test('work beyond a promise keeps its time from other work that is due later', () => {
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(0) }),
        anEngagement({ id: 'fable-1', clientId: 'fable', name: 'Build' }),
      ],
      deliverables: [
        aDeliverable({ id: 'a', title: 'A', due: '2026-11-23', remainingMinutes: 60 }),
        aDeliverable({
          id: 'b',
          title: 'B',
          engagementId: 'fable-1',
          due: '2026-11-24',
          remainingMinutes: 900,
        }),
      ],
    })
    expect(lines(rest(plan))).toEqual([
      '11-23T10:00 180 B',
      '11-23T14:00 240 B',
      '11-24T09:00 240 B',
      '11-24T14:00 240 B',
    ])
    expect(missing(rest(plan))).toEqual(['A 60 promise-full'])
  })

  test('a block is given up where only splinters of time would be left for what must be done', () => {
    // A quarter on Tuesday evening, too short for a block, is needed: 961 minutes of work, 975 of time until Thursday.
    const plan = practice({
      deliverables: [
        aDeliverable({ id: 'a', title: 'A', due: '2026-11-25', remainingMinutes: 150 }),
        aDeliverable({
          id: 'b',
          title: 'B',
          release: '2026-11-25',
          due: '2026-11-26',
          remainingMinutes: 693,
        }),
        aDeliverable({ id: 'c', title: 'C', due: '2026-11-25', remainingMinutes: 118 }),
      ],
    })
    const now = at('2026-11-24T17:45')
    const placing = rest(plan, { now })
    expect(missing(placing)).toContainEqual(expect.stringMatching(/ gaps-short$/))
    const deadlines = (some: Plan) =>
      week(some, MONDAY, now).flags.filter(({ code, severity }) => code === 'deadline' && severity === 'over')
    expect(deadlines(accepted(plan, placing))).toEqual([])
  })

  test('the picture’s week has two hours for Northwind, and the four weeks all of Milestone 2', () => {
    expect(lines(rest(mockPlan()))).toEqual([
      '11-23T12:30 90 Fractional CTO',
      '11-26T13:00 30 Fractional CTO',
    ])
    expect(missing(rest(mockPlan()))).toEqual(['Fractional CTO 90 days-full'])
    const milestone = rest(mockPlan(), { range: FOUR_WEEKS }).sessions.filter(
      ({ deliverableId }) => deliverableId === 'milestone-2',
    )
    expect(milestone.reduce((sum, { minutes }) => sum + minutes, 210)).toBe(1320)
  })
})
