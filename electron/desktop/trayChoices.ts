import type { ReminderScheduler } from '../reminders/scheduler.ts'
import type { TimerDesk } from '../timer/timerDesk.ts'
import type { TrayChoice } from '../tray/tray.ts'
import { pauseEnd } from '../tray/trayMenu.ts'
import { type DesktopParts, go, minuteOf } from './desktopParts.ts'
import type { Notifications } from './notifications.ts'

/** What the tray's choices act on. */
export interface ChoiceParts {
  readonly parts: DesktopParts
  readonly scheduler: ReminderScheduler
  readonly notifications: Notifications
  readonly timer: TimerDesk
}

/** Does what was chosen in the tray. */
export function choose(choice: TrayChoice, { parts, scheduler, notifications, timer }: ChoiceParts): void {
  if (choice.kind === 'icon') return void parts.window.show()
  if (choice.kind === 'session')
    return void go(parts, { to: 'week', day: choice.day, occurrence: choice.occurrence })
  const { action } = choice
  switch (action.do) {
    case 'open':
      parts.window.show()
      break
    case 'attention':
      go(parts, { to: 'action', id: 'attention.thisWeek' })
      break
    case 'matter':
      go(parts, action.place)
      break
    case 'quick-add':
      go(parts, { to: 'action', id: 'session.quick' })
      break
    case 'timer':
      go(parts, { to: 'action', id: 'timer.edit' })
      break
    case 'timer-start':
      timer.start(action.start)
      break
    case 'timer-stop':
      timer.stop()
      break
    case 'snooze': {
      const keys = notifications.standing()
      notifications.closeReminders()
      scheduler.snooze(keys, action.minutes)
      break
    }
    case 'pause':
      scheduler.quiet(pauseEnd(parts.plan(), minuteOf(parts), action.until))
      break
    case 'resume':
      scheduler.quiet(null)
      break
    case 'quit':
      parts.quit()
  }
}
