/** Work that fits, but only in pieces shorter than the minimum block. */
import type { Interval } from '../../time/interval.ts'
import { blockPlan } from './blockSearch.ts'
import { type ExplainedWindow, takeApart, type Work } from './feasibility.ts'
import { blockwise, earliestDueFirst, feasibility } from './schedule.ts'

/** Steps for the verdict and as many for what to name: the flags of a week are computed on each move of the pointer. */
const MOST_STEPS = 100_000

/** More work than this is named whole: leaving out piece by piece would cost more than it explains. */
const MOST_NAMED = 12

/**
 * The window of work that fits only in pieces shorter than `block` minutes, where that is proved; null where it fits in
 * whole blocks, or not at all, or where the search was too long to know. `available` are the minutes of gaps of at least
 * a block in the window. Where these are fewer than the work needs, `short` is what they lack; where they are enough and
 * it is only that they do not divide, `short` is what the work had in shorter pieces when it was done soonest due first.
 */
export function finerWork(
  work: readonly Work[],
  free: readonly Interval[],
  block: number,
): ExplainedWindow | null {
  if (blockwise(work, free, block) !== null) return null
  const verdict = feasibility(work, free, block, { left: MOST_STEPS })
  if (verdict.kind !== 'finer' || !verdict.proved) return null
  const usable = free.filter(({ from, to }) => to - from >= block)
  const blocks = work.filter(({ minutes }) => minutes >= block)
  const [window] = takeApart(blocks, usable, 1).windows
  if (window !== undefined) return window
  const named = fewest(work, free, block)
  const from = Math.min(...named.map(({ release }) => release))
  const to = Math.max(...named.map(({ due }) => due))
  const inside = work.filter((item) => item.minutes > 0 && item.release >= from && item.due <= to)
  const least = new Map(inside.map(({ id, minutes }) => [id, Math.min(block, minutes)]))
  return {
    from,
    to,
    work: inside.sort((a, b) => a.due - b.due),
    named,
    needed: minutesOf(inside),
    available: usable.reduce(
      (sum, gap) => sum + Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, from)),
      0,
    ),
    short: (earliestDueFirst(inside, free) ?? [])
      .filter((piece) => piece.to - piece.from < (least.get(piece.id) ?? 0))
      .reduce((sum, piece) => sum + piece.to - piece.from, 0),
  }
}

function minutesOf(work: readonly Work[]): number {
  return work.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** As little of the work as still has no plan in whole blocks: what is due late goes first, then what is released early, then one by one. */
function fewest(work: readonly Work[], free: readonly Interval[], block: number): readonly Work[] {
  const steps = { left: MOST_STEPS }
  const hasNone = (some: readonly Work[]) => blockPlan(some, free, block, steps) === 'none'
  const byDue = shortest(
    [...work].sort((a, b) => a.due - b.due),
    hasNone,
  )
  let named = shortest(
    [...byDue].sort((a, b) => b.release - a.release || a.due - b.due),
    hasNone,
  )
  if (named.length > MOST_NAMED) return named
  for (const item of [...named].sort((a, b) => a.minutes - b.minutes)) {
    const without = named.filter((other) => other !== item)
    if (hasNone(without)) named = without
  }
  return named
}

/** The shortest beginning of a list of which it is true, known to be true of the whole, and of what is longer where it is of less. */
function shortest<T>(list: readonly T[], isTrue: (some: readonly T[]) => boolean): readonly T[] {
  let low = 1
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(list.slice(0, middle))) high = middle
    else low = middle + 1
  }
  return list.slice(0, high)
}
