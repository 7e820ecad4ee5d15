/** The verdict whether work fits, and plans for it in free time: the witnesses. */
import type { Interval } from '../../time/interval.ts'
import type { EpochMinute } from '../../time/zone.ts'
import { blockPlan } from './blockSearch.ts'
import { irreducible, type ShortWindow, supplyOf, type Work, worstWindow } from './feasibility.ts'
import type { Steps } from './minuteFlow.ts'
import { type Piece, put } from './piece.ts'

/** The answer to "does it fit", never guessed. */
export type Verdict =
  /** No order of work helps. `named` is work such that without any one of it the rest would fit. */
  | { readonly kind: 'impossible'; readonly window: ShortWindow; readonly named: readonly Work[] }
  /** It fits; `pieces` is a plan, in which no piece is shorter than the minimum block (save one that is all that its work needs). */
  | { readonly kind: 'possible'; readonly pieces: readonly Piece[] }
  /**
   * It fits in the pieces given, some of them shorter than the minimum block. `proved` where no plan can do without. It is
   * false only where the exact search reached its bound, for work that is both much and tight; then a plan in whole blocks
   * may exist.
   */
  | { readonly kind: 'finer'; readonly pieces: readonly Piece[]; readonly proved: boolean }

/**
 * Whether the work fits into the free time (sorted, disjoint), with its proof, in pieces of at least `block` minutes. The
 * exact search for whole blocks may take `steps`, its usual bound where none are given.
 */
export function feasibility(
  work: readonly Work[],
  free: readonly Interval[],
  block: number,
  steps?: Steps,
): Verdict {
  const supply = supplyOf(free)
  const window = worstWindow(work, supply)
  if (window !== null) return { kind: 'impossible', window, named: irreducible(window, supply) }
  const coarse = blockwise(work, free, block)
  if (coarse !== null) return { kind: 'possible', pieces: coarse }
  const pieces = earliestDueFirst(work, free)
  if (pieces === null) throw new Error('no window is short, and yet earliest due first found no plan')
  if (inBlocks(pieces, work, block)) return { kind: 'possible', pieces }
  const searched = shortInBlocks(work, free, block) ? 'none' : blockPlan(work, free, block, steps)
  return typeof searched === 'string'
    ? { kind: 'finer', pieces, proved: searched === 'none' }
    : { kind: 'possible', pieces: searched }
}

/** Whether gaps of at least a block do not even hold the work that needs whole blocks. */
function shortInBlocks(work: readonly Work[], free: readonly Interval[], block: number): boolean {
  const blocks = work.filter(({ minutes }) => minutes >= block)
  return worstWindow(blocks, supplyOf(free, block)) !== null
}

function inBlocks(pieces: readonly Piece[], work: readonly Work[], block: number): boolean {
  const needed = new Map(work.map(({ id, minutes }) => [id, minutes]))
  return pieces.every(({ id, from, to }) => to - from >= Math.min(block, needed.get(id) ?? 0))
}

/** Work that may begin, and what of it is not placed yet. */
interface Open {
  readonly item: Work
  left: number
}

/** Gives each free minute to the released work that is due first (Horn 1974); null where some is late, as then it is in any order. */
export function earliestDueFirst(work: readonly Work[], free: readonly Interval[]): Piece[] | null {
  return inOrder(work, free, 1, ({ item, left }, at, { end, release }) =>
    item.due <= at ? 0 : Math.min(left, item.due - at, end - at, release - at),
  )
}

/**
 * The same in pieces of at least `block` minutes, so that nothing is left of an item that is shorter. Null where it finds
 * no plan; the exact search may find one.
 */
export function blockwise(work: readonly Work[], free: readonly Interval[], block: number): Piece[] | null {
  const shortest = work.reduce(
    (least, { minutes }) => (minutes > 0 ? Math.min(least, minutes) : least),
    block,
  )
  return inOrder(work, free, shortest, ({ item, left }, at, { end, soonerThan }) => {
    const least = Math.min(block, item.minutes)
    const most = Math.min(left, item.due - at, end - at)
    const sooner = Math.max(soonerThan(item.due, at + most) - at, least)
    for (const length of [Math.min(most, sooner), most]) {
      const rest = left - length
      const cut = rest > 0 && rest < least ? left - least : length
      if (cut >= least && cut > 0) return cut
    }
    return 0
  })
}

/** What is ahead of an instant in a gap. */
interface Ahead {
  /** The end of the gap. */
  readonly end: EpochMinute
  /** The next release. */
  readonly release: EpochMinute
  /** The next release before an instant of work that is due sooner than another. */
  readonly soonerThan: (due: EpochMinute, before: EpochMinute) => EpochMinute
}

/** Minutes that the work gets from an instant on; 0 where it cannot have any. */
type LengthAt = (open: Open, at: EpochMinute, ahead: Ahead) => number

/** Walks through the free time and gives it to the work that is due first, as long as `lengthAt` says. No piece is below `shortest`. */
function inOrder(
  work: readonly Work[],
  free: readonly Interval[],
  shortest: number,
  lengthAt: LengthAt,
): Piece[] | null {
  const waiting = work.filter(({ minutes }) => minutes > 0).sort((a, b) => a.release - b.release)
  const ready: Open[] = []
  const pieces: Piece[] = []
  let next = 0
  const releaseOf = (i: number) => waiting[i]?.release ?? Number.POSITIVE_INFINITY
  const soonerThan = (due: EpochMinute, before: EpochMinute) => {
    for (let i = next; releaseOf(i) < before; i++) if ((waiting[i] as Work).due < due) return releaseOf(i)
    return Number.POSITIVE_INFINITY
  }
  for (const { from, to } of free)
    for (let at = from; at + shortest <= to && at < to; ) {
      for (; releaseOf(next) <= at; next++) addByDue(ready, waiting[next] as Work)
      const ahead = { end: to, release: releaseOf(next), soonerThan }
      const length = giveFirst(ready, pieces, at, (open) => lengthAt(open, at, ahead))
      at = length === 0 ? Math.min(to, ahead.release) : at + length
    }
  return ready.length > 0 || next < waiting.length ? null : pieces
}

/** Keeps the soonest due first; of equals the one that was released first. */
function addByDue(ready: Open[], item: Work): void {
  const open = { item, left: item.minutes }
  const at = ready.findIndex((other) => other.item.due > item.due)
  if (at < 0) ready.push(open)
  else ready.splice(at, 0, open)
}

/** Gives time from an instant on to the first work that can have it, and tells how many minutes that were. */
function giveFirst(
  ready: Open[],
  pieces: Piece[],
  at: EpochMinute,
  lengthOf: (open: Open) => number,
): number {
  for (const [i, open] of ready.entries()) {
    const length = lengthOf(open)
    if (length <= 0) continue
    put(pieces, { id: open.item.id, from: at, to: at + length })
    open.left -= length
    if (open.left === 0) ready.splice(i, 1)
    return length
  }
  return 0
}
