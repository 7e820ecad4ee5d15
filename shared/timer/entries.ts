/**
 * What a timer measured, as time entries. Both ends of a stretch are read as clocks show them, without their seconds: so
 * stretches that meet add up to the whole to the minute, and no entry overlaps the next.
 */
import type { Id } from '../plan/fields.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { Timer } from '../plan/timer.ts'
import { wallDay } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import { type EpochSecond, minuteOf, secondOf } from './instant.ts'

/** A part of a timer's time, and whose it is. */
export interface Stretch {
  readonly from: EpochSecond
  readonly to: EpochSecond
  /** Null is the timer's own work. */
  readonly elsewhere: { readonly engagementId: Id | null; readonly note: string } | null
}

/** Minutes that a timer would log now; 0 where the clock was set back before its start. */
export function elapsedMinutes({ startedAt }: Timer, now: EpochSecond): number {
  return Math.max(0, minutesBetween(secondOf(startedAt), now))
}

/** Minutes between two instants as clocks show them. */
export function minutesBetween(from: EpochSecond, to: EpochSecond): number {
  return minuteOf(to) - minuteOf(from)
}

/**
 * Stretches in order as time entries: the first has the timer's id, the others those of `newId`. A stretch within one
 * minute of the clock is left out, but for one that stands alone, which is one minute.
 */
export function entriesOf(
  timer: Timer,
  stretches: readonly Stretch[],
  newId: () => Id,
): readonly TimeEntry[] {
  const first = stretches[0]
  const long = stretches.filter(({ from, to }) => minutesBetween(from, to) > 0)
  const kept = long.length === 0 && first !== undefined ? [first] : long
  return kept.map((stretch, i) => entryOf(timer, stretch, i === 0 ? timer.entryId : newId()))
}

function entryOf(timer: Timer, { from, to, elsewhere }: Stretch, id: Id): TimeEntry {
  const { zone } = timer
  const minute = minuteOf(from)
  const wall = fromEpochMinute(minute, zone)
  const about = elsewhere === null ? ownWork(timer) : otherWork(elsewhere)
  return {
    id,
    ...about,
    day: wallDay(wall),
    start: namesMinute(wall, zone, minute) ? wall : null,
    zone,
    minutes: Math.max(1, minutesBetween(from, to)),
    lateFor: null,
    importKey: null,
  }
}

/** In the hour that clocks show twice, a wall clock means the first time: the second has no name, and none is invented. */
function namesMinute(wall: string, zone: string, minute: EpochMinute): boolean {
  return toEpochMinute(wall, zone) === minute
}

function ownWork({ engagementId, deliverableId, areaId, note, billable, session }: Timer) {
  return { engagementId, deliverableId, areaId, note, billable, session }
}

function otherWork({ engagementId, note }: NonNullable<Stretch['elsewhere']>) {
  const billable = engagementId !== null
  return { engagementId, deliverableId: null, areaId: null, note, billable, session: null }
}
