import type { Plan } from '../../shared/plan/plan.ts'
import type { Timer } from '../../shared/plan/timer.ts'
import { oneLine, type Speech, timesOf } from '../../shared/reminders/describe.ts'
import type { Message } from '../../shared/reminders/message.ts'
import { timerName } from '../../shared/timer/describe.ts'
import { elapsedMinutes, minutesBetween } from '../../shared/timer/entries.ts'
import type { Gap } from '../../shared/timer/gap.ts'
import { minuteOf } from '../../shared/timer/instant.ts'

type News = Pick<Message, 'title' | 'body'>

/** A gap of the timer waits for an answer. */
export function gapNews(plan: Plan, { from, to }: Gap, speech: Speech): News {
  const range = timesOf(plan, minuteOf(from), minuteOf(to), speech)
  const length = speech.format.duration(minutesBetween(from, to))
  return { title: speech.words.timer.gapOpen, body: speech.words.timer.gapNews(range, length) }
}

/** The timer runs for long. `now` is in milliseconds. */
export function longNews(plan: Plan, timer: Timer, now: number, { words, format }: Speech): News {
  const elapsed = format.duration(elapsedMinutes(timer, Math.floor(now / 1000)))
  return {
    title: words.timer.longTitle(elapsed),
    body: words.timer.longBody(oneLine(timerName(plan, timer, words))),
  }
}
