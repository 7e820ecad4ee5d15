/** Fills days with work, by preference or as early as possible. */
import type { EpochMinute } from '../../time/zone.ts'
import type { Allowance } from './allowance.ts'
import { type BlockPlace, type BlockRules, bestPlace, firstPlace, type Seeking } from './block.ts'
import type { DemandItem } from './demand.ts'
import { type RoomDay, take } from './room.ts'

/** A block of work in its place. */
export interface Placed {
  readonly item: DemandItem
  readonly from: EpochMinute
  readonly to: EpochMinute
}

/** A filling: what has its place, and the minutes of each item that have none. */
export interface Filling {
  readonly days: readonly RoomDay[]
  readonly allowance: Allowance
  readonly placed: readonly Placed[]
  /** Firm work beyond what was promised: it is not planned, but its time is kept, so that it stays possible. */
  readonly held: readonly Placed[]
  readonly left: ReadonlyMap<DemandItem, number>
}

/** What is filled, and how. */
export interface FillTask {
  /** Filled in place. */
  readonly days: readonly RoomDay[]
  readonly allowance: Allowance
  readonly rules: BlockRules
  /**
   * `prefer` puts each item where it is best, soonest due first. `firm-first` gives firm work the first choice and all
   * of its time. `firm-early` puts firm work as early as it goes, which earliest due first shows to fit if anything does.
   */
  readonly way: 'prefer' | 'firm-first' | 'firm-early'
}

/** Days with room that are compared for one block: beyond them earlier is better than fitter. */
const MOST_DAYS = 6
/** What a day later costs a place. */
const LATER = -0.15

/** Gives the items their places, one after the other. */
export function fill(items: readonly DemandItem[], task: FillTask): Filling {
  const { days, allowance, way } = task
  const placed: Placed[] = []
  const held: Placed[] = []
  const left = new Map<DemandItem, number>()
  for (const item of inOrder(items, way)) {
    const window = item.firm && way !== 'prefer' ? item.utmost : { from: item.release, to: item.due }
    let rest = item.minutes
    for (const isHeld of item.firm ? [false, true] : [false])
      while (rest > 0) {
        const found = placeOf(item, { left: rest, window, isHeld }, task)
        if (found === null) break
        const { day, place } = found
        const { from, to } = place
        take(day, { from, to, clientId: item.engagement.clientId, isHeld })
        if (!isHeld) allowance.take(item.engagement.id, from, to - from)
        ;(isHeld ? held : placed).push({ item, from, to })
        rest -= to - from
      }
    if (rest > 0) left.set(item, rest)
  }
  return { days, allowance, placed, held, left }
}

function inOrder(items: readonly DemandItem[], way: FillTask['way']): readonly DemandItem[] {
  const rank = (item: DemandItem) => Number(way !== 'prefer' && !item.firm)
  return [...items].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Math.min(a.due, a.dueAt) - Math.min(b.due, b.dueAt) ||
      Number(b.firm) - Number(a.firm) ||
      a.dueAt - b.dueAt ||
      a.engagement.order - b.engagement.order ||
      b.minutes - a.minutes,
  )
}

/** The best place of the next block, or the first one. */
function placeOf(
  item: DemandItem,
  {
    left,
    window,
    isHeld,
  }: { readonly left: number; readonly window: Seeking['window']; readonly isHeld: boolean },
  { days, allowance, rules, way }: FillTask,
): { readonly day: RoomDay; readonly place: BlockPlace } | null {
  const { shortest, longest } = rules.blocks
  const { id, clientId } = item.engagement
  const isEarly = item.firm && way === 'firm-early'
  let best: { readonly day: RoomDay; readonly place: BlockPlace } | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  let looked = 0
  let first: number | null = null
  for (let i = firstDay(days, window.from); i < days.length; i++) {
    const day = days[i] as RoomDay
    if (day.from >= window.to || looked >= MOST_DAYS) break
    const allowed = isHeld ? longest : allowance.at(id, day.from)
    const most = Math.min(day.room, day.week.minutes, allowed, longest)
    const canWait = !item.firm && item.dueAt > day.week.end
    if (most < Math.min(shortest, left) || (canWait && day.week.isOver)) continue
    const seeking = { clientId, window, left, most }
    const place = (isEarly ? firstPlace : bestPlace)(day, seeking, rules)
    if (place === null) continue
    if (isEarly) return { day, place }
    first ??= i
    looked++
    const score = place.score + LATER * (i - first)
    if (score > bestScore) {
      best = { day, place }
      bestScore = score
    }
  }
  return best
}

/** The index of the first day that ends after an instant. */
function firstDay(days: readonly RoomDay[], at: EpochMinute): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as RoomDay).to <= at) low = middle + 1
    else high = middle
  }
  return low
}
