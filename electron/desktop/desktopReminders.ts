import { week } from '../../shared/capacity/week.ts'
import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import { logEntries } from '../../shared/reminders/remindersLog.ts'
import { notificationOf, type PlannedWeek } from '../../shared/reminders/thoughtText.ts'
import type { Day } from '../../shared/time/day.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'
import type { Memory } from '../reminders/memory.ts'
import type { ReminderRecorder } from '../reminders/recorder.ts'
import { ReminderScheduler } from '../reminders/scheduler.ts'
import { type DesktopParts, speechOf } from './desktopParts.ts'
import { HolidayTable } from './holidayTable.ts'
import type { Notifications } from './notifications.ts'

export interface DesktopRemindersParts {
  readonly parts: DesktopParts
  readonly memory: Memory
  readonly recorder: ReminderRecorder
  readonly notifications: Notifications
  /** Draws the tray anew. */
  readonly redraw: () => void
}

/** The reminders of the plan, as notifications. */
export function desktopReminders({
  parts,
  memory,
  recorder,
  notifications,
  redraw,
}: DesktopRemindersParts): ReminderScheduler {
  const table = new HolidayTable(parts.fault, () => scheduler.check())
  const holidays = (now: EpochMinute) => {
    const { homeZone, holidays } = parts.plan().practice.settings
    const known = table.around(now, homeZone, holidays)
    return table.loading ? null : known
  }
  const scheduler: ReminderScheduler = new ReminderScheduler({
    plan: parts.plan,
    now: parts.now,
    holidays,
    ledger: () => memory.get().ledger,
    keep: (ledger) => memory.keep({ ledger }),
    show: (decision, now) => {
      const plannedWeek = (start: Day) => plannedIn(parts, start, now, table)
      const message = notificationOf(parts.plan(), decision, now, { speech: speechOf(parts), plannedWeek })
      if (message !== null) notifications.show(message)
    },
    record: (told, now) => recorder.decided(logEntries(parts.plan(), told, now, speechOf(parts))),
    putOff: (keys, now, until) => recorder.putOff(keys, now, until),
    ticked: (now) => {
      notifications.closeOver(now)
      redraw()
    },
  })
  return scheduler
}

/** What is planned of a week; null where that cannot be computed, which keeps no reminder back. */
function plannedIn(
  { plan, fault }: DesktopParts,
  start: Day,
  now: EpochMinute,
  table: HolidayTable,
): PlannedWeek | null {
  try {
    const { homeZone, holidays: region } = plan().practice.settings
    const holidays: HolidayOf = table.around(now, homeZone, region)
    return week(plan(), start, { holidays, now }).totals
  } catch (thrown) {
    fault('reminders: week', thrown)
    return null
  }
}
