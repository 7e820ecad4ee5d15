import { dayMessageOf } from '../../shared/reminders/matterText.ts'
import { messageOf } from '../../shared/reminders/message.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../shared/time/zone.ts'
import type { Memory } from '../reminders/memory.ts'
import { ReminderScheduler } from '../reminders/scheduler.ts'
import { type DesktopParts, speechOf } from './desktopParts.ts'
import type { Notifications } from './notifications.ts'

/** The reminders of the plan, as notifications. `redraw` draws the tray anew. */
export function desktopReminders(
  parts: DesktopParts,
  memory: Memory,
  notifications: Notifications,
  redraw: () => void,
): ReminderScheduler {
  return new ReminderScheduler({
    plan: parts.plan,
    now: parts.now,
    ledger: () => memory.get().ledger,
    keep: (ledger) => memory.keep({ ledger }),
    show: (decision, now) => {
      const plan = parts.plan()
      const speech = speechOf(parts)
      const today = wallDay(fromEpochMinute(now, plan.practice.settings.homeZone))
      const messages = [messageOf(plan, decision, now, speech), dayMessageOf(decision.days, today, speech)]
      for (const message of messages) if (message !== null) notifications.show(message)
    },
    ticked: (now) => {
      notifications.closeOver(now)
      redraw()
    },
  })
}
