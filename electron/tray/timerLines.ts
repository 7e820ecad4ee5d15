/** What the tray tells of the timer, and what can be done with it from there. */
import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { oneLine, type Speech } from '../../shared/reminders/describe.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'
import { forEngagement, forOccurrence, likelyStarts, type TimerStart } from '../../shared/timer/begin.ts'
import { timerName, workName } from '../../shared/timer/describe.ts'
import { elapsedMinutes } from '../../shared/timer/entries.ts'
import type { TrayLine } from './trayMenu.ts'

/** `0:42 Platform roadmap · Northwind` while the timer runs, otherwise null. */
export function timerFact(plan: Plan, now: EpochMinute, speech: Speech): string | null {
  const { timer } = plan.practice
  if (timer === null) return null
  const elapsed = speech.format.clockDuration(elapsedMinutes(timer, now * 60))
  return speech.words.timer.trayRunning(elapsed, oneLine(timerName(plan, timer, speech.words)))
}

/** The lines of the menu: stop and switch while it runs, otherwise what it is likely wanted for. */
export function timerLines(plan: Plan, now: EpochMinute, speech: Speech): readonly TrayLine[] {
  const words = speech.words.timer
  const fact = timerFact(plan, now, speech)
  const lines = startLines(plan, now, speech)
  if (fact === null) return [{ kind: 'choices', text: words.start, lines }]
  return [
    { kind: 'action', action: { do: 'timer' }, text: fact },
    { kind: 'action', action: { do: 'timer-stop' }, text: words.stop },
    { kind: 'choices', text: words.switchTo, lines },
  ]
}

function startLines(plan: Plan, now: EpochMinute, speech: Speech): readonly TrayLine[] {
  const { last, next, engagements } = likelyStarts(plan, now * 60)
  const line = (text: string, start: TimerStart): TrayLine => ({
    kind: 'action',
    action: { do: 'timer-start', start },
    text: oneLine(text),
  })
  const ofEngagement = (id: Id | null) => line(workName(plan, id, speech.words), forEngagement(id))
  const likely = [
    ...(next === null ? [] : [line(next.occurrence.title, forOccurrence(next.occurrence))]),
    ...(last === undefined ? [] : [ofEngagement(last)]),
  ]
  const others = [...engagements, null].filter((id) => id !== last).map(ofEngagement)
  return [...likely, ...(likely.length === 0 ? [] : [{ kind: 'separator' } as const]), ...others]
}
