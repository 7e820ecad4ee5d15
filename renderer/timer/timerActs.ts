/** What is done with the timer in this window. Where a gap waits for an answer, stopping and switching ask first. */

import { refuse } from '../../shared/commands/refusal.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Occurrence } from '../../shared/plan/session.ts'
import type { Timer } from '../../shared/plan/timer.ts'
import { forOccurrence, startCommand, type TimerStart } from '../../shared/timer/begin.ts'
import { timerName } from '../../shared/timer/describe.ts'
import type { Gap } from '../../shared/timer/gap.ts'
import {
  type AnsweredGap,
  answerGaps,
  type GapAnswer,
  type Settled,
  stopTimer,
} from '../../shared/timer/settle.ts'
import { announce } from '../state/announce.ts'
import { newId, nowSecond } from '../state/clock.ts'
import { execute, planNow, undo } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { formatNow, refusalSentence, wordsNow } from '../state/words.ts'
import { askForGaps } from './followTimer.ts'
import { type Afterwards, timerStore } from './timerStore.ts'

/** Starts the timer; one that runs is stopped in the same step. */
export async function start(wanted: TimerStart): Promise<void> {
  if (asksFirst({ do: 'start', start: wanted })) return
  await startNow(wanted, [])
}

/** Stops the timer and logs its time. */
export async function stop(): Promise<void> {
  if (asksFirst({ do: 'stop' })) return
  await stopNow([])
}

/** Starts the timer for a session; where it runs for this session, it stops. */
export function toggleFor(occurrence: Occurrence): Promise<void> {
  return isFor(planNow().practice.timer, occurrence) ? stop() : start(forOccurrence(occurrence))
}

/** Whether the timer runs for this occurrence. */
export function isFor(timer: Timer | null, { id, original }: Occurrence): boolean {
  return timer?.session?.sessionId === id && timer.session.original === original
}

/** Changes what the running timer is for, or its start. */
export async function change(entryId: string, changes: Partial<Omit<Timer, 'entryId'>>): Promise<void> {
  await execute({ type: 'timer/change', entryId, change: changes })
}

/** Ends the timer and logs nothing. */
export async function discard(entryId: string): Promise<void> {
  timerStore.setState({ isEditing: false })
  const reply = await execute({ type: 'timer/stop', entryId, entries: [] })
  if (reply.ok) toastUndo(wordsNow().timer.discarded)
}

/** Says what a gap was. After the last one, what was to be done is done, in one step with it. */
export async function answer(gap: Gap, given: GapAnswer): Promise<void> {
  const { gaps, after } = timerStore.getState()
  const { timer } = planNow().practice
  const others = gaps.filter(({ to }) => gap.to < to)
  timerStore.setState({ gaps: others, ...(others.length === 0 ? { after: null } : {}) })
  if (timer === null) return
  const answered = [{ gap, answer: given }]
  const isDone =
    others.length > 0 || after === null
      ? await answerOnly(timer, answered)
      : after.do === 'stop'
        ? await stopNow(answered)
        : await startNow(after.start, answered)
  if (!isDone) askForGaps()
  else if (given.do === 'keep' && (others.length > 0 || after === null)) toastUndo(wordsNow().timer.kept)
}

async function answerOnly(timer: Timer, answered: readonly AnsweredGap[]): Promise<boolean> {
  return carryOut(answerGaps(planNow(), timer, answered, context(answered)))
}

async function stopNow(answered: readonly AnsweredGap[]): Promise<boolean> {
  const plan = planNow()
  const { timer } = plan.practice
  if (timer === null) return true
  const settled = stopTimer(plan, timer, answered, context(answered))
  const name = nameOf(plan, timer)
  const isDone = await carryOut(settled)
  if (isDone && settled.ok)
    toastUndo(wordsNow().timer.stopped(name, formatNow().duration(minutesIn(settled.command))))
  return isDone
}

async function startNow(wanted: TimerStart, answered: readonly AnsweredGap[]): Promise<boolean> {
  const isDone = await carryOut(startCommand(planNow(), wanted, answered, context(answered)))
  if (isDone) announce(wordsNow().timer.started(nameOf(planNow(), wanted)))
  return isDone
}

async function carryOut(settled: Settled): Promise<boolean> {
  if (!settled.ok) {
    toast({ text: refusalSentence(wordsNow(), refuse([], settled.code)), tone: 'over' })
    return false
  }
  return settled.command === null || (await execute(settled.command)).ok
}

/** Whether a gap has to be answered for before something is done; then it is asked about, and that is done after it. */
function asksFirst(after: Afterwards): boolean {
  const { gaps } = timerStore.getState()
  const asks = planNow().practice.timer !== null && gaps.length > 0
  if (asks) timerStore.setState({ after, isPutOff: false, isEditing: false })
  return asks
}

function minutesIn(command: Command | null): number {
  if (command?.type !== 'timer/stop') return 0
  return command.entries.reduce((sum, { minutes }) => sum + minutes, 0)
}

function nameOf(plan: Plan, timer: Pick<Timer, 'note' | 'engagementId'>): string {
  return timerName(plan, timer, wordsNow())
}

/** Now: at least the end of a gap that is answered for, which has passed whatever became of this window's clock. */
function context(answered: readonly AnsweredGap[]) {
  return { now: Math.max(nowSecond(), ...answered.map(({ gap }) => gap.to)), newId }
}

function toastUndo(text: string): void {
  toast({
    text,
    tone: 'done',
    action: { label: wordsNow().app.undo, run: () => void undo() },
    ofLastStep: true,
  })
}
