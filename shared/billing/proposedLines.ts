/**
 * One function for each way of paying by time: the lines that a draft proposes for an engagement (a fixed price: `fixedPrice.ts`). Terms are those in force on the
 * day of the work, so a change of rate within the period gives two lines.
 */
import { type Terms, termsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { InvoiceLine, LineBasis } from '../plan/invoice.ts'
import type { Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { billedDays } from './days.ts'
import type { Billing, TermsOf } from './draft.ts'
import { minutesOf } from './gather.ts'
import { grouped, type HoursGroup } from './grouped.ts'
import { otherLines } from './otherLines.ts'
import { type RetainerPeriod, retainerLedger } from './retainer.ts'
import { billedTime } from './rounding.ts'

/** Hours worked, one line for each rate. */
export function billHours(billing: Billing): InvoiceLine[] {
  return entriesByTerms(billing, 'hourly').flatMap(({ terms, entries }) => {
    const { exact, billed } = billedTime(entries, billing.engagement.rounding)
    const code = terms.rate === 0 ? 'no-price' : billed === 0 ? 'rounded-away' : null
    if (code !== null) {
      billing.leave(code, exact)
      return []
    }
    return grouped(billing, entries).map((group) => hoursLine(billing, terms, group))
  })
}

function hoursLine(
  { engagement, request, texts, line }: Billing,
  terms: TermsOf<'hourly'>,
  { name, entries, minutes }: HoursGroup,
): InvoiceLine {
  const { rounding } = engagement
  const shared = minutes - billedTime(entries, rounding).billed
  const text = texts.hours(engagement.name, request)
  return line({
    text: name === '' ? text : `${text}\n${name}`,
    unit: 'hour',
    amount: minutes,
    per: 60,
    price: terms.rate,
    entryIds: entries.map((entry) => entry.id),
    basis: { kind: 'hours', engagementId: engagement.id, rounding, shared },
  })
}

/** Days worked, in halves or whole, one line for each rate. */
export function billDays(billing: Billing): InvoiceLine[] {
  return entriesByTerms(billing, 'daily').flatMap(({ terms, entries }) => {
    const { engagement, request, texts, line } = billing
    const days = billedDays(entries, engagement.rounding, terms)
    const halves = days.reduce((count, day) => count + day.halves, 0)
    const code = terms.rate === 0 ? 'no-price' : halves === 0 ? 'rounded-away' : null
    if (code !== null) {
      billing.leave(code, minutesOf(entries))
      return []
    }
    const { rounding } = engagement
    const { minutesPerDay, halfDays } = terms
    return line({
      text: texts.days(engagement.name, request),
      unit: 'day',
      amount: halves,
      per: 2,
      price: terms.rate,
      entryIds: entries.map((entry) => entry.id),
      basis: { kind: 'days', engagementId: engagement.id, rounding, minutesPerDay, halfDays },
    })
  })
}

function entriesByTerms<K extends Terms['kind']>(
  { engagement, gathered }: Billing,
  kind: K,
): { terms: TermsOf<K>; entries: TimeEntry[] }[] {
  const groups = new Map<Terms, TimeEntry[]>()
  for (const entry of gathered.free) {
    const terms = termsOn(engagement, entry.day)
    if (terms.kind === kind) groups.set(terms, [...(groups.get(terms) ?? []), entry])
  }
  return [...groups].map(([terms, entries]) => ({ terms: terms as TermsOf<K>, entries }))
}

/**
 * A retainer is billed in arrears, each period whole: its fee and its overage when its last day lies in the draft's
 * period. An engagement that is paused, or closed without an end, owes a fee only for periods in which work was done.
 * Late entries of a billed period bill what they add to its overage.
 */
export function billRetainer(billing: Billing): InvoiceLine[] {
  const { engagement, gathered, request } = billing
  const ledger = retainerLedger(engagement, gathered.billable, request.to)
  return ledger.flatMap((period) => {
    const free = gathered.freeUntilEnd.filter((entry) => period.from <= entry.day && entry.day <= period.to)
    if (period.to > request.to) {
      billing.leave(
        'retainer-running',
        minutesOf(free.filter((entry) => entry.day >= request.from)),
        period.to,
      )
      return []
    }
    if (period.to < request.from) {
      if (!billedOfPeriod(billing.plan, request.id, engagement.id, period).fee)
        billing.leave('earlier', minutesOf(free), period.from)
      return []
    }
    return billPeriod(billing, period, free)
  })
}

function billPeriod(billing: Billing, period: RetainerPeriod, free: readonly TimeEntry[]): InvoiceLine[] {
  const { plan, request, engagement, texts, line, leave } = billing
  const before = billedOfPeriod(plan, request.id, engagement.id, period)
  const overage = period.overage - before.overage
  const owesFee = engagement.status === 'active' || period.used > 0 || engagement.end !== null
  const fee = !before.fee && owesFee && period.terms.price > 0
  const entryIds = free.map((entry) => entry.id)
  const { from, to, terms } = period
  const lines: InvoiceLine[] = []
  const bills = overage > 0 && terms.overageRate > 0
  if (fee)
    lines.push(
      line({
        text: texts.fee(engagement.name, terms, { from, to }),
        unit: terms.period,
        amount: 1,
        per: 1,
        price: terms.price,
        entryIds: bills ? [] : entryIds,
        basis: { kind: 'fee', engagementId: engagement.id, period: { from, to } },
      }),
    )
  if (bills)
    lines.push(
      line({
        text: texts.overage(engagement.name, terms, { from, to }),
        unit: 'hour',
        amount: overage,
        per: 60,
        price: terms.overageRate,
        entryIds,
        basis: overageBasis(billing, period, before.overage),
      }),
    )
  if (lines.length === 0) leave(before.fee ? 'retainer-included' : 'no-price', minutesOf(free))
  return lines
}

function overageBasis({ engagement }: Billing, period: RetainerPeriod, billedBefore: number): LineBasis {
  const { from, to, opening, granted, used } = period
  return {
    kind: 'overage',
    engagementId: engagement.id,
    period: { from, to },
    rounding: engagement.rounding,
    includedMinutes: opening + granted,
    usedMinutes: used,
    billedBefore,
  }
}

function billedOfPeriod(
  plan: Plan,
  own: Id,
  engagementId: Id,
  { from }: RetainerPeriod,
): { fee: boolean; overage: number } {
  const lines = otherLines(plan, own).filter(
    ({ basis }) =>
      basis !== null &&
      'period' in basis &&
      basis.engagementId === engagementId &&
      basis.period.from === from,
  )
  return {
    fee: lines.some((line) => line.basis?.kind === 'fee'),
    overage: lines.reduce((minutes, line) => minutes + (line.basis?.kind === 'overage' ? line.amount : 0), 0),
  }
}
