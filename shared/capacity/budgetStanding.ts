/** How an engagement's budget stands: what was logged and what is planned from now on, in hours or in money. */
import type { Worked } from '../billing/rounding.ts'
import { sumWork, type WorkSum, worthOf } from '../billing/worth.ts'
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan, type Year } from '../plan/plan.ts'
import { addDays, type Day, maxDay } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import type { EpochMinute } from '../time/zone.ts'
import type { Timed } from './bookedTime.ts'
import type { EngagementTime } from './engagementTime.ts'
import type { BudgetMeasure } from './flags/flag.ts'
import { sameItems } from './keepSame.ts'
import { type PlannedAhead, plannedAhead, plannedOf } from './plannedAhead.ts'

export interface BudgetStanding {
  readonly engagement: Engagement
  readonly measure: BudgetMeasure
  /** Minutes, or minor units of the client's currency; so are the next two. */
  readonly budget: number
  readonly logged: number
  readonly planned: number
  /** Minutes that were counted: all of them for hours, the billable ones for money. */
  readonly minutes: number
  /** What passes the budget: what is logged, or a session that is planned; null while it holds. */
  readonly passedBy: 'logged' | 'planned' | null
  /** The sessions beyond it, by start: from the one on that passes it, all where what is logged does. */
  readonly beyond: readonly Timed[]
}

/** Days by which a session's own zone may be behind the home zone's day. */
const ZONES_APART = 2

const latest = new WeakMap<
  Plan,
  { readonly now: EpochMinute; readonly standings: readonly BudgetStanding[] }
>()

/** The budgets of all active engagements that have one; the same for the same plan and time. */
export function budgetStandings(plan: Plan, now: EpochMinute): readonly BudgetStanding[] {
  const seen = latest.get(plan)
  if (seen?.now === now) return seen.standings
  const standings = standingsOf(plan, budgeted(plan.practice.engagements), now)
  latest.set(plan, { now, standings })
  return standings
}

/** The budget of one engagement, whatever its status; null without a budget, or where its client is gone. */
export function budgetStanding(plan: Plan, engagement: Engagement, now: EpochMinute): BudgetStanding | null {
  return standingsOf(plan, [engagement], now)[0] ?? null
}

const withBudget = new WeakMap<Plan['practice']['engagements'], readonly Engagement[]>()

function budgeted(engagements: Plan['practice']['engagements']): readonly Engagement[] {
  const seen = withBudget.get(engagements)
  if (seen !== undefined) return seen
  const found = Object.values(engagements).filter(
    ({ status, budget }) => status === 'active' && budget !== null,
  )
  withBudget.set(engagements, found)
  return found
}

function standingsOf(plan: Plan, engagements: readonly Engagement[], now: EpochMinute): BudgetStanding[] {
  if (engagements.length === 0) return []
  const ahead = plannedAhead(plan, now)
  return engagements.flatMap((engagement) => {
    const { budget } = engagement
    const client = own(plan.practice.clients, engagement.clientId)
    if (budget === null || client === undefined) return []
    const lists = Object.values(plan.years).flatMap(
      ({ entries }) => loggedIn(entries).get(engagement.id) ?? [],
    )
    return kept(engagement, lists, ahead, budget.kind === 'money' ? client.currency : null)
  })
}

interface Logged {
  readonly minutes: number
  /** The billable entries, and their minutes. */
  readonly billable: readonly Worked[]
  readonly billableMinutes: number
}

const loggedByYear = new WeakMap<Year['entries'], ReadonlyMap<Id, Logged>>()

/** What was logged in a year for each engagement; summed once as long as the year does not change. */
function loggedIn(entries: Year['entries']): ReadonlyMap<Id, Logged> {
  const seen = loggedByYear.get(entries)
  if (seen !== undefined) return seen
  const made = new Map<Id, { minutes: number; billable: Worked[]; billableMinutes: number }>()
  for (const entry of Object.values(entries)) {
    const { engagementId } = entry
    if (engagementId === null) continue
    const logged = made.get(engagementId) ?? { minutes: 0, billable: [], billableMinutes: 0 }
    made.set(engagementId, logged)
    logged.minutes += entry.minutes
    if (!entry.billable) continue
    logged.billable.push(entry)
    logged.billableMinutes += entry.minutes
  }
  loggedByYear.set(entries, made)
  return made
}

/** What a standing is computed from. */
interface Material {
  readonly engagement: Engagement
  readonly today: Day
  /** One for each year in which something was logged. */
  readonly lists: readonly Logged[]
  readonly planned: readonly Timed[]
}

interface Known {
  readonly key: readonly unknown[]
  readonly time: EngagementTime
  readonly standing: BudgetStanding
}

const known = new WeakMap<Engagement, Known>()

/** A change of one engagement's sessions leaves the standing of every other as it is. */
function kept(
  engagement: Engagement,
  lists: readonly Logged[],
  ahead: PlannedAhead,
  currency: string | null,
): BudgetStanding {
  const { now, today, zone, time, entries } = ahead
  const key = [now, zone, currency, lists.length, ...lists, ...entries]
  const seen = known.get(engagement)
  if (seen !== undefined && sameItems(seen.key, key) && time.isSame(engagement.id, seen.time)) {
    if (seen.time !== time) known.set(engagement, { ...seen, time })
    return seen.standing
  }
  const material: Material = { engagement, today, lists, planned: plannedOf(engagement, ahead) }
  const standing = currency === null ? inHours(material) : inMoney(material, currency)
  known.set(engagement, { key, time, standing })
  return standing
}

function inHours({ engagement, lists, planned }: Material): BudgetStanding {
  const budget = engagement.budget?.kind === 'hours' ? engagement.budget.minutes : 0
  const logged = lists.reduce((sum, { minutes }) => sum + minutes, 0)
  const totals = [logged]
  for (const { start, end } of planned) totals.push((totals.at(-1) ?? 0) + end - start)
  const total = totals.at(-1) ?? logged
  return {
    engagement,
    measure: { kind: 'hours' },
    budget,
    logged,
    planned: total - logged,
    minutes: total,
    ...beyond(planned, total > budget ? totals.findIndex((minutes) => minutes > budget) : null),
  }
}

/** What lies beyond a budget that the first `count` of what is planned pass; null where nothing does. */
function beyond(
  planned: readonly Timed[],
  count: number | null,
): Pick<BudgetStanding, 'passedBy' | 'beyond'> {
  if (count === null) return { passedBy: null, beyond: [] }
  return { passedBy: count === 0 ? 'logged' : 'planned', beyond: planned.slice(Math.max(0, count - 1)) }
}

/** Money counts what would be billed: billable time alone, at its worth by the terms of its day. */
function inMoney({ engagement, today, lists, planned: all }: Material, currency: string): BudgetStanding {
  const budget = engagement.budget?.kind === 'money' ? engagement.budget.amount : 0
  const planned = all.filter(({ occurrence }) => occurrence.billable)
  const { sum, open } = settledOf(engagement, lists, today)
  const ahead = planned.map(
    ({ key, occurrence }): Worked => ({
      id: key,
      day: wallDay(occurrence.start),
      minutes: occurrence.minutes,
    }),
  )
  /** What is logged is worth, with the first of what is planned. */
  const worth = (count: number) => {
    const last = ahead[count - 1]?.day ?? today
    return worthOf(engagement, [...open, ...ahead.slice(0, count)], maxDay(today, last), sum)
  }
  const logged = worth(0)
  const total = worth(ahead.length)
  const minutes =
    ahead.reduce((all, piece) => all + piece.minutes, 0) +
    lists.reduce((all, { billableMinutes }) => all + billableMinutes, 0)
  const passing = total > budget ? firstBeyond(ahead.length, (count) => worth(count) > budget) : null
  return {
    engagement,
    measure: { kind: 'money', currency },
    budget,
    logged,
    planned: total - logged,
    minutes,
    ...beyond(planned, passing),
  }
}

/** The smallest count from 0 on that holds, of a condition that goes on holding and holds at `most`. */
function firstBeyond(most: number, holds: (count: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

interface Settled {
  readonly sum: WorkSum
  /** What was logged on the days that planned work may share. */
  readonly open: readonly Worked[]
}

const settled = new WeakMap<Engagement, { readonly key: readonly unknown[]; readonly settled: Settled }>()

/** History summed up once a day, so that moving a session costs the same after ten years. */
function settledOf(engagement: Engagement, lists: readonly Logged[], today: Day): Settled {
  const key = [today, ...lists]
  const seen = settled.get(engagement)
  if (seen !== undefined && sameItems(seen.key, key)) return seen.settled
  const cut = addDays(today, -ZONES_APART)
  const entries = lists.flatMap(({ billable }) => billable)
  const made = {
    sum: sumWork(
      engagement,
      entries.filter(({ day }) => day < cut),
      cut,
    ),
    open: entries.filter(({ day }) => day >= cut),
  }
  settled.set(engagement, { key, settled: made })
  return made
}
