/** Random plans with too much in them: two clients, deliverables, promises, travel, a changeover, a series. */
import fc from 'fast-check'
import type { Deliverable } from '../../../shared/plan/deliverable.ts'
import type { Engagement } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { MONDAY } from './mockWeek.ts'

const wall = (day: number, quarter: number) =>
  `${addDays(MONDAY, day)}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

const aSlot = fc.record({
  day: fc.integer({ min: 0, max: 5 }),
  quarter: fc.integer({ min: 32, max: 72 }),
  length: fc.integer({ min: 1, max: 14 }),
})

const someSessions = fc
  .array(
    fc.record({
      slot: aSlot,
      engagementId: fc.constantFrom('northwind-cto', 'lumen-1', null),
      kind: fc.constantFrom<Session['kind'][]>('focus', 'meeting', 'admin'),
      status: fc.constantFrom<Session['status'][]>('confirmed', 'confirmed', 'tentative'),
      travelBefore: fc.constantFrom(0, 0, 0, 30),
      isForWork: fc.boolean(),
    }),
    { minLength: 3, maxLength: 16 },
  )
  .map((list) =>
    list.map(({ slot, isForWork, ...rest }, i) =>
      aSession({
        id: `s${i}`,
        title: `Session ${i}`,
        start: wall(slot.day, slot.quarter),
        minutes: slot.length * 15,
        deliverableId: isForWork && rest.engagementId === 'northwind-cto' ? 'd0' : null,
        ...rest,
      }),
    ),
  )

const someWork = fc
  .array(
    fc.record({
      due: fc.integer({ min: -1, max: 16 }),
      release: fc.option(fc.integer({ min: -7, max: 3 })),
      minutes: fc.integer({ min: 30, max: 2400 }),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(
      ({ due, release, minutes }, i): Deliverable =>
        aDeliverable({
          id: `d${i}`,
          title: `Work ${i}`,
          engagementId: i % 2 === 0 ? 'northwind-cto' : 'lumen-1',
          due: addDays(MONDAY, due),
          release: release === null || release > due ? null : addDays(MONDAY, release),
          remainingMinutes: minutes,
        }),
    ),
  )

const aPromise = fc.constantFrom<Partial<Engagement>[]>(
  {},
  { commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 600 } }] },
  { commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerMonth', minutes: 1800 } }] },
  { budget: { kind: 'hours', minutes: 300 } },
  { end: '2026-11-26' },
  {
    terms: [
      {
        from: '2026-01-01',
        terms: {
          kind: 'retainer',
          period: 'week',
          minutes: 480,
          price: 100_000,
          overageRate: 12_000,
          overage: 'billed',
          rollover: { kind: 'none' },
          resetDay: 1,
        },
      },
    ],
  },
)

const aStandup = fc.option(
  fc.record({ slot: aSlot, kind: fc.constantFrom<Session['kind'][]>('meeting', 'focus') }),
)

/** Plans in which the week of `MONDAY` and the weeks after it raise flags of any code. */
export const aBusyPlan: fc.Arbitrary<Plan> = fc
  .record({
    sessions: someSessions,
    deliverables: someWork,
    northwind: aPromise,
    lumen: aPromise,
    standup: aStandup,
    changeoverMinutes: fc.constantFrom(0, 15, 30),
    reserveMinutes: fc.constantFrom(0, 120),
  })
  .map(({ sessions, deliverables, northwind, lumen, standup, ...settings }) => {
    const weekly =
      standup === null
        ? []
        : [
            aSeries({
              title: 'Standup',
              kind: standup.kind,
              start: wall(standup.slot.day, standup.slot.quarter),
              minutes: standup.slot.length * 15,
              rule: 'FREQ=WEEKLY',
            }),
          ]
    const has = (id: string | null) => deliverables.some((one) => one.id === id)
    return aPlan({
      clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
      engagements: [
        anEngagement(northwind),
        anEngagement({ id: 'lumen-1', clientId: 'lumen', order: 2, ...lumen }),
      ],
      deliverables,
      settings,
      sessions: [
        ...sessions.map((one) => (has(one.deliverableId) ? one : { ...one, deliverableId: null })),
        ...weekly,
      ],
    })
  })
