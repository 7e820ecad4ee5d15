/** What is planned from now on for each engagement: the sessions that a budget is held against. */
import type { Engagement } from '../plan/engagement.ts'
import type { Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, addMonths, type Day, dayOf, lastOfMonth } from '../time/day.ts'
import { type EpochMinute, localAt, startOfDay } from '../time/zone.ts'
import { entriesIn, type Timed } from './bookedTime.ts'
import { confirmedKeys } from './clientRows.ts'
import { type EngagementTime, timeByEngagement } from './engagementTime.ts'

/** What is planned counts to the end of this month from today's, or to the engagement's end: a series may have none. */
const MONTHS_AHEAD = 12

/** What is ahead, for all engagements at once. */
export interface PlannedAhead {
  readonly now: EpochMinute
  readonly today: Day
  readonly zone: string
  /** The last day that counts. */
  readonly last: Day
  readonly time: EngagementTime
  /** What was logged lately: it may confirm what is ahead. */
  readonly entries: readonly TimeEntry[]
}

/** What is ahead of a time, a year of it. */
export function plannedAhead(plan: Plan, now: EpochMinute): PlannedAhead {
  const zone = plan.practice.settings.homeZone
  const today = dayOf(localAt(now, zone).dayNumber)
  const last = lastOfMonth(addMonths(today, MONTHS_AHEAD))
  return {
    now,
    today,
    zone,
    last,
    time: timeByEngagement(plan, now, startOfDay(addDays(last, 1), zone)),
    entries: entriesIn(plan, addDays(today, -1), last),
  }
}

/** An engagement's sessions that start from now on and that no entry confirms, by start, as far as its dates reach. */
export function plannedOf({ id, end }: Engagement, ahead: PlannedAhead): Timed[] {
  const { now, zone, last, time, entries } = ahead
  const to = startOfDay(addDays(end !== null && end < last ? end : last, 1), zone)
  const confirmed = confirmedKeys(entries)
  return time.of(id).filter(({ start, key }) => start >= now && start < to && !confirmed.has(key))
}
