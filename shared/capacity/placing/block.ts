/** Where a block of work goes in a day, and how good that place is. */
import type { Blocks } from '../../plan/settings.ts'
import type { Interval } from '../../time/interval.ts'
import { fromEpochMinute, toEpochMinute } from '../../time/zone.ts'
import { changesAdded, gapsOf, type RoomDay } from './room.ts'

const QUARTER = 15

/** What blocks are cut by. */
export interface BlockRules {
  readonly blocks: Blocks
  readonly changeover: number
  readonly zone: string
}

/** A place for a block; `score` is comparable among the places of one piece of work. */
export interface BlockPlace extends Interval {
  readonly score: number
}

/** Work that looks for a place: `most` is what the day, the week and the promise allow at once. */
export interface Seeking {
  readonly clientId: string
  readonly window: Interval
  readonly left: number
  readonly most: number
}

/**
 * The length of a block in a space: whole quarters, or all that is left. It leaves no remainder shorter than the
 * shortest block where a shorter block avoids that. 0 where no block fits.
 */
export function lengthIn(space: number, left: number, { shortest, longest }: Blocks): number {
  const most = Math.min(space, longest)
  if (most >= left) return left
  if (most < shortest) return 0
  const quarters = Math.floor(most / QUARTER) * QUARTER
  const minutes = quarters >= shortest ? quarters : shortest
  const rest = left - minutes
  if (rest >= shortest) return minutes
  return Math.max(shortest, Math.floor((left - shortest) / QUARTER) * QUARTER)
}

/** What a place is worth: a whole block, all of it in the focus hours, no change of client, no splinter of a gap left. */
const WHOLE = 4
const IN_FOCUS = 2
const CHANGE = -1.2
const SPLINTER = -0.4

/** The best place in a day by these preferences, the earlier of equals; null where none is. */
export function bestPlace(day: RoomDay, seeking: Seeking, rules: BlockRules): BlockPlace | null {
  let best: BlockPlace | null = null
  for (const gap of gapsOf(day, seeking.clientId, rules.changeover))
    for (const place of placesIn(gap, day, seeking, rules)) {
      const score = scoreOf(place, gap, day, seeking, rules)
      if (best === null || score > best.score) best = { ...place, score }
    }
  return best
}

/** The first place in a day, as long as it can be. */
export function firstPlace(day: RoomDay, seeking: Seeking, rules: BlockRules): BlockPlace | null {
  for (const gap of gapsOf(day, seeking.clientId, rules.changeover)) {
    const [place] = placesIn(gap, day, seeking, rules)
    if (place !== undefined) return { ...place, score: 0 }
  }
  return null
}

/** At the begin of a gap, at its end, and where the focus hours begin. */
function placesIn(
  gap: Interval,
  day: RoomDay,
  { window, left, most }: Seeking,
  rules: BlockRules,
): Interval[] {
  const { blocks } = rules
  if (blocks.usableOnly && gap.to - gap.from < blocks.shortest) return []
  const first = Math.ceil(Math.max(gap.from, window.from) / QUARTER) * QUARTER
  const end = Math.min(gap.to, window.to)
  const places: Interval[] = []
  const add = (from: number) => {
    const minutes = lengthIn(Math.min(end - from, most), left, blocks)
    if (minutes <= 0 || from < first || places.some((place) => place.from === from)) return
    if (!day.isOdd || isPlain(from, rules.zone)) places.push({ from, to: from + minutes })
  }
  add(first)
  const length = lengthIn(Math.min(end - first, most), left, blocks)
  if (length > 0) add(Math.floor((end - length) / QUARTER) * QUARTER)
  if (day.focus.from > first && day.focus.from < end) add(Math.ceil(day.focus.from / QUARTER) * QUARTER)
  return places
}

/** The wall clock of the instant means this instant, though the clocks change on its day. */
function isPlain(instant: number, zone: string): boolean {
  return toEpochMinute(fromEpochMinute(instant, zone), zone) === instant
}

function scoreOf(
  { from, to }: Interval,
  gap: Interval,
  day: RoomDay,
  { clientId, left }: Seeking,
  { blocks }: BlockRules,
): number {
  const minutes = to - from
  const inFocus = Math.max(0, Math.min(to, day.focus.to) - Math.max(from, day.focus.from))
  const isSplinter = (rest: number) => rest > 0 && rest < blocks.shortest
  const splinters = Number(isSplinter(from - gap.from)) + Number(isSplinter(gap.to - to))
  return (
    (WHOLE * minutes) / Math.min(left, blocks.longest) +
    (IN_FOCUS * inFocus) / minutes +
    CHANGE * changesAdded(day, { from, to, clientId }) +
    SPLINTER * splinters
  )
}
