import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../shared/plan/fields.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Scenario } from '../../../shared/plan/scenario.ts'
import { withScenarios } from '../../../shared/scenario/outlook.ts'
import { type ProspectView, withProspects } from '../../../shared/scenario/prospects.ts'
import type { Day } from '../../../shared/time/day.ts'

/**
 * What is laid over the plan on the horizon. It is a way to look, not part of the plan, and no start begins with it: who
 * opens the app sees what is.
 */
export interface WhatIf {
  readonly isOpen: boolean
  /** The scenarios that are switched on. */
  readonly on: readonly Id[]
  readonly prospects: ProspectView
  /** The pane was opened just now, so the focus goes there. */
  readonly wantsFocus: boolean
}

const closed: WhatIf = { isOpen: false, on: [], prospects: 'none', wantsFocus: false }

export const whatIfStore = createStore<WhatIf>(() => closed)

/** What is laid over the plan now; renders anew when it changes. */
export function useWhatIf(): WhatIf {
  return useStore(whatIfStore)
}

/** Opens the pane, or closes it: then the horizon shows the plan alone, and what was on comes back with the pane. */
export function showWhatIf(isOpen: boolean): void {
  whatIfStore.setState({ isOpen, wantsFocus: isOpen })
}

/** The focus has gone to the pane. */
export function focusTaken(): void {
  whatIfStore.setState({ wantsFocus: false })
}

export function switchScenario(id: Id, isOn: boolean): void {
  whatIfStore.setState(({ on }) => ({
    on: isOn ? [...new Set([...on, id])] : on.filter((other) => other !== id),
  }))
}

export function countProspects(prospects: ProspectView): void {
  whatIfStore.setState({ prospects })
}

/** The scenarios in their order. */
export function scenariosOf(plan: Plan): readonly Scenario[] {
  return Object.values(plan.practice.scenarios).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** The plan with some scenarios, and then with the prospects that are left, as they are counted. */
export function laidOver(
  plan: Plan,
  scenarios: readonly Scenario[],
  prospects: ProspectView,
  today: Day,
): Plan {
  return withProspects(withScenarios(plan, scenarios, today), prospects, today)
}

/** What the horizon shows: the plan itself where the pane is closed. */
export function shownPlan(
  plan: Plan,
  { isOpen, on, prospects }: Omit<WhatIf, 'wantsFocus'>,
  today: Day,
): Plan {
  if (!isOpen) return plan
  const scenarios = scenariosOf(plan).filter(({ id }) => on.includes(id))
  return laidOver(plan, scenarios, prospects, today)
}

/** Looks at the plan alone again; a test begins with it. */
export function forgetWhatIf(): void {
  whatIfStore.setState(closed)
}
