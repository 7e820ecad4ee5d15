/** Occurrences as stretches of time, found by time in constant effort however long the history is. */

import { LONGEST_MINUTES } from '../plan/fields.ts'
import { type Plan, type YearKey, yearOf } from '../plan/plan.ts'
import { occurrencesOf, plainOccurrence } from '../plan/series.ts'
import type { Occurrence, Session } from '../plan/session.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { type Day, dayNumber, dayOf, FIRST_DAY_NUMBER, LAST_DAY_NUMBER } from '../time/day.ts'
import { splitAtMidnight } from '../time/interval.ts'
import { MINUTES_A_DAY } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import { sameItems } from './keepSame.ts'
import { bucketIndex, difference } from './weekBuckets.ts'
import type { Booking } from './weekView.ts'

/** An occurrence with its instants. `from` and `to` include travel. */
export interface Timed {
  readonly occurrence: Occurrence
  readonly key: string
  readonly start: EpochMinute
  readonly end: EpochMinute
  readonly from: EpochMinute
  readonly to: EpochMinute
}

/** A bucket is a week of instants. It is no calendar week; it only cuts time into equal parts. */
const BUCKET = 7 * MINUTES_A_DAY
/** How long before its bucket's end the time of a session may reach: its length and a day of travel on either side. */
const REACH = LONGEST_MINUTES + 2 * MINUTES_A_DAY

const singles = new WeakMap<Session, Timed>()
const seriesParts = new WeakMap<Session, Map<number, readonly Timed[]>>()

function timed(occurrence: Occurrence): Timed {
  const start = toEpochMinute(occurrence.start, occurrence.zone)
  const end = start + occurrence.minutes
  const { key, travelBefore, travelAfter } = occurrence
  return { occurrence, key, start, end, from: start - travelBefore, to: end + travelAfter }
}

function single(session: Session): Timed {
  const known = singles.get(session)
  if (known !== undefined) return known
  const made = timed(plainOccurrence(session, null))
  singles.set(session, made)
  return made
}

function seriesIn(session: Session, bucket: number): readonly Timed[] {
  let parts = seriesParts.get(session)
  if (parts === undefined) {
    parts = new Map()
    seriesParts.set(session, parts)
  }
  const known = parts.get(bucket)
  if (known !== undefined) return known
  const window = daysNear(bucket)
  const found = occurrencesOf(session, window)
    .map(timed)
    .filter(({ start }) => Math.floor(start / BUCKET) === bucket)
  parts.set(bucket, found)
  return found
}

interface Near {
  readonly from: Day
  readonly to: Day
  readonly years: readonly YearKey[]
}
const near = new Map<number, Near>()

/** The days that a bucket's instants show on any zone's clocks, and the years of these. */
function daysNear(bucket: number): Near {
  const known = near.get(bucket)
  if (known !== undefined) return known
  const day = (number: number) => dayOf(Math.max(FIRST_DAY_NUMBER, Math.min(LAST_DAY_NUMBER, number)))
  const [from, to] = [day(bucket * 7 - 1), day(bucket * 7 + 7)]
  const made = { from, to, years: [...new Set([yearOf(from), yearOf(to)])] }
  if (near.size >= MOST_MERGED) near.clear()
  near.set(bucket, made)
  return made
}

const sessionBuckets = bucketIndex<Session>(({ start, zone }) =>
  Math.floor(toEpochMinute(start, zone) / BUCKET),
)
const entryBuckets = bucketIndex<TimeEntry>((entry) => Math.floor(dayNumber(entry.day) / 7))

/** What all series hold in a bucket, as long as no series changes. */
const seriesBuckets = new WeakMap<Plan['practice']['series'], Map<number, readonly Timed[]>>()
const latestSeries = new Map<number, readonly Timed[]>()
const NONE: readonly never[] = []

function allSeriesIn(series: Plan['practice']['series'], bucket: number): readonly Timed[] {
  let buckets = seriesBuckets.get(series)
  if (buckets === undefined) {
    buckets = new Map()
    seriesBuckets.set(series, buckets)
  }
  const known = buckets.get(bucket)
  if (known !== undefined) return known
  const found = Object.values(series).flatMap((session) => seriesIn(session, bucket))
  const before = latestSeries.get(bucket) ?? NONE
  // A change of one occurrence leaves the other buckets as they are.
  const made = sameItems(before, found) ? before : found
  if (latestSeries.size >= MOST_MERGED) latestSeries.clear()
  latestSeries.set(bucket, made)
  buckets.set(bucket, made)
  return made
}

/** The sessions of a year, or occurrences of series. */
type Part = readonly (Session | Timed)[]
interface Merged {
  readonly parts: readonly Part[]
  readonly timed: readonly Timed[]
}
const MOST_MERGED = 400
const merged = new Map<number, Merged>()

const ofPlans = new WeakMap<Plan, Map<number, readonly Timed[]>>()

/** All that starts in a bucket, by start. The same array as long as nothing in it changed. */
function bucketOf(plan: Plan, bucket: number): readonly Timed[] {
  let buckets = ofPlans.get(plan)
  if (buckets === undefined) {
    buckets = new Map()
    ofPlans.set(plan, buckets)
  }
  const known = buckets.get(bucket)
  if (known !== undefined) return known
  const made = mergedIn(plan, bucket)
  buckets.set(bucket, made)
  return made
}

function mergedIn(plan: Plan, bucket: number): readonly Timed[] {
  const known = merged.get(bucket)
  const parts = partsIn(plan, bucket)
  if (known !== undefined && sameItems(known.parts, parts)) return known.timed
  const all = known === undefined ? allOf(parts) : changed(known, parts)
  // A changed series makes new lists of the same occurrences: what came out equal stays the same array.
  const timed = known !== undefined && sameItems(known.timed, all) ? known.timed : all
  if (merged.size >= MOST_MERGED) merged.clear()
  merged.set(bucket, { parts, timed })
  return timed
}

/** All that starts in a bucket: the sessions of each year that it touches, then the occurrences of series. */
function partsIn(plan: Plan, bucket: number): readonly Part[] {
  const years = daysNear(bucket).years.map((year) => {
    const sessions = plan.years[year]?.sessions
    return sessions === undefined ? NONE : sessionBuckets(sessions, year).in(bucket)
  })
  return [...years, allSeriesIn(plan.practice.series, bucket)]
}

const asTimed = (one: Session | Timed): Timed => ('occurrence' in one ? one : single(one))

function allOf(parts: readonly Part[]): readonly Timed[] {
  return parts.flatMap((part) => part.map(asTimed)).sort(byStart)
}

/** What was there before is in order already, so only what is new looks for its place. */
function changed({ parts: before, timed }: Merged, parts: readonly Part[]): readonly Timed[] {
  const changes = parts.map((part, i) => difference<Session | Timed>(before[i] ?? NONE, part))
  const gone = new Set(changes.flatMap((change) => change.gone.map(asTimed)))
  const come = changes.flatMap((change) => change.come.map(asTimed))
  if ((gone.size + come.length) * 8 > timed.length) return allOf(parts)
  come.sort(byStart)
  const all: Timed[] = []
  let next = 0
  for (const item of timed) {
    if (gone.has(item)) continue
    for (let one = come[next]; one !== undefined && byStart(one, item) < 0; one = come[++next]) all.push(one)
    all.push(item)
  }
  return [...all, ...come.slice(next)]
}

function byStart(a: Timed, b: Timed): number {
  return a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** The occurrences whose time, travel included, meets [from, to), by start. */
export function bookedIn(plan: Plan, from: EpochMinute, to: EpochMinute): Timed[] {
  const found: Timed[] = []
  const last = Math.floor((to + MINUTES_A_DAY) / BUCKET)
  for (let bucket = Math.floor((from - REACH) / BUCKET); bucket <= last; bucket++)
    for (const item of bucketOf(plan, bucket)) if (item.from < to && from < item.to) found.push(item)
  return found
}

/**
 * What `bookedIn` is made of: parts of time, each with all that starts in it, by start. The first and the last reach
 * beyond the interval. A part in which nothing changed is the same array, so equal parts mean an equal result.
 */
export function bookedParts(plan: Plan, from: EpochMinute, to: EpochMinute): (readonly Timed[])[] {
  const parts: (readonly Timed[])[] = []
  const last = Math.floor((to + MINUTES_A_DAY) / BUCKET)
  for (let bucket = Math.floor((from - REACH) / BUCKET); bucket <= last; bucket++)
    parts.push(bucketOf(plan, bucket))
  return parts
}

/** The time entries of the days from `from` to `to`, both included. */
export function entriesIn(plan: Plan, from: Day, to: Day): TimeEntry[] {
  const found: TimeEntry[] = []
  const first = Math.floor(dayNumber(from) / 7)
  const last = Math.floor(dayNumber(to) / 7)
  for (const [key, year] of Object.entries(plan.years)) {
    if (key < yearOf(from) || key > yearOf(to)) continue
    const index = entryBuckets(year.entries, key)
    for (let bucket = first; bucket <= last; bucket++)
      for (const entry of index.in(bucket)) if (from <= entry.day && entry.day <= to) found.push(entry)
  }
  return found
}

const bookingsOf = new WeakMap<Timed, { readonly zone: string; readonly bookings: readonly Booking[] }>()

/** The occurrence cut at the midnights of the home zone, without travel. The same objects every time. */
export function bookings(item: Timed, zone: string): readonly Booking[] {
  const known = bookingsOf.get(item)
  if (known !== undefined && known.zone === zone) return known.bookings
  const { occurrence, key, start, end } = item
  const made = splitAtMidnight({ from: start, to: end }, zone).map(({ from, to }) => ({
    occurrence,
    key,
    start,
    end,
    from,
    to,
    fromWall: fromEpochMinute(from, zone),
    toWall: fromEpochMinute(to, zone),
    minutes: to - from,
    continues: from > start,
    goesOn: to < end,
  }))
  bookingsOf.set(item, { zone, bookings: made })
  return made
}

const travelOf = new WeakMap<Timed, { readonly zone: string; readonly pieces: readonly TravelPiece[] }>()
const NO_TRAVEL: readonly TravelPiece[] = []

export interface TravelPiece {
  readonly from: EpochMinute
  readonly to: EpochMinute
}

/** The travel before and after, cut at the midnights of the home zone. */
export function travelPieces(item: Timed, zone: string): readonly TravelPiece[] {
  if (item.from === item.start && item.to === item.end) return NO_TRAVEL
  const known = travelOf.get(item)
  if (known !== undefined && known.zone === zone) return known.pieces
  const pieces = [
    ...splitAtMidnight({ from: item.from, to: item.start }, zone),
    ...splitAtMidnight({ from: item.end, to: item.to }, zone),
  ]
  travelOf.set(item, { zone, pieces })
  return pieces
}
