import { LONGEST_MINUTES } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { EpochMinute } from '../time/zone.ts'
import { type PlacedOccurrence, startingBetween } from './due.ts'

/** How far ahead the next sessions are looked for, in minutes. */
const AHEAD = 14 * 1440

/** The next sessions: those that go on and those that start within two weeks, earliest first, at most `count`. */
export function upcoming(plan: Plan, now: EpochMinute, count: number): readonly PlacedOccurrence[] {
  return startingBetween(plan, now - LONGEST_MINUTES, now + AHEAD)
    .filter(({ end }) => now < end)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.occurrence.key < b.occurrence.key ? -1 : 1))
    .slice(0, count)
}
