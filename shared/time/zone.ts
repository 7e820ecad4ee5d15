import { type Day, type DayNumber, dayNumber } from './day.ts'
import { MINUTES_A_DAY, type WallClock, type WallMinute, wallNumber, wallOf } from './wallClock.ts'
import { canonicalName, type Segments, segmentsAt } from './zoneTable.ts'

/** An instant: whole minutes since 1970-01-01T00:00Z. */
export type EpochMinute = number

/** How a wall clock lies in a zone: shown once, never (a clock put forward) or twice (a clock put back). */
export type WallStatus = 'unique' | 'skipped' | 'repeated'

/** A local date and time as integers, for loops that need no text. `minute` is 0 to 1439. */
export type LocalMinute = { readonly dayNumber: DayNumber; readonly minute: number }

/**
 * No zone was ever 16 hours from UTC (the farthest was Manila's local mean time, −15:56), so the segment of the
 * instant `local − 16 h` starts before the local time.
 */
const WIDEST_OFFSET = 960

/** Whether a name is an IANA zone that the runtime knows, in any case. Offsets such as `+02:00` are none. */
export function isZone(name: string): boolean {
  return canonicalName(name) !== undefined
}

/**
 * The name as IANA spells it (`europe/berlin` → `Europe/Berlin`), or undefined when there is no such zone.
 * A link keeps its own name: `Asia/Calcutta` is not renamed.
 */
export function canonicalZone(name: string): string | undefined {
  return canonicalName(name)
}

/** The index of the segment that holds an instant: the last whose start is not after it. */
function indexAt(segments: Segments, epoch: EpochMinute): number {
  const { starts } = segments
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= epoch) low = middle
    else high = middle - 1
  }
  return low
}

/** Minutes that local time is ahead of UTC at an instant. Offsets with seconds (before about 1972) are rounded to minutes. */
export function offsetAt(epoch: EpochMinute, zone: string): number {
  const segments = segmentsAt(zone, epoch)
  return segments.offsets[indexAt(segments, epoch)] as number
}

/** Where a local time lies: the segment it is shown in first, or, when skipped, the segment before the gap. */
type Place = { readonly segments: Segments; readonly index: number; readonly status: WallStatus }

function place(local: WallMinute, zone: string): Place {
  const segments = segmentsAt(zone, local - WIDEST_OFFSET)
  const { starts, offsets } = segments
  let index = indexAt(segments, local - WIDEST_OFFSET)
  for (; index + 1 < starts.length; index++) {
    const next = starts[index + 1] as number
    const shownAgain = local >= next + (offsets[index + 1] as number)
    if (local < next + (offsets[index] as number))
      return { segments, index, status: shownAgain ? 'repeated' : 'unique' }
    if (!shownAgain) return { segments, index, status: 'skipped' }
  }
  return { segments, index, status: 'unique' }
}

/** {@link toEpochMinute} for the integer form of a wall clock. */
export function localToEpoch(local: WallMinute, zone: string): EpochMinute {
  const segments = segmentsAt(zone, local - WIDEST_OFFSET)
  const { starts, offsets } = segments
  let index = indexAt(segments, local - WIDEST_OFFSET)
  while (index + 1 < starts.length) {
    const next = starts[index + 1] as number
    // Before the next segment's local start the time is in this one or in the gap after it; both use this offset.
    if (local < next + (offsets[index] as number) || local < next + (offsets[index + 1] as number)) break
    index++
  }
  return local - (offsets[index] as number)
}

/**
 * The instant of a wall clock in a zone. A time that the clocks skip is read with the offset before the gap, which
 * shifts it forward by the gap's length; a repeated one is its first occurrence (RFC 5545 §3.3.5; Temporal calls
 * it "compatible"). {@link wallStatus} tells. Throws a RangeError for an unknown zone.
 */
export function toEpochMinute(wall: WallClock, zone: string): EpochMinute {
  return localToEpoch(wallNumber(wall), zone)
}

/** Whether a zone's clocks show a wall clock once, never or twice. */
export function wallStatus(wall: WallClock, zone: string): WallStatus {
  return place(wallNumber(wall), zone).status
}

/** The wall clock of an instant in a zone. Throws a RangeError for an unknown zone. */
export function fromEpochMinute(epoch: EpochMinute, zone: string): WallClock {
  return wallOf(epoch + offsetAt(epoch, zone))
}

/** {@link fromEpochMinute} as integers. */
export function localAt(epoch: EpochMinute, zone: string): LocalMinute {
  const local = epoch + offsetAt(epoch, zone)
  const days = Math.floor(local / MINUTES_A_DAY)
  return { dayNumber: days, minute: local - days * MINUTES_A_DAY }
}

/**
 * The first instant of a day in a zone: midnight, or the end of the gap that swallows midnight. Where a whole day
 * is missing (Apia, 2011-12-30) it is the start of the day after.
 */
export function startOfDay(day: Day, zone: string): EpochMinute {
  return startOfDayNumber(dayNumber(day), zone)
}

/** {@link startOfDay} for a day number. */
export function startOfDayNumber(number: DayNumber, zone: string): EpochMinute {
  const midnight = number * MINUTES_A_DAY
  const { segments, index, status } = place(midnight, zone)
  return status === 'skipped'
    ? (segments.starts[index + 1] as number)
    : midnight - (segments.offsets[index] as number)
}

/** The length of a day in a zone in elapsed minutes: 1440, less or more when the clocks change, 0 when it is missing. */
export function dayLength(day: Day, zone: string): number {
  const number = dayNumber(day)
  return startOfDayNumber(number + 1, zone) - startOfDayNumber(number, zone)
}
