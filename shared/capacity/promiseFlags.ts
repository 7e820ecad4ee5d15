/** Flags about promises: a client's planned and logged time against the week's or month's commitment. */
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { dayNumber } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'
import { daysFrom, reserveOf, type WorkingCalendar } from './availability.ts'
import { bookedIn, bookings, entriesIn, type Timed } from './bookedTime.ts'
import { confirmedKeys } from './clientRows.ts'
import { committedFor, overageOf, periodOf } from './commitment.ts'
import type { Flag, Period } from './flag.ts'
import { flagOf } from './makeFlag.ts'
import { daysOf } from './weekDays.ts'
import type { WeekMaterial } from './weekMaterial.ts'

/** The engagements of one client that promise time for the same period. */
interface Group {
  readonly clientId: Id
  readonly period: Period
  readonly engagements: Engagement[]
}

/** `client-over` and `client-under`: one at most for each client and period that is not past. */
export function promiseFlags(material: WeekMaterial, remainingInWeek: number): Flag[] {
  return groupsOf(material).flatMap((group) => promiseFlag(material, group, remainingInWeek) ?? [])
}

function groupsOf(material: WeekMaterial): Group[] {
  const groups = new Map<string, Group>()
  const week = { from: material.from, to: material.to }
  for (const engagement of Object.values(material.plan.practice.engagements)) {
    const seen = new Set<string>()
    for (const { day } of material.days) {
      const period = periodOf(engagement, day, week, material.calendar)
      if (period === null) continue
      const key = `${engagement.clientId}:${period.kind}:${period.from}`
      if (seen.has(key)) continue
      seen.add(key)
      const group = groups.get(key) ?? { clientId: engagement.clientId, period, engagements: [] }
      groups.set(key, group)
      group.engagements.push(engagement)
    }
  }
  return [...groups.values()]
}

function promiseFlag(
  material: WeekMaterial,
  { clientId, period, engagements }: Group,
  remainingInWeek: number,
): Flag | null {
  const { plan, calendar, now } = material
  const client = own(plan.practice.clients, clientId)
  const interval = intervalOf(period, calendar)
  if (client === undefined || interval.to <= now) return null
  const committed = engagements.reduce(
    (sum, engagement) => sum + committedFor(engagement, period, calendar),
    0,
  )
  const items = period.kind === 'week' ? material.booked : bookedIn(plan, interval.from, interval.to)
  const ids = new Set<Id | null>(engagements.map(({ id }) => id))
  const mine = items.filter(
    ({ occurrence, start, end }) =>
      ids.has(occurrence.engagementId) && start < interval.to && interval.from < end,
  )
  const planned = countedIn(plan, mine, ids, period, interval, calendar.zone)
  const base = {
    interval,
    days: daysOf(material, interval),
    occurrences: mine.map(({ key }) => key),
    engagementIds: engagements.map(({ id }) => id),
    clientId,
    severity: 'watch' as const,
  }
  const about = { client: client.name, period, planned, committed }
  const identity = `${clientId}:${period.kind}:${period.from}`
  if (planned > committed)
    return flagOf(plan, {
      ...base,
      key: `client-over:${identity}`,
      code: 'client-over',
      needed: planned,
      available: committed,
      short: planned - committed,
      facts: {
        ...about,
        overage: engagements.map((e) => overageOf(plan, e, period.from)).find((o) => o !== null) ?? null,
      },
    })
  if (planned === committed) return null
  const headroom = period.kind === 'week' ? remainingInWeek : remainingIn(material, interval)
  return flagOf(plan, {
    ...base,
    key: `client-under:${identity}`,
    code: 'client-under',
    needed: committed - planned,
    available: headroom,
    short: committed - planned,
    facts: { ...about, headroom, fits: committed - planned <= headroom },
  })
}

/** Logged time of the period, and what is planned in it and no entry confirms. */
function countedIn(
  plan: Plan,
  mine: readonly Timed[],
  ids: ReadonlySet<Id | null>,
  period: Period,
  interval: Interval,
  zone: string,
): number {
  const entries = entriesIn(plan, period.from, period.to)
  const confirmed = confirmedKeys(entries)
  const logged = entries.reduce((sum, entry) => sum + (ids.has(entry.engagementId) ? entry.minutes : 0), 0)
  return mine
    .filter(({ key }) => !confirmed.has(key))
    .flatMap((item) => bookings(item, zone))
    .filter(({ from }) => interval.from <= from && from < interval.to)
    .reduce((sum, { minutes }) => sum + minutes, logged)
}

function intervalOf({ from, to }: Period, calendar: WorkingCalendar): Interval {
  return { from: calendar.day(dayNumber(from)).start, to: calendar.day(dayNumber(to)).end }
}

/** Free time of a month that is left: positive headroom day by day, as the week's `remaining` is. */
function remainingIn({ plan, calendar, now }: WeekMaterial, { from, to }: Interval): number {
  const begin = Math.max(from, now)
  const booked = bookedIn(plan, begin, to)
  const minutes = plan.practice.settings.reserveMinutes
  let remaining = 0
  let number = Math.floor(begin / 1440) - 1
  while (calendar.day(number).end <= begin) number++
  for (let day = calendar.day(number); day.start < to; day = calendar.day(++number)) {
    const week = daysFrom(calendar, calendar.day(number - ((number + 3) % 7)).day, 7)
    const reserve = reserveOf(week, minutes)[(number + 3) % 7] ?? 0
    const since = Math.max(day.start, begin)
    const until = Math.min(day.end, to)
    const working =
      since === day.start
        ? day.capacity
        : day.working.reduce((sum, part) => sum + Math.max(0, part.to - Math.max(part.from, since)), 0)
    const taken = booked.reduce(
      (sum, item) => sum + Math.max(0, Math.min(item.to, until) - Math.max(item.from, since)),
      0,
    )
    remaining += Math.max(0, working - reserve - taken)
  }
  return remaining
}
