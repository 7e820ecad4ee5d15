import { createStore } from 'zustand/vanilla'
import type { Command } from '../../shared/commands/registry.ts'
import type {
  Desktop,
  History,
  PlanPatch,
  PlanRest,
  SaveState,
  StartNotice,
} from '../../shared/ipc/contract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { emptyPlan, type Plan } from '../../shared/plan/plan.ts'

/** A command sent to main whose change has not come back yet, with what it was predicted to do. */
export interface Pending {
  readonly id: Id
  readonly command: Command
  /** The plan that it was predicted on and what came of it; null where the prediction refused. */
  readonly predicted: {
    readonly base: Plan
    readonly plan: Plan
    readonly patches: readonly PlanPatch[]
  } | null
  /** The revision that main gave it; null until main acknowledged. */
  readonly rev: number | null
}

/**
 * The window's view of the plan. Predicted is `plan`, confirmed is `confirmed`, saved is `save`: three words kept apart
 * (architecture.md). `plan` is always the pending commands folded over the confirmed plan.
 */
export interface PlanState {
  /** `locked`: the data is encrypted, and the passphrase is not known yet. */
  readonly status: 'opening' | 'open' | 'failed' | 'locked'
  readonly rev: number
  readonly confirmed: Plan
  readonly pending: readonly Pending[]
  readonly plan: Plan
  /** Whether all years are here. */
  readonly complete: boolean
  /** Years that arrived ahead of the broadcasts that lead to their revision. */
  readonly rest: PlanRest | null
  readonly unused: boolean
  readonly readOnly: boolean
  readonly history: History
  readonly save: SaveState
  readonly notices: readonly StartNotice[]
  readonly desktop: Desktop | null
}

const nothing = emptyPlan('UTC')

/** The state of a window that has not heard from main yet. */
export const openingState: PlanState = {
  status: 'opening',
  rev: 0,
  confirmed: nothing,
  pending: [],
  plan: nothing,
  complete: false,
  rest: null,
  unused: false,
  readOnly: false,
  history: { undo: null, redo: null },
  save: { state: 'saved', at: null },
  notices: [],
  desktop: null,
}

/** Whether nobody has begun yet. A plan that could not be read is empty, too, and no first start. */
export function isFirstStart({ unused, readOnly, notices }: PlanState): boolean {
  return unused && !readOnly && notices.length === 0
}

/** The one store of the plan in this window. Only `renderer/state` writes it. */
export const planStore = createStore<PlanState>(() => openingState)
