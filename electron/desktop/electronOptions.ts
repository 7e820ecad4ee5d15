import type { NotificationConstructorOptions } from 'electron'
import type { NotificationContent } from './notifications.ts'
import type { DesktopRules } from './platform.ts'

/** A notification in Electron's terms. */
export function electronOptions(
  { title, body, stays, buttons }: NotificationContent,
  { notificationIcon }: DesktopRules,
  icon: NotificationConstructorOptions['icon'],
): NotificationConstructorOptions {
  return {
    title,
    body,
    timeoutType: stays ? 'never' : 'default',
    urgency: 'normal',
    actions: buttons.map(({ text }) => ({ type: 'button', text })),
    ...(notificationIcon && icon !== undefined ? { icon } : {}),
  }
}
