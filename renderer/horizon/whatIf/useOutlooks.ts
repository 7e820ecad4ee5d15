import { useEffect, useMemo, useState } from 'react'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Scenario } from '../../../shared/plan/scenario.ts'
import type { Ahead } from '../../../shared/revenue/forecast.ts'
import { type Outlook, outlookOf } from '../../../shared/scenario/outlook.ts'
import type { ProspectView } from '../../../shared/scenario/prospects.ts'
import { inSlices } from '../../state/idle.ts'
import { laidOver, scenariosOf } from './whatIfStore.ts'

/** A line of the comparison: the plan with these scenarios laid over it. */
export interface Line {
  /** A scenario's id, or `PLAN` or `TOGETHER`. */
  readonly id: string
  readonly scenarios: readonly Scenario[]
}

export const PLAN = ' plan'
export const TOGETHER = ' together'

export interface Outlooks {
  readonly lines: readonly Line[]
  /** What is known so far; the figures before stay until the new ones are there. */
  readonly found: ReadonlyMap<string, Outlook>
  readonly isBusy: boolean
}

/** The plan, each scenario alone, and those that are on together where they are several. */
function linesOf(plan: Plan, on: readonly string[]): readonly Line[] {
  const scenarios = scenariosOf(plan)
  const together = scenarios.filter(({ id }) => on.includes(id))
  return [
    { id: PLAN, scenarios: [] },
    ...scenarios.map((scenario) => ({ id: scenario.id, scenarios: [scenario] })),
    ...(together.length > 1 ? [{ id: TOGETHER, scenarios: together }] : []),
  ]
}

/** What each line comes to, computed a line at a time whenever nothing else is to do. */
export function useOutlooks(
  plan: Plan,
  on: readonly string[],
  prospects: ProspectView,
  ahead: Ahead,
  context: CapacityContext,
): Outlooks {
  const lines = useMemo(() => linesOf(plan, on), [plan, on])
  const [known, setKnown] = useState<{
    readonly of: readonly unknown[]
    readonly found: Outlooks['found']
  }>({ of: [], found: new Map() })
  const of = useMemo(() => [plan, lines, prospects, ahead, context], [plan, lines, prospects, ahead, context])
  useEffect(
    () =>
      inSlices(
        function* () {
          const found = new Map<string, Outlook>()
          for (const { id, scenarios } of lines) {
            found.set(id, outlookOf(laidOver(plan, scenarios, prospects, ahead.today), ahead, context))
            yield undefined
          }
          return found
        },
        (found) => setKnown({ of, found }),
      ),
    [plan, lines, prospects, ahead, context, of],
  )
  return { lines, found: known.found, isBusy: known.of !== of }
}
