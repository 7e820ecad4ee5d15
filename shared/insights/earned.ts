/** What an hour of each client and engagement brought in a period, whatever its terms say. */
import { type RetainerPeriod, retainerLedger } from '../billing/retainer.ts'
import { worthOf } from '../billing/worth.ts'
import type { Minor } from '../money/amount.ts'
import { sum, times } from '../money/amount.ts'
import { ratio } from '../money/exact.ts'
import type { Client } from '../plan/client.ts'
import { type Engagement, type Terms, termsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { type Day, daysBetween, maxDay, minDay } from '../time/day.ts'
import type { Span } from './period.ts'

/** Minutes as worked, money in the client's minor units before tax. */
export interface EarnedRate {
  readonly client: Client
  /** Null is the client with all its engagements. */
  readonly engagement: Engagement | null
  readonly kind: Terms['kind'] | null
  readonly worked: number
  readonly earned: Minor
  readonly perHour: Minor
}

/**
 * The rates of a period up to today, by client and then by engagement, the most worked first. All time counts, billable
 * or not. By the hour and the day: what the billable time of the period comes to. Of a retainer: its fees, each spread
 * evenly over the days of its period, and what is billed beyond the hours of periods that end in it. Of a fixed price:
 * the share that the period's time has of all that was worked and what remains, so that an overrun lowers every hour.
 */
export function earnedRates(plan: Plan, span: Span, today: Day): readonly EarnedRate[] {
  const until = minDay(span.to, today)
  const byClient = new Map<Id, EarnedRate[]>()
  for (const [id, entries] of entriesUntil(plan, until)) {
    const engagement = own(plan.practice.engagements, id)
    const client = own(plan.practice.clients, engagement?.clientId ?? '')
    if (engagement === undefined || client === undefined) continue
    const worked = minutesOf(entries.filter(({ day }) => day >= span.from))
    if (worked === 0) continue
    const earned = earnedBy(plan, engagement, entries, { from: span.from, to: until })
    const rate = {
      client,
      engagement,
      kind: termsOn(engagement, until).kind,
      worked,
      earned,
      perHour: perHour(earned, worked),
    }
    byClient.set(client.id, [...(byClient.get(client.id) ?? []), rate])
  }
  return [...byClient.values()]
    .map((rates) => ({ rates, worked: rates.reduce((all, one) => all + one.worked, 0) }))
    .sort((a, b) => b.worked - a.worked)
    .flatMap(({ rates, worked }) => [...whole(rates, worked), ...rates.sort((a, b) => b.worked - a.worked)])
}

function whole(rates: readonly EarnedRate[], worked: number): readonly EarnedRate[] {
  const client = rates[0]?.client
  if (client === undefined) return []
  const earned = sum(rates.map((rate) => rate.earned))
  return [{ client, engagement: null, kind: null, worked, earned, perHour: perHour(earned, worked) }]
}

function perHour(earned: Minor, minutes: number): Minor {
  return times(ratio(60, minutes), earned)
}

function earnedBy(plan: Plan, engagement: Engagement, entries: readonly TimeEntry[], span: Span): Minor {
  const within = entries.filter(({ day }) => day >= span.from)
  const billable = within.filter((entry) => entry.billable)
  const paidByTime = billable.filter(({ day }) => {
    const { kind } = termsOn(engagement, day)
    return kind === 'hourly' || kind === 'daily'
  })
  const byTime = worthOf(withoutRetainer(engagement), paidByTime, span.to)
  return sum([byTime, feesIn(engagement, entries, span), priceShare(plan, engagement, entries, span)])
}

/** The same with the terms that time is paid by alone: the fees of retainers are counted by their days. */
function withoutRetainer(engagement: Engagement): Engagement {
  return { ...engagement, terms: engagement.terms.filter(({ terms }) => terms.kind !== 'retainer') }
}

function feesIn(engagement: Engagement, entries: readonly TimeEntry[], span: Span): Minor {
  if (!engagement.terms.some(({ terms }) => terms.kind === 'retainer')) return 0
  const billable = entries.filter((entry) => entry.billable)
  return sum(retainerLedger(engagement, billable, span.to).map((period) => feeIn(engagement, period, span)))
}

function feeIn(engagement: Engagement, { from, to, terms, overage }: RetainerPeriod, span: Span): Minor {
  const last = engagement.end === null ? span.to : minDay(span.to, engagement.end)
  const shared = daysBetween(maxDay(from, span.from), minDay(to, last)) + 1
  if (shared <= 0) return 0
  const fee = times(ratio(shared, daysBetween(from, to) + 1), terms.price)
  return to > span.to ? fee : fee + times(ratio(overage, 60), terms.overageRate)
}

function priceShare(
  { practice }: Plan,
  engagement: Engagement,
  entries: readonly TimeEntry[],
  span: Span,
): Minor {
  const fixed = entries.filter(({ day }) => termsOn(engagement, day).kind === 'fixed')
  const terms = termsOn(
    engagement,
    fixed.reduce((last, { day }) => maxDay(last, day), span.from),
  )
  const within = minutesOf(fixed.filter(({ day }) => day >= span.from))
  if (terms.kind !== 'fixed' || within === 0) return 0
  const remaining = Object.values(practice.deliverables).reduce(
    (all, one) => all + (one.engagementId === engagement.id && !one.done ? one.remainingMinutes : 0),
    0,
  )
  const left = engagement.status === 'closed' ? 0 : remaining
  return times(ratio(within, minutesOf(fixed) + left), terms.price)
}

function entriesUntil(plan: Plan, until: Day): ReadonlyMap<Id, TimeEntry[]> {
  const found = new Map<Id, TimeEntry[]>()
  for (const { entries } of Object.values(plan.years))
    for (const entry of Object.values(entries)) {
      if (entry.engagementId === null || entry.day > until) continue
      const list = found.get(entry.engagementId)
      if (list === undefined) found.set(entry.engagementId, [entry])
      else list.push(entry)
    }
  return found
}

function minutesOf(entries: readonly TimeEntry[]): number {
  return entries.reduce((all, { minutes }) => all + minutes, 0)
}
