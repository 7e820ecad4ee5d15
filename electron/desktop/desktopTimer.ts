import type { Speech } from '../../shared/reminders/describe.ts'
import type { Message } from '../../shared/reminders/message.ts'
import { gapNews, longNews } from '../timer/news.ts'
import { startTimerDesk, type TimerDesk } from '../timer/timerDesk.ts'
import type { DesktopParts } from './desktopParts.ts'
import type { DesktopRules } from './platform.ts'

export interface DesktopTimerParts
  extends Pick<
    DesktopParts,
    'plan' | 'execute' | 'onPlanChanged' | 'now' | 'fault' | 'window' | 'timerFile'
  > {
  readonly rules: DesktopRules
  readonly speech: () => Speech
  /** Shows a notification that leads to the window. */
  readonly tell: (news: Pick<Message, 'title' | 'body'>) => void
}

/** The timer, watched. What it asks is asked in the window; a notification says so where nobody looks at it. */
export function startDesktopTimer(parts: DesktopTimerParts): TimerDesk {
  const { plan, execute, onPlanChanged, now, fault, window, rules, speech, tell } = parts
  const isLookedAt = () => !window.browserWindow.isDestroyed() && window.browserWindow.isFocused()
  return startTimerDesk({
    plan,
    execute,
    onPlanChanged,
    now,
    rules,
    fault,
    memoryFile: parts.timerFile,
    changed: (gaps, isNew) => {
      window.send('timer/gaps', { gaps })
      const last = gaps.at(-1)
      if (isNew && last !== undefined && !isLookedAt()) tell(gapNews(plan(), last, speech()))
    },
    long: (timer) => tell(longNews(plan(), timer, now(), speech())),
    askInWindow: (about) => {
      window.show()
      window.send('go', { to: 'action', id: about === 'stop' ? 'timer.stop' : 'timer.edit' })
    },
  })
}
