import { type Engagement, type Terms, termsOn } from '../plan/engagement.ts'
import { addDays, addMonths, type Day, daysInMonth, firstOfMonth, maxDay, minDay } from '../time/day.ts'
import { weekStart } from '../time/week.ts'
import { billedTime, type Worked } from './rounding.ts'

export type RetainerTerms = Extract<Terms, { kind: 'retainer' }>

/** First and last day, both included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/**
 * What became of a period's hours, in minutes. Always opening + granted − used + overage − expired = closing. Nothing of
 * it is stored: a late entry changes what follows from it, and an issued invoice keeps what it billed.
 */
export interface RetainerPeriod extends Period {
  readonly terms: RetainerTerms
  readonly opening: number
  readonly granted: number
  /** Billable minutes, rounded by the engagement's rule. */
  readonly used: number
  /** Beyond opening and grant: billed at the overage rate, never carried as a debt. */
  readonly overage: number
  readonly expired: number
  /** Carried into the next period. */
  readonly closing: number
}

/** How far back a ledger reaches at most: an engagement dated "since ever" must not cost a walk through a century. */
const LONGEST_LEDGER_MONTHS = 240

/** The period of a retainer that a day lies in. Reset day 31 means the last day of a shorter month; a week's reset day is an ISO weekday. */
export function retainerPeriod(
  { period, resetDay }: Pick<RetainerTerms, 'period' | 'resetDay'>,
  day: Day,
): Period {
  if (period === 'week') {
    const from = weekStart(day, ((resetDay - 1) % 7) + 1)
    return { from, to: addDays(from, 6) }
  }
  const reset = resetOf(day, resetDay)
  const from = day >= reset ? reset : resetOf(addMonths(firstOfMonth(day), -1), resetDay)
  return { from, to: addDays(resetOf(addMonths(firstOfMonth(from), 1), resetDay), -1) }
}

function resetOf(month: Day, resetDay: number): Day {
  return addDays(firstOfMonth(month), Math.min(resetDay, daysInMonth(month)) - 1)
}

/**
 * The ledger of a retainer, period by period, from its start (or its first entry) to the period of `until`. `entries` are
 * all its billable entries. A grant is not prorated for a part period. Periods under other terms than a retainer's are
 * left out, and end the carrying over. With `after` it goes on behind that period, and needs no entries of before.
 */
export function retainerLedger(
  engagement: Engagement,
  entries: readonly Worked[],
  until: Day,
  after: RetainerPeriod | null = null,
): RetainerPeriod[] {
  const ledger: RetainerPeriod[] = []
  const last = engagement.end !== null && engagement.end < until ? engagement.end : until
  let day = after === null ? firstDay(engagement, entries, until) : addDays(after.to, 1)
  let opening = after?.closing ?? 0
  while (day <= last) {
    const terms = termsOn(engagement, day)
    if (terms.kind !== 'retainer') {
      opening = 0
      const change = engagement.terms.find((version) => version.from > day)
      if (change === undefined) break
      day = change.from
      continue
    }
    const period = { from: day, to: lastDay(engagement, terms, day) }
    const within = entries.filter((entry) => period.from <= entry.day && entry.day <= period.to)
    const settled = settle(period, terms, opening, billedTime(within, engagement.rounding).billed)
    ledger.push(settled)
    opening = settled.closing
    day = addDays(period.to, 1)
  }
  return ledger
}

function firstDay(engagement: Engagement, entries: readonly Worked[], until: Day): Day {
  const begin = engagement.start ?? entries.reduce((first, entry) => minDay(first, entry.day), until)
  const day = maxDay(begin, addMonths(firstOfMonth(until), -LONGEST_LEDGER_MONTHS))
  const terms = termsOn(engagement, day)
  return terms.kind === 'retainer' ? retainerPeriod(terms, day).from : day
}

/** The period of the ledger that a day lies in, with the terms at its beginning; null where other terms hold. */
export function retainerPeriodOn(
  engagement: Engagement,
  day: Day,
): (Period & { readonly terms: RetainerTerms }) | null {
  const terms = termsOn(engagement, day)
  if (terms.kind !== 'retainer') return null
  const usual = retainerPeriod(terms, day).from
  const change = engagement.terms.findLast((version, i) => {
    const earlier = engagement.terms[i - 1]
    return earlier !== undefined && version.from <= day && !sameReset(earlier.terms, terms)
  })
  const from = change === undefined ? usual : maxDay(usual, change.from)
  const first = termsOn(engagement, from)
  return { from, to: lastDay(engagement, terms, day), terms: first.kind === 'retainer' ? first : terms }
}

/** A period ends early where new terms begin that are no retainer, or reset on another day. */
function lastDay(engagement: Engagement, terms: RetainerTerms, day: Day): Day {
  const { to } = retainerPeriod(terms, day)
  const change = engagement.terms.find((version) => day < version.from && version.from <= to)
  if (change === undefined || sameReset(change.terms, terms)) return to
  return addDays(change.from, -1)
}

function sameReset(a: Terms, b: RetainerTerms): boolean {
  return a.kind === 'retainer' && a.period === b.period && a.resetDay === b.resetDay
}

function settle(period: Period, terms: RetainerTerms, opening: number, used: number): RetainerPeriod {
  const granted = terms.minutes
  const left = opening + granted - used
  const surplus = Math.max(0, left)
  const carried = { none: 0, all: surplus, capped: surplus }[terms.rollover.kind]
  const closing = terms.rollover.kind === 'capped' ? Math.min(carried, terms.rollover.minutes) : carried
  return {
    ...period,
    terms,
    opening,
    granted,
    used,
    overage: Math.max(0, -left),
    expired: surplus - closing,
    closing,
  }
}
