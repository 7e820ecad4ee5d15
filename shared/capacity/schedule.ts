/** A plan for work in free time, by earliest due first: the witness that it fits. */
import type { Interval } from '../time/interval.ts'
import type { EpochMinute } from '../time/zone.ts'
import { irreducible, type ShortWindow, supplyOf, type Work, worstWindow } from './feasibility.ts'

/** A stretch of free time given to a piece of work. */
export interface Piece extends Interval {
  readonly id: string
}

/** The answer to "does it fit", never guessed. */
export type Verdict =
  /** No order of work helps. `named` is work such that without any one of it the rest would fit. */
  | { readonly kind: 'impossible'; readonly window: ShortWindow; readonly named: readonly Work[] }
  /** It fits; `pieces` is a plan, in which no piece is shorter than the minimum block (save one that is all that its work needs). */
  | { readonly kind: 'possible'; readonly pieces: readonly Piece[] }
  /**
   * It fits, but the plan that was found has shorter pieces. `proved` where no plan can do without: gaps of at least the
   * minimum block do not hold the work.
   */
  | { readonly kind: 'finer'; readonly pieces: readonly Piece[]; readonly proved: boolean }

/** Whether the work fits into the free time (sorted, disjoint), with its proof, in pieces of at least `block` minutes. */
export function feasibility(work: readonly Work[], free: readonly Interval[], block: number): Verdict {
  const supply = supplyOf(free)
  const window = worstWindow(work, supply)
  if (window !== null) return { kind: 'impossible', window, named: irreducible(window, supply) }
  const usable = free.filter(({ from, to }) => to - from >= block)
  const coarse = earliestDueFirst(work, usable, block)
  if (coarse !== null && inBlocks(coarse, work, block)) return { kind: 'possible', pieces: coarse }
  const pieces = earliestDueFirst(work, free, 0)
  if (pieces === null) throw new Error('no window is short, and yet earliest due first found no plan')
  if (inBlocks(pieces, work, block)) return { kind: 'possible', pieces }
  const blockwise = work.filter(({ minutes }) => minutes >= block)
  return { kind: 'finer', pieces, proved: worstWindow(blockwise, supplyOf(usable)) !== null }
}

function inBlocks(pieces: readonly Piece[], work: readonly Work[], block: number): boolean {
  const needed = new Map(work.map(({ id, minutes }) => [id, minutes]))
  return pieces.every(({ id, from, to }) => to - from >= Math.min(block, needed.get(id) ?? 0))
}

/**
 * Gives each free minute to the released work that is due first; null where some is late. With `block` it does not
 * begin other work before the piece at hand has that length, if that makes nothing late.
 */
export function earliestDueFirst(
  work: readonly Work[],
  free: readonly Interval[],
  block: number,
): Piece[] | null {
  const waiting = work.filter(({ minutes }) => minutes > 0).sort((a, b) => a.release - b.release)
  const ready: { readonly item: Work; left: number }[] = []
  const pieces: { id: string; from: EpochMinute; to: EpochMinute }[] = []
  let next = 0
  for (const gap of free) {
    let at = gap.from
    while (at < gap.to) {
      for (; next < waiting.length && (waiting[next] as Work).release <= at; next++) {
        const item = waiting[next] as Work
        ready.push({ item, left: item.minutes })
      }
      const release = next < waiting.length ? (waiting[next] as Work).release : Number.POSITIVE_INFINITY
      const current = pick(ready, pieces.at(-1), at, block)
      if (current === null) {
        at = Math.min(gap.to, release)
        continue
      }
      const until = Math.min(gap.to, at + current.left, stopAt(current, release, at, block, pieces.at(-1)))
      if (until > current.item.due) return null
      put(pieces, current.item.id, at, until)
      current.left -= until - at
      if (current.left === 0) ready.splice(ready.indexOf(current), 1)
      at = until
    }
  }
  return ready.length > 0 || next < waiting.length ? null : pieces
}

type Open = { readonly item: Work; left: number }
type Put = { readonly id: string; readonly from: EpochMinute; readonly to: EpochMinute } | undefined

/** The work at hand while its piece is shorter than a block, otherwise the work due first. */
function pick(ready: readonly Open[], last: Put, at: EpochMinute, block: number): Open | null {
  if (last !== undefined && last.to === at && last.to - last.from < block) {
    const same = ready.find(({ item }) => item.id === last.id)
    if (same !== undefined) return same
  }
  let best: Open | null = null
  for (const open of ready) if (best === null || open.item.due < best.item.due) best = open
  return best
}

/** A release may bring work that is due sooner: the piece ends there, but not before it is a block. */
function stopAt(current: Open, release: EpochMinute, at: EpochMinute, block: number, last: Put): EpochMinute {
  const begun = last !== undefined && last.to === at && last.id === current.item.id ? last.from : at
  return Math.max(release, Math.min(begun + block, current.item.due))
}

function put(
  pieces: { id: string; from: EpochMinute; to: EpochMinute }[],
  id: string,
  from: EpochMinute,
  to: EpochMinute,
): void {
  const last = pieces.at(-1)
  if (last !== undefined && last.id === id && last.to === from) last.to = to
  else pieces.push({ id, from, to })
}
