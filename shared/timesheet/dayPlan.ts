/** A day as it was planned, and what became of it. */
import { bookedIn, entriesIn, type Timed } from '../capacity/bookedTime.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Occurrence } from '../plan/session.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day, dayOf } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { type EpochMinute, localAt, startOfDay } from '../time/zone.ts'
import { confirmingEntries } from './confirming.ts'

/** Not decided yet, worked, or it did not happen. */
export type PlannedState = 'open' | 'worked' | 'not-happened'

export interface PlannedItem {
  readonly occurrence: Occurrence
  readonly key: string
  /** Instants of the start and the end, in minutes. */
  readonly start: EpochMinute
  readonly end: EpochMinute
  readonly state: PlannedState
  /** The entries that confirm it: one as a rule, several where it was worked in parts. */
  readonly entries: readonly TimeEntry[]
}

export interface DayPlan {
  readonly day: Day
  /** The sessions that start on the day in the home zone, by start. */
  readonly items: readonly PlannedItem[]
  /** Time of the day that confirms none of them. */
  readonly unplanned: readonly TimeEntry[]
}

/** What was planned on a day and what became of it. */
export function dayPlan(plan: Plan, day: Day): DayPlan {
  const zone = plan.practice.settings.homeZone
  const items = bookedIn(plan, startOfDay(day, zone), startOfDay(addDays(day, 1), zone))
    .filter(({ start }) => dayOf(localAt(start, zone).dayNumber) === day)
    .map((item) => plannedItem(item, confirmingEntries(plan, item.key)))
  const shown = new Set(items.flatMap(({ entries }) => entries.map(({ id }) => id)))
  return { day, items, unplanned: entriesIn(plan, day, day).filter(({ id }) => !shown.has(id)) }
}

function plannedItem({ occurrence, key, start, end }: Timed, entries: readonly TimeEntry[]): PlannedItem {
  return { occurrence, key, start, end, state: stateOf(entries), entries }
}

function stateOf(entries: readonly TimeEntry[]): PlannedState {
  if (entries.length === 0) return 'open'
  return entries.some(({ minutes }) => minutes > 0) ? 'worked' : 'not-happened'
}

/** What "confirm all" means by `now`: confirmed sessions of the day that have ended and are not decided yet. */
export function confirmable({ items }: DayPlan, now: EpochMinute): readonly PlannedItem[] {
  return items.filter(
    ({ state, occurrence, end }) => state === 'open' && occurrence.status === 'confirmed' && end <= now,
  )
}

/** The entry that confirms an occurrence, worked as planned unless told. */
export function confirmingEntry(
  occurrence: Occurrence,
  id: Id,
  worked: Partial<Pick<TimeEntry, 'start' | 'minutes' | 'note' | 'billable'>> = {},
): TimeEntry {
  const { start, zone, minutes, title, engagementId, areaId, deliverableId, billable } = occurrence
  const from = worked.start === undefined ? start : worked.start
  return {
    id,
    engagementId,
    day: wallDay(from ?? start),
    start: from,
    zone,
    minutes: worked.minutes ?? minutes,
    note: worked.note ?? title,
    areaId,
    deliverableId,
    billable: worked.billable ?? billable,
    session: { sessionId: occurrence.id, original: occurrence.original },
    lateFor: null,
    importKey: null,
  }
}

/** The entry that says that a planned occurrence did not happen: no time, and nothing to bill. */
export function notHappened(occurrence: Occurrence, id: Id, reason: string): TimeEntry {
  return confirmingEntry(occurrence, id, { minutes: 0, note: reason, billable: false })
}
