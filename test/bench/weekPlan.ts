/** Weeks of N sessions, the same for Headroom, the other calendars and raw DOM. */
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { aClient, anEngagement, aPattern, aPlan, aSession } from '../support/builders.ts'
import { CLIENTS, numbers } from './capacityPlans.ts'

export const MONDAY = '2026-11-23'
/** How many weeks from `MONDAY` on hold sessions, so that a year does not hold more than anybody has. */
export function weeksOf(count: number): number {
  return count > 500 ? 5 : 10
}

/** A session as every calendar knows one: a wall clock, a length, a title and a colour. */
export interface PlainSession {
  readonly id: string
  /** Ends with `WEEK.NUMBER`, by which a page tells which week it shows. */
  readonly title: string
  readonly start: string
  readonly minutes: number
  readonly client: number
  readonly colour: string
  readonly isTentative: boolean
}

const TITLES = ['Platform roadmap', 'Vendor review', 'Team leads', 'Board paper', 'Incident review']

/** `count` sessions of 15 to 60 minutes in a week's days from 6 to 21 o'clock. */
export function weekOf(count: number, week: number): readonly PlainSession[] {
  const random = numbers(101 + week)
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(MONDAY, week * 7 + (i % 7))
    const quarter = 24 + Math.floor(random() * 60)
    const client = Math.floor(random() * CLIENTS)
    return {
      id: `w${week}-${i}`,
      title: `${TITLES[i % TITLES.length]} ${week}.${i}`,
      start: `${day}T${clock(Math.floor(quarter / 4))}:${clock((quarter % 4) * 15)}`,
      minutes: 15 * (1 + Math.floor(random() * 4)),
      client,
      colour: `hsl(${client * 30} 60% 82%)`,
      isTentative: i % 8 === 0,
    }
  })
}

function clock(number: number): string {
  return String(number).padStart(2, '0')
}

/** A practice of twelve clients with promises, a reserve and changeovers, and `count` sessions in each of its weeks. */
export function planOf(count: number): Plan {
  const sessions = Array.from({ length: weeksOf(count) }, (_, week) => weekOf(count, week)).flat()
  return aPlan({
    clients: Array.from({ length: CLIENTS }, (_, i) =>
      aClient({ id: `c${i}`, name: `Client ${i}`, order: i }),
    ),
    engagements: Array.from({ length: CLIENTS }, (_, i) =>
      anEngagement({
        id: `e${i}`,
        clientId: `c${i}`,
        order: i,
        commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 240 } }],
      }),
    ),
    patterns: [aPattern({ from: '2015-01-01' })],
    settings: { reserveMinutes: 120, changeoverMinutes: 15 },
    sessions: sessions.map(({ id, title, start, minutes, client, isTentative }) =>
      aSession({
        id,
        title,
        start,
        minutes,
        engagementId: `e${client}`,
        status: isTentative ? 'tentative' : 'confirmed',
      }),
    ),
  })
}

/** The first day of a week. */
export function mondayOf(week: number): Day {
  return addDays(MONDAY, 7 * week)
}
