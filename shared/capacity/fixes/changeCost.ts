/**
 * How large a change is, so that the smallest is offered first. The unit is one minute of tentative time moved; what
 * else a change is weighed by stands here, in one place. Costs add up: a pair of changes costs what both cost.
 */
import type { Occurrence } from '../../plan/session.ts'

/**
 * Whom a change concerns: `tentative` time that nobody relies on yet, one's `own` work, a meeting with `others`, what
 * was promised to a `client` (a date, an amount of work), `money`.
 */
export type Concern = 'tentative' | 'own' | 'others' | 'client' | 'money'

const WEIGHT: Readonly<Record<Concern, number>> = { tentative: 1, own: 2, others: 5, client: 8, money: 12 }

/** A day sooner or later weighs as much as this many minutes moved; hours in proportion. */
const A_DAY = 60
const MINUTES_A_DAY = 1440
/** Work that is not done weighs this many times as much as work done at another time. */
const LOST = 3
/** A session that becomes tentative counts as put off by a week, one taken out as put off by two: further than any move. */
const UNSETTLED_DAYS = 7
const GONE_DAYS = 14

/** Whom a change of a session concerns. */
export function concernOf({ status, kind }: Occurrence): Concern {
  if (status === 'tentative') return 'tentative'
  return kind === 'meeting' ? 'others' : 'own'
}

/** A session of `minutes` moved by `by` minutes on the clock, either way: the minutes of it that are at another time than before, and how far. */
export function costOfMove(concern: Concern, minutes: number, by: number): number {
  const far = Math.abs(by)
  return WEIGHT[concern] * (Math.min(minutes, far) + Math.round((A_DAY * far) / MINUTES_A_DAY))
}

/** `minutes` of work left out. */
export function costOfCut(concern: Concern, minutes: number): number {
  return WEIGHT[concern] * LOST * minutes
}

/** A date moved by `days`, either way. */
export function costOfDays(concern: Concern, days: number): number {
  return WEIGHT[concern] * A_DAY * Math.abs(days)
}

/** A confirmed session made tentative. */
export function costOfUnsettling(concern: Concern, minutes: number): number {
  return costOfCut(concern, minutes) + costOfDays(concern, UNSETTLED_DAYS)
}

/** A session taken out. */
export function costOfDropping(concern: Concern, minutes: number): number {
  return costOfCut(concern, minutes) + costOfDays(concern, GONE_DAYS)
}

/** `minutes` of tentative time added. */
export function costOfPlanning(minutes: number): number {
  return WEIGHT.tentative * minutes
}

/** `minutes` of work that nobody pays. */
export function costOfUnpaid(minutes: number): number {
  return WEIGHT.money * minutes
}
