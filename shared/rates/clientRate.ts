import { type Minor, sum, times } from '../money/amount.ts'
import { ratio } from '../money/exact.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { effectiveRates } from './effectiveRates.ts'

/** What an hour for a client brings in. Money is in the client's minor units, before tax. */
export interface ClientRate {
  readonly perHour: Minor
  /** Minutes logged, billable or not. */
  readonly worked: number
}

/**
 * The effective rate over all engagements of a client so far, each counted by the time it took; a fixed price that is
 * being worked for by what an hour comes to when its remaining work is done. Null before anything is logged.
 */
export function clientRate(plan: Plan, clientId: Id, today: Day): ClientRate | null {
  const rates = effectiveRates(plan, today).filter(({ client }) => client.id === clientId)
  const worked = rates.reduce((minutes, rate) => minutes + rate.worked, 0)
  if (worked === 0) return null
  const earned = sum(rates.map((rate) => times(ratio(rate.worked, 60), rate.whenDone ?? rate.perHour)))
  return { perHour: times(ratio(60, worked), earned), worked }
}
