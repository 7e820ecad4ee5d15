import type { Patch } from 'immer'
import type { z } from 'zod'
import type { Plan, PlanDraft } from '../plan/plan.ts'
import type { Refusal } from './refusal.ts'

/**
 * One user action. `schema` checks what crosses a border, `check` what must hold in the plan, `recipe` changes an immer
 * draft and must not fail any more. All three are pure: ids, days and instants arrive in the payload.
 */
export interface CommandKind<T extends string, S extends z.ZodType<{ type: T }>> {
  readonly type: T
  readonly schema: S
  /** What the action is about, for the history and the Undo label: a name the user knows. */
  readonly subject: (plan: Plan, command: z.infer<S>) => string
  readonly check: (plan: Plan, command: z.infer<S>) => Refusal | null
  readonly recipe: (draft: PlanDraft, command: z.infer<S>) => void
  /**
   * What `recipe` does, as patches: for thousands of records, of which drafts would cost more than the change. Undefined
   * where `recipe` is to do it.
   */
  readonly patches?: (plan: Plan, command: z.infer<S>) => readonly Patch[] | undefined
  /** False for what must stay, such as the issue of an invoice: undo steps over it. */
  readonly undoable: boolean
}

/** Declares a command; `undoable` unless said otherwise. */
export function command<T extends string, S extends z.ZodType<{ type: T }>>(
  kind: Omit<CommandKind<T, S>, 'undoable'> & { readonly undoable?: boolean },
): CommandKind<T, S> {
  return { undoable: true, ...kind }
}
