/**
 * What the work ahead should bring in, before it is billed: an estimate, by month and engagement. By the hour and the
 * day it is what is promised or, where more is planned, what is planned and billable, by the terms of each week; of a
 * retainer the fee of each period that is not billed, in the month in which the period ends; of a fixed price each
 * instalment that is not billed, in the month in which it is due. What was worked already is not in it.
 */
import { billedOnce, otherLines } from '../billing/otherLines.ts'
import { retainerPeriod } from '../billing/retainer.ts'
import { committedIn, promises } from '../capacity/commitment.ts'
import { type WeekMaterial, weekMaterial } from '../capacity/weekMaterial.ts'
import type { CapacityContext } from '../capacity/weekView.ts'
import type { Minor } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import { add, type Exact, mul, of, ratio, roundHalfAwayFromZero } from '../money/exact.ts'
import { type Engagement, type Instalment, type Terms, termsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'

export interface ForecastPart {
  readonly engagementId: Id
  readonly clientId: Id
  readonly currency: Currency
  /** `YYYY-MM`. */
  readonly month: string
  readonly amount: Minor
}

/** The stretch that is looked at, in whole weeks; nothing before today is in it. */
export interface Ahead {
  readonly start: Day
  readonly weeks: number
  readonly today: Day
}

/** The forecast of active engagements over some weeks, by month and then by engagement. */
export function forecast(plan: Plan, ahead: Ahead, context: CapacityContext): ForecastPart[] {
  const sums = new Map<string, { readonly engagement: Engagement; readonly month: string; sum: Exact }>()
  const put: Put = (engagement, month, amount) => {
    const key = `${month} ${engagement.id}`
    const known = sums.get(key)
    if (known === undefined) sums.set(key, { engagement, month, sum: amount })
    else known.sum = add(known.sum, amount)
  }
  for (let week = 0; week < ahead.weeks; week += 1) {
    const start = addDays(ahead.start, 7 * week)
    if (addDays(start, 6) >= ahead.today) timeOfWeek(weekMaterial(plan, start, context), ahead.today, put)
  }
  const end = addDays(ahead.start, 7 * ahead.weeks)
  const billed = new Set(otherLines(plan, '').flatMap((line) => billedOnce(line) ?? []))
  for (const engagement of Object.values(plan.practice.engagements)) {
    feesOf(engagement, { from: ahead.today, end, billed, put })
    pricesOf(plan, engagement, { from: ahead.today, end, billed, put })
  }
  return partsOf(plan, [...sums.values()])
}

type Put = (engagement: Engagement, month: string, amount: Exact) => void

function partsOf(
  plan: Plan,
  sums: readonly { readonly engagement: Engagement; readonly month: string; readonly sum: Exact }[],
): ForecastPart[] {
  return sums
    .flatMap(({ engagement, month, sum }): ForecastPart[] => {
      const currency = own(plan.practice.clients, engagement.clientId)?.currency
      const amount = Number(roundHalfAwayFromZero(sum))
      if (currency === undefined || amount === 0) return []
      return [{ engagementId: engagement.id, clientId: engagement.clientId, currency, month, amount }]
    })
    .sort((a, b) =>
      a.month !== b.month ? (a.month < b.month ? -1 : 1) : a.engagementId < b.engagementId ? -1 : 1,
    )
}

/** What an hour or a day of an engagement costs, by the minute; null where time is not what is paid. */
function perMinute(terms: Terms): Exact | null {
  if (terms.kind === 'hourly') return ratio(terms.rate, 60)
  return terms.kind === 'daily' ? ratio(terms.rate, terms.minutesPerDay) : null
}

/** The week belongs to the month of its fourth day, as on the horizon. */
function timeOfWeek(material: WeekMaterial, today: Day, put: Put): void {
  const { plan, calendar, from, to } = material
  const planned = plannedMinutes(material)
  const entered = enteredMinutes(material)
  const month = addDays(from, 3).slice(0, 7)
  for (const engagement of Object.values(plan.practice.engagements)) {
    const rate = perMinute(termsOn(engagement, from < today ? today : from))
    if (rate === null || !(promises(engagement, from) || promises(engagement, to))) continue
    const committed = committedIn(engagement, from, to, calendar) ?? 0
    const worked = entered.get(engagement.id) ?? 0
    const minutes = Math.max(committed - worked, planned.get(engagement.id) ?? 0)
    if (minutes > 0) put(engagement, month, mul(of(minutes), rate))
  }
}

/** Billable minutes of sessions that are still to come, by engagement. */
function plannedMinutes({ booked, start, end, now }: WeekMaterial): ReadonlyMap<Id, number> {
  const sums = new Map<Id, number>()
  for (const item of booked) {
    const { engagementId, billable } = item.occurrence
    if (engagementId === null || !billable) continue
    const minutes = Math.min(item.end, end) - Math.max(item.start, start, now)
    if (minutes > 0) sums.set(engagementId, (sums.get(engagementId) ?? 0) + minutes)
  }
  return sums
}

function enteredMinutes({ entries }: WeekMaterial): ReadonlyMap<Id, number> {
  const sums = new Map<Id, number>()
  for (const { engagementId, minutes } of entries)
    if (engagementId !== null) sums.set(engagementId, (sums.get(engagementId) ?? 0) + minutes)
  return sums
}

interface Stretch {
  readonly from: Day
  /** The day after the last. */
  readonly end: Day
  /** What invoices bill once: see `billedOnce`. */
  readonly billed: ReadonlySet<string>
  readonly put: Put
}

function feesOf(engagement: Engagement, { from, end, billed, put }: Stretch): void {
  for (let day = from; day < end; ) {
    const terms = termsOn(engagement, day)
    if (terms.kind !== 'retainer') {
      const next = engagement.terms.find((version) => version.from > day)?.from
      if (next === undefined) return
      day = next
      continue
    }
    const period = retainerPeriod(terms, day)
    const runs = promises(engagement, period.from) || promises(engagement, period.to)
    if (runs && period.to < end && !billed.has(`fee ${engagement.id} ${period.from}`))
      put(engagement, period.to.slice(0, 7), of(terms.price))
    day = addDays(period.to, 1)
  }
}

function pricesOf(plan: Plan, engagement: Engagement, { from, end, billed, put }: Stretch): void {
  const terms = termsOn(engagement, engagement.end ?? from)
  const isOpen = engagement.status === 'active' || engagement.status === 'paused'
  if (terms.kind !== 'fixed' || !isOpen) return
  const within = (day: Day | null) => day !== null && day >= from && day < end
  if (terms.instalments.length === 0) {
    const due = engagement.end ?? lastDue(plan, engagement.id)
    if (due !== null && within(due) && !isPriceBilled(plan, engagement.id))
      put(engagement, due.slice(0, 7), of(terms.price))
    return
  }
  for (const instalment of terms.instalments) {
    const due = dueOf(plan, engagement, instalment)
    if (due !== null && within(due) && !billed.has(`instalment ${engagement.id} ${instalment.id}`))
      put(engagement, due.slice(0, 7), of(instalment.amount))
  }
}

function dueOf(plan: Plan, engagement: Engagement, { on }: Instalment): Day | null {
  if (on.kind === 'day') return on.day
  if (on.kind === 'deliverable') return own(plan.practice.deliverables, on.deliverableId)?.due ?? null
  return engagement.end ?? lastDue(plan, engagement.id)
}

function lastDue(plan: Plan, engagementId: Id): Day | null {
  const days = Object.values(plan.practice.deliverables).flatMap((one) =>
    one.engagementId === engagementId && one.due !== null ? [one.due] : [],
  )
  return days.sort().at(-1) ?? null
}

function isPriceBilled(plan: Plan, engagementId: Id): boolean {
  return otherLines(plan, '').some(
    ({ basis }) => basis?.kind === 'price' && basis.engagementId === engagementId,
  )
}

/** The sums of a forecast by currency. */
export function forecastSums(parts: readonly ForecastPart[]): ReadonlyMap<Currency, Minor> {
  const sums = new Map<Currency, Minor>()
  for (const { currency, amount } of parts) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return sums
}
