import { powerMonitor } from 'electron'
import type { Command } from '../../shared/commands/registry.ts'
import type { ExecuteReply } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Timer } from '../../shared/plan/timer.ts'
import { startCommand, type TimerStart } from '../../shared/timer/begin.ts'
import type { Gap } from '../../shared/timer/gap.ts'
import { type Settled, stopTimer } from '../../shared/timer/settle.ts'
import type { DesktopRules } from '../desktop/platform.ts'
import type { TextFile } from '../storage/textFile.ts'
import { WatchMemory } from './memory.ts'
import { PresenceSource } from './presence.ts'
import { TimerWatch } from './timerWatch.ts'

export interface TimerDeskParts {
  readonly plan: () => Plan
  readonly onPlanChanged: (listen: () => void) => void
  readonly execute: (command: Command) => Promise<ExecuteReply>
  /** Wall clock in milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  readonly rules: DesktopRules
  readonly memoryFile: TextFile
  readonly fault: (where: string, fault: unknown) => void
  /** The gaps that wait for an answer; `isNew` where one has come. */
  readonly changed: (gaps: readonly Gap[], isNew: boolean) => void
  readonly long: (timer: Timer) => void
  /** The window has to ask, or to say why not. */
  readonly askInWindow: (about: 'start' | 'stop') => void
}

/** The timer as the tray and the window use it. */
export interface TimerDesk {
  readonly gaps: () => readonly Gap[]
  /** Starts or switches, and stops; where a gap waits for an answer, the window asks first. */
  readonly start: (start: TimerStart) => void
  readonly stop: () => void
  /** Ends the watch; resolves when the last heartbeat is on disk. */
  readonly end: () => Promise<void>
}

/** The timer of the main process: watched, and started and stopped from the tray. */
export function startTimerDesk(parts: TimerDeskParts): TimerDesk {
  const presence = new PresenceSource(powerMonitor, parts.rules, parts.now)
  let known = 0
  const watch = new TimerWatch({
    plan: parts.plan,
    now: parts.now,
    presence: () => presence.now(),
    memory: new WatchMemory(parts.memoryFile, parts.fault),
    changed: (gaps) => {
      const last = gaps.at(-1)?.to ?? 0
      parts.changed(gaps, last > known)
      known = Math.max(known, last)
    },
    long: parts.long,
  })
  const stopFollowing = presence.follow(() => {
    watch.look()
    void watch.keep()
  })
  parts.onPlanChanged(() => watch.look())
  watch.start()
  const context = () => ({ now: Math.floor(parts.now() / 1000), newId: () => crypto.randomUUID() })
  const carryOut = async (what: 'start' | 'stop', settle: (plan: Plan) => Settled | null) => {
    if (watch.gaps().length > 0) return parts.askInWindow(what)
    const settled = settle(parts.plan())
    if (settled === null) return
    const reply = settled.ok && settled.command !== null ? await parts.execute(settled.command) : null
    if (reply?.ok !== true) parts.askInWindow(what)
  }
  const act = (what: 'start' | 'stop', settle: (plan: Plan) => Settled | null) =>
    void carryOut(what, settle).catch((fault: unknown) => parts.fault('timer: tray', fault))
  return {
    gaps: () => watch.gaps(),
    start: (start) => act('start', (plan) => startCommand(plan, start, [], context())),
    stop: () =>
      act('stop', (plan) => {
        const { timer } = plan.practice
        return timer === null ? null : stopTimer(plan, timer, [], context())
      }),
    end: () => {
      stopFollowing()
      return watch.stop()
    },
  }
}
