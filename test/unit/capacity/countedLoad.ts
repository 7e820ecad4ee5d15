import { Temporal } from 'temporal-polyfill'
import type { WorkingPattern } from '../../../shared/plan/availability.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import type { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { Interval } from '../../../shared/time/interval.ts'
import { aPattern } from '../../support/builders.ts'

/** Nights are worked too, so that the clocks change within working time. */
export const nights: WorkingPattern = aPattern({
  week: [
    [{ from: 0, to: 150 }],
    [{ from: 540, to: 1080 }],
    [],
    [{ from: 540, to: 780 }],
    [{ from: 1320, to: 1440 }],
    [{ from: 60, to: 200 }],
    [
      { from: 0, to: 135 },
      { from: 150, to: 480 },
    ],
  ],
})

const knownLocals = new Map<string, { readonly day: Day; readonly minute: number }>()

/** Day and minute of the day that the clocks show, by Temporal, asked once a quarter: no zone of today changes within one. */
function localOf(minute: number, zone: string): { readonly day: Day; readonly minute: number } {
  const quarter = Math.floor(minute / 15) * 15
  const key = `${zone} ${quarter}`
  let known = knownLocals.get(key)
  if (known === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(quarter * 60_000).toZonedDateTimeISO(zone)
    known = { day: zoned.toPlainDate().toString(), minute: zoned.hour * 60 + zoned.minute }
    knownLocals.set(key, known)
  }
  return { day: known.day, minute: known.minute + minute - quarter }
}

function instantOf(wall: string, zone: string): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds / 60_000
}

export interface Counted {
  readonly confirmed: number
  readonly tentative: number
  readonly travel: number
  readonly worked: number
  /** Hundredths of minutes by day. */
  readonly weighted: ReadonlyMap<Day, number>
}

/** Walks through every minute of every session, and asks of each whom it belongs to. */
export function countedOf(
  plan: Plan,
  { sessions, entries }: { readonly sessions: readonly Session[]; readonly entries: readonly TimeEntry[] },
  within: Interval,
  belongs: (about: { readonly engagementId: string | null; readonly areaId: string | null }) => boolean,
): Counted {
  const zone = plan.practice.settings.homeZone
  const sums = { confirmed: 0, tentative: 0, travel: 0, worked: 0, weighted: new Map<Day, number>() }
  for (const session of sessions.filter(belongs)) {
    const chance = { 'northwind-audit': 37, 'lumen-build': 50 }[session.engagementId ?? ''] ?? 100
    const first = instantOf(session.start, session.zone)
    const last = first + session.minutes
    for (let minute = first - session.travelBefore; minute < last + session.travelAfter; minute++) {
      if (minute < within.from || minute >= within.to) continue
      sums[session.status]++
      if (minute < first || minute >= last) sums.travel++
      const { day } = localOf(minute, zone)
      sums.weighted.set(day, (sums.weighted.get(day) ?? 0) + chance)
    }
  }
  for (const entry of entries.filter(belongs)) {
    const day = Temporal.PlainDate.from(entry.day)
    const begin = day.toZonedDateTime(zone).epochMilliseconds / 60_000
    const end = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds / 60_000
    const at = entry.start === null ? begin : instantOf(entry.start, entry.zone)
    const counted = Math.min(Math.max(at, begin), end - 1)
    if (within.from <= counted && counted < within.to) sums.worked += entry.minutes
  }
  return sums
}

/** Minutes of the stretch in which two sessions or more lie. */
export function countedOverlap(sessions: readonly Session[], { from, to }: Interval): number {
  const spans = sessions.map((session) => {
    const start = instantOf(session.start, session.zone)
    return { from: start - session.travelBefore, to: start + session.minutes + session.travelAfter }
  })
  let overlap = 0
  for (let minute = from; minute < to; minute++)
    if (spans.filter((span) => span.from <= minute && minute < span.to).length > 1) overlap++
  return overlap
}

/** Civil working minutes of the stretch: each minute of the pattern once, when the clocks first show or skip it. */
export function countedCapacity({ practice: { settings } }: Plan, { from, to }: Interval): number {
  const seen = new Set<string>()
  let capacity = 0
  // Days before the stretch are walked too, so that what they showed is known.
  for (let minute = from - 1500; minute < to; minute++) {
    const { day, minute: last } = localOf(minute, settings.homeZone)
    const weekday = Temporal.PlainDate.from(day).dayOfWeek
    const hours = nights.week[weekday - 1] ?? []
    for (let civil = last; civil >= 0 && !seen.has(`${day} ${civil}`); civil--) {
      seen.add(`${day} ${civil}`)
      if (minute >= from && hours.some((part) => part.from <= civil && civil < part.to)) capacity++
    }
  }
  return capacity
}
