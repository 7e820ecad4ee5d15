import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer'
import type { Plan, PlanDraft } from '../plan/plan.ts'
import { listOfNames } from './listOfNames.ts'
import { applyWithInverse } from './planPatches.ts'
import type { Refusal } from './refusal.ts'
import { type BatchCommand, type HostCommand, kindOf, type SingleHostCommand } from './registry.ts'

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
export function execute(plan: Plan, command: HostCommand): Executed | Refused {
  return command.type === 'batch' ? executeAll(plan, command) : executeOne(plan, command)
}

function executeOne(plan: Plan, command: SingleHostCommand): Executed | Refused {
  const kind = kindOf(command)
  const refusal = kind.check(plan, command)
  if (refusal !== null) return { ok: false, refusal }
  const subject = kind.subject(plan, command)
  const patches = kind.patches?.(plan, command)
  if (patches !== undefined) {
    const { after, inverse } = applyWithInverse(plan, patches)
    return { ok: true, plan: after, patches, inverse, subject, undoable: kind.undoable }
  }
  const [next, there, inverse] = produceWithPatches(plan, (draft) => {
    kind.recipe(draft as PlanDraft, command)
  })
  return { ok: true, plan: next, patches: there, inverse, subject, undoable: kind.undoable }
}

/** One member after the other; the change is what they make together, so undo takes it back whole. */
function executeAll(plan: Plan, { commands }: BatchCommand): Executed | Refused {
  let now = plan
  const patches: Patch[] = []
  const subjects = new Set<string>()
  for (const [i, command] of commands.entries()) {
    const result = executeOne(now, command)
    if (!result.ok) {
      const { path, ...why } = result.refusal
      return { ok: false, refusal: { path: ['commands', i, ...path], ...why } }
    }
    now = result.plan
    patches.push(...result.patches)
    if (hasName(command)) subjects.add(result.subject)
  }
  const [next, there, back] = produceWithPatches(plan, (draft) => {
    applyPatches(draft, patches)
  })
  const subject = listOfNames([...subjects])
  return { ok: true, plan: next, patches: there, inverse: back, subject, undoable: true }
}

/** Settings and acceptances are about nothing that has a name. */
function hasName({ type }: SingleHostCommand): boolean {
  return type !== 'settings/change' && type !== 'business/change' && type !== 'flag/accept'
}
