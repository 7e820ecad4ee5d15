/** What is to be placed: open deliverables and open promises of a range, each minute once. */
import type { Deliverable } from '../../plan/deliverable.ts'
import type { Engagement } from '../../plan/engagement.ts'
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import { dayNumber } from '../../time/day.ts'
import type { Interval } from '../../time/interval.ts'
import type { EpochMinute } from '../../time/zone.ts'
import type { WorkingCalendar } from '../availability.ts'
import { bookedIn } from '../bookedTime.ts'
import { type Supply, supplyOf } from '../work/feasibility.ts'
import { freeTime, type OpenDeliverable, openWork } from '../work/openWork.ts'
import { type Promised, promisesIn } from './allowance.ts'
import { forcedIn, paceIn } from './pace.ts'
import type { PlacingRange } from './placing.ts'
import { promisedItems } from './promisedItems.ts'

/** Minutes to place for one engagement. */
export interface DemandItem {
  readonly engagement: Engagement
  /** Null is promised time that no deliverable fills. */
  readonly deliverable: Deliverable | null
  /** Where it should lie, within the range. */
  readonly release: EpochMinute
  readonly due: EpochMinute
  readonly minutes: number
  /** Firm work misses a due day if it is not placed; the rest is a promise, is overdue, or could be done after the range. */
  readonly firm: boolean
  /** Where firm work may lie at the utmost: its piece of a promise's week may go into another week. */
  readonly utmost: Interval
  /** When the work is due, within the range or after it. */
  readonly dueAt: EpochMinute
}

/** An open deliverable with the part of its time that lies in the range. */
export interface OpenPiece {
  readonly engagement: Engagement
  readonly deliverable: Deliverable
  readonly window: Interval
  readonly dueAt: EpochMinute
  /** Minutes of it that are not planned yet. */
  readonly open: number
  /** What is wanted in the range: all that is due in it, of later work what cannot wait and what keeps the pace. */
  readonly wanted: number
  /** Due in the range or overdue. */
  readonly isDue: boolean
  /** Not placed, a due day is missed; what is overdue has missed it. */
  readonly firm: boolean
}

/** All that a range should hold. `within` is empty where the range is past. */
export interface Demand {
  readonly items: readonly DemandItem[]
  readonly promises: readonly Promised[]
  readonly within: Interval
}

/** What demand is gathered from. `only` are the engagements to plan for; null is all. */
export interface DemandSource {
  readonly plan: Plan
  readonly calendar: WorkingCalendar
  /** The present, rounded up to a quarter of an hour. */
  readonly now: EpochMinute
  readonly range: PlacingRange
  readonly only: ReadonlySet<Id> | null
}

/** Gathers what the days of a range should hold and do not hold yet. */
export function gatherDemand(source: DemandSource): Demand {
  const { plan, calendar, now, range, only } = source
  const begin = calendar.day(dayNumber(range.from)).start
  const within = { from: Math.max(now, begin), to: calendar.day(dayNumber(range.to)).end }
  if (within.from >= within.to) return { items: [], promises: [], within }
  const promises = promisesIn(plan, calendar, range, within)
  const until = Math.max(within.to, ...promises.map(({ to }) => to))
  const pieces = openPieces(source, within, until)
  const wanted = (id: Id) => only === null || only.has(id)
  const promised = new Set(promises.flatMap(({ engagements }) => engagements.map((e) => e.engagement.id)))
  const mine = pieces.of.filter(({ engagement }) => wanted(engagement.id))
  const shortest = plan.practice.settings.blocks.shortest
  const items = [
    ...mine.filter(({ engagement }) => !promised.has(engagement.id)).map(wholeItem),
    ...promisedItems(
      promises.filter(({ engagements }) => engagements.some((e) => wanted(e.engagement.id))),
      mine.filter(({ engagement }) => promised.has(engagement.id)),
      { within, now, supply: pieces.supply, shortest, wanted },
    ),
  ]
  return { items: items.filter(({ minutes }) => minutes > 0), promises, within }
}

/** A piece as one item. */
export function wholeItem({ engagement, deliverable, window, dueAt, wanted, firm }: OpenPiece): DemandItem {
  return {
    engagement,
    deliverable,
    release: window.from,
    due: window.to,
    minutes: wanted,
    firm,
    utmost: window,
    dueAt,
  }
}

function openPieces(
  { plan, calendar, now }: DemandSource,
  within: Interval,
  until: EpochMinute,
): { readonly of: readonly OpenPiece[]; readonly supply: Supply } {
  const work = openWork(plan, calendar, now)
  const free = freeTime(plan, calendar, now, Math.max(until, work.until))
  const supply = supplyOf(free)
  const forced = forcedIn(work.deliverables, free, within)
  const planned = plannedFor(plan, now, work.until, within)
  const { shortest } = plan.practice.settings.blocks
  const of: OpenPiece[] = []
  const add = (item: OpenDeliverable, isPast: boolean) => {
    const engagement = own(plan.practice.engagements, item.deliverable.engagementId)
    if (engagement === undefined || own(plan.practice.clients, engagement.clientId)?.archived !== false)
      return
    const window = isPast ? { from: now, to: within.to } : { from: item.release, to: item.due }
    const inside = inDates(engagement, calendar, {
      from: Math.max(window.from, within.from),
      to: Math.min(window.to, within.to),
    })
    const sessions = planned.get(item.id) ?? { all: 0, inRange: 0 }
    const open = isPast ? item.minutes - sessions.all : item.minutes
    const isDue = isPast || item.due <= within.to
    const must = isDue ? open : (forced.get(item.id) ?? 0)
    const pace = { open, planned: sessions.all, plannedInRange: sessions.inRange, window }
    const amount = isDue ? open : Math.max(must, paceIn(pace, within, supply, shortest))
    if (open <= 0 || window.from >= within.to || window.to <= within.from) return
    const { deliverable, due: dueAt } = item
    const firm = must > 0 && !isPast
    of.push({ engagement, deliverable, window: inside, dueAt, open, wanted: amount, isDue, firm })
  }
  // What is overdue is planned in the range that holds the present.
  if (within.from === now) for (const item of work.past) add(item, true)
  for (const item of work.deliverables) add(item, false)
  return { of, supply }
}

/** A stretch of time cut to an engagement's dates; empty where it does not run then. */
function inDates({ start, end }: Engagement, calendar: WorkingCalendar, { from, to }: Interval): Interval {
  const first = start === null ? from : calendar.day(dayNumber(start)).start
  const last = end === null ? to : calendar.day(dayNumber(end)).end
  return { from: Math.max(from, first), to: Math.min(to, last) }
}

interface PlannedFor {
  all: number
  inRange: number
}

/** Minutes of sessions from now on by deliverable, in all and in the range. */
function plannedFor(
  plan: Plan,
  now: EpochMinute,
  until: EpochMinute,
  within: Interval,
): ReadonlyMap<Id, PlannedFor> {
  const planned = new Map<Id, PlannedFor>()
  for (const { start, end, occurrence } of bookedIn(plan, now, Math.max(until, within.to))) {
    if (occurrence.deliverableId === null) continue
    const sums = planned.get(occurrence.deliverableId) ?? { all: 0, inRange: 0 }
    planned.set(occurrence.deliverableId, sums)
    sums.all += Math.max(0, end - Math.max(start, now))
    sums.inRange += Math.max(0, Math.min(end, within.to) - Math.max(start, within.from))
  }
  return planned
}
