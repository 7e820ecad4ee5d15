/** How much of work that is due after a range belongs into it. */
import type { Interval } from '../../time/interval.ts'
import type { EpochMinute } from '../../time/zone.ts'
import { freeBetween, type Supply, type Work } from '../work/feasibility.ts'

const QUARTER = 15

/** Work with time after the range. `planned` are the minutes that are already planned from now on, and of them in the range. */
export interface Paced {
  readonly open: number
  readonly planned: number
  readonly plannedInRange: number
  /** From now, or its release, to its due time. */
  readonly window: Interval
}

/**
 * The minutes that keep an even pace: the work's share of the range is the range's share of the free time until it is
 * due. What is planned counts on both sides, so a share that was planned is not asked for again. Whole quarters; 0 where
 * it would be less than a block of `shortest`.
 */
export function paceIn(
  { open, planned, plannedInRange, window }: Paced,
  range: Interval,
  supply: Supply,
  shortest: number,
): number {
  const from = Math.max(window.from, range.from)
  const to = Math.min(window.to, range.to)
  const here = freeBetween(supply, from, to) + plannedInRange
  const all = freeBetween(supply, window.from, window.to) + planned
  if (all <= 0) return 0
  const share = ((open + planned) * here) / all - plannedInRange
  const minutes = Math.min(open, Math.floor(share / QUARTER) * QUARTER)
  return minutes >= Math.min(shortest, open) ? Math.max(0, minutes) : 0
}

/**
 * The minutes of each work that must be done within a range, because what comes after it does not hold them: what the
 * latest possible plan (earliest due first with time turned round) puts there. Empty where the work does not fit at all.
 */
export function forcedIn(
  work: readonly Work[],
  free: readonly Interval[],
  range: Interval,
): ReadonlyMap<string, number> {
  const forced = new Map<string, number>()
  const waiting = work
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => b.due - a.due || b.release - a.release)
  const ready: { readonly item: Work; left: number }[] = []
  let next = 0
  for (const gap of [...free].reverse()) {
    let at: EpochMinute = gap.to
    while (at > gap.from) {
      for (; next < waiting.length && (waiting[next] as Work).due >= at; next++) {
        const item = waiting[next] as Work
        ready.push({ item, left: item.minutes })
      }
      const due = next < waiting.length ? (waiting[next] as Work).due : Number.NEGATIVE_INFINITY
      const best = latestReleased(ready)
      if (best === undefined) {
        at = Math.max(gap.from, due)
        continue
      }
      const from = Math.max(gap.from, due, at - best.left)
      if (from < best.item.release) return new Map()
      const inside = Math.min(at, range.to) - Math.max(from, range.from)
      if (inside > 0) forced.set(best.item.id, (forced.get(best.item.id) ?? 0) + inside)
      best.left -= at - from
      if (best.left === 0) ready.splice(ready.indexOf(best), 1)
      at = from
    }
  }
  return ready.length > 0 || next < waiting.length ? new Map() : forced
}

/** The work that may begin last comes last; among equals the one that was ready first, which is due last. */
function latestReleased<R extends { readonly item: Work }>(ready: readonly R[]): R | undefined {
  let best: R | undefined
  for (const one of ready) if (best === undefined || one.item.release > best.item.release) best = one
  return best
}
