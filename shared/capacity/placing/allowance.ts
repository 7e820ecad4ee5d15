/** What promises still allow: planned time must not pass what a client was promised for a week or month. */
import type { Engagement } from '../../plan/engagement.ts'
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import { addDays, dayNumber, maxDay, minDay } from '../../time/day.ts'
import type { Interval } from '../../time/interval.ts'
import { weekStart } from '../../time/week.ts'
import type { EpochMinute } from '../../time/zone.ts'
import type { WorkingCalendar } from '../availability.ts'
import { bookedIn, bookings, entriesIn } from '../bookedTime.ts'
import { confirmedKeys } from '../clientRows.ts'
import { committedFor, periodOf, promisesInMonth } from '../commitment.ts'
import type { Period } from '../flags/flag.ts'
import type { PlacingRange } from './placing.ts'

/** The promise of one client for one week or month: what of it is open, in all and by engagement. Minutes. */
export interface Promised extends Interval {
  readonly clientId: Id
  /** Promised less planned and worked, of the engagements together; not below 0. */
  readonly open: number
  readonly engagements: readonly PromisedPart[]
}

/** The part of a promise that one engagement makes. */
export interface PromisedPart {
  readonly engagement: Engagement
  /** Promised less planned and worked; not below 0. */
  readonly open: number
  /** Minutes of its sessions from now on that lie in the period, and those of them in the range. */
  readonly planned: number
  readonly plannedInRange: number
}

interface Gathering {
  readonly plan: Plan
  readonly calendar: WorkingCalendar
  readonly within: Interval
}

/** The promises that meet the days of a range, soonest first. `within` is the part of the range that is still to come. */
export function promisesIn(
  plan: Plan,
  calendar: WorkingCalendar,
  range: PlacingRange,
  within: Interval,
): Promised[] {
  const groups = new Map<string, { clientId: Id; period: Period; engagements: Engagement[] }>()
  for (const engagement of Object.values(plan.practice.engagements)) {
    const client = own(plan.practice.clients, engagement.clientId)
    if (client === undefined || client.archived) continue
    for (const period of periodsOf(plan, engagement, range, calendar)) {
      const key = `${engagement.clientId}:${period.kind}:${period.from}`
      const group = groups.get(key) ?? { clientId: engagement.clientId, period, engagements: [] }
      groups.set(key, group)
      group.engagements.push(engagement)
    }
  }
  const all = Object.values(plan.practice.engagements)
  const known = new Map<string, Counted>()
  return [...groups.values()]
    .map(({ clientId, period, engagements }) => {
      const key = `${period.from}:${period.to}`
      const counted = known.get(key) ?? countedIn({ plan, calendar, within }, period)
      known.set(key, counted)
      const those =
        period.kind === 'week'
          ? engagements
          : all.filter((e) => e.clientId === clientId && promisesInMonth(e, period, calendar))
      return promisedOf(clientId, period, those, counted, calendar)
    })
    .filter(({ from, to }) => from < within.to && within.from < to)
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

function periodsOf(
  plan: Plan,
  engagement: Engagement,
  { from, to }: PlacingRange,
  calendar: WorkingCalendar,
): Period[] {
  const { firstWeekday } = plan.practice.settings
  const found = new Map<string, Period>()
  // Whole weeks: what a week's promise is does not depend on where the range begins in it.
  const first = weekStart(from, firstWeekday)
  const whole = addDays(weekStart(to, firstWeekday), 6)
  const last = engagement.end === null ? whole : minDay(whole, engagement.end)
  for (let day = engagement.start === null ? first : maxDay(first, engagement.start); day <= last; ) {
    const start = weekStart(day, firstWeekday)
    const week = { from: start, to: addDays(start, 6) }
    const period = periodOf(engagement, day, week, calendar)
    if (period !== null) found.set(`${period.kind}:${period.from}`, period)
    day = addDays(day, 1)
  }
  return [...found.values()]
}

interface Counted {
  readonly interval: Interval
  /** Logged minutes, and planned ones that no entry confirms, by engagement. */
  readonly all: ReadonlyMap<Id | null, number>
  readonly planned: ReadonlyMap<Id | null, number>
  readonly plannedInRange: ReadonlyMap<Id | null, number>
}

/** What counts for promises in a period: as the flags of promises count it. */
function countedIn({ plan, calendar, within }: Gathering, { from, to }: Period): Counted {
  const interval = { from: calendar.day(dayNumber(from)).start, to: calendar.day(dayNumber(to)).end }
  const entries = entriesIn(plan, from, to)
  const confirmed = confirmedKeys(entries)
  const [all, planned, plannedInRange] = [new Map(), new Map(), new Map()] as Map<Id | null, number>[]
  const add = (sums: Map<Id | null, number> | undefined, id: Id | null, minutes: number) =>
    sums?.set(id, (sums.get(id) ?? 0) + minutes)
  for (const { engagementId, minutes } of entries) add(all, engagementId, minutes)
  for (const item of bookedIn(plan, interval.from, interval.to)) {
    if (confirmed.has(item.key)) continue
    const { engagementId } = item.occurrence
    for (const part of bookings(item, calendar.zone)) {
      if (part.from < interval.from || interval.to <= part.from) continue
      add(all, engagementId, part.minutes)
      if (part.from < within.from) continue
      add(planned, engagementId, part.minutes)
      if (part.from < within.to) add(plannedInRange, engagementId, part.minutes)
    }
  }
  return {
    interval,
    all: all ?? new Map(),
    planned: planned ?? new Map(),
    plannedInRange: plannedInRange ?? new Map(),
  }
}

function promisedOf(
  clientId: Id,
  period: Period,
  engagements: readonly Engagement[],
  { interval, all, planned, plannedInRange }: Counted,
  calendar: WorkingCalendar,
): Promised {
  let open = 0
  const parts = engagements.map((engagement): PromisedPart => {
    const { id } = engagement
    const left = committedFor(engagement, period, calendar) - (all.get(id) ?? 0)
    open += left
    return {
      engagement,
      open: Math.max(0, left),
      planned: planned.get(id) ?? 0,
      plannedInRange: plannedInRange.get(id) ?? 0,
    }
  })
  return { ...interval, clientId, open: Math.max(0, open), engagements: parts }
}

/** What is left of promises while sessions are placed. */
export interface Allowance {
  /** Minutes that an engagement may still take at an instant; infinite where it promises nothing then. */
  readonly at: (engagementId: Id, instant: EpochMinute) => number
  readonly take: (engagementId: Id, instant: EpochMinute, minutes: number) => void
}

/** A fresh allowance of some promises. */
export function allowanceOf(promises: readonly Promised[]): Allowance {
  const byEngagement = new Map<Id, { readonly from: number; readonly to: number; left: number }[]>()
  for (const { from, to, open, engagements } of promises) {
    const shared = { from, to, left: open }
    for (const { engagement } of engagements) {
      const list = byEngagement.get(engagement.id)
      if (list === undefined) byEngagement.set(engagement.id, [shared])
      else list.push(shared)
    }
  }
  const held = (id: Id, instant: EpochMinute) =>
    (byEngagement.get(id) ?? []).filter(({ from, to }) => from <= instant && instant < to)
  return {
    at: (id, instant) => Math.min(Number.POSITIVE_INFINITY, ...held(id, instant).map(({ left }) => left)),
    take: (id, instant, minutes) => {
      for (const promise of held(id, instant)) promise.left -= minutes
    },
  }
}
