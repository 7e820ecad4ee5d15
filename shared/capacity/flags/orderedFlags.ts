/** The flags of a week in their order; what came out as before keeps its reference. */

import { keepSame } from '../keepSame.ts'
import type { Flag, FlagCode } from './flag.ts'
import { sessionCodes } from './knownFlags.ts'
import { rankOf } from './weekFlags.ts'

/** Flags of sessions are the same objects as long as they are equal: that was seen to where they were made. */
const SETTLED: ReadonlySet<FlagCode> = new Set(sessionCodes)

/** How many flags at the head of a list are overlaps. */
const overlapsIn = new WeakMap<readonly Flag[], number>()

/**
 * The flags by rank, then by time, in the order in which they were raised where these are equal. Overlaps rank first and
 * are raised in time: in a crowded week they are thousands, so none of them is looked at again.
 */
export function orderedFlags(
  previous: readonly Flag[],
  overlaps: readonly Flag[],
  others: readonly Flag[],
): readonly Flag[] {
  const before = new Map<string, Flag>()
  for (const flag of previous.slice(overlapsIn.get(previous) ?? 0))
    if (!SETTLED.has(flag.code)) before.set(flag.key, flag)
  const kept = others.map((flag) => {
    const old = SETTLED.has(flag.code) ? undefined : before.get(flag.key)
    return old === undefined ? flag : keepSame(old, flag)
  })
  const ordered = overlaps.concat(byRank(kept))
  if (ordered.length === previous.length && ordered.every((flag, i) => flag === previous[i])) return previous
  overlapsIn.set(ordered, overlaps.length)
  return ordered
}

/** By rank, then by time; stable. A rank is looked up once a flag, and those of one rank are nearly in order already. */
function byRank(flags: readonly Flag[]): readonly Flag[] {
  const ranks = new Map<number, Flag[]>()
  for (const flag of flags) {
    const rank = rankOf(flag)
    const others = ranks.get(rank)
    if (others === undefined) ranks.set(rank, [flag])
    else others.push(flag)
  }
  return [...ranks]
    .sort(([a], [b]) => a - b)
    .flatMap(([, alike]) => alike.sort((a, b) => a.interval.from - b.interval.from))
}
