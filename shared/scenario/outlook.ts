/** What scenarios come to over the weeks ahead, so that they can be held side by side. */
import { deadlineVerdicts } from '../capacity/flags/deadlineVerdicts.ts'
import { type HorizonWeek, horizon } from '../capacity/horizon.ts'
import type { CapacityContext } from '../capacity/weekView.ts'
import { execute } from '../commands/execute.ts'
import { weeksOver } from '../horizon/outcome.ts'
import type { Minor } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Scenario } from '../plan/scenario.ts'
import { type Ahead, forecast, forecastSums } from '../revenue/forecast.ts'
import type { Day } from '../time/day.ts'
import { scenarioCommand } from './scenarioCommand.ts'

/** The plan with scenarios laid over it, one after the other. One that is refused is left out. */
export function withScenarios(plan: Plan, scenarios: readonly Scenario[], today: Day): Plan {
  let shown = plan
  for (const scenario of scenarios) {
    const command = scenarioCommand(shown, scenario, today)
    const done = command === null ? null : execute(shown, command)
    if (done?.ok === true) shown = done.plan
  }
  return shown
}

export interface Outlook {
  /** What could still be promised a week, on average, in minutes; weeks that are over count as none. */
  readonly freeAWeek: number
  /** The week with the least headroom. */
  readonly tightest: { readonly start: Day; readonly free: number } | null
  readonly weeksOver: number
  /** Deliverables that cannot be met. */
  readonly impossible: readonly Id[]
  readonly revenue: ReadonlyMap<Currency, Minor>
}

/** What a plan comes to over some weeks. */
export function outlookOf(plan: Plan, ahead: Ahead, context: CapacityContext): Outlook {
  const weeks = horizon(plan, ahead.start, ahead.weeks, context)
  const verdicts = deadlineVerdicts(plan, ahead.today, context)
  return {
    freeAWeek: averageFree(weeks),
    tightest: tightestOf(weeks),
    weeksOver: weeksOver(weeks),
    impossible: [...verdicts].filter(([, verdict]) => verdict !== 'finer').map(([id]) => id),
    revenue: forecastSums(forecast(plan, ahead, context)),
  }
}

function averageFree(weeks: readonly HorizonWeek[]): number {
  if (weeks.length === 0) return 0
  return Math.round(weeks.reduce((sum, { free }) => sum + Math.max(0, free), 0) / weeks.length)
}

function tightestOf(weeks: readonly HorizonWeek[]): Outlook['tightest'] {
  let tightest: Outlook['tightest'] = null
  for (const { start, free } of weeks)
    if (tightest === null || free < tightest.free) tightest = { start, free }
  return tightest
}
