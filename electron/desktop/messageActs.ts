import { findOccurrence } from '../../shared/plan/findOccurrence.ts'
import { occurrenceKey } from '../../shared/plan/occurrenceKey.ts'
import type { Message } from '../../shared/reminders/message.ts'
import type { MessageAct } from '../../shared/reminders/messageActions.ts'
import { forOccurrence } from '../../shared/timer/begin.ts'
import { markDone } from '../../shared/timesheet/markDone.ts'
import type { ReminderScheduler } from '../reminders/scheduler.ts'
import type { TimerDesk } from '../timer/timerDesk.ts'
import { type DesktopParts, go } from './desktopParts.ts'

/** What the buttons of a notification act on. */
export interface ActParts {
  readonly parts: DesktopParts
  readonly scheduler: ReminderScheduler
  readonly timer: TimerDesk
}

/** Does what the button of a notification says. What cannot be done without a question brings up the window. */
export function actOn(message: Message, act: MessageAct, acted: ActParts): void {
  if (act.do === 'snooze') acted.scheduler.snooze(message.keys, act.minutes)
  else if (act.do === 'timer') startTimer(act.occurrence, acted)
  else confirm(act.occurrence, acted)
}

function startTimer(key: string, { parts, timer }: ActParts): void {
  const occurrence = findOccurrence(parts.plan(), key)
  if (occurrence === undefined) parts.window.show()
  else timer.start(forOccurrence(occurrence))
}

function confirm(key: string, { parts, timer }: ActParts): void {
  const measured = parts.plan().practice.timer?.session ?? null
  // A timer that runs for the session measures it: stopped, its entry is what confirms the session.
  if (measured !== null && occurrenceKey(measured.sessionId, measured.original) === key) timer.stop()
  else void done(parts, key).catch((fault: unknown) => parts.fault('notification: done', fault))
}

/** Confirms a session as planned; where the plan refuses, the window shows the day to be confirmed. */
async function done(parts: DesktopParts, key: string): Promise<void> {
  const command = markDone(parts.plan(), key, crypto.randomUUID())
  if (command === null) return
  const reply = await parts.execute(command)
  if (!reply.ok) go(parts, { to: 'action', id: 'time.confirm' })
}
