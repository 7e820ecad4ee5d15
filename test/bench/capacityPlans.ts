/** Large plans for measurements: the same every time, from a small generator with a fixed seed. */
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Session } from '../../shared/plan/session.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { addDays, type Day, weekdayOf } from '../../shared/time/day.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPattern,
  aPlan,
  aSeries,
  aSession,
} from '../support/builders.ts'

/** Numbers from 0 to 1, the same sequence for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const CLIENTS = 12
const LAST_DAY = '2026-12-18'

/** Starts on the quarter of an hour between 8:00 and 17:45. */
function startOn(day: Day, random: () => number): string {
  const quarter = 32 + Math.floor(random() * 40)
  return `${day}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}

/**
 * A practice of twelve clients with about 2,500 sessions and entries a year (five sessions a working day, each logged
 * when it was over), twenty weekly series and 200 open deliverables due in the coming half year, seen on 23 November
 * 2026.
 */
export function practiceOf(years: number): Plan {
  const random = numbers(7)
  const engagementOf = () => `e${Math.floor(random() * CLIENTS)}`
  const sessions: Session[] = []
  const entries: TimeEntry[] = []
  for (let day: Day = addDays(LAST_DAY, -365 * years); day <= LAST_DAY; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue
    for (let i = 0; i < 5; i++) {
      const engagementId = engagementOf()
      const session = aSession({
        id: `s${day}-${i}`,
        engagementId,
        start: startOn(day, random),
        minutes: 30 + 15 * Math.floor(random() * 5),
        deliverableId: null,
      })
      sessions.push(session)
      if (day >= '2026-11-23') continue
      const { start, minutes } = session
      entries.push(
        anEntry({
          id: `t${day}-${i}`,
          engagementId,
          day,
          start,
          minutes,
          session: { sessionId: session.id, original: null },
        }),
      )
    }
  }
  for (let i = 0; i < 20; i++)
    sessions.push(
      aSeries({
        id: `series-${i}`,
        engagementId: engagementOf(),
        start: startOn(addDays('2026-09-07', i % 5), random),
        minutes: 30,
        rule: 'FREQ=WEEKLY',
      }),
    )
  return aPlan({
    clients: Array.from({ length: CLIENTS }, (_, i) =>
      aClient({ id: `c${i}`, name: `Client ${i}`, order: i }),
    ),
    engagements: Array.from({ length: CLIENTS }, (_, i) =>
      anEngagement({
        id: `e${i}`,
        clientId: `c${i}`,
        order: i,
        commitments: [
          {
            from: '2026-01-01',
            commitment:
              i % 3 === 0 ? { kind: 'hoursPerMonth', minutes: 1200 } : { kind: 'hoursPerWeek', minutes: 200 },
          },
        ],
      }),
    ),
    deliverables: Array.from({ length: 200 }, (_, i): Deliverable => {
      const due = addDays('2026-11-30', Math.floor(random() * 180))
      return aDeliverable({
        id: `d${i}`,
        engagementId: engagementOf(),
        due,
        remainingMinutes: 60 + Math.floor(random() * 120),
        order: i,
      })
    }),
    patterns: [aPattern({ from: '2015-01-01' })],
    settings: { reserveMinutes: 120, changeoverMinutes: 15 },
    sessions,
    entries,
  })
}
