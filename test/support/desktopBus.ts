/**
 * A desktop for tests, on a real D-Bus session bus of its own: it shows notifications (Desktop Notifications
 * Specification 1.2) and tray icons (StatusNotifierItem, com.canonical.dbusmenu), writes down what arrives and can do
 * what a person does with them.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Message, type MessageBus, MessageType, sessionBus, Variant } from '@jellybrick/dbus-next'
import { TrayItem } from './desktopBusTray.ts'
import { outputFolder, startBus } from './display.ts'
import { until } from './until.ts'

/** A notification as it arrived on the bus. */
export interface ArrivedNotification {
  readonly id: number
  readonly app: string
  readonly summary: string
  readonly body: string
  /** Keys of its actions in order; `default` is a click on it. */
  readonly actions: readonly string[]
  /** What stands on its buttons, in order, the name of the click left out. */
  readonly buttons: readonly string[]
  readonly hints: readonly string[]
  /** Milliseconds; −1 as the desktop likes, 0 never. */
  readonly timeout: number
  readonly state: 'standing' | 'closed'
}

export interface DesktopBusOptions {
  /** Whether something shows notifications. */
  readonly notifications?: boolean
  /** Whether something shows tray icons. */
  readonly tray?: boolean
  /** The name of what shows notifications. */
  readonly server?: string
  /** What it can do; all that it knows unless told. */
  readonly capabilities?: readonly string[]
}

const NOTIFICATIONS = 'org.freedesktop.Notifications'
const NOTIFICATIONS_PATH = '/org/freedesktop/Notifications'
const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'
const PROPERTIES = 'org.freedesktop.DBus.Properties'

/** A running desktop; `stop` ends its bus. */
export class DesktopBus {
  readonly #bus: MessageBus
  readonly #address: string
  readonly #stopBus: () => Promise<void>
  readonly #arrived = new Map<number, ArrivedNotification>()
  readonly #items: string[] = []
  readonly #log: string
  readonly #options: DesktopBusOptions
  #lastId = 0

  private constructor(
    bus: MessageBus,
    address: string,
    stopBus: () => Promise<void>,
    name: string,
    options: DesktopBusOptions,
  ) {
    this.#options = options
    this.#bus = bus
    this.#address = address
    this.#stopBus = stopBus
    mkdirSync(outputFolder, { recursive: true })
    this.#log = join(outputFolder, `${name}-bus.jsonl`)
    writeFileSync(this.#log, '')
  }

  /** Starts a desktop that shows everything unless told; what happens on it goes into test/output/NAME-bus.jsonl. */
  static async start(name: string, options: DesktopBusOptions = {}): Promise<DesktopBus> {
    const { address, stop } = await startBus()
    const bus = sessionBus({ busAddress: address })
    const desktop = new DesktopBus(bus, address, stop, name, options)
    bus.addMethodHandler((call) => desktop.#answer(call))
    await until('the desktop is on its bus', () => bus.name)
    if (options.notifications ?? true) await bus.requestName(NOTIFICATIONS)
    if (options.tray ?? true) await bus.requestName(WATCHER)
    return desktop
  }

  /** What an app needs in its environment to live on this desktop. */
  get env(): Readonly<Record<string, string>> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#address }
  }

  /** All that arrived, oldest first. */
  get notifications(): readonly ArrivedNotification[] {
    return [...this.#arrived.values()]
  }

  /** The notifications with this text in their summary or body. */
  notificationsWith(text: string): readonly ArrivedNotification[] {
    return this.notifications.filter(({ summary, body }) => `${summary}\n${body}`.includes(text))
  }

  /** Waits for the first notification with this text. */
  notificationWith(text: string, seconds = 10): Promise<ArrivedNotification> {
    return until(
      `a notification says ${JSON.stringify(text)}`,
      () => this.notificationsWith(text)[0],
      seconds,
    )
  }

  /** Clicks a notification, or one of its buttons. */
  invoke(id: number, action = 'default'): void {
    this.#signal('ActionInvoked', 'us', [id, action])
    this.#close(id, 2)
  }

  /** Puts a notification away as a person does. */
  dismiss(id: number): void {
    this.#close(id, 2)
  }

  /** What shows notifications ends, and starts again without knowing any; its numbers begin anew. */
  async restartNotifications(): Promise<void> {
    await this.#bus.releaseName(NOTIFICATIONS)
    this.#lastId = 0
    this.#arrived.clear()
    await this.#bus.requestName(NOTIFICATIONS)
  }

  /** Waits for the app's icon in the tray. */
  async trayItem(): Promise<TrayItem> {
    const service = await until('an icon is in the tray', () => this.#items.at(-1))
    return new TrayItem(this.#bus, service)
  }

  /** How many apps put an icon into the tray. */
  get trayItems(): number {
    return this.#items.length
  }

  async stop(): Promise<void> {
    this.#bus.disconnect()
    await this.#stopBus()
  }

  #answer(call: Message): boolean {
    if (call.type !== MessageType.METHOD_CALL) return false
    if (call.path === NOTIFICATIONS_PATH) return this.#answerNotifications(call)
    if (call.path === WATCHER_PATH) return this.#answerWatcher(call)
    return false
  }

  #answerNotifications(call: Message): boolean {
    if (call.member === 'Notify') this.#reply(call, 'u', [this.#notify(call.body)])
    else if (call.member === 'GetCapabilities')
      this.#reply(call, 'as', [
        [...(this.#options.capabilities ?? ['body', 'body-markup', 'actions', 'persistence'])],
      ])
    else if (call.member === 'GetServerInformation')
      this.#reply(call, 'ssss', [this.#options.server ?? 'Test desktop', 'Headroom', '1', '1.2'])
    else if (call.member === 'CloseNotification') {
      this.#reply(call, '', [])
      this.#close(Number(call.body[0]), 3)
    } else return false
    return true
  }

  #notify(body: readonly unknown[]): number {
    const [app, replaces, , summary, text, actions, hints, timeout] = body as [
      string,
      number,
      string,
      string,
      string,
      string[],
      Record<string, Variant>,
      number,
    ]
    this.#lastId += 1
    const id = replaces > 0 ? replaces : this.#lastId
    const keys = actions.filter((_, i) => i % 2 === 0)
    const buttons = actions.filter((_, i) => i % 2 === 1 && actions[i - 1] !== 'default')
    const known = { actions: keys, buttons, hints: Object.keys(hints).sort(), timeout }
    const arrived = { id, app, summary, body: text, ...known }
    this.#arrived.set(id, { ...arrived, state: 'standing' })
    this.#write({ event: 'notify', ...arrived })
    return id
  }

  #close(id: number, reason: number): void {
    const arrived = this.#arrived.get(id)
    if (arrived === undefined || arrived.state === 'closed') return
    this.#arrived.set(id, { ...arrived, state: 'closed' })
    this.#write({ event: 'closed', id, reason })
    this.#signal('NotificationClosed', 'uu', [id, reason])
  }

  #answerWatcher(call: Message): boolean {
    if (call.interface === PROPERTIES) return this.#answerProperties(call)
    if (call.member !== 'RegisterStatusNotifierItem') return false
    this.#items.push(call.sender)
    this.#write({ event: 'tray', service: String(call.body[0]) })
    this.#reply(call, '', [])
    return true
  }

  #answerProperties(call: Message): boolean {
    const values: Record<string, Variant> = {
      RegisteredStatusNotifierItems: new Variant('as', [...this.#items]),
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
    }
    const value = values[String(call.body[1])]
    if (call.member === 'GetAll') this.#reply(call, 'a{sv}', [values])
    else if (call.member === 'Get' && value !== undefined) this.#reply(call, 'v', [value])
    else return false
    return true
  }

  #reply(call: Message, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newMethodReturn(call, signature, body))
  }

  #signal(member: string, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newSignal(NOTIFICATIONS_PATH, NOTIFICATIONS, member, signature, body))
  }

  #write(event: Readonly<Record<string, unknown>>): void {
    appendFileSync(this.#log, `${JSON.stringify(event)}\n`)
  }
}
