/** What stopping a timer, or answering for its gaps, does to the plan. */
import type { Command } from '../commands/registry.ts'
import { type Id, LONGEST_MINUTES } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Timer } from '../plan/timer.ts'
import { wallDay } from '../time/wallClock.ts'
import { fromEpochMinute } from '../time/zone.ts'
import { posted } from '../timesheet/lock.ts'
import { entriesOf, minutesBetween, type Stretch } from './entries.ts'
import type { Gap } from './gap.ts'
import { type EpochSecond, instantOf, minuteOf, secondOf } from './instant.ts'

/** What becomes of a gap: it was work, it was none, or it was work on something else. */
export type GapAnswer =
  | { readonly do: 'keep' }
  | { readonly do: 'drop' }
  | { readonly do: 'elsewhere'; readonly engagementId: Id | null; readonly note: string }

export interface AnsweredGap {
  readonly gap: Gap
  readonly answer: GapAnswer
}

export interface SettleContext {
  readonly now: EpochSecond
  readonly newId: () => Id
}

/** Carried out as one command, null where nothing is to change; or refused, since a part is longer than an entry may be. */
export type Settled =
  | { readonly ok: true; readonly command: Command | null }
  | { readonly ok: false; readonly code: 'timer-too-long' }

/** Stops the timer now: its time becomes entries, but for the gaps that are dropped or were for something else. */
export function stopTimer(
  plan: Plan,
  timer: Timer,
  answered: readonly AnsweredGap[],
  context: SettleContext,
): Settled {
  const end = Math.max(context.now, secondOf(timer.startedAt))
  return stopped(plan, timer, stretchesOf(timer, answered, end), context, null)
}

/** Stops the timer now and starts another, as one step. */
export function switchTimer(
  plan: Plan,
  timer: Timer,
  answered: readonly AnsweredGap[],
  next: Timer,
  context: SettleContext,
): Settled {
  const end = Math.max(context.now, secondOf(timer.startedAt))
  return stopped(plan, timer, stretchesOf(timer, answered, end), context, next)
}

/**
 * Answers for gaps of a timer that goes on. One that was work is noted with it: a step like any other. For others, what lies before the last gap that was no work of its own becomes entries,
 * and the timer starts anew at that gap's end, to the second.
 */
export function answerGaps(
  plan: Plan,
  timer: Timer,
  answered: readonly AnsweredGap[],
  context: SettleContext,
): Settled {
  const start = secondOf(timer.startedAt)
  const away = answered.filter(({ gap, answer }) => answer.do !== 'keep' && start < gap.to)
  if (away.length === 0) return { ok: true, command: keptCommand(timer, answered) }
  const resumed = Math.max(...away.map(({ gap }) => gap.to))
  const next: Timer = {
    ...timer,
    entryId: context.newId(),
    startedAt: instantOf(resumed),
    keptThrough: null,
  }
  return stopped(plan, timer, stretchesOf(timer, answered, resumed), context, next)
}

/** Notes up to when a timer's gaps were work; null where that is known. */
function keptCommand(timer: Timer, answered: readonly AnsweredGap[]): Command | null {
  const start = secondOf(timer.startedAt)
  const known = timer.keptThrough === null ? start : secondOf(timer.keptThrough)
  const through = Math.max(known, ...answered.map(({ gap }) => gap.to))
  if (through === known) return null
  return { type: 'timer/change', entryId: timer.entryId, change: { keptThrough: instantOf(through) } }
}

/** The parts of a timer's time up to its end, in order: its own, and what was for something else. */
export function stretchesOf(
  timer: Timer,
  answered: readonly AnsweredGap[],
  end: EpochSecond,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = secondOf(timer.startedAt)
  let isWhole = true
  for (const { gap, answer } of answered.toSorted((a, b) => a.gap.from - b.gap.from)) {
    if (answer.do === 'keep') continue
    const from = Math.max(at, gap.from)
    const to = Math.min(end, gap.to)
    if (to <= from) continue
    if (at < from) stretches.push({ from: at, to: from, elsewhere: null })
    if (answer.do === 'elsewhere') stretches.push({ from, to, elsewhere: answer })
    at = to
    isWhole = false
  }
  // A timer that is stopped in the second of its start was meant all the same.
  if (at < end || isWhole) stretches.push({ from: at, to: end, elsewhere: null })
  return stretches
}

function stopped(
  plan: Plan,
  timer: Timer,
  stretches: readonly Stretch[],
  { now, newId }: SettleContext,
  next: Timer | null,
): Settled {
  if (stretches.some(({ from, to }) => minutesBetween(from, to) > LONGEST_MINUTES))
    return { ok: false, code: 'timer-too-long' }
  const today = wallDay(fromEpochMinute(minuteOf(now), timer.zone))
  const entries = entriesOf(timer, stretches, newId).map((entry) => posted(plan, entry, today))
  const stop = { type: 'timer/stop', entryId: timer.entryId, entries } as const
  if (next === null) return { ok: true, command: stop }
  return { ok: true, command: { type: 'batch', commands: [stop, { type: 'timer/start', timer: next }] } }
}
