/**
 * Notifications by the Desktop Notifications Specification 1.2. Electron's own have no buttons on Linux
 * (electron#24333), and send what a server would read as markup.
 */
import type { NotificationButton, NotificationContent, ShownNotification } from '../notifications.ts'
import { type BusSignal, SessionBus } from './sessionBus.ts'

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'

/** A picture as rows of red, green, blue and alpha, a byte each. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly rgba: Buffer
}

export interface NotificationServerParts {
  /** Null where this session has no bus: then every notification fails, and the window shows it. */
  readonly address: string | null
  /** The name of the app's desktop file, without `.desktop`. */
  readonly desktopEntry: string
  readonly picture: Picture | null
  readonly fault: (where: string, fault: unknown) => void
}

/** What the server on the bus can do. */
interface Server {
  readonly bus: SessionBus
  readonly markup: boolean
  readonly buttons: number
}

/** The server of the desktop. It may start late, end, and come again: whoever is there when one is shown shows it. */
export class NotificationServer {
  readonly #parts: NotificationServerParts
  readonly #shown = new Map<number, BusNotification>()
  #bus: Promise<SessionBus> | null = null
  #server: Promise<Server> | null = null

  constructor(parts: NotificationServerParts) {
    this.#parts = parts
  }

  create(content: NotificationContent): ShownNotification {
    return new BusNotification({
      send: (notification) => this.#send(content, notification),
      take: (id) => this.#take(id),
      fault: this.#parts.fault,
    })
  }

  async #send(content: NotificationContent, notification: BusNotification): Promise<number> {
    const server = await this.#connected()
    const { bus, buttons, markup } = server
    const shown = fittingButtons(content.buttons, buttons)
    const actions =
      buttons === 0 ? [] : ['default', content.open, ...shown.flatMap(({ key, text }) => [key, text])]
    const body = markup ? escapeMarkup(content.body) : content.body
    const [id] = await bus.call({
      destination: NAME,
      path: PATH,
      interface: NAME,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: [
        'Headroom',
        0,
        '',
        valid(content.title),
        valid(body),
        actions.map(valid),
        this.#hints(bus),
        content.stays ? 0 : -1,
      ],
    })
    if (typeof id !== 'number') throw new Error('the server gave no id')
    this.#shown.set(id, notification)
    return id
  }

  #hints(bus: SessionBus): Readonly<Record<string, unknown>> {
    const { desktopEntry, picture } = this.#parts
    const image =
      picture === null
        ? {}
        : {
            'image-data': bus.variant('(iiibiiay)', [
              picture.width,
              picture.height,
              4 * picture.width,
              true,
              8,
              4,
              picture.rgba,
            ]),
          }
    return { urgency: bus.variant('y', 1), 'desktop-entry': bus.variant('s', desktopEntry), ...image }
  }

  async #take(id: number): Promise<void> {
    // The server closed it already, and may have given its number to another one.
    if (!this.#shown.delete(id)) return
    const bus = await this.#bus
    await bus?.call({
      destination: NAME,
      path: PATH,
      interface: NAME,
      member: 'CloseNotification',
      signature: 'u',
      body: [id],
    })
  }

  #connected(): Promise<Server> {
    const { address } = this.#parts
    if (address === null) return Promise.reject(new Error('this session has no bus'))
    this.#bus ??= this.#connect(address)
    this.#server ??= this.#bus.then(ask)
    this.#server.catch(() => this.#forget())
    return this.#server
  }

  async #connect(address: string): Promise<SessionBus> {
    const bus = await SessionBus.connect(address, () => this.#forget())
    const rules = [
      `type='signal',path='${PATH}',interface='${NAME}'`,
      `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${NAME}'`,
    ]
    await bus.listen(rules, (signal) => this.#heard(signal))
    return bus
  }

  /** The connection is of no more use; what it had shown cannot be answered any more. */
  #forget(): void {
    this.#bus = null
    this.#server = null
    this.#closeAll()
  }

  /** Another server gives its own numbers, so those of the one before name nothing of ours any more. */
  #closeAll(): void {
    const shown = [...this.#shown.values()]
    this.#shown.clear()
    for (const notification of shown) notification.emit('close')
  }

  #heard({ interface: face, member, body: [first, second] }: BusSignal): void {
    if (member === 'NameOwnerChanged' && first === NAME) {
      this.#server = null
      this.#closeAll()
      return
    }
    const notification = face === NAME && typeof first === 'number' ? this.#shown.get(first) : undefined
    if (notification === undefined || typeof first !== 'number') return
    if (member === 'ActionInvoked') {
      if (second === 'default') notification.emit('click')
      else if (typeof second === 'string') notification.press(second)
    } else if (member === 'NotificationClosed') {
      this.#shown.delete(first)
      notification.emit('close')
    }
  }
}

/** What the server on the bus can do; asked anew when another one has come. */
async function ask(bus: SessionBus): Promise<Server> {
  const about = { destination: NAME, path: PATH, interface: NAME }
  const [capabilities] = await bus.call({ ...about, member: 'GetCapabilities' })
  const [name] = await bus.call({ ...about, member: 'GetServerInformation' })
  const can = (what: string) => Array.isArray(capabilities) && capabilities.includes(what)
  return { bus, markup: can('body-markup'), buttons: can('actions') ? mostButtons(String(name)) : 0 }
}

/** GNOME Shell shows three buttons and drops the others without a word. */
function mostButtons(server: string): number {
  return server === 'gnome-shell' ? 3 : Number.POSITIVE_INFINITY
}

/** As many buttons as are shown, in their order: where there is not room for all, the ones of the lowest rank. */
export function fittingButtons(
  buttons: readonly NotificationButton[],
  most: number,
): readonly NotificationButton[] {
  if (buttons.length <= most) return buttons
  const kept = buttons.toSorted((a, b) => a.rank - b.rank).slice(0, most)
  return buttons.filter((button) => kept.includes(button))
}

/** `3 < 5` makes servers that read markup drop the text (Specification 1.2, "Markup"). */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A bus closes the connection over a text that holds a NUL. */
function valid(text: string): string {
  return text.replaceAll('\0', '')
}

interface BusNotificationParts {
  /** Sends it; resolves with its number. */
  readonly send: (notification: BusNotification) => Promise<number>
  readonly take: (id: number) => Promise<void>
  readonly fault: (where: string, fault: unknown) => void
}

class BusNotification implements ShownNotification {
  readonly #parts: BusNotificationParts
  readonly #listeners = new Map<string, (key: string) => void>()
  #number: Promise<number> | null = null

  constructor(parts: BusNotificationParts) {
    this.#parts = parts
  }

  on(event: 'click' | 'close' | 'failed' | 'button', listen: (key: string) => void): void {
    this.#listeners.set(event, listen)
  }

  show(): void {
    const number = this.#parts.send(this)
    this.#number = number
    number.catch((fault: unknown) => {
      this.#parts.fault('notification: show', fault)
      this.emit('failed')
    })
  }

  /** Takes it away, also when it is only on its way. */
  close(): void {
    void this.#number
      ?.then((id) => this.#parts.take(id))
      .catch((fault: unknown) => this.#parts.fault('notification: close', fault))
  }

  emit(event: 'click' | 'close' | 'failed'): void {
    this.#listeners.get(event)?.('')
  }

  press(key: string): void {
    this.#listeners.get('button')?.(key)
  }
}
