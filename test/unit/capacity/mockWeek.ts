/** The week of the design's picture as a plan: 23 to 29 November 2026, four clients, five flags and some more. */

import { noHolidays } from '../../../shared/capacity/holidays.ts'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import type { Day } from '../../../shared/time/day.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  aPattern,
  aPlan,
  aSession,
  HOME,
} from '../../support/builders.ts'

export const MONDAY: Day = '2026-11-23'

/** A context at a wall-clock time in Berlin, without holidays. */
export function at(wall: string): CapacityContext {
  return { holidays: noHolidays, now: toEpochMinute(wall, HOME) }
}

const clients = [
  aClient({ id: 'northwind', name: 'Northwind', order: 1 }),
  aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 }),
  aClient({ id: 'fable', name: 'Fable Games', colour: 'plum', order: 3 }),
  aClient({ id: 'harbor', name: 'Harbor Bank', colour: 'amber', order: 4 }),
]

const engagements = [
  anEngagement({
    id: 'northwind-cto',
    pays: { kind: 'daily', rate: 124_000, minutesPerDay: 480, halfDays: true },
    commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 960 } }],
  }),
  anEngagement({
    id: 'lumen-retainer',
    clientId: 'lumen',
    pays: {
      kind: 'retainer',
      period: 'week',
      minutes: 720,
      price: 198_000,
      overageRate: 16_500,
      overage: 'billed',
      rollover: { kind: 'none' },
      resetDay: 1,
    },
  }),
  anEngagement({
    id: 'fable-build',
    clientId: 'fable',
    pays: { kind: 'fixed', price: 900_000, instalments: [] },
  }),
  anEngagement({ id: 'harbor-scope', clientId: 'harbor', status: 'prospect', probability: 60 }),
]

const rows: readonly (readonly [
  string | null,
  string,
  Session['kind'],
  string,
  number,
  Session['status']?,
])[] = [
  ['northwind-cto', 'Platform roadmap', 'focus', '2026-11-23T09:00', 210],
  ['northwind-cto', 'Steering committee', 'meeting', '2026-11-24T09:30', 90],
  ['northwind-cto', 'Vendor review: Oracle', 'focus', '2026-11-24T11:00', 120],
  ['northwind-cto', 'Hiring loop', 'meeting', '2026-11-25T09:00', 180],
  ['northwind-cto', 'Weekly report', 'focus', '2026-11-27T09:00', 150],
  ['lumen-retainer', 'Engineering 1:1s', 'meeting', '2026-11-23T14:00', 120],
  ['lumen-retainer', 'Board call', 'meeting', '2026-11-24T10:30', 45],
  ['lumen-retainer', 'Risk assessment', 'focus', '2026-11-24T14:00', 180],
  ['lumen-retainer', 'Security audit 1', 'focus', '2026-11-25T13:00', 195],
  ['lumen-retainer', 'Security audit 2', 'focus', '2026-11-26T09:00', 240],
  ['fable-build', 'Sprint demo', 'meeting', '2026-11-23T16:00', 60],
  ['fable-build', 'Architecture notes', 'focus', '2026-11-24T17:00', 90],
  ['fable-build', 'Build pipeline', 'focus', '2026-11-25T16:30', 150],
  ['fable-build', 'Milestone 2', 'focus', '2026-11-26T14:00', 210],
  ['harbor-scope', 'Scoping workshop', 'meeting', '2026-11-27T12:00', 105, 'tentative'],
  [null, 'Invoicing', 'admin', '2026-11-24T13:00', 60],
  [null, 'Accountant', 'admin', '2026-11-25T12:00', 30],
]

/** `Board call` → `board-call`. */
export function idOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

/** The plan of the picture. Working hours are 9 to 17, on Friday to 13: the day ends where the longest ones do not. */
export function mockPlan(): Plan {
  const day = [{ from: 540, to: 1020 }]
  return aPlan({
    clients,
    engagements,
    deliverables: [aDeliverable({ engagementId: 'fable-build', remainingMinutes: 1320 })],
    patterns: [aPattern({ week: [day, day, day, day, [{ from: 540, to: 780 }], [], []] })],
    sessions: rows.map(([engagementId, title, kind, start, minutes, status]) =>
      aSession({
        id: idOf(title),
        engagementId,
        title,
        kind,
        start,
        minutes,
        status: status ?? 'confirmed',
        billable: engagementId !== null,
        deliverableId: title === 'Milestone 2' ? 'milestone-2' : null,
      }),
    ),
  })
}
