/** VTIMEZONE (RFC 5545 §3.6.5): a zone that a file defines itself, and the IANA zone that behaves like it. */
import { addDays } from '../time/day.ts'
import { occurrences } from '../time/recurrence.ts'
import { formatRule, parseRule } from '../time/ruleText.ts'
import { addWallMinutes, type WallClock, wallDay, wallNumber, wallOf } from '../time/wallClock.ts'
import { canonicalZone, type EpochMinute, offsetAt } from '../time/zone.ts'
import { likelyZones } from './zoneName.ts'

/** STANDARD or DAYLIGHT: from its onsets on, clocks are `to` minutes ahead of UTC, and `from` before. */
export interface Observance {
  readonly from: number
  readonly to: number
  /** On the clocks that still show `from`. */
  readonly start: WallClock
  readonly rule: string | null
  readonly extra: readonly WallClock[]
}

/** A zone defined in the file. `location` is X-LIC-LOCATION. */
export interface EmbeddedZone {
  readonly name: string
  readonly location: string
  readonly observances: readonly Observance[]
}

interface Change {
  readonly at: EpochMinute
  readonly offset: number
}

/** The offsets of an embedded zone over years: `first` until the first change. */
export interface Offsets {
  readonly first: number
  readonly changes: readonly Change[]
}

/** The years looked at, both included. */
export interface Years {
  readonly from: number
  readonly to: number
}

const day = (year: number, monthDay: string) => `${String(year).padStart(4, '0')}-${monthDay}`

/** The offsets in the given years, or null where the definition has no observance. */
export function offsetsOf(zone: EmbeddedZone, years: Years): Offsets | null {
  const changes = zone.observances
    .flatMap((observance) => onsets(observance, years))
    .sort((a, b) => a.at - b.at)
  const begin = wallNumber(`${day(years.from, '01-01')}T00:00`)
  const earlier = changes.findLast(({ at }) => at <= begin)
  const first = earlier?.offset ?? firstOffset(zone)
  return first === undefined ? null : { first, changes: changes.filter(({ at }) => at > begin) }
}

/** What clocks showed before the earliest onset there is. */
function firstOffset({ observances }: EmbeddedZone): number | undefined {
  return observances.toSorted((a, b) => (a.start < b.start ? -1 : 1))[0]?.from
}

/** The onsets from the year before the given years to their end; an onset from before that is given by the last of the earlier ones. */
function onsets(observance: Observance, years: Years): Change[] {
  const recurrence = { rule: localRule(observance), except: [], extra: observance.extra }
  const window = {
    from: day(Math.max(1, years.from - 2), '01-01'),
    to: day(Math.min(9999, years.to + 1), '01-02'),
  }
  const { starts } = occurrences(observance.start, 'UTC', recurrence, window)
  const all =
    starts.length > 0 || observance.start > window.from ? starts : [lastOnset(observance, recurrence.rule)]
  return all.map((wall) => ({ at: wallNumber(wall) - observance.from, offset: observance.to }))
}

/** The last onset of an observance whose onsets all lie before the years looked at: the rule's in its last two years, or a listed one. */
function lastOnset(observance: Observance, rule: string): WallClock {
  const listed = [observance.start, ...observance.extra]
  const parsed = parseRule(rule)
  if (!parsed.ok || parsed.rule.until?.kind !== 'local') return listed.sort().at(-1) ?? observance.start
  const last = wallDay(parsed.rule.until.wall)
  const window = { from: addDays(last, -TWO_YEARS), to: last }
  const { starts } = occurrences(observance.start, 'UTC', { rule, except: [], extra: [] }, window)
  return [...listed, ...starts].sort().at(-1) ?? observance.start
}

const TWO_YEARS = 731

/** UNTIL of an observance is written in UTC (§3.3.10); its onsets are walked on its own clocks, so UNTIL moves there. */
function localRule({ rule, from }: Observance): string {
  const parsed = rule === null ? null : parseRule(rule)
  if (parsed === null || !parsed.ok) return ''
  const { until } = parsed.rule
  if (until?.kind !== 'utc') return formatRule(parsed.rule)
  return formatRule({ ...parsed.rule, until: { kind: 'local', wall: wallOf(until.epoch + from) } })
}

/** The instant of a local time by embedded offsets; a skipped one moves forward, a repeated one is the first. */
export function toUtc(wall: WallClock, offsets: Offsets): WallClock {
  const local = wallNumber(wall)
  let offset = offsets.first
  for (const change of offsets.changes) {
    if (local < change.at + Math.max(offset, change.offset)) break
    offset = change.offset
  }
  return addWallMinutes(wall, -offset)
}

/** Minutes between two looks at a candidate's offset: a week, shorter than any summer time. */
const STEP = 7 * 24 * 60

/**
 * The IANA zone whose clocks show the same throughout the given years, or null where there is none. What the definition
 * is called decides among several; a fixed offset in whole hours has a zone of its own (`Etc/GMT-11`).
 */
export function ianaLike(zone: EmbeddedZone, offsets: Offsets, years: Years): string | null {
  const named = canonicalZone(zone.location)
  if (named !== undefined) return named
  if (offsets.changes.every(({ offset }) => offset === offsets.first)) {
    const fixed = fixedZone(offsets.first)
    if (fixed !== null) return fixed
  }
  const candidates = likelyZones.filter((candidate) => behavesLike(candidate, offsets, years))
  const title = zone.name.toLowerCase().replaceAll(' ', '_')
  return candidates.find((candidate) => title.includes(cityOf(candidate))) ?? candidates[0] ?? null
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase()
}

function fixedZone(offset: number): string | null {
  if (offset % 60 !== 0 || offset < -720 || offset > 840) return null
  if (offset === 0) return 'UTC'
  // POSIX signs: Etc/GMT-2 is two hours ahead of UTC.
  return canonicalZone(`Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 60}`) ?? null
}

/**
 * How far a change may lie from IANA's and still be the same one: exporters write 23:59:59 for midnight, and Lotus Notes
 * writes Europe's an hour off. It matters to nobody who sleeps in the night of the change.
 */
const SAME_NIGHT = 180

function behavesLike(candidate: string, offsets: Offsets, years: Years): boolean {
  const begin = wallNumber(`${day(years.from, '01-02')}T00:00`)
  const end = wallNumber(`${day(years.to, '12-31')}T00:00`)
  let offset = offsets.first
  let next = 0
  for (let at = begin; at <= end; at += STEP) {
    for (
      let change = offsets.changes[next];
      change !== undefined && change.at <= at;
      change = offsets.changes[next]
    ) {
      if (offsetAt(change.at - SAME_NIGHT, candidate) !== offset) return false
      if (offsetAt(change.at + SAME_NIGHT, candidate) !== change.offset) return false
      offset = change.offset
      next++
    }
    const isNightOfChange = Math.abs((offsets.changes[next]?.at ?? end + STEP) - at) <= SAME_NIGHT
    if (
      !isNightOfChange &&
      offsetAt(at, candidate) !== offset &&
      offsetAt(at - SAME_NIGHT, candidate) !== offset
    )
      return false
  }
  return true
}
