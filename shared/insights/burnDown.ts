/** How a budget burns down: what is used by each day, and when nothing is left by the plan and at the recent pace. */
import type { Worked } from '../billing/rounding.ts'
import { worthOf } from '../billing/worth.ts'
import type { BudgetMeasure } from '../capacity/flags/flag.ts'
import { type PlannedAhead, plannedAhead, plannedOf } from '../capacity/plannedAhead.ts'
import type { Client } from '../plan/client.ts'
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day, dayNumber, dayOf, daysBetween, maxDay, minDay } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import type { EpochMinute } from '../time/zone.ts'

/** Amounts are minutes, or minor units of the client's currency before tax, as the flag `budget` counts them. */
export interface BudgetBurn {
  readonly engagement: Engagement
  readonly client: Client
  readonly measure: BudgetMeasure
  readonly budget: number
  readonly today: Day
  /** The day of the first work, or of the engagement's start where that is earlier. */
  readonly from: Day
  /** Used by the end of a day, today's at most. */
  readonly usedBy: (day: Day) => number
  /** Used and planned by the end of a day, from today on; null where the work is over. */
  readonly plannedBy: ((day: Day) => number) | null
  /** The last day that sessions are looked at; `plannedBy` says no more after it. */
  readonly plannedTo: Day
  /** Used by the end of a day at the recent pace, from today on; null where the work is over or none was done lately. */
  readonly pacedBy: ((day: Day) => number) | null
  /** The day on which it was used up; null while some is left. */
  readonly outSince: Day | null
  /** The day on which nothing is left by what is planned; null where that is not within the year that is looked at. */
  readonly outByPlan: Day | null
  /** The same at the recent pace; null where there is no pace, or ten years do not bring it about. */
  readonly outByPace: Day | null
}

/** The recent pace is that of the last eight weeks, or since the first work; of a week at least. */
const PACE_DAYS = 56
const LEAST_DAYS = 7
const FARTHEST_DAYS = 3653

/**
 * The budgets of active and paused engagements, and of those that closed with work on or after `since`; first what runs
 * out first. Hours count all time. Money counts what would be billed [M3].
 */
export function budgetBurns(plan: Plan, now: EpochMinute, since: Day): readonly BudgetBurn[] {
  const budgeted = Object.values(plan.practice.engagements).filter(
    ({ budget, status }) => budget !== null && status !== 'prospect',
  )
  if (budgeted.length === 0) return []
  const ahead = plannedAhead(plan, now)
  const logged = loggedTo(plan, new Set(budgeted.map(({ id }) => id)))
  return budgeted
    .flatMap((engagement): BudgetBurn[] => {
      const client = own(plan.practice.clients, engagement.clientId)
      const entries = logged.get(engagement.id) ?? []
      const counts = engagement.status !== 'closed' || entries.some(({ day }) => day >= since)
      return client !== undefined && counts ? [burnOf(engagement, client, entries, ahead)] : []
    })
    .sort((a, b) => compareDays(outOf(a), outOf(b)) || a.engagement.order - b.engagement.order)
}

/** The earliest day on which nothing is left, whichever way it comes; null where neither says so. */
export function outOf({ outSince, outByPlan, outByPace }: BudgetBurn): Day | null {
  const days = [outSince, outByPlan, outByPace].filter((day) => day !== null)
  return days.length === 0 ? null : days.reduce(minDay)
}

function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

function loggedTo(plan: Plan, ids: ReadonlySet<Id>): ReadonlyMap<Id, TimeEntry[]> {
  const found = new Map<Id, TimeEntry[]>()
  for (const { entries } of Object.values(plan.years))
    for (const entry of Object.values(entries)) {
      const { engagementId: id } = entry
      if (id === null || !ids.has(id)) continue
      const list = found.get(id)
      if (list === undefined) found.set(id, [entry])
      else list.push(entry)
    }
  return found
}

function burnOf(
  engagement: Engagement,
  client: Client,
  entries: readonly TimeEntry[],
  ahead: PlannedAhead,
): BudgetBurn {
  const { today, last } = ahead
  const measure: BudgetMeasure =
    engagement.budget?.kind === 'money' ? { kind: 'money', currency: client.currency } : { kind: 'hours' }
  const budget =
    engagement.budget?.kind === 'money' ? engagement.budget.amount : (engagement.budget?.minutes ?? 0)
  const counted = (billable: boolean) => measure.kind === 'hours' || billable
  const done: Worked[] = entries.filter((entry) => counted(entry.billable))
  const planned: Worked[] = plannedOf(engagement, ahead)
    .filter(({ occurrence }) => counted(occurrence.billable))
    .map(({ key, occurrence: { start, minutes } }) => ({
      id: key,
      day: maxDay(wallDay(start), today),
      minutes,
    }))
  const first = done.reduce((day, one) => minDay(day, one.day), minDay(engagement.start ?? today, today))
  const usedBy = amounts(engagement, measure, done)
  const isOver = engagement.status === 'closed' || (engagement.end !== null && engagement.end < today)
  const plannedBy = isOver ? null : amounts(engagement, measure, [...done, ...planned])
  const pace = isOver ? null : paceOf(usedBy, first, today)
  const used = usedBy(today)
  const outSince = used < budget ? null : firstDay(first, today, (day) => usedBy(day) >= budget)
  const passes = plannedBy !== null && plannedBy(last) >= budget
  return {
    engagement,
    client,
    measure,
    budget,
    today,
    from: first,
    usedBy,
    plannedBy,
    plannedTo: last,
    pacedBy: pace === null ? null : (day) => used + passedAt(pace, daysBetween(today, day)),
    outSince,
    outByPlan: outSince === null && passes ? firstDay(today, last, (day) => plannedBy(day) >= budget) : null,
    outByPace: outSince === null && pace !== null ? dayAtPace(budget - used, pace, today) : null,
  }
}

/** What work comes to by the end of a day. Nothing is worth less the next day, so days can be searched by halves. */
function amounts(
  engagement: Engagement,
  measure: BudgetMeasure,
  work: readonly Worked[],
): (day: Day) => number {
  return (day) => {
    const by = work.filter((one) => one.day <= day)
    if (measure.kind === 'money') return worthOf(engagement, by, day)
    return by.reduce((sum, { minutes }) => sum + minutes, 0)
  }
}

/** The first day from one to another on which a condition holds that goes on holding, and holds on the last. */
function firstDay(from: Day, to: Day, holds: (day: Day) => boolean): Day {
  let low = dayNumber(from)
  let high = dayNumber(to)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(dayOf(middle))) high = middle
    else low = middle + 1
  }
  return dayOf(low)
}

interface Pace {
  readonly amount: number
  readonly days: number
}

function paceOf(usedBy: (day: Day) => number, first: Day, today: Day): Pace | null {
  const from = maxDay(first, addDays(today, 1 - PACE_DAYS))
  const amount = usedBy(today) - usedBy(addDays(from, -1))
  const days = Math.max(LEAST_DAYS, daysBetween(from, today) + 1)
  return amount <= 0 ? null : { amount, days }
}

/** What passes in so many days, rounded down. */
function passedAt({ amount, days }: Pace, count: number): number {
  return Number((BigInt(amount) * BigInt(count)) / BigInt(days))
}

function dayAtPace(left: number, { amount, days }: Pace, today: Day): Day | null {
  const count = (BigInt(left) * BigInt(days) + BigInt(amount) - 1n) / BigInt(amount)
  return count > BigInt(FARTHEST_DAYS) ? null : addDays(today, Number(count))
}
