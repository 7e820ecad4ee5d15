/** Random practices for property tests: engagements of every kind, sessions, entries, deliverables and time off. */
import fc from 'fast-check'
import { holidaysFrom } from '../../../shared/capacity/holidays.ts'
import type { Commitment, Engagement, Terms } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPattern,
  aPlan,
  aSeries,
  aSession,
} from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

/** Wednesday of the second week at ten; Christmas is a holiday. */
export const context = {
  ...at('2026-12-02T10:00'),
  holidays: holidaysFrom({ '2026-12-25': 'Christmas Day' }),
}

/** A day of the ten weeks around MONDAY. */
export const aDay = fc.integer({ min: -10, max: 60 }).map((days) => addDays(MONDAY, days))
const aWall = fc
  .record({ day: aDay, quarter: fc.integer({ min: 0, max: 95 }) })
  .map(
    ({ day, quarter }) =>
      `${day}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  )

const retainer: Terms = {
  kind: 'retainer',
  period: 'month',
  minutes: 1200,
  price: 100_000,
  overageRate: 10_000,
  overage: 'billed',
  rollover: { kind: 'none' },
  resetDay: 1,
}
const aCommitment = fc.constantFrom<Commitment | null>(
  { kind: 'hoursPerWeek', minutes: 500 },
  { kind: 'daysPerWeek', halfDays: 3 },
  { kind: 'hoursPerMonth', minutes: 2000 },
  null,
)

const ids = ['e0', 'e1', 'e2', 'e3'] as const
const anyEngagement = (id: string, i: number) =>
  fc
    .record({
      status: fc.constantFrom<Engagement['status']>('active', 'active', 'prospect', 'paused', 'closed'),
      probability: fc.integer({ min: 0, max: 100 }),
      start: fc.option(aDay, { nil: null }),
      days: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      commitment: aCommitment,
      pays: fc.constantFrom<Terms>(retainer, { kind: 'hourly', rate: 10_000 }),
    })
    .map(({ start, days, commitment, ...rest }) =>
      anEngagement({
        ...rest,
        id,
        clientId: `c${i % 3}`,
        start,
        end: days === null ? null : addDays(start ?? MONDAY, days),
        commitments: [{ from: '2026-01-01', commitment }],
      }),
    )

const anId = fc.constantFrom(...ids, 'gone', null)
/** Up to ten sessions and six entries in the ten weeks around MONDAY, some of what is there gone or archived. */
export const aPractice = fc
  .record({
    engagements: fc.tuple(...ids.map(anyEngagement)),
    archived: fc.boolean(),
    sessions: fc.array(
      fc.record({
        engagementId: anId,
        start: aWall,
        minutes: fc.constantFrom(30, 90, 600, 3000),
        status: fc.constantFrom('confirmed' as const, 'tentative' as const),
        travelBefore: fc.constantFrom(0, 45),
        weekly: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
    entries: fc.array(
      fc.record({
        engagementId: anId,
        day: aDay,
        minutes: fc.integer({ min: 1, max: 400 }),
        confirms: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      }),
      { maxLength: 6 },
    ),
    deliverables: fc.array(
      fc.record({
        engagementId: fc.constantFrom(...ids),
        due: aDay,
        remainingMinutes: fc.constantFrom(60, 600, 3000),
      }),
      { maxLength: 3 },
    ),
    off: fc.option(fc.record({ from: aDay, days: fc.integer({ min: 0, max: 9 }) }), { nil: null }),
    settings: fc.record({
      reserveMinutes: fc.constantFrom(0, 120),
      firstWeekday: fc.constantFrom(1, 7),
    }),
  })
  .map(({ engagements, archived, sessions, entries, deliverables, off, settings }): Plan => {
    const plan = aPlan({
      clients: [0, 1, 2].map((i) =>
        aClient({ id: `c${i}`, name: `Client ${i}`, order: 3 - i, archived: archived && i === 0 }),
      ),
      engagements,
      sessions: sessions.map(({ weekly, ...rest }, i) =>
        weekly ? aSeries({ ...rest, id: `s${i}`, rule: 'FREQ=WEEKLY' }) : aSession({ ...rest, id: `s${i}` }),
      ),
      entries: entries.map(({ confirms, ...rest }, i) =>
        anEntry({
          ...rest,
          id: `t${i}`,
          start: null,
          session: confirms === null ? null : { sessionId: `s${confirms}`, original: null },
        }),
      ),
      deliverables: deliverables.map((one, i) => aDeliverable({ ...one, id: `d${i}` })),
      patterns: [aPattern()],
      settings,
    })
    const timeOff =
      off === null
        ? {}
        : {
            off: {
              id: 'off',
              title: 'Away',
              from: off.from,
              to: addDays(off.from, off.days),
              part: off.days % 2 === 0 ? null : { from: 600, to: 720 },
              source: null,
            },
          }
    return { ...plan, practice: { ...plan.practice, timeOff } }
  })
