/** Flags about promises: a client's planned and logged time against the week's or month's commitment. */
import type { Engagement } from '../../plan/engagement.ts'
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import { type Day, dayNumber, weekdayOfNumber } from '../../time/day.ts'
import type { Interval } from '../../time/interval.ts'
import { localAt } from '../../time/zone.ts'
import { reserveOf, type WorkingCalendar } from '../availability.ts'
import { bookedIn, bookings, entriesIn, type Timed, travelPieces } from '../bookedTime.ts'
import { confirmedKeys } from '../clientRows.ts'
import { committedFor, overageOf, periodOf, promisesInMonth } from '../commitment.ts'
import { daysOf } from '../weekDays.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { Flag, Period } from './flag.ts'
import { flagOf } from './makeFlag.ts'

/** The engagements of one client that promise time for the same period. */
interface Group {
  readonly clientId: Id
  readonly period: Period
  readonly engagements: Engagement[]
}

/** `client-over` and `client-under`: one at most for each client and period that is not past. */
export function promiseFlags(material: WeekMaterial, remainingInWeek: number): Flag[] {
  const stretches = new Map<string, Stretch>()
  return groupsOf(material).flatMap((group) => {
    const { kind, from, to } = group.period
    const key = `${kind}:${from}:${to}`
    const stretch = stretches.get(key) ?? stretchOf(material, group.period, remainingInWeek)
    stretches.set(key, stretch)
    return promiseFlag(material, group, stretch) ?? []
  })
}

const groups = new WeakMap<
  Plan['practice']['engagements'],
  Map<Day, { readonly calendar: WorkingCalendar; readonly groups: readonly Group[] }>
>()

/** Who promises what for the week's periods: the same as long as neither engagements nor working days change. */
function groupsOf({ plan, calendar, from, to, days }: WeekMaterial): readonly Group[] {
  const { engagements } = plan.practice
  const byWeek = groups.get(engagements) ?? new Map()
  groups.set(engagements, byWeek)
  const known = byWeek.get(from)
  if (known?.calendar === calendar) return known.groups
  const found = new Map<string, Group>()
  for (const engagement of Object.values(engagements))
    for (const { day } of days) {
      const period = periodOf(engagement, day, { from, to }, calendar)
      if (period === null) continue
      const key = `${engagement.clientId}:${period.kind}:${period.from}`
      const group = found.get(key) ?? { clientId: engagement.clientId, period, engagements: [] }
      found.set(key, group)
      if (!group.engagements.includes(engagement)) group.engagements.push(engagement)
    }
  const made = [...found.values()].map(
    (group): Group => wholeMonth(group, Object.values(engagements), calendar),
  )
  byWeek.set(from, { calendar, groups: made })
  return made
}

/** A month's promise is the same seen from each of its weeks: with the engagements that end before or begin after them. */
function wholeMonth(group: Group, all: readonly Engagement[], calendar: WorkingCalendar): Group {
  const { period, clientId } = group
  if (period.kind === 'week') return group
  const engagements = all.filter((e) => e.clientId === clientId && promisesInMonth(e, period, calendar))
  return { ...group, engagements }
}

/** What a period holds, for all engagements at once. */
interface Stretch {
  readonly interval: Interval
  /** Logged minutes, and planned ones that no entry confirms, by engagement. */
  readonly counted: ReadonlyMap<Id | null, number>
  readonly keys: ReadonlyMap<Id | null, readonly string[]>
  /** Free time of the period that is left. */
  readonly headroom: number
}

function stretchOf(material: WeekMaterial, period: Period, remainingInWeek: number): Stretch {
  const { plan, calendar } = material
  const interval = intervalOf(period, calendar)
  const isWeek = period.kind === 'week'
  const booked = isWeek ? material.booked : bookedIn(plan, interval.from, interval.to)
  const entries = isWeek ? material.entries : entriesIn(plan, period.from, period.to)
  const confirmed = confirmedKeys(entries)
  const counted = new Map<Id | null, number>()
  const keys = new Map<Id | null, string[]>()
  const add = (id: Id | null, minutes: number) => counted.set(id, (counted.get(id) ?? 0) + minutes)
  for (const { engagementId, minutes } of entries) add(engagementId, minutes)
  for (const item of booked) {
    if (item.start >= interval.to || item.end <= interval.from) continue
    const { engagementId } = item.occurrence
    const list = keys.get(engagementId)
    if (list === undefined) keys.set(engagementId, [item.key])
    else list.push(item.key)
    if (confirmed.has(item.key)) continue
    for (const { from, minutes } of bookings(item, calendar.zone))
      if (interval.from <= from && from < interval.to) add(engagementId, minutes)
  }
  const headroom = isWeek ? remainingInWeek : remainingIn(material, interval, booked)
  return { interval, counted, keys, headroom }
}

function promiseFlag(
  material: WeekMaterial,
  { clientId, period, engagements }: Group,
  stretch: Stretch,
): Flag | null {
  const { plan, calendar, now } = material
  const client = own(plan.practice.clients, clientId)
  const { interval, headroom } = stretch
  if (client === undefined || interval.to <= now) return null
  const committed = engagements.reduce(
    (sum, engagement) => sum + committedFor(engagement, period, calendar),
    0,
  )
  const planned = engagements.reduce((sum, { id }) => sum + (stretch.counted.get(id) ?? 0), 0)
  if (planned === committed) return null
  const base = {
    interval,
    days: daysOf(material, interval),
    occurrences: engagements.flatMap(({ id }) => stretch.keys.get(id) ?? []),
    engagementIds: engagements.map(({ id }) => id),
    clientId,
    severity: 'watch' as const,
    short: Math.abs(planned - committed),
  }
  const about = { client: client.name, period, planned, committed }
  const identity = `${clientId}:${period.kind}:${period.from}`
  if (planned > committed) {
    const overage = engagements.map((e) => overageOf(plan, e, period.from)).find((o) => o !== null) ?? null
    return flagOf(plan, {
      ...base,
      key: `client-over:${identity}`,
      code: 'client-over',
      needed: planned,
      available: committed,
      facts: { ...about, overage },
    })
  }
  return flagOf(plan, {
    ...base,
    key: `client-under:${identity}`,
    code: 'client-under',
    needed: committed - planned,
    available: headroom,
    facts: { ...about, headroom, fits: committed - planned <= headroom },
  })
}

function intervalOf({ from, to }: Period, calendar: WorkingCalendar): Interval {
  return { from: calendar.day(dayNumber(from)).start, to: calendar.day(dayNumber(to)).end }
}

/** Free time of a month that is left: positive headroom day by day, as the week's `remaining` is. */
function remainingIn(
  { plan, calendar, now }: WeekMaterial,
  { from, to }: Interval,
  booked: readonly Timed[],
): number {
  const begin = Math.max(from, now)
  const taken = takenByDay(booked, begin, calendar.zone)
  const { reserveMinutes } = plan.practice.settings
  let remaining = 0
  for (let number = localAt(begin, calendar.zone).dayNumber; calendar.day(number).start < to; number++) {
    const day = calendar.day(number)
    const isWhole = day.start >= begin
    const working = isWhole ? day.capacity : minutesAfter(day.working, begin)
    const reserve = reserveMinutes === 0 ? 0 : reserveOn(calendar, number, reserveMinutes)
    remaining += Math.max(0, working - reserve - (taken.get(number) ?? 0))
  }
  return remaining
}

/** Minutes of sessions and travel from `begin` on, by day number. */
function takenByDay(booked: readonly Timed[], begin: number, zone: string): Map<number, number> {
  const taken = new Map<number, number>()
  const add = (part: Interval) => {
    const minutes = part.to - Math.max(part.from, begin)
    if (minutes <= 0) return
    const { dayNumber: number } = localAt(part.from, zone)
    taken.set(number, (taken.get(number) ?? 0) + minutes)
  }
  for (const item of booked) {
    for (const part of bookings(item, zone)) add(part)
    for (const part of travelPieces(item, zone)) add(part)
  }
  return taken
}

function minutesAfter(working: readonly Interval[], begin: number): number {
  return working.reduce((sum, part) => sum + Math.max(0, part.to - Math.max(part.from, begin)), 0)
}

/** The day's share of the reserve of its week from Monday: which weekday a week begins with hardly matters here. */
function reserveOn(calendar: WorkingCalendar, number: number, minutes: number): number {
  const fromMonday = weekdayOfNumber(number) - 1
  const week = Array.from({ length: 7 }, (_, i) => calendar.day(number - fromMonday + i))
  return reserveOf(week, minutes)[fromMonday] ?? 0
}
