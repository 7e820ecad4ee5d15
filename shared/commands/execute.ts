import { enablePatches, type Patch, produceWithPatches } from 'immer'
import type { Plan, PlanDraft } from '../plan/plan.ts'
import type { Refusal } from './refusal.ts'
import { type Command, kindOf } from './registry.ts'

enablePatches()

/** What a command did: the plan after it, and the way there and back. */
export interface Executed {
  readonly ok: true
  readonly plan: Plan
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly subject: string
  readonly undoable: boolean
}

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

/**
 * The only way a plan changes. Pure: the same plan and command give the same result in the window (prediction) and in
 * the main process (truth). The command must have passed its schema.
 */
export function execute(plan: Plan, command: Command): Executed | Refused {
  const kind = kindOf(command)
  const refusal = kind.check(plan, command)
  if (refusal !== null) return { ok: false, refusal }
  const subject = kind.subject(plan, command)
  const [next, patches, inverse] = produceWithPatches(plan, (draft) => {
    kind.recipe(draft as PlanDraft, command)
  })
  return { ok: true, plan: next, patches, inverse, subject, undoable: kind.undoable }
}
