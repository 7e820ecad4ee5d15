import type { Flag, Severity } from '../../../shared/capacity/flags/flag.ts'
import { firstOf, flagsOfKind } from '../../../shared/capacity/flags/orderedFlags.ts'
import { sameItems } from '../../../shared/capacity/keepSame.ts'
import type { WeekDay, WeekView } from '../../../shared/capacity/weekView.ts'
import type { Colour } from '../../../shared/plan/fields.ts'
import type { Day } from '../../../shared/time/day.ts'
import { wallDay, wallMinute } from '../../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../../shared/time/zone.ts'
import { DAY, type Extent, extentOf, type Lane, type Placed } from './placing.ts'

/** The way to or from a session, beside its block. */
export interface Travel extends Extent, Lane {
  readonly id: string
  readonly colour: Colour
}

/** The part of a stretch of time that lies in a day's column; null where none does. */
function partOf(
  { day, start, end }: WeekDay,
  from: EpochMinute,
  to: EpochMinute,
  zone: string,
): Extent | null {
  if (to <= start || from >= end) return null
  const minute = (at: EpochMinute) => {
    const wall = fromEpochMinute(at, zone)
    return wallDay(wall) === day ? wallMinute(wall) : at < end ? 0 : DAY
  }
  const first = minute(Math.max(from, start))
  const last = to >= end ? DAY : minute(to)
  return last > first ? { from: first, to: last } : null
}

/** The travel before and after a day's sessions that lies in the day. */
export function travelOn(placed: readonly Placed[], day: WeekDay, zone: string): readonly Travel[] {
  return placed.flatMap(({ booking, colour, column, span, columns }) => {
    const { key, occurrence, start, end } = booking
    const ways = [
      { id: `${key} before`, from: start - occurrence.travelBefore, to: start },
      { id: `${key} after`, from: end, to: end + occurrence.travelAfter },
    ]
    return ways.flatMap(({ id, from, to }) => {
      const part = from < to ? partOf(day, from, to, zone) : null
      return part === null ? [] : [{ id, colour, column, span, columns, ...part }]
    })
  })
}

/** A gap between two sessions that is too short to change over or travel. */
export interface Gap extends Extent {
  readonly key: string
  readonly severity: Severity
}

/** The flags of a day's gaps and what is drawn for them. */
interface GapsOfDay {
  readonly zone: string
  readonly over: readonly Flag[]
  readonly watch: readonly Flag[]
  readonly gaps: readonly Gap[]
}

/** Days kept in mind: of the weeks that are drawn, and some more. */
const MOST_DAYS = 60
const latest = new Map<Day, GapsOfDay>()

/**
 * The gaps of each day that are too short, by the flags that say so, which are in their order; those of one severity that
 * touch are one. A gap of no length is where the sessions meet. A day whose flags are the same has the same gaps.
 */
export function gapsOf(
  flags: readonly Flag[],
  days: readonly WeekDay[],
  zone: string,
): readonly (readonly Gap[])[] {
  const over = flagsOfKind(flags, 'no-gap', 'over')
  const watch = flagsOfKind(flags, 'no-gap', 'watch')
  return days.map((day) => gapsOn(day, during(over, day), during(watch, day), zone))
}

/** Those of flags in time that begin on a day. */
function during(flags: readonly Flag[], { start, end }: WeekDay): readonly Flag[] {
  const from = firstOf(flags, ({ interval }) => interval.from >= start)
  return flags.slice(
    from,
    firstOf(flags, ({ interval }) => interval.from >= end),
  )
}

function gapsOn(day: WeekDay, over: readonly Flag[], watch: readonly Flag[], zone: string): readonly Gap[] {
  const known = latest.get(day.day)
  if (known?.zone === zone && sameItems(known.over, over) && sameItems(known.watch, watch)) return known.gaps
  const of = (list: readonly Flag[]) =>
    joined(list.filter(({ accepted }) => accepted === null).map((flag) => gapOf(flag, day, zone)))
  const gaps = [...of(over), ...of(watch)]
  if (latest.size >= MOST_DAYS) latest.clear()
  latest.set(day.day, { zone, over, watch, gaps })
  return gaps
}

const gapOfFlag = new WeakMap<Flag, Gap & { readonly zone: string }>()

function gapOf(flag: Flag, day: WeekDay, zone: string): Gap {
  const known = gapOfFlag.get(flag)
  if (known !== undefined && known.zone === zone) return known
  const { key, severity, interval } = flag
  const { from, to } = interval
  const first = wallMinute(fromEpochMinute(from, zone))
  const last = to > from ? (partOf(day, from, to, zone)?.to ?? first) : first
  const made = { key, severity, from: first, to: last, zone }
  gapOfFlag.set(flag, made)
  return made
}

function joined(gaps: readonly Gap[]): readonly Gap[] {
  const made: Gap[] = []
  for (const gap of [...gaps].sort((a, b) => a.from - b.from)) {
    const last = made.at(-1)
    if (last === undefined || gap.from > last.to) made.push(gap)
    else if (gap.to > last.to) made[made.length - 1] = { ...last, to: gap.to }
  }
  return made
}

/** Where a proposal's session would be on a day. */
export interface Shadow extends Extent {
  readonly key: string
  readonly colour: Colour
}

/** Where the sessions of a proposal would be on a day; those that stay as they are have no shadow. */
export function shadowsOn(
  before: WeekView,
  after: WeekView,
  keys: readonly string[],
  column: number,
): readonly Shadow[] {
  if (keys.length === 0) return []
  const wanted = new Set(keys)
  const there = new Map<string, string>()
  for (const row of before.rows)
    for (const one of row.days[column]?.bookings ?? [])
      if (wanted.has(one.key)) there.set(one.key, `${one.from} ${one.to}`)
  return after.rows.flatMap(({ client, days }) =>
    (days[column]?.bookings ?? []).flatMap((booking) =>
      !wanted.has(booking.key) || there.get(booking.key) === `${booking.from} ${booking.to}`
        ? []
        : [{ key: booking.key, colour: client?.colour ?? ('slate' as const), ...extentOf(booking) }],
    ),
  )
}
