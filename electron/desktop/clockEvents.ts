import { powerMonitor } from 'electron'
import type { ReminderScheduler } from '../reminders/scheduler.ts'
import type { DesktopParts } from './desktopParts.ts'

/** Plan changes that come together, such as an import's, redraw the tray once: milliseconds. */
const TOGETHER = 100

/** Looks at the clock whenever it may have moved while nobody looked; returns the function that stops it. */
export function followClock(
  parts: Pick<DesktopParts, 'onPlanChanged'>,
  scheduler: ReminderScheduler,
): () => void {
  const look = () => scheduler.check()
  const keep = () => void scheduler.keep()
  let pending: NodeJS.Timeout | null = null
  parts.onPlanChanged(() => {
    pending ??= setTimeout(() => {
      pending = null
      scheduler.check()
    }, TOGETHER)
  })
  powerMonitor.on('resume', look)
  powerMonitor.on('unlock-screen', look)
  powerMonitor.on('suspend', keep)
  return () => {
    if (pending !== null) clearTimeout(pending)
    powerMonitor.removeListener('resume', look)
    powerMonitor.removeListener('unlock-screen', look)
    powerMonitor.removeListener('suspend', keep)
  }
}
