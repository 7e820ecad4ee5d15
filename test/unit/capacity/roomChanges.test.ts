import { describe, expect, test } from 'vitest'
import type { Asked } from '../../../shared/capacity/sayYes/asked.ts'
import { roomChanges } from '../../../shared/capacity/sayYes/room/roomChanges.ts'
import type { RoomChange } from '../../../shared/capacity/sayYes/room/smallest.ts'
import { canSayYes, sayYes } from '../../../shared/capacity/sayYes/sayYes.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Commitment, Engagement } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  aPlan,
  aRetainer,
  aSeries,
  aSession,
  HOME,
} from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

const now = at('2026-11-23T00:00')
const perWeek = (hours: number) => ({ kind: 'hoursPerWeek', minutes: hours * 60 }) as const
const NEXT = addDays(MONDAY, 7)

/** Four weeks from next Monday on, 36 h each. */
const anAsked = (hours: number, given: Partial<Asked> = {}): Asked => ({
  commitment: perWeek(hours),
  start: NEXT,
  end: addDays(NEXT, 27),
  meetings: [],
  clientId: null,
  ...given,
})

const february = (hours: number) => anAsked(hours, { start: '2027-02-01', end: '2027-02-28' })

const promising = (commitment: Commitment | null, given: Parameters<typeof anEngagement>[0] = {}) =>
  anEngagement({ commitments: [{ from: '2026-01-01', commitment }], ...given })

const practice = (parts: Parameters<typeof aPlan>[0]): Plan =>
  aPlan({ clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })], ...parts })

function changesFor(plan: Plan, asked: Asked): readonly RoomChange[] {
  const search = roomChanges(plan, asked, now, sayYes(plan, asked, now))
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

/** The plan after a change. Its command is one that the app takes. */
function applied(plan: Plan, { command }: Pick<RoomChange, 'command'>): Plan {
  if (command === null) return plan
  const result = execute(plan, command)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.plan
}

const engagementAfter = (plan: Plan, change: RoomChange | undefined): Engagement | undefined =>
  change === undefined ? undefined : applied(plan, change).practice.engagements['northwind-cto']

const told = (changes: readonly RoomChange[]) => changes.map(({ id, minutes }) => [id, minutes])

describe('a lower commitment', () => {
  test('of as many quarters of an hour as it takes, for the time asked for alone', () => {
    // 36 h less 20 h leave 16 h: 16 h 10 min are 10 min too much.
    const plan = practice({ engagements: [promising(perWeek(20))] })
    const asked = anAsked(16, { commitment: { kind: 'hoursPerWeek', minutes: 970 } })
    const changes = changesFor(plan, asked)
    expect(told(changes)).toEqual([['lower:northwind-cto', 60]])
    expect(changes[0]?.given).toEqual([
      {
        kind: 'lower',
        engagementId: 'northwind-cto',
        commitments: [
          { from: NEXT, before: perWeek(20), after: { kind: 'hoursPerWeek', minutes: 20 * 60 - 15 } },
        ],
        retainers: [],
        until: asked.end,
      },
    ])
    expect(engagementAfter(plan, changes[0])?.commitments).toEqual([
      { from: '2026-01-01', commitment: perWeek(20) },
      { from: NEXT, commitment: { kind: 'hoursPerWeek', minutes: 20 * 60 - 15 } },
      { from: addDays(NEXT, 28), commitment: perWeek(20) },
    ])
  })

  test('stays lower where what is asked has no end, and leaves the past as it was', () => {
    const plan = practice({
      engagements: [promising(null, { commitments: [{ from: '2027-03-01', commitment: perWeek(20) }] })],
    })
    const [change] = changesFor(plan, anAsked(18, { end: null }))
    // Two hours a week for 26 weeks. The first version holds for what is before it, too.
    expect([change?.id, change?.minutes]).toEqual(['lower:northwind-cto', 26 * 120])
    expect(engagementAfter(plan, change)?.commitments).toEqual([
      { from: addDays(NEXT, -1), commitment: perWeek(20) },
      { from: NEXT, commitment: perWeek(18) },
      { from: '2027-03-01', commitment: perWeek(18) },
    ])
  })

  test('of an engagement that begins later is lower from its first day on, and stands alone', () => {
    const plan = practice({ engagements: [promising(perWeek(20), { start: '2026-12-14' })] })
    const [change] = changesFor(plan, anAsked(18))
    expect([change?.id, change?.minutes]).toEqual(['lower:northwind-cto', 2 * 120])
    expect(engagementAfter(plan, change)?.commitments).toEqual([
      { from: '2026-12-14', commitment: perWeek(18) },
      { from: addDays(NEXT, 28), commitment: perWeek(20) },
    ])
  })

  test('of days is lower by half days, of a month by quarters of an hour a month', () => {
    // 2½ days of 7 h 12 are 18 h: 20 h are 2 h too much, half a day is 3 h 36.
    const days = practice({ engagements: [promising({ kind: 'daysPerWeek', halfDays: 5 })] })
    expect(changesFor(days, anAsked(20))[0]).toMatchObject({
      id: 'lower:northwind-cto',
      minutes: 4 * 216,
      given: [{ commitments: [{ after: { kind: 'daysPerWeek', halfDays: 4 } }] }],
    })
    // 23 working days of December: 46 h are 10 h a week, 30 min of a week are 2 h 18 of the month.
    const month = practice({ engagements: [promising({ kind: 'hoursPerMonth', minutes: 46 * 60 })] })
    const asked = anAsked(26.5, { start: '2026-12-07', end: '2026-12-13' })
    expect(changesFor(month, asked)[0]).toMatchObject({
      id: 'lower:northwind-cto',
      given: [{ commitments: [{ after: { kind: 'hoursPerMonth', minutes: 46 * 60 - 150 } }] }],
    })
  })

  test('of a retainer is one of its hours and its price, from its next period on to the end of its last', () => {
    const engagement = anEngagement({ pays: aRetainer({ minutes: 46 * 60, price: 460_000 }) })
    const plan = practice({ engagements: [engagement] })
    const asked = anAsked(27, { start: '2026-12-07', end: '2026-12-13' })
    // The period of December has begun by then: nothing of it is taken.
    expect(told(changesFor(plan, asked))).toEqual([['end:northwind-cto', 600]])
    // February has 20 working days: of 46 h, 11½ h are a week's. 27 h leave 9 h of it, which are 36 h a month.
    const [change] = changesFor(plan, february(27))
    expect([change?.given, change?.minutes]).toEqual([
      [
        {
          kind: 'lower',
          engagementId: 'northwind-cto',
          commitments: [],
          retainers: [
            {
              from: '2027-02-01',
              per: 'month',
              before: { minutes: 46 * 60, price: 460_000 },
              after: { minutes: 36 * 60, price: 360_000 },
              currency: 'EUR',
            },
          ],
          until: '2027-02-28',
        },
      ],
      600,
    ])
    expect(engagementAfter(plan, change)?.terms).toMatchObject([
      { from: '2026-01-01', terms: { minutes: 46 * 60, price: 460_000 } },
      { from: '2027-02-01', terms: { minutes: 36 * 60, price: 360_000 } },
      { from: '2027-03-01', terms: { minutes: 46 * 60, price: 460_000 } },
    ])
  })

  test('goes with the hours of the retainer, in proportion', () => {
    const engagement = promising(perWeek(10), { pays: aRetainer({ minutes: 2400, price: 600_000 }) })
    const plan = practice({ engagements: [engagement] })
    const [change] = changesFor(plan, february(27))
    expect(change?.given).toMatchObject([
      {
        commitments: [{ before: perWeek(10), after: perWeek(9) }],
        retainers: [{ after: { minutes: 36 * 60, price: 540_000 } }],
      },
    ])
  })
})

test('an engagement ends where less of it does not do, with what is planned for it later', () => {
  // Nothing is promised, but 16 h are planned each week: four mornings.
  const mornings = aSeries({ start: '2026-11-23T09:00', minutes: 240, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH' })
  const plan = practice({ engagements: [anEngagement()], sessions: [mornings] })
  const [change, ...others] = changesFor(plan, anAsked(24))
  expect([change?.given, change?.minutes, others]).toEqual([
    [{ kind: 'end', engagementId: 'northwind-cto', last: addDays(NEXT, -1), sessions: 1 }],
    4 * 16 * 60,
    [],
  ])
  const ended = applied(plan, change as RoomChange)
  expect(ended.practice.engagements['northwind-cto']?.end).toBe('2026-11-29')
  expect(ended.practice.series['series-1']?.recurrence?.rule).toContain('UNTIL=')
})

test('the reserve is less by as many quarters of an hour as it takes', () => {
  const plan = practice({ settings: { reserveMinutes: 240 } })
  const [change, ...others] = changesFor(plan, anAsked(33.6))
  // 36 h less 4 h leave 32 h: 1 h 36 more are needed, which are seven quarters.
  expect([change?.given, change?.minutes, others]).toEqual([
    [{ kind: 'reserve', before: 240, after: 135 }],
    4 * 105,
    [],
  ])
  expect(applied(plan, change as RoomChange).practice.settings.reserveMinutes).toBe(135)
})

describe('tentative sessions', () => {
  const tentative = (id: string, start: string, minutes: number, engagementId: string | null = 'lumen-1') =>
    aSession({ id, start, minutes, engagementId, status: 'tentative', title: id })

  test('of one engagement go, and of them those that must', () => {
    const prospect = anEngagement({ id: 'lumen-1', clientId: 'lumen', status: 'prospect' })
    const plan = practice({
      engagements: [prospect],
      sessions: [
        // 12 h in one week, of which 5 h are too much; an hour in the next.
        tentative('short', '2026-12-01T09:00', 240),
        tentative('middle', '2026-12-02T09:00', 300),
        tentative('talk', '2026-12-03T09:00', 180),
        tentative('later', '2026-12-08T09:00', 60),
      ],
    })
    const changes = changesFor(plan, anAsked(29))
    expect(changes[0]?.given).toEqual([
      {
        kind: 'tentative',
        engagementId: 'lumen-1',
        sessions: [{ title: 'middle', start: '2026-12-02T09:00' }],
        minutes: 300,
      },
    ])
    const sessions = applied(plan, changes[0] as RoomChange).years['2026']?.sessions ?? {}
    expect(Object.keys(sessions)).toEqual(['short', 'talk', 'later'])
  })

  test('of a series go in the time asked for alone, and for good where that has no end', () => {
    const weekly = aSeries({
      engagementId: null,
      status: 'tentative',
      start: '2026-11-24T09:00',
      minutes: 180,
      rule: 'FREQ=WEEKLY',
    })
    const plan = practice({ sessions: [weekly] })
    const [some] = changesFor(plan, anAsked(34))
    expect([some?.id, some?.minutes]).toEqual(['tentative:series-1', 4 * 180])
    expect(applied(plan, some as RoomChange).practice.series['series-1']?.recurrence?.except).toEqual([
      '2026-12-01T09:00',
      '2026-12-08T09:00',
      '2026-12-15T09:00',
      '2026-12-22T09:00',
    ])
    const [all] = changesFor(plan, anAsked(34, { end: null }))
    expect(applied(plan, all as RoomChange).practice.series['series-1']?.recurrence?.rule).toContain('UNTIL=')
  })
})

describe('a later due day', () => {
  const milestone = (id: string, minutes: number, due: string) =>
    aDeliverable({ id, title: id, remainingMinutes: minutes, due, engagementId: 'lumen-1' })
  const lumen = anEngagement({ id: 'lumen-1', clientId: 'lumen' })

  test('is the soonest with which the deadline holds', () => {
    // From Monday 30 November to Friday 4 December there are 36 h beside this week's 36 h: 66 h of work, and 8 h asked.
    const plan = practice({ engagements: [lumen], deliverables: [milestone('m', 3960, '2026-12-04')] })
    const [change] = changesFor(plan, anAsked(8))
    // 2 h are left over: Monday 7 December has 8 h, of which none needs to go to what is asked.
    expect(change?.given).toEqual([
      {
        kind: 'due',
        deliverableId: 'm',
        engagementId: 'lumen-1',
        title: 'm',
        before: '2026-12-04',
        after: '2026-12-07',
      },
    ])
    expect(applied(plan, change as RoomChange).practice.deliverables.m?.due).toBe('2026-12-07')
  })

  test('of several deadlines is sought together where no single one does', () => {
    const plan = practice({
      engagements: [lumen],
      deliverables: [
        milestone('first', 3960, '2026-12-04'),
        { ...milestone('second', 2040, '2026-12-18'), release: '2026-12-07' },
      ],
    })
    const change = changesFor(plan, anAsked(32)).find(({ given }) => given.length === 2)
    expect(change?.given.map(({ kind }) => kind)).toEqual(['due', 'due'])
  })
})

test('what would lose a deadline is not offered, though the answer would be yes then', () => {
  // 82 h of work by Sunday, of which 10 h are planned for Saturday; 72 h are free until then, and 8 h asked for.
  const saturday = aSession({
    engagementId: 'lumen-1',
    start: '2026-12-05T09:00',
    minutes: 600,
    status: 'tentative',
    deliverableId: 'm',
  })
  const plan = practice({
    engagements: [anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
    deliverables: [
      aDeliverable({ id: 'm', engagementId: 'lumen-1', remainingMinutes: 82 * 60, due: '2026-12-06' }),
    ],
    sessions: [saturday],
  })
  const without = applied(plan, {
    command: { type: 'session/delete', sessions: [{ id: saturday.id, scope: { kind: 'all' } }] },
  })
  expect(canSayYes(without, anAsked(8), now)).toBe(true)
  expect(told(changesFor(plan, anAsked(8)))).toEqual([['due:m', 82 * 60]])
})

describe('what is asked', () => {
  const meeting = { weekday: 2, minute: 600, minutes: 60, zone: HOME, everyWeeks: 1 }
  const steering = aSeries({ title: 'Steering', start: '2026-12-01T10:30', minutes: 60, rule: 'FREQ=WEEKLY' })

  test('has a meeting at the nearest time that is free, or goes without it', () => {
    const plan = practice({ engagements: [anEngagement()], sessions: [steering] })
    const changes = changesFor(plan, anAsked(8, { meetings: [meeting] }))
    expect(told(changes)).toEqual([
      ['meeting:0', 0],
      ['no-meeting:0', 240],
      ['end:northwind-cto', 240],
    ])
    expect(changes[0]?.given).toEqual([
      { kind: 'meeting', meeting: 0, before: meeting, after: { ...meeting, minute: 570 } },
    ])
    expect(changes[0]?.asked.meetings).toEqual([{ ...meeting, minute: 570 }])
    expect([changes[1]?.asked.meetings, changes[1]?.command]).toEqual([[], null])
  })

  test('has several meetings at other times where each of them collides', () => {
    const plan = practice({ engagements: [anEngagement()], sessions: [steering] })
    const second = { ...meeting, minute: 660 }
    const changes = changesFor(plan, anAsked(8, { meetings: [meeting, second] }))
    expect(changes[0]?.asked.meetings).toEqual([
      { ...meeting, minute: 570 },
      { ...second, minute: 690 },
    ])
    // The steering goes with its engagement; or neither meeting is held.
    expect(told(changes).slice(1)).toEqual([
      ['end:northwind-cto', 240],
      ['no-meeting:0 + no-meeting:1', 480],
    ])
  })

  test('ends before the weeks that are full', () => {
    // Ten hours of own business each week from 14 December on.
    const full = aSeries({ engagementId: null, start: '2026-12-14T09:00', minutes: 600, rule: 'FREQ=WEEKLY' })
    const plan = practice({ sessions: [full] })
    const [change] = changesFor(plan, anAsked(30))
    expect([change?.given, change?.minutes]).toEqual([
      [{ kind: 'until', before: addDays(NEXT, 27), after: '2026-12-13' }],
      2 * 30 * 60,
    ])
    expect(canSayYes(plan, change?.asked as Asked, now)).toBe(true)
  })
})

describe('where no single change does', () => {
  test('two together do: the one a little, the other a little', () => {
    const plan = practice({
      engagements: [promising(perWeek(1)), promising(perWeek(1), { id: 'lumen-1', clientId: 'lumen' })],
    })
    const pairs = changesFor(plan, anAsked(35.25))
    expect(pairs.map(({ id }) => id)).toContain('lower:northwind-cto + lower:lumen-1')
    for (const { given } of pairs) expect(given).toHaveLength(2)
  })

  test('a meeting is at another time besides, rather than not held', () => {
    const meeting = { weekday: 2, minute: 600, minutes: 60, zone: HOME, everyWeeks: 1 }
    const steering = aSeries({
      engagementId: null,
      start: '2026-12-01T10:30',
      minutes: 60,
      rule: 'FREQ=WEEKLY',
    })
    const plan = practice({ engagements: [promising(perWeek(20))], sessions: [steering] })
    // 36 h less 20 h and the hour of steering leave 15 h.
    const [first] = changesFor(plan, anAsked(16, { meetings: [meeting] }))
    expect(first?.given).toMatchObject([
      { kind: 'meeting', after: { ...meeting, minute: 570 } },
      { kind: 'lower', commitments: [{ after: perWeek(19) }] },
    ])
    expect(first?.minutes).toBe(240)
  })

  test('and none together, nothing is offered', () => {
    expect(changesFor(practice({ engagements: [promising(perWeek(4))] }), anAsked(40))).toEqual([])
  })
})
