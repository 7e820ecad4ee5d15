import { nativeImage } from 'electron'
import { markPicture } from '../../assets/generated/trayPictures.ts'
import type { Message } from '../../shared/reminders/message.ts'
import { actionsOf, type MessageAct } from '../../shared/reminders/messageActions.ts'
import { NotificationServer, type Picture } from './bus/notificationServer.ts'
import { busAddress } from './bus/sessionBus.ts'
import { type DesktopParts, go, speechOf } from './desktopParts.ts'
import { electronNotification } from './electronNotification.ts'
import { type NotificationParts, Notifications } from './notifications.ts'
import { rgbaOf } from './pixels.ts'
import { type DesktopRules, desktopEntry } from './platform.ts'

export interface DesktopNotificationParts {
  readonly parts: DesktopParts
  readonly rules: DesktopRules
  readonly changed: () => void
  /** The desktop showed nothing of it. */
  readonly refused: (message: Message) => void
  /** A button of a notification was pressed. */
  readonly pressed: (message: Message, act: MessageAct) => void
}

/** The notifications of this desktop: where a click leads, and what happens to those that it refuses. */
export function makeNotifications(made: DesktopNotificationParts): Notifications {
  const { parts, changed, refused, pressed } = made
  return new Notifications({
    create: creatorOf(made),
    actions: (message) => actionsOf(message, speechOf(parts)),
    open: () => speechOf(parts).words.desktop.openIt,
    clicked: ({ about, leads }) => {
      if (about !== null) go(parts, { to: 'week', ...about })
      else if (leads !== undefined) go(parts, leads)
      else parts.window.show()
    },
    pressed,
    changed,
    failed: (message) => {
      refused(message)
      showInWindow(parts, message)
    },
  })
}

function creatorOf({ parts, rules }: DesktopNotificationParts): NotificationParts['create'] {
  const icon = nativeImage.createFromDataURL(`data:image/png;base64,${markPicture}`)
  if (rules.notifiesBy === 'electron') return (content) => electronNotification(content, rules, icon)
  const server = new NotificationServer({
    address: busAddress(process.env),
    desktopEntry,
    picture: pictureOf(icon),
    fault: parts.fault,
  })
  return (content) => server.create(content)
}

function pictureOf(icon: Electron.NativeImage): Picture {
  const small = icon.resize({ width: 64, height: 64 })
  return { ...small.getSize(), rgba: rgbaOf(small.toBitmap()) }
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
