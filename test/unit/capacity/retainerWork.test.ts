import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solve } from 'yalps'
import { workingCalendar } from '../../../shared/capacity/availability.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { supplyOf, worstWindow } from '../../../shared/capacity/work/feasibility.ts'
import { freeTime, openWork } from '../../../shared/capacity/work/openWork.ts'
import type { Deliverable } from '../../../shared/plan/deliverable.ts'
import type { Engagement, Terms } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import type { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import { addDays, type Day, dayNumber } from '../../../shared/time/day.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aRetainer,
  aSession,
} from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at } from './mockWeek.ts'

type Retainer = Extract<Terms, { kind: 'retainer' }>

/** Forty hours a calendar month, none of which rolls over. */
const monthly: Retainer = aRetainer()
const weekly: Retainer = { ...monthly, period: 'week', minutes: 600 }

interface Parts {
  readonly pays?: Retainer
  readonly engagement?: Partial<Engagement>
  readonly deliverables?: readonly Deliverable[]
  readonly sessions?: readonly Session[]
  readonly entries?: readonly TimeEntry[]
}

function planOf({ pays = monthly, engagement = {}, ...parts }: Parts = {}): Plan {
  return aPlan({
    clients: [aClient({ name: 'Lumen' })],
    engagements: [anEngagement({ pays, ...engagement })],
    ...parts,
  })
}

/** What is open on Monday 23 November 2026 in the morning: id, minutes, and the first and last day that it has. */
function openOf(plan: Plan, wall = '2026-11-23T00:00'): (string | number)[][] {
  const calendar = workingCalendar(plan, noHolidays)
  const { now } = at(wall)
  const dayAt = (instant: number) => {
    for (let number = dayNumber('2026-11-01'); ; number++)
      if (instant < calendar.day(number).end) return calendar.day(number).day
  }
  return openWork(plan, calendar, now).open.map(({ id, minutes, release, due }) => [
    id,
    minutes,
    dayAt(release),
    dayAt(due - 1),
  ])
}

const owed = (minutes: number, from = '2026-11-01', first = '2026-11-23', last = '2026-11-30') => [
  `retainer:northwind-cto:${from}`,
  minutes,
  first,
  last,
]
const milestone = (given: Partial<Deliverable>) => aDeliverable({ remainingMinutes: 300, ...given })

describe('the hours that a retainer owes', () => {
  const rollover = (kind: 'all' | 'none'): Retainer => ({
    ...monthly,
    rollover: kind === 'all' ? { kind, expiresAfter: null } : { kind },
  })
  const capped: Retainer = { ...monthly, rollover: { kind: 'capped', minutes: 600, expiresAfter: null } }
  test.each<[string, Parts, (string | number)[][]]>([
    ['are its grant until the end of the period', {}, [owed(2400)]],
    ['of a week are due at its end', { pays: weekly }, [owed(600, '2026-11-23', '2026-11-23', '2026-11-29')]],
    [
      'begin and end on the reset day',
      { pays: { ...monthly, resetDay: 15 } },
      [owed(2400, '2026-11-15', '2026-11-23', '2026-12-14')],
    ],
    [
      'are less what was logged in the period and is billable',
      {
        entries: [
          anEntry({ id: 'a', day: '2026-11-02', minutes: 400 }),
          anEntry({ id: 'b', day: '2026-11-03', minutes: 100, billable: false }),
          anEntry({ id: 'c', day: '2026-10-30', minutes: 1000 }),
        ],
      },
      [owed(2000)],
    ],
    [
      'count what was logged as it is billed',
      {
        engagement: { rounding: { mode: 'up', increment: 30, scope: 'entry' } },
        entries: [anEntry({ day: '2026-11-02', minutes: 31 })],
      },
      [owed(2340)],
    ],
    [
      'are less the billable sessions of the period that no entry confirms, past or to come',
      {
        sessions: [
          aSession({ id: 'past', start: '2026-11-20T09:00', minutes: 50 }),
          aSession({ id: 'logged', start: '2026-11-19T09:00', minutes: 60 }),
          aSession({ id: 'ahead', start: '2026-11-26T09:00', minutes: 70 }),
          aSession({ id: 'later', start: '2026-12-01T09:00', minutes: 80 }),
          aSession({ id: 'gift', start: '2026-11-27T09:00', minutes: 90, billable: false }),
        ],
        entries: [
          anEntry({ day: '2026-11-19', minutes: 75, session: { sessionId: 'logged', original: null } }),
        ],
      },
      [owed(2400 - 50 - 75 - 70)],
    ],
    ['may all roll over where all does', { pays: rollover('all') }, []],
    ['may roll over up to the cap', { pays: capped, engagement: { start: '2026-11-01' } }, [owed(1800)]],
    [
      'include what rolled over into the period',
      { pays: capped, engagement: { start: '2026-10-01' } },
      [owed(2400 + 600 - 600)],
    ],
    [
      'force what was carried and expires at the end of the period, the oldest hours being used first',
      {
        pays: { ...monthly, rollover: { kind: 'all', expiresAfter: 1 } },
        engagement: { start: '2026-10-01' },
        entries: [
          anEntry({ id: 'a', day: '2026-10-05', minutes: 1400 }),
          anEntry({ id: 'b', day: '2026-11-05', minutes: 300 }),
        ],
      },
      [owed(1000 - 300)],
    ],
    [
      'force nothing that expires later',
      {
        pays: { ...monthly, rollover: { kind: 'all', expiresAfter: 2 } },
        engagement: { start: '2026-10-01' },
        entries: [anEntry({ id: 'a', day: '2026-10-05', minutes: 1400 })],
      },
      [],
    ],
    [
      'force the larger of what expires and what passes the cap',
      {
        pays: { ...monthly, rollover: { kind: 'capped', minutes: 2000, expiresAfter: 1 } },
        engagement: { start: '2026-10-01' },
        entries: [anEntry({ id: 'a', day: '2026-10-05', minutes: 1400 })],
      },
      [owed(2400 + 1000 - 2000)],
    ],
    [
      'are lessened by a debt that the period before carried into it',
      {
        pays: { ...monthly, overage: 'carried' },
        engagement: { start: '2026-10-01' },
        entries: [anEntry({ id: 'a', day: '2026-10-05', minutes: 3000 })],
      },
      [owed(2400 - 600)],
    ],
    [
      'of the next period are lessened by the debt that this one will carry',
      {
        pays: { ...monthly, overage: 'carried' },
        engagement: { start: '2026-11-01' },
        deliverables: [milestone({ release: '2026-12-01', due: '2026-12-11' })],
        entries: [anEntry({ id: 'a', day: '2026-11-05', minutes: 2000 })],
        sessions: [aSession({ start: '2026-11-25T09:00', minutes: 1000 })],
      },
      [
        ['milestone-2', 300, '2026-12-01', '2026-12-11'],
        owed(2400 - 600 - 300, '2026-12-01', '2026-12-01', '2026-12-31'),
      ],
    ],
    [
      'are all due in the last period of the engagement, prorated by its working days',
      { pays: rollover('all'), engagement: { start: '2026-11-01', end: '2026-11-27' } },
      [owed(Math.round((2400 * 20) / 21), '2026-11-01', '2026-11-23', '2026-11-27')],
    ],
    ['of an engagement that is paused are none', { engagement: { status: 'paused' } }, []],
    ['of a prospect are none', { engagement: { status: 'prospect' } }, []],
    ['of one that has ended are none', { engagement: { end: '2026-11-20' } }, []],
    [
      'of one that begins later are counted from its first period that other work reaches',
      {
        engagement: { start: '2026-12-07' },
        deliverables: [milestone({ engagementId: 'northwind-cto', due: '2026-12-11' })],
      },
      [
        ['milestone-2', 300, '2026-11-23', '2026-12-11'],
        owed(Math.round((2400 * 19) / 23) - 300, '2026-12-01', '2026-12-07', '2026-12-31'),
      ],
    ],
    ['that were passed are none', { entries: [anEntry({ day: '2026-11-02', minutes: 2500 })] }, []],
  ])('%s', (_rule, parts, expected) => {
    expect(openOf(planOf(parts))).toEqual(expected)
  })

  test('are looked at for thirteen weeks at most, and no further than other work is due', () => {
    const weeksWith = (due: Day) =>
      openOf(planOf({ pays: weekly, deliverables: [milestone({ engagementId: 'other', due })] }))
    const other = (due: Day) =>
      openOf({
        ...planOf({ pays: weekly }),
        practice: {
          ...planOf({ pays: weekly }).practice,
          engagements: {
            ...planOf({ pays: weekly }).practice.engagements,
            other: anEngagement({ id: 'other' }),
          },
          deliverables: { 'milestone-2': milestone({ engagementId: 'other', due }) },
        },
      }).length
    // Work of an engagement that is gone is no open work.
    expect(weeksWith('2027-11-23')).toHaveLength(1)
    expect(['2026-11-27', '2026-12-04', '2027-11-23'].map(other)).toEqual([2, 3, 15])
  })
})

describe('deliverables of a retainer', () => {
  test.each<[string, readonly Deliverable[], (string | number)[][]]>([
    [
      'that are due in the period count towards its hours',
      [milestone({ due: '2026-11-27' })],
      [['milestone-2', 300, '2026-11-23', '2026-11-27'], owed(2100)],
    ],
    [
      'that take more than is owed leave nothing owed',
      [milestone({ due: '2026-11-27', remainingMinutes: 2500 })],
      [['milestone-2', 2500, '2026-11-23', '2026-11-27']],
    ],
    [
      'that are due later are what the hours of the first period are spent on',
      [milestone({ due: '2026-12-11', remainingMinutes: 3000 })],
      [
        ['milestone-2', 600, '2026-11-23', '2026-12-11'],
        owed(2400),
        owed(1800, '2026-12-01', '2026-12-01', '2026-12-31'),
      ],
    ],
    [
      'that are due later and cannot begin in the period are not',
      [milestone({ release: '2026-12-01', due: '2026-12-11' })],
      [
        ['milestone-2', 300, '2026-12-01', '2026-12-11'],
        owed(2400),
        owed(2100, '2026-12-01', '2026-12-01', '2026-12-31'),
      ],
    ],
    [
      'are lessened soonest due first',
      [
        milestone({ id: 'late', due: '2026-12-18', remainingMinutes: 2000 }),
        milestone({ id: 'soon', due: '2026-12-04', remainingMinutes: 2000 }),
      ],
      [
        ['late', 1600, '2026-11-23', '2026-12-18'],
        owed(2400),
        owed(800, '2026-12-01', '2026-12-01', '2026-12-31'),
      ],
    ],
  ])('%s', (_rule, deliverables, expected) => {
    expect(openOf(planOf({ deliverables }))).toEqual(expected)
  })

  test('planned by sessions count once', () => {
    const plan = planOf({
      deliverables: [milestone({ due: '2026-11-27' })],
      sessions: [aSession({ start: '2026-11-24T09:00', minutes: 120, deliverableId: 'milestone-2' })],
    })
    expect(openOf(plan)).toEqual([['milestone-2', 180, '2026-11-23', '2026-11-27'], owed(2400 - 120 - 180)])
  })
})

/**
 * Whether a plan exists, by linear programming on days: each deliverable is done in its days, the days of each period
 * hold the hours of the retainer, deliverables included, and no day holds more than it has.
 */
function hasPlan(
  plan: Plan,
  days: readonly Day[],
  periods: readonly (readonly [Day, Day, number])[],
): boolean {
  const calendar = workingCalendar(plan, noHolidays)
  const constraints = new Map<string, { min?: number; max?: number; equal?: number }>()
  const variables = new Map<string, Map<string, number>>()
  for (const day of days) {
    const { start, end } = calendar.day(dayNumber(day))
    const free = freeTime(plan, calendar, start, end).reduce((sum, part) => sum + part.to - part.from, 0)
    constraints.set(day, { max: free })
  }
  for (const [from, , minutes] of periods) constraints.set(`week of ${from}`, { min: minutes })
  const add = (id: string, first: Day, last: Day, more: readonly string[]) => {
    for (const day of days) {
      if (day < first || day > last) continue
      const period = periods.find(([from, to]) => from <= day && day <= to)
      const terms = new Map([[day, 1], ...more.map((name): [string, number] => [name, 1])])
      if (period !== undefined) terms.set(`week of ${period[0]}`, 1)
      variables.set(`${id} ${day}`, terms)
    }
  }
  for (const { id, release, due, remainingMinutes } of Object.values(plan.practice.deliverables)) {
    constraints.set(id, { equal: remainingMinutes })
    add(id, release ?? '2026-11-23', due ?? '2026-11-23', [id])
  }
  add('anything', days[0] ?? '', days.at(-1) ?? '', [])
  return solve({ direction: 'maximize', objective: 'none', constraints, variables }).status === 'optimal'
}

test('never make a plan impossible that does one thing for both', () => {
  let possible = 0
  const aPiece = fc.record({
    release: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    days: fc.integer({ min: 0, max: 24 }),
    minutes: fc.integer({ min: 1, max: 3000 }),
  })
  fc.assert(
    fc.property(
      fc.array(aPiece, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 1500 }),
      (pieces, minutes) => {
        const plan = planOf({
          pays: { ...weekly, minutes },
          deliverables: pieces.map((piece, i) => {
            const release = piece.release === null ? null : addDays('2026-11-23', piece.release)
            return milestone({
              id: `d${i}`,
              release,
              due: addDays(release ?? '2026-11-23', piece.days),
              remainingMinutes: piece.minutes,
            })
          }),
        })
        const calendar = workingCalendar(plan, noHolidays)
        const { now } = at('2026-11-23T00:00')
        const { open, until } = openWork(plan, calendar, now)
        const days: Day[] = []
        for (let day = '2026-11-23'; calendar.day(dayNumber(day)).end <= until; day = addDays(day, 1))
          days.push(day)
        const periods: [Day, Day, number][] = []
        for (let from = '2026-11-23'; from <= (days.at(-1) ?? ''); from = addDays(from, 7))
          periods.push([from, addDays(from, 6), minutes])
        // The days of the last period reach to its end, even where nothing is due on them.
        for (let day = days.at(-1) ?? ''; day < (periods.at(-1)?.[1] ?? ''); ) {
          day = addDays(day, 1)
          days.push(day)
        }
        if (!hasPlan(plan, days, periods)) return
        possible++
        expect(worstWindow(open, supplyOf(freeTime(plan, calendar, now, until)))).toBeNull()
      },
    ),
    { numRuns: times(120, 3000) },
  )
  expect(possible).toBeGreaterThan(10)
})
