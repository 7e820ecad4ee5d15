/** The hours of retainers that are still owed, as work with a deadline. */
import {
  type RetainerPeriod as LedgerPeriod,
  type RetainerTerms,
  retainerLedger,
  retainerPeriodOn,
} from '../../billing/retainer.ts'
import { billedTime } from '../../billing/rounding.ts'
import type { Engagement } from '../../plan/engagement.ts'
import type { Id } from '../../plan/fields.ts'
import type { Plan, Year } from '../../plan/plan.ts'
import type { TimeEntry } from '../../plan/timeEntry.ts'
import { addDays, type Day, dayNumber, dayOf, maxDay, minDay } from '../../time/day.ts'
import { type EpochMinute, localAt } from '../../time/zone.ts'
import type { WorkingCalendar } from '../availability.ts'
import { bookedIn, entriesIn } from '../bookedTime.ts'
import { confirmedKeys } from '../clientRows.ts'
import type { Period } from '../flags/flag.ts'
import type { Work } from './feasibility.ts'

/** Periods that begin later than this are not looked at. */
const MOST_DAYS_AHEAD = 13 * 7

/** Hours owed in a period of a retainer. */
export interface OpenRetainer extends Work {
  readonly engagementId: Id
  readonly period: Period
  readonly deliverable: null
}

/** What counts towards a retainer's hours: the open deliverables of its engagement. */
interface Counted extends Work {
  readonly engagementId: Id
}

/**
 * The hours that each active retainer still owes, in its present period and in those that begin by `until`, the last due
 * time of other open work, at most thirteen weeks ahead. A period owes what it has at its opening and is granted, less the
 * billable minutes that were logged (rounded by the engagement's rule), less its billable sessions that no entry confirms
 * (those that are past will be logged; that they are not yet is no reason to alarm). It is due at the period's end and can
 * be done from its beginning, or now.
 *
 * - What may roll over is not forced: nothing with rollover `all`, and all but the cap with `capped`; but what was carried
 *   into the present period and expires at its end is. In the engagement's last period nothing can roll over. What comes
 *   later has no surplus at its opening: how much rolls over is the planner's choice. It has the debt of the period before
 *   it, where the terms carry one.
 * - A period that the engagement's dates cut short grants its share by working days, as a commitment is prorated.
 * - Each minute counts once. Deliverables of the engagement that are due in a period count towards its hours. Those that
 *   are due later and may begin before its end can be what its hours are spent on: they are lessened by as much, the
 *   earliest period first, the soonest due first. So no plan is called impossible that does one thing for both.
 *
 * Gives the hours, and the other work as it is then left.
 */
export function retainerWork<W extends Counted>(
  plan: Plan,
  calendar: WorkingCalendar,
  now: EpochMinute,
  open: readonly W[],
): { readonly retainers: readonly OpenRetainer[]; readonly open: readonly W[] } {
  const today = dayOf(localAt(now, calendar.zone).dayNumber)
  const lastDue = open.reduce((last, { due }) => Math.max(last, due), now)
  const until = minDay(dayOf(localAt(lastDue, calendar.zone).dayNumber), addDays(today, MOST_DAYS_AHEAD))
  const periods = Object.values(plan.practice.engagements).flatMap((engagement) =>
    periodsOf(engagement, today, maxDay(until, today), calendar),
  )
  if (periods.length === 0) return { retainers: [], open }
  const forced = forcedIn(plan, periods, today, calendar)
  const left = new Map(open.map((item) => [item, item.minutes]))
  const retainers = periods.flatMap((period, i) => {
    const minutes = countTowards(period, forced[i] ?? 0, left)
    return minutes === 0 ? [] : [openRetainer(period, minutes, now)]
  })
  return {
    retainers,
    open: open.flatMap((item) => {
      const minutes = left.get(item) ?? 0
      return minutes === item.minutes ? [item] : minutes === 0 ? [] : [{ ...item, minutes }]
    }),
  }
}

/** A period of a retainer, with its instants: from the later of its beginning and the engagement's to the sooner of the ends. */
interface RetainerPeriod {
  readonly engagement: Engagement
  readonly period: Period
  readonly begin: EpochMinute
  readonly end: EpochMinute
  readonly granted: number
  /** What may roll over out of it. */
  readonly mayRoll: number
  /** What is used beyond its hours is taken from the next period's. */
  readonly carriesDebt: boolean
  /** Whether it matters what rolled over into it: hours that may go on rolling without an end are not forced. */
  readonly asksOpening: boolean
}

function periodsOf(
  engagement: Engagement,
  today: Day,
  until: Day,
  calendar: WorkingCalendar,
): RetainerPeriod[] {
  const periods: RetainerPeriod[] = []
  if (engagement.status !== 'active') return periods
  const { start, end } = engagement
  for (let day = start === null ? today : maxDay(start, today); day <= until; ) {
    if (end !== null && end < day) break
    const found = retainerPeriodOn(engagement, day)
    if (found === null) {
      const change = engagement.terms.find(({ from }) => from > day)
      if (change === undefined) break
      day = change.from
      continue
    }
    const { terms, ...period } = found
    const first = start === null ? period.from : maxDay(start, period.from)
    const last = end === null ? period.to : minDay(end, period.to)
    const isLast = end !== null && end <= period.to
    const mayRoll = isLast ? 0 : mostRolled(terms)
    const carriesDebt = terms.overage === 'carried'
    periods.push({
      engagement,
      period: { kind: terms.period, ...period },
      begin: calendar.day(dayNumber(first)).start,
      end: calendar.day(dayNumber(last)).end,
      granted: share(terms.minutes, period, { from: first, to: last }, calendar),
      mayRoll,
      carriesDebt,
      asksOpening: Number.isFinite(mayRoll) || expires(terms) || carriesDebt,
    })
    day = addDays(period.to, 1)
  }
  return periods
}

function mostRolled({ rollover }: RetainerTerms): number {
  return rollover.kind === 'capped'
    ? rollover.minutes
    : { none: 0, all: Number.POSITIVE_INFINITY }[rollover.kind]
}

/** The share of a period's minutes that a part of it has by its working days, or by its days where none is worked. */
function share(
  minutes: number,
  whole: { readonly from: Day; readonly to: Day },
  part: { readonly from: Day; readonly to: Day },
  calendar: WorkingCalendar,
): number {
  if (whole.from === part.from && whole.to === part.to) return minutes
  let days = 0
  let working = 0
  let daysInPart = 0
  let workingInPart = 0
  for (let day = whole.from; day <= whole.to; day = addDays(day, 1)) {
    const works = calendar.day(dayNumber(day)).patternMinutes > 0 ? 1 : 0
    const isInside = part.from <= day && day <= part.to ? 1 : 0
    days++
    working += works
    daysInPart += isInside
    workingInPart += works * isInside
  }
  return Math.round(working === 0 ? (minutes * daysInPart) / days : (minutes * workingInPart) / working)
}

/** What of each period's hours must be done in it. */
function forcedIn(
  plan: Plan,
  periods: readonly RetainerPeriod[],
  today: Day,
  calendar: WorkingCalendar,
): number[] {
  const dayAt = (instant: EpochMinute) => dayOf(localAt(instant, calendar.zone).dayNumber)
  const begin = Math.min(...periods.map((period) => period.begin))
  const end = Math.max(...periods.map((period) => period.end))
  const entries = entriesIn(plan, dayAt(begin), dayAt(end - 1))
  const confirmed = confirmedKeys(entries)
  const logged = grouped(
    entries.filter(({ billable }) => billable),
    (entry) => entry.engagementId,
  )
  const planned = grouped(
    bookedIn(plan, begin, end).filter(({ key, occurrence }) => occurrence.billable && !confirmed.has(key)),
    ({ occurrence }) => occurrence.engagementId,
  )
  let before: { readonly engagement: Engagement; readonly debt: number } | null = null
  return periods.map(
    ({ engagement, period, begin: from, end: to, granted, mayRoll, carriesDebt, asksOpening }) => {
      const opening = asksOpening && period.from <= today ? openingOf(plan, engagement, today) : NO_OPENING
      const worked = (logged.get(engagement.id) ?? []).filter(
        ({ day }) => period.from <= day && day <= period.to,
      )
      let used = billedTime(worked, engagement.rounding).billed
      for (const { start, end: until } of planned.get(engagement.id) ?? [])
        used += Math.max(0, Math.min(until, to) - Math.max(start, from))
      const debt = before?.engagement === engagement ? before.debt : 0
      const owed = granted + opening.minutes - debt - used
      before = { engagement, debt: carriesDebt ? Math.max(0, -owed) : 0 }
      // The oldest hours are used first: those that expire are left only where less was used than they are.
      return Math.max(0, owed - mayRoll, opening.expiring - used)
    },
  )
}

/** The items that name an engagement, by engagement. */
function grouped<T>(
  items: readonly T[],
  engagementOf: (item: T) => Id | null,
): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>()
  for (const item of items) {
    const id = engagementOf(item)
    if (id === null) continue
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [item])
    else group.push(item)
  }
  return groups
}

/**
 * Lessens forced hours by the deliverables due in their period, and later deliverables by what they leave; gives what they
 * leave. Which of the later ones the hours were spent on matters only where one could not take the time of another: where
 * its window does not hold the other's. So of windows that hold each other, the innermost is lessened first, and one that
 * stands apart is lessened as if it were the only one.
 */
function countTowards<W extends Counted>(
  { engagement, begin, end }: RetainerPeriod,
  forced: number,
  left: Map<W, number>,
): number {
  const mine = [...left]
    .filter(([item]) => item.engagementId === engagement.id && item.release < end)
    .sort(([a], [b]) => a.due - b.due || b.release - a.release)
  let minutes = forced
  for (const [item, open] of mine) if (begin < item.due && item.due <= end) minutes -= open
  if (minutes <= 0) return 0
  let rest = minutes
  let inner = Number.POSITIVE_INFINITY
  for (const [item, open] of mine) {
    if (item.due <= end) continue
    const holdsInner = item.release <= inner
    const spent = Math.min(open, holdsInner ? rest : minutes)
    left.set(item, open - spent)
    if (!holdsInner) continue
    rest -= spent
    inner = item.release
  }
  return minutes
}

function openRetainer(
  { engagement, period, begin, end }: RetainerPeriod,
  minutes: number,
  now: EpochMinute,
): OpenRetainer {
  return {
    id: `retainer:${engagement.id}:${period.from}`,
    engagementId: engagement.id,
    release: Math.max(now, begin),
    due: end,
    minutes,
    period,
    deliverable: null,
  }
}

/** What the present period began with. */
interface Opening {
  /** What rolled over into it; below nothing where it is a debt. */
  readonly minutes: number
  /** What of it expires at the period's end. */
  readonly expiring: number
}
const NO_OPENING: Opening = { minutes: 0, expiring: 0 }
const NO_ENTRIES: readonly TimeEntry[] = []

interface KnownOpening {
  readonly today: Day
  /** The billable entries of the engagement, year by year. */
  readonly entries: readonly (readonly TimeEntry[])[]
  readonly opening: Opening
}
const openings = new WeakMap<Engagement, KnownOpening>()

/** What rolled over into the present period. The ledger is walked again only when an entry of the engagement changed. */
function openingOf(plan: Plan, engagement: Engagement, today: Day): Opening {
  if (!engagement.terms.some(({ terms }) => terms.kind === 'retainer' && carries(terms))) return NO_OPENING
  const entries = Object.values(plan.years).map(
    (year) => billableIn(year.entries).get(engagement.id) ?? NO_ENTRIES,
  )
  const known = openings.get(engagement)
  const isSame =
    known?.today === today &&
    known.entries.length === entries.length &&
    entries.every((list, i) => sameItems(list, known.entries[i] ?? NO_ENTRIES))
  if (isSame) return known.opening
  const [before, present] = retainerLedger(engagement, entries.flat(), today).slice(-2)
  const opening = present === undefined || before === undefined ? NO_OPENING : openingFrom(before, present)
  openings.set(engagement, { today, entries, opening })
  return opening
}

function sameItems(a: readonly TimeEntry[], b: readonly TimeEntry[]): boolean {
  return a === b || (a.length === b.length && a.every((entry, i) => entry === b[i]))
}

function openingFrom({ carried }: LedgerPeriod, { opening, terms }: LedgerPeriod): Opening {
  const most = terms.rollover.kind === 'none' ? null : terms.rollover.expiresAfter
  const expiring = most === null ? [] : carried.filter(({ times }) => times >= most)
  // Behind other terms nothing is carried, whatever was there before them.
  const minutes = opening <= 0 ? 0 : expiring.reduce((sum, one) => sum + one.minutes, 0)
  return { minutes: opening, expiring: minutes }
}

/** Whether something can be carried over at all. */
function carries({ rollover, overage }: RetainerTerms): boolean {
  return rollover.kind !== 'none' || overage === 'carried'
}

function expires({ rollover }: RetainerTerms): boolean {
  return rollover.kind !== 'none' && rollover.expiresAfter !== null
}

const billables = new WeakMap<Year['entries'], ReadonlyMap<Id, readonly TimeEntry[]>>()

/** The billable entries of a year by engagement; each year is gone through once as long as it does not change. */
function billableIn(entries: Year['entries']): ReadonlyMap<Id, readonly TimeEntry[]> {
  const known = billables.get(entries)
  if (known !== undefined) return known
  const byEngagement = grouped(
    Object.values(entries).filter(({ billable }) => billable),
    ({ engagementId }) => engagementId,
  )
  billables.set(entries, byEngagement)
  return byEngagement
}
