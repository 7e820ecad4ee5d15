/** The flags of a week in their order; what came out as before keeps its reference. */

import { keepSame, sameItems } from '../keepSame.ts'
import type { Flag, FlagCode, Severity } from './flag.ts'
import { joined, type SessionFlags } from './sessionIslands.ts'
import { rankOf } from './weekFlags.ts'

/** The flags of a list that was ordered here which are not of sessions, by their keys. */
const othersIn = new WeakMap<readonly Flag[], ReadonlyMap<string, Flag>>()
const NONE: ReadonlyMap<string, Flag> = new Map()

/**
 * The flags by rank, then by time, in the order in which they were raised where these are equal. Those of sessions are
 * in time already and the same objects as long as they are equal, and they rank before or after all others of their
 * severity: in a crowded week they are thousands, so none of them is looked at again.
 */
export function orderedFlags(
  previous: readonly Flag[],
  { overlap, gap, outside }: SessionFlags,
  others: readonly Flag[],
): readonly Flag[] {
  const before = othersIn.get(previous) ?? NONE
  const kept = others
    .map((flag) => {
      const old = before.get(flag.key)
      return old === undefined ? flag : keepSame(old, flag)
    })
    .sort(byRank)
  const of = (severity: Severity) => [
    overlap[severity],
    kept.filter((flag) => flag.severity === severity),
    gap[severity],
    outside[severity],
  ]
  const ordered = joined([...of('over'), ...of('watch')])
  if (sameItems(ordered, previous)) return previous
  othersIn.set(ordered, new Map(kept.map((flag) => [flag.key, flag])))
  return ordered
}

function byRank(a: Flag, b: Flag): number {
  return rankOf(a) - rankOf(b) || a.interval.from - b.interval.from
}

/** The flags of one code and severity among flags in this order, in time: found without a look at each of them. */
export function flagsOfKind(flags: readonly Flag[], code: FlagCode, severity: Severity): readonly Flag[] {
  const rank = rankOf({ code, severity })
  return flags.slice(
    firstOf(flags, (flag) => rankOf(flag) >= rank),
    firstOf(flags, (flag) => rankOf(flag) > rank),
  )
}

/** The index of the first flag that is so, where all after it are so, too; how many there are where none is. */
export function firstOf(flags: readonly Flag[], isSo: (flag: Flag) => boolean): number {
  let [low, high] = [0, flags.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(flags[middle] as Flag)) high = middle
    else low = middle + 1
  }
  return low
}
