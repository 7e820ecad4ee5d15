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

/** Hours that rolled over: of the grant of the period from `from`, carried over `times` times by now. */
export interface CarriedHours {
  readonly from: Day
  readonly minutes: number
  readonly times: number
}

/**
 * What became of a period's hours, in minutes. Always opening + granted − used + overage − expired = closing. Nothing of
 * it is stored: a late entry changes what follows from it, and an issued invoice keeps what it billed.
 */
export interface RetainerPeriod extends Period {
  readonly terms: RetainerTerms
  /** What rolled over into it; below nothing where more was used than there was, and that is carried. */
  readonly opening: number
  readonly granted: number
  /** Billable minutes, rounded by the engagement's rule. */
  readonly used: number
  /** Beyond opening and grant, billed at the overage rate: nothing where it is carried as a debt. */
  readonly overage: number
  readonly expired: number
  /** Carried into the next period; below nothing where it is a debt. */
  readonly closing: number
  /** The grants that `closing` is left of, oldest first; none where it is a debt. */
  readonly carried: readonly CarriedHours[]
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
 *
 * What is used is taken from the oldest hours first. Unused hours roll over as the terms of their period say: none, all,
 * or the newest up to a cap; and none more than `expiresAfter` times. More than there is is billed, or (overage `carried`)
 * taken from the next grant; a debt that no grant of a retainer follows is billed too.
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
  let before: Standing = after ?? NOTHING
  const byDay = entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  let next = 0
  while (day <= last) {
    const terms = termsOn(engagement, day)
    if (terms.kind !== 'retainer') {
      before = NOTHING
      const change = engagement.terms.find((version) => version.from > day)
      if (change === undefined) break
      day = change.from
      continue
    }
    const period = { from: day, to: lastDay(engagement, terms, day) }
    while (next < byDay.length && (byDay[next]?.day ?? '') < period.from) next++
    const first = next
    while (next < byDay.length && (byDay[next]?.day ?? '') <= period.to) next++
    const { billed } = billedTime(byDay.slice(first, next), engagement.rounding)
    const settled = settle(period, terms, before, billed, isFollowed(engagement, period.to))
    ledger.push(settled)
    before = settled
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

type Standing = Pick<RetainerPeriod, 'closing' | 'carried'>
const NOTHING: Standing = { closing: 0, carried: [] }

/** Whether a further grant of a retainer comes after a period's last day. */
function isFollowed(engagement: Engagement, to: Day): boolean {
  const { end } = engagement
  return (end === null || to < end) && termsOn(engagement, addDays(to, 1)).kind === 'retainer'
}

function settle(
  period: Period,
  terms: RetainerTerms,
  before: Standing,
  used: number,
  followed: boolean,
): RetainerPeriod {
  const { closing: opening } = before
  const granted = terms.minutes
  const left = opening + granted - used
  const about = { ...period, terms, opening, granted, used }
  if (left < 0 && terms.overage === 'carried' && followed)
    return { ...about, overage: 0, expired: 0, closing: left, carried: [] }
  const own = { from: period.from, minutes: granted, times: 0 }
  const unused = spend([...before.carried, own], used + Math.max(0, -opening))
  const carried = rollOver(unused, terms.rollover)
  const closing = carried.reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    ...about,
    overage: Math.max(0, -left),
    expired: Math.max(0, left) - closing,
    closing,
    carried,
  }
}

/** What is left of hours when some are used, the oldest first. */
function spend(hours: readonly CarriedHours[], used: number): CarriedHours[] {
  let rest = used
  return hours.flatMap((one) => {
    const minutes = Math.max(0, one.minutes - rest)
    rest = Math.max(0, rest - one.minutes)
    return minutes === 0 ? [] : [{ ...one, minutes }]
  })
}

/** The hours that go into the next period: what has been carried too often expires, and what passes the cap, oldest first. */
function rollOver(hours: readonly CarriedHours[], rollover: RetainerTerms['rollover']): CarriedHours[] {
  if (rollover.kind === 'none') return []
  const most = rollover.expiresAfter ?? Number.POSITIVE_INFINITY
  const kept = hours.map((one) => ({ ...one, times: one.times + 1 })).filter(({ times }) => times <= most)
  if (rollover.kind === 'all') return kept
  const sum = kept.reduce((all, { minutes }) => all + minutes, 0)
  return spend(kept, Math.max(0, sum - rollover.minutes))
}
