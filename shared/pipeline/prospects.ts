/** Who may become a client: what they would take and bring, and what of it can be counted on. */
import { workingCalendar } from '../capacity/availability.ts'
import { committedIn } from '../capacity/commitment.ts'
import { noHolidays } from '../capacity/holidays.ts'
import type { Minor } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import { mul, of, ratio } from '../money/exact.ts'
import type { Client } from '../plan/client.ts'
import type { Engagement } from '../plan/engagement.ts'
import { own, type Plan } from '../plan/plan.ts'
import { patternWeek } from '../rates/patternWeek.ts'
import { addDays, type Day, daysBetween, maxDay, weekdayOf } from '../time/day.ts'
import { promisedValue, wholeUnits } from './promisedValue.ts'

export interface Prospect {
  readonly engagement: Engagement
  readonly client: Client
  /** Hours a week of its first whole week, in minutes; null where nothing is said. */
  readonly minutesAWeek: number | null
  /** In the client's currency; null where nothing says how much work there is. */
  readonly value: Minor | null
  /** Whether the value was typed, or follows from the terms. */
  readonly isTyped: boolean
  /** `value` times the probability, in whole units of the currency. */
  readonly weighted: Minor | null
  /** Days since the next contact was due: 0 is today, below nothing is to come; null without one. */
  readonly contactOver: number | null
}

/** What the prospects of one currency come to. The weighted sum is that of the weighted values as they are shown. */
export interface PipelineSum {
  readonly currency: Currency
  readonly count: number
  readonly value: Minor
  readonly weighted: Minor
}

/** All prospects by expected start, those without one last. */
export function prospects(plan: Plan, today: Day): readonly Prospect[] {
  const { minutesADay } = patternWeek(plan, today)
  return Object.values(plan.practice.engagements)
    .filter(({ status }) => status === 'prospect')
    .flatMap((engagement) => {
      const client = own(plan.practice.clients, engagement.clientId)
      return client === undefined ? [] : [prospectOf(plan, engagement, client, today, minutesADay)]
    })
    .sort((a, b) => compareStarts(a, b) || a.engagement.order - b.engagement.order)
}

/** The sums by currency, the currency with the most prospects first. */
export function pipelineSums(list: readonly Prospect[]): readonly PipelineSum[] {
  const sums = new Map<Currency, PipelineSum>()
  for (const { client, value, weighted } of list) {
    const { currency } = client
    const before = sums.get(currency) ?? { currency, count: 0, value: 0, weighted: 0 }
    sums.set(currency, {
      currency,
      count: before.count + 1,
      value: before.value + (value ?? 0),
      weighted: before.weighted + (weighted ?? 0),
    })
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1))
}

function prospectOf(
  plan: Plan,
  engagement: Engagement,
  client: Client,
  today: Day,
  usualDay: number,
): Prospect {
  const from = maxDay(engagement.start ?? today, today)
  const { currency } = client
  const value = engagement.value ?? promisedValue(engagement, from, { usualDay, currency })
  const { nextContact } = engagement
  return {
    engagement,
    client,
    minutesAWeek: minutesAWeek(plan, engagement, from),
    value,
    isTyped: engagement.value !== null,
    weighted:
      value === null ? null : wholeUnits(mul(of(value), ratio(engagement.probability, 100)), currency),
    contactOver: nextContact === null ? null : daysBetween(nextContact, today),
  }
}

/** What an engagement would promise in the first whole week from a day on, were it active; null for nothing. */
export function minutesAWeek(plan: Plan, engagement: Engagement, from: Day): number | null {
  const monday = addDays(from, (8 - weekdayOf(from)) % 7)
  const active: Engagement = { ...engagement, status: 'active', start: null, end: null }
  return committedIn(active, monday, addDays(monday, 6), workingCalendar(plan, noHolidays))
}

function compareStarts(a: Prospect, b: Prospect): number {
  const [first, second] = [a.engagement.start ?? '9999-12-31', b.engagement.start ?? '9999-12-31']
  return first < second ? -1 : first > second ? 1 : 0
}
