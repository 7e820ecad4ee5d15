/** How the hours of a retainer stand: what its client asks for, "how many hours do I have left?" */
import type { Engagement } from '../plan/engagement.ts'
import type { Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day } from '../time/day.ts'
import { minutesOf } from './gather.ts'
import { type RetainerPeriod, retainerLedger, retainerPeriodOn } from './retainer.ts'

/** The most periods that a statement lists: a year of months. */
const MOST_PERIODS = 12

/** Time of the period, as the client reads it. */
export interface StatementEntry {
  readonly id: string
  readonly day: Day
  /** The day that it was worked on, where it was entered after that day's period was closed. */
  readonly lateFor: Day | null
  readonly note: string
  /** As worked. */
  readonly minutes: number
}

/** The ledger up to a period, and that period in full. Minutes. */
export interface RetainerStatement {
  readonly engagement: string
  /** The last periods up to the one that is told of, which is the last of them. */
  readonly periods: readonly RetainerPeriod[]
  readonly period: RetainerPeriod
  /** Its billable time, by day. */
  readonly entries: readonly StatementEntry[]
  readonly worked: number
  /** What rounding by the engagement's rule adds or takes: `worked` with it is what is used. */
  readonly rounding: number
  /** Opening and grant less what is used: below nothing where more was used than there was. */
  readonly left: number
  /** Of what is left, what lapses at the end of the period if nothing more is used. */
  readonly lapsing: number
  /** The first day of the next period; null where the engagement ends with this one. */
  readonly nextReset: Day | null
}

/** What became of a period's hours, in the order in which they are told. */
export const ledgerColumns = ['opening', 'granted', 'used', 'overage', 'expired', 'closing'] as const
export type LedgerColumn = (typeof ledgerColumns)[number]

/**
 * A period's hours as they are told on a day: while it runs nothing has lapsed or was billed beyond yet, and what is left
 * is its closing. They add up in both.
 */
export function toldHours(period: RetainerPeriod, on: Day): Readonly<Record<LedgerColumn, number>> {
  const { opening, granted, used, overage, expired, closing } = period
  if (period.to < on) return { opening, granted, used, overage, expired, closing }
  return { opening, granted, used, overage: 0, expired: 0, closing: opening + granted - used }
}

/** The columns that tell something: those of overage, expiry and opening only where there is any. */
export function toldColumns(periods: readonly RetainerPeriod[], on: Day): readonly LedgerColumn[] {
  const always: readonly LedgerColumn[] = ['granted', 'used', 'closing']
  return ledgerColumns.filter(
    (name) => always.includes(name) || periods.some((period) => toldHours(period, on)[name] !== 0),
  )
}

/** The statement of the period that a day lies in; null where the engagement is no retainer on that day. */
export function retainerStatement(plan: Plan, engagement: Engagement, day: Day): RetainerStatement | null {
  const asked = retainerPeriodOn(engagement, day)
  if (asked === null) return null
  const billable = Object.values(plan.years).flatMap((year) =>
    Object.values(year.entries).filter((entry) => entry.engagementId === engagement.id && entry.billable),
  )
  const periods = retainerLedger(engagement, billable, day)
  const period = periods.at(-1)
  if (period === undefined || period.to < day) return null
  const within = billable.filter((entry) => period.from <= entry.day && entry.day <= period.to).sort(byDay)
  const worked = minutesOf(within)
  const next = addDays(period.to, 1)
  const goesOn = engagement.end === null || next <= engagement.end
  return {
    engagement: engagement.name,
    periods: periods.slice(-MOST_PERIODS),
    period,
    entries: within.map(({ id, day, lateFor, note, minutes }) => ({ id, day, lateFor, note, minutes })),
    worked,
    rounding: period.used - worked,
    left: period.opening + period.granted - period.used,
    lapsing: period.expired,
    nextReset: goesOn && retainerPeriodOn(engagement, next) !== null ? next : null,
  }
}

function byDay(a: TimeEntry, b: TimeEntry): number {
  const [first, second] = [a.start ?? a.day, b.start ?? b.day]
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1
}
