/** A client's month as its report tells it: the hours, the retainer, the roadmap, and the month after it. */
import { z } from 'zod'
import { type RetainerStatement, retainerStatement } from '../billing/retainerStatement.ts'
import { clientEngagements } from '../plan/clientEngagements.ts'
import { type Engagement, termsOn } from '../plan/engagement.ts'
import { DayField, Id } from '../plan/fields.ts'
import type { Frozen } from '../plan/frozen.ts'
import type { Plan } from '../plan/plan.ts'
import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth, maxDay, minDay } from '../time/day.ts'
import { type ClientSheet, clientSheet } from '../timesheet/clientSheet.ts'
import { type MonthAhead, monthAhead } from './ahead.ts'
import { type DeliverableHours, hoursByDeliverable } from './deliverableHours.ts'
import { type RoadmapRow, roadmapRows } from './roadmap.ts'

/**
 * Whose report of which month, named by any of its days; `unbilled` also counts time that is not billable, as a
 * timesheet does.
 */
export const MonthRequest = z.strictObject({ clientId: Id, month: DayField, unbilled: z.boolean() })
export type MonthRequest = Frozen<z.infer<typeof MonthRequest>>

/** A retainer as its statement tells it, and the periods that the month touches. */
export interface MonthStatement {
  readonly statement: RetainerStatement
  readonly periods: RetainerStatement['periods']
}

export interface ClientMonth {
  /** The month's time: exact, and billable by each engagement's rule of rounding. */
  readonly sheet: ClientSheet
  /** The same time by deliverable: exact minutes, which add up to the sheet's. */
  readonly deliverables: readonly DeliverableHours[]
  readonly statements: readonly MonthStatement[]
  /** As it stands on the day of the report: what was done when is not kept. */
  readonly roadmap: readonly RoadmapRow[]
  readonly ahead: MonthAhead
}

/** The report of a client's month, made on a day; null for a client that does not exist. */
export function clientMonth(
  plan: Plan,
  { clientId, month, unbilled }: MonthRequest,
  on: Day,
): ClientMonth | null {
  const from = firstOfMonth(month)
  const to = lastOfMonth(month)
  const sheet = clientSheet(plan, { clientId, from, to, unbilled })
  if (sheet === null) return null
  const engagements = clientEngagements(plan, clientId)
  const next = addMonths(from, 1)
  return {
    sheet,
    deliverables: hoursByDeliverable(plan, sheet),
    statements: engagements.flatMap((engagement) => monthStatement(plan, engagement, { from, to, on }) ?? []),
    roadmap: roadmapRows(plan, { engagements, from, to, on, sheet }),
    ahead: monthAhead(plan, engagements, next, lastOfMonth(next)),
  }
}

interface Month {
  readonly from: Day
  readonly to: Day
  readonly on: Day
}

/** The statement at the end of the month, or as of the report's day while the month runs. Prospects have none. */
function monthStatement(plan: Plan, engagement: Engagement, { from, to, on }: Month): MonthStatement | null {
  if (engagement.status === 'prospect') return null
  const last = maxDay(from, minDay(to, on))
  const day = lastRetainerDay(engagement, from, minDay(last, engagement.end ?? last))
  const statement = day === null ? null : retainerStatement(plan, engagement, day)
  if (statement === null) return null
  const periods = statement.periods.filter((period) => period.from <= to && from <= period.to)
  return { statement, periods }
}

function lastRetainerDay(engagement: Engagement, from: Day, to: Day): Day | null {
  for (let day = to; day >= from; day = addDays(day, -1))
    if (termsOn(engagement, day).kind === 'retainer') return day
  return null
}
