import { describe, expect, test } from 'vitest'
import { placeRest } from '../../../../shared/capacity/placing/placeRest.ts'
import type { Placing } from '../../../../shared/capacity/placing/placing.ts'
import { week } from '../../../../shared/capacity/week.ts'
import { execute } from '../../../../shared/commands/execute.ts'
import type { Commitment } from '../../../../shared/plan/engagement.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import type { Session } from '../../../../shared/plan/session.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aSession,
  type PlanParts,
} from '../../../support/builders.ts'
import { at, MONDAY, mockPlan } from '../mockWeek.ts'

const THIS_WEEK = { from: MONDAY, to: '2026-11-29' }
const FOUR_WEEKS = { from: MONDAY, to: '2026-12-20' }
const morning = at('2026-11-23T08:00')

function rest(
  plan: Plan,
  { range = THIS_WEEK, now = morning, only = null as ReadonlySet<string> | null } = {},
) {
  let made = 0
  return placeRest(plan, range, only, now, () => `new-${made++}`)
}

/** Each session in one line: weekday and time, minutes, title. */
function lines({ sessions }: Placing): string[] {
  return sessions.map(({ start, minutes, title }) => `${start.slice(5)} ${minutes} ${title}`)
}

function missing({ notFitted }: Placing): string[] {
  return notFitted.map(({ title, minutes, why }) => `${title} ${minutes} ${why}`)
}

function promise(commitment: Commitment) {
  return [{ from: '2026-01-01', commitment }]
}

const perWeek = (minutes: number) => promise({ kind: 'hoursPerWeek', minutes })

/** Northwind, Lumen and Fable, none of whom is promised anything unless told. */
function practice({ engagements, ...parts }: PlanParts): Plan {
  return aPlan({
    clients: [
      aClient(),
      aClient({ id: 'lumen', name: 'Lumen', order: 2 }),
      aClient({ id: 'fable', name: 'Fable', order: 3 }),
    ],
    engagements: engagements ?? [
      anEngagement(),
      anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Retainer', order: 2 }),
      anEngagement({ id: 'fable-1', clientId: 'fable', name: 'Build', order: 3 }),
    ],
    ...parts,
  })
}

describe('what is wanted', () => {
  test('is nothing where all is planned, done, a prospect’s or without a due day', () => {
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(120) }),
        anEngagement({ id: 'p', clientId: 'lumen', status: 'prospect', commitments: perWeek(600) }),
      ],
      deliverables: [
        aDeliverable({ id: 'done', due: '2026-11-27', done: true }),
        aDeliverable({ id: 'undated', due: null }),
        aDeliverable({ id: 'asked', engagementId: 'p', due: '2026-11-27' }),
      ],
      sessions: [aSession({ minutes: 120 })],
    })
    expect(rest(plan)).toEqual({
      sessions: [],
      notFitted: [],
      demand: 0,
      quality: { minutes: 0, inFocusHours: 0, clients: 0, clientChanges: 0 },
    })
  })

  test('counts a deliverable’s time for the promise of its engagement: nothing twice', () => {
    const plan = practice({
      engagements: [anEngagement({ commitments: perWeek(360) })],
      deliverables: [aDeliverable({ due: '2026-11-27', remainingMinutes: 240 })],
    })
    expect(rest(plan).demand).toBe(360)
    expect(lines(rest(plan))).toEqual(['11-23T09:00 240 Milestone 2', '11-23T14:00 120 Fractional CTO'])
  })

  test('of a promise is what was neither worked nor planned', () => {
    const plan = practice({
      engagements: [anEngagement({ commitments: perWeek(600) })],
      entries: [anEntry({ day: '2026-11-23', minutes: 200 })],
      sessions: [aSession({ start: '2026-11-26T09:00', minutes: 240 })],
    })
    expect(lines(rest(plan, { now: at('2026-11-24T08:00') }))).toEqual(['11-24T09:00 160 Fractional CTO'])
  })

  test('of work that is due later is an even pace, and no more of it once that is planned', () => {
    // Four equal weeks until it is due: a quarter of 24 hours belongs into this one.
    const plan = practice({ deliverables: [aDeliverable({ due: '2026-12-18', remainingMinutes: 1440 })] })
    const first = rest(plan)
    expect(lines(first)).toEqual(['11-23T09:00 240 Milestone 2', '11-23T14:00 120 Milestone 2'])
    expect(rest(accepted(plan, first)).sessions).toEqual([])
  })

  test('of work that is due later is what the time after the week cannot hold', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-12-04', remainingMinutes: 1320 })],
      // Next week has four hours on Monday and nothing else.
      sessions: ['01', '02', '03', '04'].map((day) =>
        aSession({ id: day, engagementId: 'lumen-1', start: `2026-12-${day}T09:00`, minutes: 540 }),
      ),
    })
    const wanted = rest(plan)
    expect(wanted.demand).toBe(1080)
    expect(wanted.notFitted).toEqual([])
  })

  test('puts overdue work first', () => {
    const plan = practice({
      deliverables: [
        aDeliverable({ id: 'late', title: 'Late', due: '2026-11-20', remainingMinutes: 60 }),
        aDeliverable({ due: '2026-11-23', remainingMinutes: 180 }),
      ],
    })
    expect(lines(rest(plan))).toEqual(['11-23T09:00 60 Late', '11-23T10:00 180 Milestone 2'])
  })

  test('is of the named engagements alone where some are named', () => {
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(120) }),
        anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Retainer', commitments: perWeek(60) }),
      ],
    })
    expect(lines(rest(plan, { only: new Set(['lumen-1']) }))).toEqual(['11-23T09:00 60 Retainer'])
  })
})

describe('where it goes', () => {
  test('work due first comes first, and each week keeps its own promise', () => {
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(240) }),
        anEngagement({ id: 'fable-1', clientId: 'fable' }),
      ],
      deliverables: [aDeliverable({ engagementId: 'fable-1', due: '2026-12-02', remainingMinutes: 480 })],
    })
    expect(lines(rest(plan, { range: { from: MONDAY, to: '2026-12-06' } }))).toEqual([
      '11-23T09:00 240 Fractional CTO',
      '11-24T09:00 240 Milestone 2',
      '11-24T14:00 240 Milestone 2',
      '11-30T09:00 240 Fractional CTO',
    ])
  })

  test('focus hours are filled first', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-24', remainingMinutes: 240 })],
      settings: { focusHours: { from: 840, to: 1080 } },
    })
    const placing = rest(plan)
    expect(lines(placing)).toEqual(['11-23T14:00 240 Milestone 2'])
    expect(placing.quality.inFocusHours).toBe(240)
  })

  test('a long block on a later day is better than splinters today', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-25', remainingMinutes: 180 })],
      sessions: ['09:45', '11:15', '12:30', '14:45', '16:15', '17:15'].map((time, i) =>
        aSession({ id: `m${i}`, start: `2026-11-23T${time}`, minutes: 45 }),
      ),
    })
    expect(lines(rest(plan))).toEqual(['11-24T09:00 180 Milestone 2'])
  })

  test('a day that is the client’s own already is better than one that would change clients', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-25', remainingMinutes: 120 })],
      sessions: [
        aSession({ id: 'a', engagementId: 'lumen-1', start: '2026-11-23T09:00', minutes: 120 }),
        aSession({ id: 'b', engagementId: 'fable-1', start: '2026-11-23T16:00', minutes: 120 }),
        aSession({ id: 'c', start: '2026-11-24T09:00', minutes: 120 }),
      ],
    })
    expect(lines(rest(plan))).toEqual(['11-24T11:00 120 Milestone 2'])
  })

  test('changeover and travel stay free on both sides', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-23', remainingMinutes: 480 })],
      sessions: [
        aSession({
          engagementId: 'lumen-1',
          start: '2026-11-23T11:00',
          travelBefore: 30,
          travelAfter: 15,
        }),
      ],
      settings: { changeoverMinutes: 15 },
    })
    expect(lines(rest(plan))).toEqual([
      '11-23T09:00 75 Milestone 2',
      '11-23T12:30 30 Milestone 2',
      '11-23T14:00 240 Milestone 2',
    ])
  })

  test('nothing is placed before now, in the reserve or in time off', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-29', remainingMinutes: 5000 })],
      settings: { reserveMinutes: 360 },
    })
    const off = { id: 'off', title: 'Away', from: '2026-11-25', to: '2026-11-27', part: null, source: null }
    const away = { ...plan, practice: { ...plan.practice, timeOff: { off } } }
    // Of 36 hours 6 are kept free, of a day of 8 hours 80 minutes: Tuesday's last 10 would be no whole quarter.
    expect(lines(rest(away, { now: at('2026-11-23T15:55') }))).toEqual([
      '11-23T16:00 120 Milestone 2',
      '11-24T09:00 240 Milestone 2',
      '11-24T14:00 150 Milestone 2',
    ])
  })

  test('a week that is over gets what is due in it, and nothing that can wait', () => {
    const plan = practice({
      deliverables: [
        aDeliverable({ id: 'now', title: 'Now', due: '2026-11-27', remainingMinutes: 60 }),
        aDeliverable({ id: 'later', title: 'Later', due: '2026-12-18', remainingMinutes: 1440 }),
      ],
      // Two days and nights of work make the week over, though the other days are free.
      sessions: [aSession({ start: '2026-11-25T00:00', minutes: 2880 })],
    })
    expect(lines(rest(plan))).toEqual(['11-23T09:00 60 Now'])
  })

  test('a deadline that preferences would miss is met all the same', () => {
    // On Tuesday A would stand beside its own client's meeting, but B can be done on Tuesday only and needs all of it.
    const plan = practice({
      deliverables: [
        aDeliverable({ id: 'a', title: 'A', due: '2026-11-24', remainingMinutes: 120 }),
        aDeliverable({
          id: 'b',
          title: 'B',
          engagementId: 'lumen-1',
          release: '2026-11-24',
          due: '2026-11-24',
          remainingMinutes: 420,
        }),
      ],
      sessions: [
        aSession({ id: 'x', engagementId: 'lumen-1', start: '2026-11-23T09:00' }),
        aSession({ id: 'y', engagementId: 'lumen-1', start: '2026-11-23T16:00', minutes: 120 }),
        aSession({ id: 'z', start: '2026-11-24T09:00' }),
      ],
    })
    expect(lines(rest(plan))).toEqual(['11-23T10:00 120 A', '11-24T10:00 180 B', '11-24T14:00 240 B'])
  })
})

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

test('a session is tentative focus work of its deliverable, billable as the terms say', () => {
  const plan = practice({
    engagements: [anEngagement({ pays: { kind: 'fixed', price: 900_000, instalments: [] } })],
    deliverables: [aDeliverable({ due: '2026-11-24', remainingMinutes: 60, areaId: 'delivery' })],
  })
  expect(rest(plan).sessions).toEqual<Session[]>([
    aSession({
      id: 'new-0',
      title: 'Milestone 2',
      start: '2026-11-23T09:00',
      minutes: 60,
      status: 'tentative',
      billable: false,
      areaId: 'delivery',
      deliverableId: 'milestone-2',
    }),
  ])
})

function accepted(plan: Plan, { sessions }: Placing): Plan {
  const result = execute(plan, { type: 'session/create', sessions })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.plan
}
