import { Menu, nativeImage, Tray } from 'electron'
import { HeadroomTray, type TrayChoice } from '../tray/tray.ts'
import { presentOf, type ReminderState, trayModel } from '../tray/trayMenu.ts'
import { type DesktopParts, minuteOf, speechOf } from './desktopParts.ts'
import { HolidayTable } from './holidayTable.ts'
import type { DesktopRules } from './platform.ts'

/** The tray; the function that comes back draws it anew from the plan and the clock. */
export function makeTray(
  parts: DesktopParts,
  rules: DesktopRules,
  reminders: () => ReminderState,
  chosen: (choice: TrayChoice) => void,
): () => void {
  const holidays = new HolidayTable(parts.fault, () => redraw())
  const model = () => {
    const now = minuteOf(parts)
    const plan = parts.plan()
    const { settings } = plan.practice
    const present = () => presentOf(plan, now, holidays.around(now, settings.homeZone, settings.holidays))
    return trayModel(plan, orFault(present, parts), reminders(), now, speechOf(parts))
  }
  const electron = { Tray, Menu, images: nativeImage }
  const tray = new HeadroomTray(electron, rules, model(), chosen)
  const redraw = () => tray.show(model())
  return redraw
}

/** A fault of the capacity engine must not silence reminders: it is logged, and the tray shows what it can. */
function orFault<T>(compute: () => T, { fault }: DesktopParts): T | null {
  try {
    return compute()
  } catch (thrown) {
    fault('tray: load', thrown)
    return null
  }
}
