import { useStore } from 'zustand'
import { partsOf } from '../../shared/commands/commandParts.ts'
import { execute as foretell } from '../../shared/commands/execute.ts'
import type { Refusal } from '../../shared/commands/refusal.ts'
import { refuse } from '../../shared/commands/refusal.ts'
import { Command } from '../../shared/commands/registry.ts'
import type { ExecuteReply, PlanChanged, PlanRest } from '../../shared/ipc/contract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { bridge } from './bridge.ts'
import { newId } from './clock.ts'
import { acknowledged, changed, fallenAway, opened, predicted, restArrived } from './fold.ts'
import { planStore } from './planStore.ts'
import { reportFault } from './report.ts'
import { forgetLastStep, toast } from './toasts.ts'
import { refusalSentence, wordsNow } from './words.ts'

/** A part of the predicted plan; renders anew when that part changes. `select` must give the same reference for the same plan. */
export function usePlan<T>(select: (plan: Plan) => T): T {
  return useStore(planStore, (state) => select(state.plan))
}

/** The predicted plan now, for what happens in an event. */
export function planNow(): Plan {
  return planStore.getState().plan
}

/**
 * Carries out a user's action: the screen shows it at once, main makes it durable. A refusal is shown as a toast and
 * given back; whatever was predicted is then gone.
 */
export async function execute(command: Command): Promise<ExecuteReply> {
  const parts = partsOf(command)
  // Main judges thousands of records alike, and sooner than both would one after the other.
  const refusal = parts === null ? refusalAhead(command) : null
  if (refusal !== null) return refused(refusal)
  const id = newId()
  forgetLastStep()
  const predict = () => planStore.setState((state) => predicted(state, id, command))
  if (parts === null) predict()
  try {
    const reply = parts === null ? await send(id, command) : await sendParts(id, parts, predict)
    if (reply.ok) {
      planStore.setState((state) => acknowledged(state, id, reply.rev))
      return reply
    }
    planStore.setState((state) => fallenAway(state, id))
    return refused(reply.refusal)
  } catch (fault) {
    planStore.setState((state) => fallenAway(state, id))
    reportFault(fault)
    toast({ text: wordsNow().app.notDone, tone: 'over' })
    return { ok: false, refusal: refuse([], 'not-done') }
  }
}

function send(id: Id, command: Command): Promise<ExecuteReply> {
  return bridge.request('plan/execute', { id, command: command as Command & object as never })
}

/** Sends a large command part by part, the next one while main reads the one before; predicts it while main carries it out. */
async function sendParts(
  id: Id,
  parts: readonly (() => string)[],
  predict: () => void,
): Promise<ExecuteReply> {
  let before: Promise<ExecuteReply | null> = Promise.resolve(null)
  for (const [part, text] of parts.entries()) {
    const sent = bridge.request('plan/executePart', { id, part, of: parts.length, text: text() })
    // In the same turn: the broadcast finds it predicted, however fast main is.
    if (part === parts.length - 1) predict()
    const refusal = await before
    if (refusal !== null) {
      // What main says of the rest is that a part is missing.
      sent.catch(() => {})
      return refusal
    }
    before = sent
  }
  return (await before) ?? { ok: false, refusal: refuse([], 'not-done') }
}

/** What this window already knows to be refused. While years are missing only main can tell what exists. */
function refusalAhead(command: Command): Refusal | null {
  const checked = Command.safeParse(command)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return refuse((issue?.path ?? []) as (string | number)[], issue?.message ?? 'not-valid')
  }
  const { plan, complete, readOnly } = planStore.getState()
  if (readOnly) return refuse([], 'read-only')
  if (!complete) return null
  const result = foretell(plan, command)
  return result.ok ? null : result.refusal
}

function refused(refusal: Refusal): ExecuteReply {
  toast({ text: refusalSentence(wordsNow(), refusal), tone: 'over' })
  return { ok: false, refusal }
}

/** Takes the last change back. Nothing to undo is a toast, not an error. */
export function undo(): Promise<ExecuteReply> {
  return step('plan/undo')
}

/** Makes the change that was undone last again. */
export function redo(): Promise<ExecuteReply> {
  return step('plan/redo')
}

async function step(name: 'plan/undo' | 'plan/redo'): Promise<ExecuteReply> {
  forgetLastStep()
  try {
    const reply = await bridge.request(name, undefined)
    return reply.ok ? reply : refused(reply.refusal)
  } catch (fault) {
    reportFault(fault)
    toast({ text: wordsNow().app.notDone, tone: 'over' })
    return { ok: false, refusal: refuse([], 'not-done') }
  }
}

/** Loads the plan from main and follows its broadcasts until the returned function is called. */
export function openPlan(): () => void {
  const stops = [
    bridge.on('plan/changed', follow),
    bridge.on('plan/changedText', (text) => follow(JSON.parse(text) as PlanChanged)),
    bridge.on('save/state', (save) => planStore.setState({ save })),
  ]
  void load()
  return () => {
    for (const stop of stops) stop()
  }
}

/** Asks main for the plan once more, after it could not be opened or was locked. */
export function openAgain(): void {
  void load()
}

function follow(message: PlanChanged): void {
  const next = changed(planStore.getState(), message)
  if (next !== null) planStore.setState(next)
  else void load()
}

async function load(): Promise<void> {
  try {
    const message = await bridge.request('plan/open', undefined)
    planStore.setState((state) => opened(state, message))
    if (!message.complete) whenShown(() => void loadRest())
  } catch (fault) {
    if (await isLocked()) {
      planStore.setState({ status: 'locked' })
      return
    }
    planStore.setState({ status: 'failed' })
    reportFault(fault)
  }
}

async function isLocked(): Promise<boolean> {
  try {
    return (await bridge.request('vault/state', undefined)).state === 'locked'
  } catch {
    return false
  }
}

async function loadRest(): Promise<void> {
  try {
    const rest = JSON.parse(await bridge.request('plan/rest', undefined)) as PlanRest
    planStore.setState((state) => (state.complete ? state : restArrived(state, rest)))
  } catch (fault) {
    reportFault(fault)
  }
}

/** How long the first screen stands before the years that it does not need are asked for, in milliseconds: its flags follow it. */
const FIRST = 200

/** Runs when the screen that is being prepared has been shown for a moment. */
function whenShown(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run, FIRST))
}
