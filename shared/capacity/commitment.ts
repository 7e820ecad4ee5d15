/** What engagements promise: the minutes of a stretch of days, and the period that a promise is held against. */
import {
  type Commitment,
  commitmentOn,
  type Engagement,
  runsOn,
  type Terms,
  termsOn,
} from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  daysInMonth,
  firstOfMonth,
  lastOfMonth,
  weekdayOf,
} from '../time/day.ts'
import type { WorkingCalendar } from './availability.ts'
import type { Period } from './flags/flag.ts'

/** A promise in force on a day. Days a week are already minutes. */
interface Promised {
  readonly per: 'week' | 'month'
  readonly minutes: number
}

/** Where no daily terms say how long a day is and the pattern has no working day. */
const USUAL_DAY = 480

/**
 * Whether an engagement promises time on a day: it is active, or closed with an end that says until when, and the day
 * lies in its dates. A prospect promises nothing yet, a paused one nothing now, a lost one never did.
 */
export function promises(engagement: Engagement, day: Day): boolean {
  const { status, end, outcome } = engagement
  const counts = status === 'active' || (status === 'closed' && end !== null && outcome?.kind !== 'lost')
  return counts && runsOn(engagement, day)
}

function promiseOn(engagement: Engagement, day: Day, calendar: WorkingCalendar): Promised | null {
  const commitment = commitmentOn(engagement, day)
  const terms = termsOn(engagement, day)
  if (commitment !== null) return promiseOf(commitment, terms, day, calendar)
  // A retainer's hours are promised even where nobody wrote a commitment.
  return terms.kind === 'retainer' ? { per: terms.period, minutes: terms.minutes } : null
}

function promiseOf(commitment: Commitment, terms: Terms, day: Day, calendar: WorkingCalendar): Promised {
  switch (commitment.kind) {
    case 'hoursPerWeek':
      return { per: 'week', minutes: commitment.minutes }
    case 'hoursPerMonth':
      return { per: 'month', minutes: commitment.minutes }
    case 'daysPerWeek': {
      const length = terms.kind === 'daily' ? terms.minutesPerDay : usualDay(day, calendar)
      return { per: 'week', minutes: (commitment.halfDays * length) / 2 }
    }
  }
}

/** The mean length of the working days of the seven days around a day. */
function usualDay(day: Day, calendar: WorkingCalendar): number {
  const first = dayNumber(day) - weekdayOf(day) + 1
  let minutes = 0
  let working = 0
  for (let number = first; number < first + 7; number++) {
    const { patternMinutes } = calendar.day(number)
    minutes += patternMinutes
    if (patternMinutes > 0) working++
  }
  return working === 0 ? USUAL_DAY : minutes / working
}

/** How much a day weighs when a promise is prorated: working days count, or all where the pattern has none. */
function weights(
  from: Day,
  to: Day,
  calendar: WorkingCalendar,
): { readonly sum: number; readonly of: (n: number) => number } {
  let working = 0
  const first = dayNumber(from)
  const last = dayNumber(to)
  for (let number = first; number <= last; number++) if (calendar.day(number).patternMinutes > 0) working++
  if (working === 0) return { sum: last - first + 1, of: () => 1 }
  return { sum: working, of: (number) => (calendar.day(number).patternMinutes > 0 ? 1 : 0) }
}

/**
 * Minutes promised for the days from `from` to `to` (at most a week for weekly promises): each promise prorated by the
 * working days on which it is in force, a monthly one by the working days of its months. Public holidays and time off
 * do not lessen a promise. Null where nothing is promised on any of the days.
 */
export function committedIn(
  engagement: Engagement,
  from: Day,
  to: Day,
  calendar: WorkingCalendar,
): number | null {
  return once(engagement, `in:${from}:${to}`, calendar, () => computeIn(engagement, from, to, calendar))
}

interface Answer {
  readonly calendar: WorkingCalendar
  readonly minutes: number | null
}
const computed = new WeakMap<Engagement, Map<string, Answer>>()

/** Neither engagements nor working days change often: each answer is computed once. */
function once<M extends number | null>(
  engagement: Engagement,
  question: string,
  calendar: WorkingCalendar,
  compute: () => M,
): M {
  const answers = computed.get(engagement) ?? new Map<string, Answer>()
  computed.set(engagement, answers)
  const known = answers.get(question)
  if (known?.calendar === calendar) return known.minutes as M
  const minutes = compute()
  answers.set(question, { calendar, minutes })
  return minutes
}

function computeIn(engagement: Engagement, from: Day, to: Day, calendar: WorkingCalendar): number | null {
  let minutes = 0
  let any = false
  const week = weights(from, to, calendar)
  const months = new Map<Day, ReturnType<typeof weights>>()
  const last = dayNumber(to)
  for (let number = dayNumber(from); number <= last; number++) {
    const day = dayOf(number)
    const promise = promises(engagement, day) ? promiseOn(engagement, day, calendar) : null
    if (promise === null) continue
    any = true
    if (promise.per === 'week') {
      minutes += (promise.minutes * week.of(number)) / week.sum
      continue
    }
    const first = firstOfMonth(day)
    const month = months.get(first) ?? weights(first, lastOfMonth(day), calendar)
    months.set(first, month)
    minutes += (promise.minutes * month.of(number)) / month.sum
  }
  return any ? Math.round(minutes) : null
}

/** What an engagement promises by the week, or by the month, on a day; null where it promises nothing so. */
export function periodOf(
  engagement: Engagement,
  day: Day,
  week: { readonly from: Day; readonly to: Day },
  calendar: WorkingCalendar,
): Period | null {
  const promise = promises(engagement, day) ? promiseOn(engagement, day, calendar) : null
  if (promise === null) return null
  if (promise.per === 'week') return { kind: 'week', ...week }
  const terms = termsOn(engagement, day)
  const resetDay = terms.kind === 'retainer' && terms.period === 'month' ? terms.resetDay : 1
  return { kind: 'month', ...monthFrom(day, resetDay) }
}

/** Whether an engagement promises time that is held against this month, on one of its days at least. */
export function promisesInMonth(
  engagement: Engagement,
  { from, to }: Pick<Period, 'from' | 'to'>,
  calendar: WorkingCalendar,
): boolean {
  const asked = `month:${from}:${to}`
  const compute = () => {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const period = periodOf(engagement, day, { from: day, to: day }, calendar)
      if (period?.kind === 'month' && period.from === from) return 1
    }
    return 0
  }
  return once(engagement, asked, calendar, compute) === 1
}

/** The month that begins on `resetDay`, or on the last day of a shorter month, and holds `day`. */
export function monthFrom(day: Day, resetDay: number): { readonly from: Day; readonly to: Day } {
  const begins = (inMonth: Day) =>
    addDays(firstOfMonth(inMonth), Math.min(resetDay, daysInMonth(inMonth)) - 1)
  const here = begins(day)
  const from = here <= day ? here : begins(addMonths(firstOfMonth(day), -1))
  return { from, to: addDays(begins(addMonths(firstOfMonth(from), 1)), -1) }
}

/** Minutes that an engagement promises for a whole period, prorated where it begins or ends inside. */
export function committedFor(engagement: Engagement, period: Period, calendar: WorkingCalendar): number {
  if (period.kind === 'week') return committedIn(engagement, period.from, period.to, calendar) ?? 0
  const question = `for:${period.from}:${period.to}`
  return once(engagement, question, calendar, () => computeFor(engagement, period, calendar))
}

function computeFor(engagement: Engagement, period: Period, calendar: WorkingCalendar): number {
  const days = weights(period.from, period.to, calendar)
  let minutes = 0
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    const promise = promises(engagement, day) ? promiseOn(engagement, day, calendar) : null
    if (promise?.per === 'month') minutes += (promise.minutes * days.of(dayNumber(day))) / days.sum
  }
  return Math.round(minutes)
}

/** The price an hour of what passes a retainer, or that it is taken from the next period, where the engagement is one. */
export function overageOf(
  plan: Plan,
  engagement: Engagement,
  day: Day,
): { readonly rate: number; readonly currency: string; readonly carried: boolean } | null {
  const terms = termsOn(engagement, day)
  const client = own(plan.practice.clients, engagement.clientId)
  if (terms.kind !== 'retainer' || client === undefined) return null
  return { rate: terms.overageRate, currency: client.currency, carried: terms.overage === 'carried' }
}

/** The client of an engagement, or null for own business and for an engagement that is gone. */
export function clientOf(plan: Plan, engagementId: Id | null): Id | null {
  return engagementId === null ? null : (own(plan.practice.engagements, engagementId)?.clientId ?? null)
}
