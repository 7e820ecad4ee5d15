/** Random practices with promises, deliverables, sessions, travel and time off, seen on a day of one week. */
import fc from 'fast-check'
import type { PlacingRange } from '../../../../shared/capacity/placing/placing.ts'
import type { CapacityContext } from '../../../../shared/capacity/weekView.ts'
import type { Commitment, Terms } from '../../../../shared/plan/engagement.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { addDays } from '../../../../shared/time/day.ts'
import { aClient, aDeliverable, anEngagement, aPattern, aPlan, aSession } from '../../../support/builders.ts'
import { at, MONDAY } from '../mockWeek.ts'

/** Mondays on which a case begins; the clocks change in the week of the last two. */
const MONDAYS = [MONDAY, MONDAY, '2026-10-19', '2027-03-22'] as const

/** A plan, the present, and the days to fill. */
export interface Case {
  readonly plan: Plan
  readonly context: CapacityContext
  readonly range: PlacingRange
}

const CLIENTS = ['c0', 'c1', 'c2'] as const

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}

const aCommitment: fc.Arbitrary<Commitment | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('hoursPerWeek' as const), minutes: fc.integer({ min: 0, max: 1200 }) }),
  fc.record({ kind: fc.constant('daysPerWeek' as const), halfDays: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ kind: fc.constant('hoursPerMonth' as const), minutes: fc.integer({ min: 0, max: 4000 }) }),
)

const someTerms: fc.Arbitrary<Terms> = fc.constantFrom<Terms>(
  { kind: 'hourly', rate: 12_000 },
  { kind: 'fixed', price: 900_000, instalments: [] },
  { kind: 'daily', rate: 120_000, minutesPerDay: 450, halfDays: true },
  {
    kind: 'retainer',
    period: 'month',
    minutes: 1500,
    price: 300_000,
    overageRate: 15_000,
    overage: 'billed',
    rollover: { kind: 'none' },
    resetDay: 25,
  },
)

const someEngagement = fc.record({
  clientId: fc.constantFrom(...CLIENTS),
  commitment: aCommitment,
  terms: someTerms,
  startsIn: fc.constantFrom(null, 3),
  endsIn: fc.constantFrom(null, 10),
})

const someDeliverable = fc.record({
  engagement: fc.nat({ max: 3 }),
  release: fc.option(fc.integer({ min: -3, max: 15 }), { nil: null }),
  length: fc.integer({ min: 0, max: 35 }),
  minutes: fc.integer({ min: 1, max: 1200 }),
})

const someSession = fc.record({
  engagement: fc.option(fc.nat({ max: 3 }), { nil: null }),
  day: fc.integer({ min: -2, max: 20 }),
  quarter: fc.integer({ min: 28, max: 76 }),
  length: fc.integer({ min: 1, max: 16 }),
  travel: fc.constantFrom(0, 0, 0, 30, 45),
  status: fc.constantFrom('confirmed' as const, 'tentative' as const),
  deliverable: fc.option(fc.nat({ max: 5 }), { nil: null }),
})

const settings = fc.record({
  reserveMinutes: fc.constantFrom(0, 120, 400),
  changeoverMinutes: fc.constantFrom(0, 15, 40),
  firstWeekday: fc.constantFrom(1 as const, 7 as const),
  blocks: fc.constantFrom(
    { shortest: 30, longest: 240, usableOnly: false },
    { shortest: 60, longest: 120, usableOnly: true },
    { shortest: 45, longest: 90, usableOnly: false },
    { shortest: 20, longest: 20, usableOnly: false },
    { shortest: 5, longest: 500, usableOnly: true },
  ),
  focusHours: fc.constantFrom(null, { from: 540, to: 720 }, { from: 840, to: 1080 }),
})

/** Cases of all kinds, most of them too full. */
export const aCase: fc.Arbitrary<Case> = fc
  .record({
    engagements: fc.array(someEngagement, { minLength: 1, maxLength: 4 }),
    deliverables: fc.array(someDeliverable, { maxLength: 6 }),
    sessions: fc.array(someSession, { maxLength: 25 }),
    settings,
    off: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
    nowDay: fc.integer({ min: -1, max: 4 }),
    nowMinute: fc.integer({ min: 0, max: 95 }),
    weeks: fc.integer({ min: 1, max: 4 }),
    monday: fc.constantFrom(...MONDAYS),
    works: fc.constantFrom('by-day' as const, 'by-day' as const, 'on-sunday-night' as const),
  })
  .map(({ engagements, deliverables, sessions, off, nowDay, nowMinute, weeks, monday, works, ...given }) => {
    const night = [{ from: 0, to: 360 }]
    const plan = aPlan({
      clients: CLIENTS.map((id, order) => aClient({ id, name: id, order })),
      engagements: engagements.map(({ clientId, commitment, terms, startsIn, endsIn }, i) =>
        anEngagement({
          id: `e${i}`,
          clientId,
          start: startsIn === null ? '2026-01-01' : addDays(monday, startsIn),
          end: endsIn === null ? null : addDays(monday, endsIn),
          order: i,
          pays: terms,
          commitments: commitment === null ? [] : [{ from: '2026-01-01', commitment }],
        }),
      ),
      deliverables: deliverables.map(({ engagement, release, length, minutes }, i) =>
        aDeliverable({
          id: `d${i}`,
          title: `Work ${i}`,
          engagementId: `e${engagement % engagements.length}`,
          release: release === null ? null : addDays(monday, release),
          due: addDays(monday, (release ?? -2) + length),
          remainingMinutes: minutes,
          order: i,
        }),
      ),
      patterns: [
        works === 'by-day'
          ? aPattern({ from: '2020-01-01' })
          : aPattern({ from: '2020-01-01', week: [night, [], night, [], [], [], night] }),
      ],
      settings: given.settings,
      sessions: sessions.map(({ engagement, day, quarter, length, travel, status, deliverable }, i) => {
        const engagementId = engagement === null ? null : `e${engagement % engagements.length}`
        const mine = deliverables
          .map((one, at) => ({ id: `d${at}`, of: `e${one.engagement % engagements.length}` }))
          .filter(({ of }) => of === engagementId)
        return aSession({
          id: `s${i}`,
          title: `Session ${i}`,
          engagementId,
          start: `${addDays(monday, day)}T${clock(quarter)}`,
          minutes: length * 15,
          travelBefore: travel,
          travelAfter: travel,
          status,
          deliverableId: deliverable === null ? null : (mine[deliverable % mine.length]?.id ?? null),
        })
      }),
    })
    const timeOff =
      off === null
        ? {}
        : {
            off: {
              id: 'off',
              title: 'Away',
              from: addDays(monday, off),
              to: addDays(monday, off + 1),
              part: off % 2 === 0 ? null : { from: 600, to: 900 },
              source: null,
            },
          }
    const start = given.settings.firstWeekday === 7 ? addDays(monday, -1) : monday
    return {
      plan: { ...plan, practice: { ...plan.practice, timeOff } },
      context: at(`${addDays(monday, nowDay)}T${clock(nowMinute)}`),
      range: { from: start, to: addDays(start, 7 * weeks - 1) },
    }
  })
