import { Notification, nativeImage } from 'electron'
import { markPicture } from '../../assets/generated/trayPictures.ts'
import type { Message } from '../../shared/reminders/message.ts'
import { type DesktopParts, go } from './desktopParts.ts'
import { Notifications } from './notifications.ts'
import type { DesktopRules } from './platform.ts'

/** The notifications of this desktop: where a click leads, and what happens to those that it refuses. */
export function makeNotifications(
  parts: DesktopParts,
  rules: DesktopRules,
  changed: () => void,
): Notifications {
  return new Notifications({
    create: (options) => new Notification(options),
    rules,
    icon: nativeImage.createFromDataURL(`data:image/png;base64,${markPicture}`),
    clicked: ({ about, leads }) => {
      if (about !== null) go(parts, { to: 'week', ...about })
      else if (leads !== undefined) go(parts, leads)
      else parts.window.show()
    },
    changed,
    failed: (message) => showInWindow(parts, message),
  })
}

/** A reminder that the desktop refused is shown by the window, which comes up for it without taking the keyboard. */
function showInWindow({ window }: DesktopParts, { title, body, about, leads }: Message): void {
  const { browserWindow } = window
  if (browserWindow.isDestroyed()) return
  if (about !== null) window.send('reminder/missed', { title, body, occurrence: about.occurrence })
  else if (leads !== undefined) window.send('reminder/missed', { title, body, leads })
  else return
  if (!browserWindow.isVisible() || browserWindow.isMinimized()) browserWindow.showInactive()
  browserWindow.flashFrame(true)
}
