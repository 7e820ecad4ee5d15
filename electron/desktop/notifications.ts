import type { Notification, NotificationConstructorOptions } from 'electron'
import type { Message } from '../../shared/reminders/message.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'
import type { DesktopRules } from './platform.ts'

/** The part of Electron's Notification that is used, so that tests can stand in for the desktop. */
export type ShownNotification = Pick<Notification, 'show' | 'close'> & {
  on(event: 'click' | 'close' | 'failed', listen: () => void): unknown
}

export interface NotificationParts {
  readonly create: (options: NotificationConstructorOptions) => ShownNotification
  readonly rules: DesktopRules
  /** The app's mark. */
  readonly icon: NotificationConstructorOptions['icon']
  readonly clicked: (message: Message) => void
  /** Which reminders stand has changed. */
  readonly changed: () => void
  /** The desktop could not show it: nothing listens on the bus, or it is not allowed. */
  readonly failed: (message: Message) => void
}

/** More than anybody leaves standing; the oldest is closed when another comes. */
const MOST_STANDING = 20

/** The notifications that stand on the desktop. */
export class Notifications {
  readonly #parts: NotificationParts
  /**
   * Held until the desktop is done with them: a notification that nothing refers to is collected, and its click is
   * lost (electron#12690).
   */
  readonly #standing = new Map<ShownNotification, Message>()

  constructor(parts: NotificationParts) {
    this.#parts = parts
  }

  show(message: Message): void {
    const { create, rules, icon, clicked, changed, failed } = this.#parts
    const notification = create({
      title: message.title,
      body: rules.notificationBody(message.body),
      timeoutType: message.until === null ? 'default' : 'never',
      urgency: 'normal',
      ...(rules.notificationIcon && icon !== undefined ? { icon } : {}),
    })
    const forget = () => {
      const stood = this.#standing.delete(notification)
      if (stood) changed()
      return stood
    }
    notification.on('click', () => {
      forget()
      clicked(message)
    })
    notification.on('close', forget)
    notification.on('failed', () => {
      if (forget()) failed(message)
    })
    this.#standing.set(notification, message)
    notification.show()
    changed()
    for (const oldest of [...this.#standing.keys()].slice(0, -MOST_STANDING)) this.#close(oldest)
  }

  /** Keys of the reminders that stand unanswered. */
  standing(): readonly string[] {
    return [...this.#standing.values()].flatMap(({ keys }) => keys)
  }

  /** Takes away the reminders, not the news. */
  closeReminders(): void {
    for (const [notification, { keys }] of [...this.#standing]) if (keys.length > 0) this.#close(notification)
  }

  /** Takes away the reminders whose sessions are over. */
  closeOver(now: EpochMinute): void {
    for (const [notification, { until }] of [...this.#standing])
      if (until !== null && until <= now) this.#close(notification)
  }

  /** Takes all of them away, when the app quits: nobody could answer a click any more. */
  closeAll(): void {
    for (const notification of [...this.#standing.keys()]) this.#close(notification)
  }

  #close(notification: ShownNotification): void {
    this.#standing.delete(notification)
    notification.close()
  }
}
