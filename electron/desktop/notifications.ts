import type { Message } from '../../shared/reminders/message.ts'
import type { MessageAct, MessageAction } from '../../shared/reminders/messageActions.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'

/** A button of a notification. */
export interface NotificationButton {
  readonly key: string
  readonly text: string
  /** Where a desktop has room for few, the smallest ranks stay. */
  readonly rank: number
}

/** What a notification shows, as plain text; how a desktop wants it is known where it is sent. */
export interface NotificationContent {
  readonly title: string
  readonly body: string
  /** Stays until it is answered. */
  readonly stays: boolean
  /** The name of what a click on it does. */
  readonly open: string
  readonly buttons: readonly NotificationButton[]
}

/** A notification of a desktop. */
export interface ShownNotification {
  show(): void
  close(): void
  /** `button` tells the key of the button that was pressed. */
  on(event: 'click' | 'close' | 'failed' | 'button', listen: (key: string) => void): void
}

export interface NotificationParts {
  readonly create: (content: NotificationContent) => ShownNotification
  /** The buttons of a message, and what a click on it is called. */
  readonly actions: (message: Message) => readonly MessageAction[]
  readonly open: () => string
  readonly clicked: (message: Message) => void
  /** One of its buttons was pressed. */
  readonly pressed: (message: Message, act: MessageAct) => void
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
    const { create, changed } = this.#parts
    const actions = this.#parts.actions(message)
    const notification = create({
      title: message.title,
      body: message.body,
      stays: message.until !== null,
      open: this.#parts.open(),
      buttons: actions.map(({ key, text, rank }) => ({ key, text, rank })),
    })
    this.#follow(notification, message, actions)
    this.#standing.set(notification, message)
    notification.show()
    changed()
    for (const oldest of [...this.#standing.keys()].slice(0, -MOST_STANDING)) this.#close(oldest)
  }

  /** What is answered once is done with: a desktop may tell of a click and of the closing that follows it. */
  #follow(notification: ShownNotification, message: Message, actions: readonly MessageAction[]): void {
    const { changed, clicked, pressed, failed } = this.#parts
    const answered = () => {
      const stood = this.#standing.delete(notification)
      if (stood) changed()
      return stood
    }
    notification.on('click', () => {
      if (answered()) clicked(message)
    })
    notification.on('button', (key) => {
      const action = actions.find((one) => one.key === key)
      if (action === undefined || !answered()) return
      // Some desktops leave a notification whose button was pressed.
      notification.close()
      pressed(message, action.act)
    })
    notification.on('close', answered)
    notification.on('failed', () => {
      if (answered()) failed(message)
    })
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
