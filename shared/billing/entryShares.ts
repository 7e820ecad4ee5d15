/** What each time entry brings to a bill over all of them: its share of the rounded minutes and of the money. */
import type { Minor } from '../money/amount.ts'
import { times } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import { ratio } from '../money/exact.ts'
import { type Engagement, type Rounding, type Terms, termsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { apportion } from './apportion.ts'
import { billedDays } from './days.ts'
import { type BilledGroup, billedTime } from './rounding.ts'

/** The share of one billable entry. */
export interface EntryShare {
  /** Minutes by the engagement's rounding; the shares of what is rounded together add up to what it comes to. */
  readonly rounded: number
  /** Price of an hour or a day; null where time has none of its own (a fixed price, a retainer, a prospect). */
  readonly rate: Minor | null
  /** Before tax; the shares add up to the line that billing would make. Null where `rate` is. */
  readonly amount: Minor | null
  readonly currency: Currency
}

/** Entries of one engagement under one version of its terms, rounded as billing rounds them. */
export interface BilledUnderTerms {
  readonly engagement: Engagement
  readonly terms: Terms
  readonly entries: readonly TimeEntry[]
  readonly groups: readonly BilledGroup[]
}

/** Billable entries as one bill over all of them would take them together; others and own business are left out. */
export function billedTogether(plan: Plan, entries: readonly TimeEntry[]): BilledUnderTerms[] {
  const byEngagement = new Map<Engagement, Map<Terms, TimeEntry[]>>()
  for (const entry of entries) {
    const engagement = own(plan.practice.engagements, entry.engagementId ?? '')
    if (engagement === undefined || !entry.billable || entry.minutes === 0) continue
    const byTerms = byEngagement.get(engagement) ?? new Map<Terms, TimeEntry[]>()
    byEngagement.set(engagement, byTerms)
    const terms = termsOn(engagement, entry.day)
    const group = byTerms.get(terms)
    if (group === undefined) byTerms.set(terms, [entry])
    else group.push(entry)
  }
  return [...byEngagement].flatMap(([engagement, byTerms]) =>
    [...byTerms].map(([terms, own]) => ({
      engagement,
      terms,
      entries: own,
      groups: billedTime(own, roundingUnder(terms, engagement.rounding)).groups,
    })),
  )
}

/** A day rate bills by the day, so what would be rounded over the invoice is rounded over the day. */
function roundingUnder({ kind }: Terms, rounding: Rounding): Rounding {
  return kind === 'daily' && rounding.scope === 'invoice' ? { ...rounding, scope: 'day' } : rounding
}

/** The share of each billable entry, by its id. */
export function entryShares(plan: Plan, entries: readonly TimeEntry[]): ReadonlyMap<Id, EntryShare> {
  const shares = new Map<Id, EntryShare>()
  for (const bill of billedTogether(plan, entries)) {
    const rounded = roundedMinutes(bill)
    const amounts = amountsOf(bill, rounded)
    const { engagement, terms } = bill
    const currency =
      own(plan.practice.clients, engagement.clientId)?.currency ?? plan.practice.business.currency
    const rate = amounts === null || !('rate' in terms) ? null : terms.rate
    for (const { id } of bill.entries)
      shares.set(id, { rounded: rounded.get(id) ?? 0, rate, amount: amounts?.get(id) ?? null, currency })
  }
  return shares
}

function roundedMinutes({ entries, groups }: BilledUnderTerms): ReadonlyMap<Id, number> {
  const minutes = new Map(entries.map((entry) => [entry.id, entry.minutes]))
  const rounded = new Map<Id, number>()
  for (const { entryIds, billed } of groups) {
    const parts = apportion(
      billed,
      entryIds.map((id) => minutes.get(id) ?? 0),
    )
    for (const [i, id] of entryIds.entries()) rounded.set(id, parts[i] ?? 0)
  }
  return rounded
}

function amountsOf(
  { engagement, terms, entries }: BilledUnderTerms,
  rounded: ReadonlyMap<Id, number>,
): ReadonlyMap<Id, Minor> | null {
  if (engagement.status === 'prospect') return null
  if (terms.kind === 'hourly') {
    const minutes = [...rounded.values()]
    const total = minutes.reduce((sum, one) => sum + one, 0)
    return keyed([...rounded.keys()], apportion(times(ratio(total, 60), terms.rate), minutes))
  }
  return terms.kind === 'daily' ? dayAmounts(engagement, terms, entries) : null
}

/** Half days of a day are shared by its minutes. */
function dayAmounts(
  { rounding }: Engagement,
  terms: Extract<Terms, { kind: 'daily' }>,
  entries: readonly TimeEntry[],
): ReadonlyMap<Id, Minor> {
  const days = billedDays(entries, rounding, terms)
  const minutes = new Map(entries.map((entry) => [entry.id, entry.minutes]))
  const halves = days.map((day) => day.halves)
  const total = halves.reduce((sum, one) => sum + one, 0)
  const amounts = apportion(times(ratio(total, 2), terms.rate), halves)
  const shared = days.map(({ entryIds }, i) =>
    apportion(
      amounts[i] ?? 0,
      entryIds.map((id) => minutes.get(id) ?? 0),
    ),
  )
  return keyed(
    days.flatMap(({ entryIds }) => entryIds),
    shared.flat(),
  )
}

function keyed(ids: readonly Id[], values: readonly number[]): ReadonlyMap<Id, number> {
  return new Map(ids.map((id, i) => [id, values[i] ?? 0]))
}
