import type { Flag, Severity } from '../../../shared/capacity/flags/flag.ts'
import type { WeekDay, WeekView } from '../../../shared/capacity/weekView.ts'
import type { Colour } from '../../../shared/plan/fields.ts'
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

const gapFlags = new WeakMap<readonly Flag[], readonly Flag[]>()

/** The open flags of gaps among all. */
function gapFlagsOf(flags: readonly Flag[]): readonly Flag[] {
  const known =
    gapFlags.get(flags) ?? flags.filter(({ code, accepted }) => code === 'no-gap' && accepted === null)
  gapFlags.set(flags, known)
  return known
}

/**
 * The gaps of each day that are too short, by the flags that say so; those of one severity that touch are one. A gap of
 * no length is where the sessions meet.
 */
export function gapsOf(
  flags: readonly Flag[],
  days: readonly WeekDay[],
  zone: string,
): readonly (readonly Gap[])[] {
  const gaps = days.map(() => ({ over: [] as Gap[], watch: [] as Gap[] }))
  for (const flag of gapFlagsOf(flags)) {
    const { from } = flag.interval
    const at = days.findIndex(({ start, end }) => from >= start && from < end)
    const day = days[at]
    if (day !== undefined) gaps[at]?.[flag.severity].push(gapOf(flag, day, zone))
  }
  return gaps.map(({ over, watch }) => [...joined(over), ...joined(watch)])
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
