/** The flags of a week in their order; what came out as before keeps its reference. */

import { keepSame } from '../keepSame.ts'
import type { Flag, FlagCode } from './flag.ts'
import { sessionCodes } from './knownFlags.ts'
import { rankOf } from './weekFlags.ts'

/** Flags of sessions are the same objects as long as they are equal: that was seen to where they were made. */
const SETTLED: ReadonlySet<FlagCode> = new Set(sessionCodes)

/** The other flags of a list that was ordered here, by their keys. */
const othersIn = new WeakMap<readonly Flag[], ReadonlyMap<string, Flag>>()
const NONE: ReadonlyMap<string, Flag> = new Map()

/**
 * The flags by rank, then by time, in the order in which they were raised where these are equal. Overlaps rank first and
 * are raised in time: in a crowded week they are thousands, so none of them is looked at again.
 */
export function orderedFlags(
  previous: readonly Flag[],
  overlaps: readonly Flag[],
  others: readonly Flag[],
): readonly Flag[] {
  const before = othersIn.get(previous) ?? NONE
  const unsettled = new Map<string, Flag>()
  const kept = others.map((flag) => {
    if (SETTLED.has(flag.code)) return flag
    const old = before.get(flag.key)
    const same = old === undefined ? flag : keepSame(old, flag)
    unsettled.set(same.key, same)
    return same
  })
  const ordered = overlaps.concat(byRank(kept))
  if (ordered.length === previous.length && ordered.every((flag, i) => flag === previous[i])) return previous
  othersIn.set(ordered, unsettled)
  return ordered
}

/** More than there are minutes to tell times by, so that a rank and a time are one number. */
const A_RANK = 2 ** 40

/** By rank, then by time; stable. Times are few, so flags are put by their time, not compared with each other. */
function byRank(flags: readonly Flag[]): readonly Flag[] {
  const alike = new Map<number, Flag[]>()
  for (const flag of flags) {
    const place = rankOf(flag) * A_RANK + flag.interval.from
    const others = alike.get(place)
    if (others === undefined) alike.set(place, [flag])
    else others.push(flag)
  }
  const places = [...alike.keys()].sort((a, b) => a - b)
  return places.flatMap((place) => alike.get(place) ?? [])
}
