import { type Day, dayOf } from './day.ts'
import { type EpochMinute, localAt, startOfDayNumber } from './zone.ts'

/** A half-open stretch of time: `from` belongs to it, `to` does not. One whose `to` is not after `from` is empty. */
export type Interval = { readonly from: EpochMinute; readonly to: EpochMinute }

/** A piece of an interval within one local day. */
export type DayPiece = Interval & { readonly day: Day }

/** The same time as sorted, disjoint, non-empty intervals; those that touch are joined. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((i) => i.to > i.from).sort((a, b) => a.from - b.from)
  const joined: { from: EpochMinute; to: EpochMinute }[] = []
  for (const { from, to } of sorted) {
    const last = joined[joined.length - 1]
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** The time that is in both lists. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = union(a)
  const right = union(b)
  const shared: Interval[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const x = left[i] as Interval
    const y = right[j] as Interval
    const from = Math.max(x.from, y.from)
    const to = Math.min(x.to, y.to)
    if (from < to) shared.push({ from, to })
    if (x.to <= y.to) i++
    else j++
  }
  return shared
}

/** The time of `a` that is not in `b`. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const taken = union(b)
  const left: Interval[] = []
  let j = 0
  for (const { from, to } of union(a)) {
    let at = from
    while (j < taken.length && (taken[j] as Interval).to <= at) j++
    for (let k = j; k < taken.length && (taken[k] as Interval).from < to; k++) {
      const { from: takenFrom, to: takenTo } = taken[k] as Interval
      if (takenFrom > at) left.push({ from: at, to: takenFrom })
      at = takenTo
    }
    if (at < to) left.push({ from: at, to })
  }
  return left
}

/** Minutes covered, each counted once however many intervals share it. */
export function total(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, { from, to }) => sum + to - from, 0)
}

/** The time within `bounds`. */
export function clip(intervals: readonly Interval[], bounds: Interval): Interval[] {
  return intersect(intervals, [bounds])
}

/** The time within `bounds` that no interval covers. */
export function gaps(intervals: readonly Interval[], bounds: Interval): Interval[] {
  return subtract([bounds], intervals)
}

/**
 * An interval cut at the midnights of a zone, in order. A day starts at its first midnight, as `startOfDay` says;
 * a day that the zone left out gets no piece. An empty interval has none.
 */
export function splitAtMidnight(interval: Interval, zone: string): DayPiece[] {
  const pieces: DayPiece[] = []
  let number = localAt(interval.from, zone).dayNumber
  for (let from = interval.from; from < interval.to; number++) {
    const end = Math.min(startOfDayNumber(number + 1, zone), interval.to)
    if (end > from) {
      pieces.push({ day: dayOf(number), from, to: end })
      from = end
    }
  }
  return pieces
}
