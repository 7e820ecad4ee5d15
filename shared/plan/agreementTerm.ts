/**
 * What follows from an agreement's dates, on a day. Nothing of it is stored.
 *
 * The rule: an agreement is in force from its start (or ever) to the end of its end (or until it is ended). One that
 * renews is in force on: each term ends a number of months after the one before. An end on a month's last day stays on
 * months' last days, any other keeps its day of the month, or takes the last where the month is shorter (BGB § 188 (2)
 * and (3)); counted from the first end, so no short month shortens what follows. Notice is given on the last day at the
 * latest that lies the notice period before a term's end, the day of the notice not counted (BGB § 187 (1)).
 */

import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  daysBetween,
  LAST_DAY,
  LAST_DAY_NUMBER,
  lastOfMonth,
  maxDay,
} from '../time/day.ts'
import type { Agreement } from './agreement.ts'

type Dates = Pick<Agreement, 'start' | 'end' | 'renewalMonths' | 'noticeDays'>

/** Where an agreement stands on a day. */
export interface AgreementStanding {
  readonly state: 'not-yet' | 'in-force' | 'ended'
  /** Last day of the term that runs, or comes first; null where it has no end, or none any more. */
  readonly termEnd: Day | null
  /** Last day on which notice keeps it from renewing the next time; null where it does not renew. */
  readonly lastNotice: Day | null
  /** Last day of the term that this notice would end. */
  readonly endedByNotice: Day | null
  /** What must be thought of next: giving notice where it renews, else its end; null where neither comes. */
  readonly next: { readonly kind: 'notice' | 'end'; readonly day: Day; readonly daysLeft: number } | null
}

/** Whether an agreement goes on by itself when a term ends. Without an end there is nothing to renew. */
export function renews({ end, renewalMonths }: Dates): boolean {
  return end !== null && renewalMonths !== null && renewalMonths > 0
}

/** Whether its dates make it an agreement at all: one that ends before it starts is never in force. */
function isEver({ start, end }: Dates): boolean {
  return start === null || end === null || start <= end
}

/** Whether an agreement is in force on a day. */
export function inForceOn(agreement: Dates, day: Day): boolean {
  const { start, end } = agreement
  if (!isEver(agreement) || (start !== null && day < start)) return false
  return end === null || day <= end || renews(agreement)
}

/** The last day of the term in which a day lies: of the first one for a day before it, null without an end. */
export function termEnd(agreement: Dates, day: Day): Day | null {
  const { end, renewalMonths } = agreement
  if (end === null || day <= end) return end
  if (renewalMonths === null || !renews(agreement)) return null
  const months = 12 * (yearNumber(day) - yearNumber(end)) + monthNumber(day) - monthNumber(end)
  const terms = Math.max(1, Math.floor(months / renewalMonths))
  const reached = monthsAfter(end, terms * renewalMonths)
  return reached >= day ? reached : monthsAfter(end, (terms + 1) * renewalMonths)
}

/** The end moved by months, by the rule above; the last day there is where it would lie beyond. */
export function monthsAfter(end: Day, months: number): Day {
  if (12 * yearNumber(end) + monthNumber(end) + months > 12 * yearNumber(LAST_DAY) + 12) return LAST_DAY
  const moved = addMonths(end, months)
  return end === lastOfMonth(end) ? lastOfMonth(moved) : moved
}

const ended: AgreementStanding = {
  state: 'ended',
  termEnd: null,
  lastNotice: null,
  endedByNotice: null,
  next: null,
}

/** Where an agreement stands on a day. Throws for nothing; dates that contradict each other make it ended. */
export function agreementOn(agreement: Dates, day: Day): AgreementStanding {
  const { start, end } = agreement
  const isOver = end !== null && end < day && !renews(agreement)
  if (!isEver(agreement) || isOver) return ended
  const isYet = start !== null && day < start
  const endedByNotice = termToEnd(agreement, maxDay(day, start ?? day))
  const lastNotice = endedByNotice === null ? null : addDays(endedByNotice, -noticeOf(agreement))
  const ends = termEnd(agreement, day)
  const nextDay = lastNotice ?? ends
  return {
    state: isYet ? 'not-yet' : 'in-force',
    termEnd: ends,
    lastNotice,
    endedByNotice,
    next:
      nextDay === null
        ? null
        : { kind: lastNotice === null ? 'end' : 'notice', day: nextDay, daysLeft: daysBetween(day, nextDay) },
  }
}

/** How near a day is, in days that are left at most; null further away. Each step is told anew. */
export type Nearness = 3 | 14 | 30 | null

/** What must be thought of next, if anything. */
export interface ComingUp {
  readonly kind: 'notice' | 'end'
  /** The last day to give notice, or the end. */
  readonly day: Day
  /** The last day of the term that notice would end, or the end. */
  readonly termEnd: Day
  readonly near: Nearness
}

/**
 * What comes up of an agreement that is worth telling, from a day on. Nothing of one that renews by a month: its last
 * day to give notice is always near, and a month binds to little.
 */
export function comesUp(agreement: Dates, day: Day): ComingUp | null {
  const { next, endedByNotice } = agreementOn(agreement, day)
  if (next === null || (next.kind === 'notice' && agreement.renewalMonths === 1)) return null
  return { kind: next.kind, day: next.day, termEnd: endedByNotice ?? next.day, near: nearness(next.daysLeft) }
}

/** The last day of an agreement's confidentiality, from a day on; null without one, or where it is past. It outlives the agreement. */
export function confidentialityEnds(
  { confidentialUntil }: Pick<Agreement, 'confidentialUntil'>,
  day: Day,
): { readonly day: Day; readonly near: Nearness } | null {
  if (confidentialUntil === null || confidentialUntil < day) return null
  return { day: confidentialUntil, near: nearness(daysBetween(day, confidentialUntil)) }
}

/** A renewal that comes by itself: notice for the term before it can no longer be given. */
export interface Renewal {
  /** First day of the new term. */
  readonly day: Day
  /** From this day on nothing keeps it from coming. */
  readonly bound: Day
}

/** The next renewal of an agreement that renews by more than a month and is bound to, on a day; null for none. */
export function renewalOf(agreement: Dates, day: Day): Renewal | null {
  if (!renews(agreement) || agreement.renewalMonths === 1) return null
  const ends = termEnd(agreement, addDays(day, -1))
  if (ends === null || ends === LAST_DAY) return null
  const first = addDays(ends, 1)
  const bound = addDays(ends, 1 - noticeOf(agreement))
  return bound <= day && day <= first ? { day: first, bound } : null
}

function nearness(daysLeft: number): Nearness {
  return ([3, 14, 30] as const).find((days) => daysLeft <= days) ?? null
}

/** The last day of the first term that notice from a day on still ends. */
function termToEnd(agreement: Dates, day: Day): Day | null {
  if (!renews(agreement)) return null
  return termEnd(agreement, dayOf(Math.min(LAST_DAY_NUMBER, dayNumber(day) + noticeOf(agreement))))
}

/** Where no notice period is agreed, notice may be given until the term's last day. */
function noticeOf({ noticeDays }: Dates): number {
  return Math.max(0, noticeDays ?? 0)
}

const yearNumber = (day: Day): number => Number(day.slice(0, 4))
const monthNumber = (day: Day): number => Number(day.slice(5, 7))
