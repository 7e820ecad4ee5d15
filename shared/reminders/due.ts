/**
 * What is due when. Due times are instants, so neither a zone change nor a daylight-saving night moves or doubles
 * them: the wall clock of the session is turned into an instant once, in the session's own zone.
 */
import { type Plan, yearOf } from '../plan/plan.ts'
import { occurrencesOf } from '../plan/series.ts'
import type { Occurrence, Session } from '../plan/session.ts'
import { addDays, type Day } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import { leadOf } from './leads.ts'

/** A reminder of one occurrence of a session. */
export interface Reminder {
  /** Exactly-once key: the session, the occurrence and the lead. */
  readonly key: string
  /** When to show it: the start less the lead. */
  readonly due: EpochMinute
  readonly start: EpochMinute
  readonly end: EpochMinute
  /** Minutes between due and start: the lead of session, client or kind, and the way there. */
  readonly lead: number
  readonly occurrence: Occurrence
}

/** An occurrence with its instants. */
export interface PlacedOccurrence {
  readonly start: EpochMinute
  readonly end: EpochMinute
  readonly occurrence: Occurrence
}

/** The reminders with `from < due ≤ to`, by due time, then start, then key. None while reminders are switched off. */
export function remindersDue(plan: Plan, from: EpochMinute, to: EpochMinute): readonly Reminder[] {
  const { enabled } = plan.practice.settings.reminders
  if (!enabled || to <= from) return []
  // A reminder is at most the longest lead ahead of its session: a day of lead and a day of travel.
  return startingBetween(plan, from, to + LONGEST_LEAD)
    .map((placed) => reminderOf(plan, placed))
    .filter((reminder) => reminder !== null)
    .filter(({ due }) => from < due && due <= to)
    .sort((a, b) => a.due - b.due || a.start - b.start || (a.key < b.key ? -1 : 1))
}

/** The first due time after an instant and not later than `horizon` minutes after it; null when there is none. */
export function nextDue(plan: Plan, after: EpochMinute, horizon: number): EpochMinute | null {
  return remindersDue(plan, after, after + horizon)[0]?.due ?? null
}

/** The longest that a reminder is ahead of its session: a day of lead and a day of travel, in minutes. */
export const LONGEST_LEAD = 2 * 1440

function reminderOf(plan: Plan, { start, end, occurrence }: PlacedOccurrence): Reminder | null {
  const ahead = leadOf(plan, occurrence)
  if (ahead === null) return null
  const lead = ahead + occurrence.travelBefore
  return { key: `${occurrence.key}|${lead}`, due: start - lead, start, end, lead, occurrence }
}

/** The occurrences that start from `from` on and before or at `to`, in no order. */
export function startingBetween(plan: Plan, from: EpochMinute, to: EpochMinute): readonly PlacedOccurrence[] {
  // No zone is a day away from UTC, so a day more on either side holds every local day of the stretch.
  const window = {
    from: addDays(wallDay(fromEpochMinute(from, 'UTC')), -1),
    to: addDays(wallDay(fromEpochMinute(to, 'UTC')), 1),
  }
  return sessionsNear(plan, window.from, window.to)
    .flatMap((session) => occurrencesOf(session, window))
    .map(placed)
    .filter(({ start }) => from <= start && start <= to)
}

function placed(occurrence: Occurrence): PlacedOccurrence {
  const start = toEpochMinute(occurrence.start, occurrence.zone)
  return { start, end: start + occurrence.minutes, occurrence }
}

function sessionsNear(plan: Plan, from: Day, to: Day): readonly Session[] {
  const near: Session[] = Object.values(plan.practice.series)
  for (const [key, year] of Object.entries(plan.years)) {
    if (key < yearOf(from) || key > yearOf(to)) continue
    for (const session of Object.values(year.sessions)) {
      const day = wallDay(session.start)
      if (from <= day && day <= to) near.push(session)
    }
  }
  return near
}
