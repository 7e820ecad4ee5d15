import { Message, type MessageBus, Variant } from '@jellybrick/dbus-next'
import { until } from './until.ts'

/** An entry of a menu as it is read over the bus. */
export interface TrayEntry {
  readonly id: number
  readonly label: string
  readonly enabled: boolean
  readonly separator: boolean
  /** The entries that open beside it. */
  readonly entries: readonly TrayEntry[]
}

const ITEM = 'org.kde.StatusNotifierItem'
const ITEM_PATH = '/StatusNotifierItem'
const MENU = 'com.canonical.dbusmenu'
const MENU_PATH = '/com/canonical/dbusmenu'

/** An icon in the tray: what it shows, and what a person can do with it. */
export class TrayItem {
  readonly #bus: MessageBus
  readonly #service: string

  constructor(bus: MessageBus, service: string) {
    this.#bus = bus
    this.#service = service
  }

  /** Clicks the icon. */
  async activate(): Promise<void> {
    await this.#call(ITEM_PATH, ITEM, 'Activate', 'ii', [0, 0])
  }

  /** A property of the item, such as `Title` or `ToolTip`, without its variants. */
  async property(name: string): Promise<unknown> {
    const [value] = await this.#call(ITEM_PATH, 'org.freedesktop.DBus.Properties', 'Get', 'ss', [ITEM, name])
    return plain(value)
  }

  /** Width, height and pixels (ARGB) of the largest picture. */
  async picture(): Promise<{ readonly width: number; readonly height: number; readonly argb: Buffer }> {
    const pictures = (await this.property('IconPixmap')) as [number, number, Buffer][]
    const [width, height, argb] = pictures.toSorted((a, b) => b[0] - a[0])[0] ?? [0, 0, Buffer.alloc(0)]
    return { width, height, argb: Buffer.from(argb) }
  }

  /** The menu, top to bottom. Underscores that mark a key are taken out as a menu does. */
  async menu(): Promise<readonly TrayEntry[]> {
    const [, layout] = await this.#call(MENU_PATH, MENU, 'GetLayout', 'iias', [0, -1, []])
    return entriesOf(plain(layout) as Layout)
  }

  /** Labels of the menu; a separator is a dash. Spaces that do not break are made plain. */
  async labels(): Promise<readonly string[]> {
    const entries = await this.menu()
    return entries.map(({ label, separator }) => (separator ? '—' : label.replace(/[\u00a0\u202f]/g, ' ')))
  }

  /** Chooses the first entry with this text, here or in what opens beside an entry. */
  async choose(text: string): Promise<void> {
    const entry = await until(`the tray's menu offers ${JSON.stringify(text)}`, async () =>
      (await this.menu())
        .flatMap((entry) => [entry, ...entry.entries])
        .find(({ label }) => label.replace(/[\u00a0\u202f]/g, ' ').includes(text)),
    )
    const body = [entry.id, 'clicked', new Variant('i', 0), 0]
    await this.#call(MENU_PATH, MENU, 'Event', 'isvu', body)
  }

  async #call(
    path: string,
    face: string,
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<unknown[]> {
    const message = new Message({
      destination: this.#service,
      path,
      interface: face,
      member,
      signature,
      body,
    })
    const reply = await this.#bus.call(message)
    return reply?.body ?? []
  }
}

/** Id, properties and children of an entry, as GetLayout gives them. */
type Layout = readonly [number, Readonly<Record<string, unknown>>, readonly Layout[]]

function entriesOf([, , children]: Layout): readonly TrayEntry[] {
  return children.map((child) => ({
    id: child[0],
    label: String(child[1].label ?? '').replace(/_(_?)/g, '$1'),
    enabled: child[1].enabled !== false,
    separator: child[1].type === 'separator',
    entries: entriesOf(child),
  }))
}

/** A value with the wrappers of its variants taken off, all the way down. */
function plain(value: unknown): unknown {
  if (value instanceof Variant) return plain(value.value)
  if (Buffer.isBuffer(value)) return value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
