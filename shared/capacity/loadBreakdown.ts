/** Where the time goes: the load of any stretch of time by client, engagement and responsibility area. */
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { type Day, dayNumber } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'
import { type EpochMinute, localAt, toEpochMinute } from '../time/zone.ts'
import { workingCalendar } from './availability.ts'
import { type DayCut, dayCuts } from './availabilityIn.ts'
import { bookedIn, bookings, entriesIn, type Timed, travelPieces } from './bookedTime.ts'
import { LoadCells, type LoadOf, type LoadSums } from './loadCells.ts'
import type { CapacityContext, HolidayOf } from './weekView.ts'

export interface ClientLoad extends LoadSums {
  /** Null is own business, and what names an engagement or client that is gone. */
  readonly clientId: Id | null
}

export interface EngagementLoad extends ClientLoad {
  readonly engagementId: Id | null
}

export interface AreaLoad extends LoadSums {
  /** Null where no area was named, or one that is gone. */
  readonly areaId: Id | null
}

/** A stretch of time: what it offers, and what lies in it. Each list adds up to the sums of the whole. */
export interface LoadBreakdown extends LoadSums {
  readonly interval: Interval
  readonly capacity: number
  readonly reserve: number
  /** capacity − reserve − load. */
  readonly headroom: number
  /** Minutes in which two sessions or more lie, travel included: each given once, while the load counts them for every one. */
  readonly overlap: number
  /** Clients with time in it, in their order; own business last. */
  readonly clients: readonly ClientLoad[]
  /** Engagements with time in it, by client, in their order; own business last. */
  readonly engagements: readonly EngagementLoad[]
  /** Areas with time in it, in their order; what has none last. */
  readonly areas: readonly AreaLoad[]
}

interface Known {
  readonly holidays: HolidayOf
  readonly breakdown: LoadBreakdown
}
const known = new WeakMap<Plan, Map<string, Known>>()

/** The instants of whole days of the home zone, both included. */
export function intervalOfDays(plan: Plan, from: Day, to: Day, { holidays }: CapacityContext): Interval {
  const calendar = workingCalendar(plan, holidays)
  return { from: calendar.day(dayNumber(from)).start, to: calendar.day(dayNumber(to)).end }
}

/**
 * The load of [from, to), split at local midnight; a double-booked hour counts twice. Weighted minutes are rounded day by
 * day, as the week rounds them, and shared out so that the parts of a day add up to it. An entry counts whole where it
 * starts (one without a clock time at the start of its day). The same object while plan and holidays are the same.
 */
export function loadBreakdown(plan: Plan, interval: Interval, context: CapacityContext): LoadBreakdown {
  const ofPlan = known.get(plan) ?? new Map<string, Known>()
  known.set(plan, ofPlan)
  const key = `${interval.from}:${interval.to}`
  const seen = ofPlan.get(key)
  if (seen !== undefined && seen.holidays === context.holidays) return seen.breakdown
  const breakdown = compute(plan, interval, context.holidays)
  ofPlan.set(key, { holidays: context.holidays, breakdown })
  return breakdown
}

function compute(plan: Plan, interval: Interval, holidays: HolidayOf): LoadBreakdown {
  const calendar = workingCalendar(plan, holidays)
  const cuts = dayCuts(plan, interval, calendar)
  const booked = cuts.length === 0 ? [] : bookedIn(plan, interval.from, interval.to)
  const cells = new LoadCells(plan)
  for (const item of booked) addItem(cells, item, interval, calendar.zone)
  for (const entry of entriesOf(plan, interval, cuts)) cells.addWorked(entry)
  const { total: sums, by } = cells.sums()
  const capacity = cuts.reduce((sum, cut) => sum + cut.capacity, 0)
  const reserve = cuts.reduce((sum, cut) => sum + cut.reserve, 0)
  return {
    interval,
    capacity,
    reserve,
    ...sums,
    headroom: capacity - reserve - sums.load,
    overlap: overlapIn(booked, interval),
    ...listsOf(plan, by),
  }
}

/** Adds the parts of an occurrence that lie in the stretch, each with the day that it lies on. */
function addItem(cells: LoadCells, item: Timed, { from, to }: Interval, zone: string): void {
  const add = (part: Interval, isTravel: boolean) => {
    const begin = Math.max(part.from, from)
    const minutes = Math.min(part.to, to) - begin
    if (minutes > 0) cells.add(item.occurrence, localAt(begin, zone).dayNumber, minutes, isTravel)
  }
  for (const part of bookings(item, zone)) add(part, false)
  for (const part of travelPieces(item, zone)) add(part, true)
}

function entriesOf(plan: Plan, { from, to }: Interval, cuts: readonly DayCut[]): TimeEntry[] {
  const first = cuts[0]?.day
  const last = cuts.at(-1)?.day
  if (first === undefined || last === undefined) return []
  const days = new Map(cuts.map(({ day }) => [day.day, day]))
  return entriesIn(plan, first.day, last.day).filter((entry) => {
    const day = days.get(entry.day)
    if (day === undefined) return false
    const at = entry.start === null ? day.start : toEpochMinute(entry.start, entry.zone)
    const counted = Math.max(day.start, Math.min(day.end - 1, at))
    return from <= counted && counted < to
  })
}

/** Minutes of the stretch in which at least two of the occurrences lie. */
function overlapIn(booked: readonly Timed[], { from, to }: Interval): number {
  const edges: { readonly at: EpochMinute; readonly step: 1 | -1 }[] = []
  for (const item of booked)
    edges.push({ at: Math.max(item.from, from), step: 1 }, { at: Math.min(item.to, to), step: -1 })
  edges.sort((a, b) => a.at - b.at || a.step - b.step)
  let overlap = 0
  let depth = 0
  let since = from
  for (const { at, step } of edges) {
    if (depth >= 2) overlap += at - since
    since = at
    depth += step
  }
  return overlap
}

function listsOf(plan: Plan, by: LoadOf['by']): Pick<LoadBreakdown, 'clients' | 'engagements' | 'areas'> {
  const { clients, engagements, areas } = plan.practice
  const ranked = (records: Readonly<Record<Id, { readonly order: number; readonly name: string }>>) => {
    const sorted = Object.entries(records).sort(
      ([, a], [, b]) => a.order - b.order || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
    const ranks = new Map(sorted.map(([id], i) => [id, i]))
    return (id: Id | null) => (id === null ? sorted.length : (ranks.get(id) ?? sorted.length))
  }
  const clientRank = ranked(clients)
  const engagementRank = ranked(engagements)
  const areaRank = ranked(areas)
  const clientOf = (id: Id | null) => (id === null ? null : (own(engagements, id)?.clientId ?? null))
  const ofEngagements = by(({ engagementId }) => engagementId)
    .map(({ id, sums }): EngagementLoad => ({ engagementId: id, clientId: clientOf(id), ...sums }))
    .sort(
      (a, b) =>
        clientRank(a.clientId) - clientRank(b.clientId) ||
        engagementRank(a.engagementId) - engagementRank(b.engagementId),
    )
  const ofClients = by(({ engagementId }) => clientOf(engagementId))
    .map(({ id, sums }): ClientLoad => ({ clientId: id, ...sums }))
    .sort((a, b) => clientRank(a.clientId) - clientRank(b.clientId))
  const ofAreas = by(({ areaId }) => areaId)
    .map(({ id, sums }): AreaLoad => ({ areaId: id, ...sums }))
    .sort((a, b) => areaRank(a.areaId) - areaRank(b.areaId))
  return { clients: ofClients, engagements: ofEngagements, areas: ofAreas }
}
