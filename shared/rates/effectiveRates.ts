/** What an hour of each engagement has brought so far, whatever its terms say. */
import { linksOf } from '../billing/after/links.ts'
import { issuedInvoices } from '../billing/numbering.ts'
import { retainerPeriodOn } from '../billing/retainer.ts'
import { lineNet } from '../billing/totals.ts'
import { worthOf } from '../billing/worth.ts'
import { add, type Minor, negate, times } from '../money/amount.ts'
import { ratio } from '../money/exact.ts'
import type { Client } from '../plan/client.ts'
import { type Engagement, type Terms, termsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day, maxDay, minDay } from '../time/day.ts'

/** The effective rate of an engagement. Minutes as worked, money in the client's minor units before tax. */
export interface EffectiveRate {
  readonly engagement: Engagement
  readonly client: Client
  readonly kind: Terms['kind']
  /** All time that was logged to it, billable or not, from `from` to `until`. */
  readonly worked: number
  readonly billable: number
  readonly from: Day
  /** Today; of a retainer the end of its last whole period, where it has one: its fee is not earned in a day. */
  readonly until: Day
  /** What this work comes to by its terms. */
  readonly worth: Minor
  /** `worth` by each hour worked. */
  readonly perHour: Minor
  /** What issued invoices billed of the engagement, less what credit notes took back of their lines. */
  readonly billed: Minor
  /** Of a fixed price that is being worked for: what an hour comes to when the remaining work is done too. */
  readonly whenDone: Minor | null
}

/** The effective rates of all engagements with time logged, the most worked first. */
export function effectiveRates(plan: Plan, today: Day): readonly EffectiveRate[] {
  const entries = entriesByEngagement(plan, today)
  const billed = billedByEngagement(plan)
  return [...entries]
    .flatMap(([id, list]): EffectiveRate[] => {
      const engagement = own(plan.practice.engagements, id)
      const client = engagement === undefined ? undefined : own(plan.practice.clients, engagement.clientId)
      if (engagement === undefined || client === undefined) return []
      return rateOf(plan, { engagement, client, entries: list, today, billed: billed.get(id) ?? 0 })
    })
    .sort((a, b) => b.worked - a.worked || a.engagement.order - b.engagement.order)
}

interface Material {
  readonly engagement: Engagement
  readonly client: Client
  readonly entries: readonly TimeEntry[]
  readonly today: Day
  readonly billed: Minor
}

function rateOf(plan: Plan, { engagement, client, entries, today, billed }: Material): EffectiveRate[] {
  const first = entries.reduce((day, entry) => minDay(day, entry.day), today)
  const until = lastCounted(engagement, first, today)
  const counted = entries.filter(({ day }) => day <= until)
  const worked = minutesOf(counted)
  if (worked === 0) return []
  // Fees of periods before anything was logged would make each logged hour look golden.
  const seen = { ...engagement, start: maxDay(engagement.start ?? first, first) }
  const billable = counted.filter((entry) => entry.billable)
  const worth = worthOf(seen, billable, until)
  const { kind } = termsOn(engagement, until)
  const left = kind === 'fixed' && engagement.status !== 'closed' ? remaining(plan, engagement.id) : 0
  return [
    {
      engagement,
      client,
      kind,
      worked,
      billable: minutesOf(billable),
      from: first,
      until,
      worth,
      perHour: perHour(worth, worked),
      billed,
      whenDone: left === 0 ? null : perHour(worth, worked + left),
    },
  ]
}

/** Of a retainer the day before the period that runs, where an earlier one has time; else today, or its end. */
function lastCounted(engagement: Engagement, first: Day, today: Day): Day {
  const last = engagement.end === null ? today : minDay(engagement.end, today)
  const period = retainerPeriodOn(engagement, last)
  if (period === null || period.to <= today || period.from <= first) return today
  return addDays(period.from, -1)
}

function perHour(worth: Minor, minutes: number): Minor {
  return times(ratio(60, minutes), worth)
}

function remaining({ practice }: Plan, engagementId: Id): number {
  return Object.values(practice.deliverables).reduce(
    (sum, one) => sum + (one.engagementId === engagementId && !one.done ? one.remainingMinutes : 0),
    0,
  )
}

function entriesByEngagement(plan: Plan, today: Day): ReadonlyMap<Id, readonly TimeEntry[]> {
  const byEngagement = new Map<Id, TimeEntry[]>()
  for (const year of Object.values(plan.years))
    for (const entry of Object.values(year.entries)) {
      if (entry.engagementId === null || entry.day > today) continue
      const list = byEngagement.get(entry.engagementId)
      if (list === undefined) byEngagement.set(entry.engagementId, [entry])
      else list.push(entry)
    }
  return byEngagement
}

function billedByEngagement(plan: Plan): ReadonlyMap<Id, Minor> {
  const billed = new Map<Id, Minor>()
  const { replacedBy } = linksOf(plan)
  for (const { id, kind, prices, lines } of issuedInvoices(plan)) {
    if (replacedBy.has(id)) continue
    for (const line of lines) {
      const { basis } = line
      if (basis === null || basis.kind === 'expenses') continue
      const amount = lineNet(line, prices)
      const net = kind === 'credit' ? negate(amount) : amount
      billed.set(basis.engagementId, add(billed.get(basis.engagementId) ?? 0, net))
    }
  }
  return billed
}

function minutesOf(entries: readonly TimeEntry[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0)
}
