import { Notification, type NotificationConstructorOptions } from 'electron'
import { electronOptions } from './electronOptions.ts'
import type { NotificationContent, ShownNotification } from './notifications.ts'
import type { DesktopRules } from './platform.ts'

/** A notification by Electron, for Windows and macOS. */
export function electronNotification(
  content: NotificationContent,
  rules: DesktopRules,
  icon: NotificationConstructorOptions['icon'],
): ShownNotification {
  const notification = new Notification(electronOptions(content, rules, icon))
  return {
    show: () => notification.show(),
    close: () => notification.close(),
    on: (event, listen) => {
      if (event === 'click') notification.on('click', () => listen(''))
      else if (event === 'close') notification.on('close', () => listen(''))
      else if (event === 'failed') notification.on('failed', () => listen(''))
      // Newer Electrons say it in the event too; the older ones only here.
      else
        notification.on('action', (_event, index) => {
          const button = content.buttons[index]
          if (button !== undefined) listen(button.key)
        })
    },
  }
}
