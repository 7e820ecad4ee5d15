import { execute } from '../../shared/commands/execute.ts'
import { applyPlanPatches } from '../../shared/commands/planPatches.ts'
import { isUnused } from '../../shared/commands/startCommands.ts'
import type { PlanChanged, PlanOpened, PlanPatch, PlanRest } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Pending, PlanState } from './planStore.ts'

/** Pure steps of the window's state: each takes the state and what happened, and gives the next state. */

/** The state after the first message, or after a reload because broadcasts were missed. */
export function opened(state: PlanState, message: PlanOpened): PlanState {
  const confirmed: Plan = { practice: message.practice, years: message.years }
  const pending = state.pending.filter(({ rev }) => rev === null || rev > message.rev)
  return refolded({
    ...state,
    status: 'open',
    rev: message.rev,
    confirmed,
    pending,
    complete: message.complete,
    rest: null,
    unused: message.unused,
    readOnly: message.readOnly,
    history: message.history,
    save: message.save,
    notices: message.notices,
    desktop: message.desktop,
  })
}

/** The state after a broadcast, or null where one was missed and the plan must be loaded again. */
export function changed(state: PlanState, message: PlanChanged): PlanState | null {
  if (message.rev <= state.rev) return state
  if (message.rev !== state.rev + 1) return null
  const confirmed = confirm(state, message)
  if (confirmed === null) return null
  const pending = state.pending.filter(({ id }) => id !== message.commandId)
  const next = {
    ...state,
    rev: message.rev,
    confirmed,
    pending,
    history: message.history,
    unused: isUnused(confirmed),
  }
  return refolded(withRest(next))
}

/**
 * The confirmed plan after a broadcast. Where the change is the very one that was predicted on this plan, the predicted
 * plan is taken: its references are already on the screen, so nothing renders twice.
 */
function confirm(state: PlanState, { commandId, patches }: PlanChanged): Plan | null {
  const predicted = state.pending.find(({ id }) => id === commandId)?.predicted
  const isSame = patches === null || samePatches(predicted?.patches ?? [], patches)
  if (predicted != null && predicted.base === state.confirmed && isSame) return predicted.plan
  if (patches === null) return null
  try {
    return applyPlanPatches(state.confirmed, patches)
  } catch {
    // A change of a year that has not been fetched: load the plan again.
    return null
  }
}

function samePatches(a: readonly PlanPatch[], b: readonly PlanPatch[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
}

/** The state with the years that the first message left out, as soon as the window has reached their revision. */
export function restArrived(state: PlanState, rest: PlanRest): PlanState {
  return refolded(withRest({ ...state, rest }))
}

function withRest(state: PlanState): PlanState {
  const { rest, confirmed } = state
  if (rest === null || rest.rev > state.rev) return state
  return {
    ...state,
    complete: true,
    rest: null,
    confirmed: { ...confirmed, years: { ...rest.years, ...confirmed.years } },
  }
}

/** The state with one more command under way, and whether the prediction refused it. */
export function predicted(state: PlanState, id: string, command: Pending['command']): PlanState {
  return refolded({ ...state, pending: [...state.pending, { id, command, predicted: null, rev: null }] })
}

/** The state after main acknowledged a command with a revision. */
export function acknowledged(state: PlanState, id: string, rev: number): PlanState {
  if (rev <= state.rev) return fallenAway(state, id)
  return { ...state, pending: state.pending.map((one) => (one.id === id ? { ...one, rev } : one)) }
}

/** The state after a command was refused: it falls away, and with it all it was predicted to do. */
export function fallenAway(state: PlanState, id: string): PlanState {
  if (!state.pending.some((one) => one.id === id)) return state
  return refolded({ ...state, pending: state.pending.filter((one) => one.id !== id) })
}

function refolded(state: PlanState): PlanState {
  let plan = state.confirmed
  const pending = state.pending.map((one): Pending => {
    if (one.predicted !== null && one.predicted.base === plan) {
      plan = one.predicted.plan
      return one
    }
    const base = plan
    const result = execute(base, one.command)
    // A command that no longer fits is left out of the view; main answers for it.
    if (!result.ok) return one.predicted === null ? one : { ...one, predicted: null }
    plan = result.plan
    return { ...one, predicted: { base, plan, patches: result.patches } }
  })
  return { ...state, pending, plan }
}
