/**
 * The flags of single sessions and of two, made island by island: a week with a thousand sessions has thousands of them,
 * and where one session moves, the days that it does not touch keep theirs without a look at any of them.
 */
import type { Timed } from '../bookedTime.ts'
import { sameItems } from '../keepSame.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { Flag, Severity } from './flag.ts'
import { type KnownFlags, knownFlags } from './knownFlags.ts'
import { gapsAmong } from './riskFlags.ts'
import { outsideAmong, overlapsAmong } from './sessionFlags.ts'

/** Flags of one kind, those of each severity in time. */
type BySeverity = { readonly [S in Severity]: readonly Flag[] }

/** The flags that are about single sessions or two, in time. */
export interface SessionFlags {
  readonly overlap: BySeverity
  readonly gap: BySeverity
  readonly outside: BySeverity
}

/** Sessions that follow one another so closely that one can concern the next. */
interface Island {
  readonly items: readonly Timed[]
  readonly flags: SessionFlags
}

const NONE: readonly Flag[] = []

/** The islands of a basis by their first session: the flags of one hang on nothing but its sessions and the basis. */
const islands = new WeakMap<KnownFlags, WeakMap<Timed, Island>>()

/** All flags of a week that are about single sessions or two. */
export function sessionFlags(material: WeekMaterial): SessionFlags {
  const known = knownFlags(material)
  const seen = islands.get(known) ?? new WeakMap<Timed, Island>()
  islands.set(known, seen)
  const found = islandsIn(material).map((items) => {
    const [first] = items
    const before = first === undefined ? undefined : seen.get(first)
    if (before !== undefined && sameItems(before.items, items)) return before.flags
    const flags = flagsAmong(material, items)
    if (first !== undefined) seen.set(first, { items, flags })
    return flags
  })
  const all = (code: keyof SessionFlags): BySeverity => ({
    over: joined(found.map((flags) => flags[code].over)),
    watch: joined(found.map((flags) => flags[code].watch)),
  })
  return { overlap: all('overlap'), gap: all('gap'), outside: all('outside') }
}

function flagsAmong(material: WeekMaterial, items: readonly Timed[]): SessionFlags {
  return {
    overlap: { over: overlapsAmong(material, items), watch: NONE },
    gap: inTime(gapsAmong(material, items)),
    outside: inTime(outsideAmong(material, items)),
  }
}

/** Lists one after the other; of thousands in all, at a tenth of what `flat` takes. */
export function joined(lists: readonly (readonly Flag[])[]): readonly Flag[] {
  return NONE.concat(...lists)
}

/** By time; at one time in the order in which they were raised. */
function inTime(flags: readonly Flag[]): BySeverity {
  const found: { readonly [S in Severity]: Flag[] } = { over: [], watch: [] }
  for (const flag of flags) found[flag.severity].push(flag)
  for (const list of Object.values(found)) list.sort((a, b) => a.interval.from - b.interval.from)
  return found
}

/** What is booked, cut where nothing before can share time with anything after or come too close to it. */
function islandsIn({ booked, plan }: WeekMaterial): readonly (readonly Timed[])[] {
  const most = plan.practice.settings.changeoverMinutes
  let farthest = 0
  for (const { start, from } of booked) farthest = Math.max(farthest, start - from)
  const cut: (readonly Timed[])[] = []
  let first = 0
  let reach = Number.NEGATIVE_INFINITY
  for (const [i, { start, to }] of booked.entries()) {
    if (start - farthest - reach >= most && i > first) {
      cut.push(booked.slice(first, i))
      first = i
    }
    reach = Math.max(reach, to)
  }
  if (first < booked.length) cut.push(booked.slice(first))
  return cut
}
