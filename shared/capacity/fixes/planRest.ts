/** "Plan the rest" as a fix: tentative sessions for what was promised to a client and is not planned yet. */
import { wallDay } from '../../time/wallClock.ts'
import type { Period } from '../flags/flag.ts'
import { placeRest } from '../placing/placeRest.ts'
import type { Candidate, Search } from './candidates.ts'

/** One candidate that plans as much of the rest as the days of the period have room for; none where that is nothing. */
export function* planRest({ plan, flag, context, newId }: Search, period: Period): Generator<Candidate> {
  const { sessions, quality } = placeRest(plan, period, new Set(flag.engagementIds), context, newId)
  if (sessions.length === 0) return
  yield {
    kind: 'plan-rest',
    about: 'plan-rest',
    facts: { minutes: quality.minutes, sessions: sessions.length, rest: flag.short - quality.minutes },
    command: { type: 'session/create', sessions },
    days: sessions.map((session) => wallDay(session.start)),
  }
}
