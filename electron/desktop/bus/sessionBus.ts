/** The session bus of a Linux desktop (D-Bus): a socket file of the user's own, no network. */
import type { Message, MessageBus } from '@jellybrick/dbus-next'

/** What a program needs to know of its environment to find the bus. */
export type BusEnvironment = Readonly<Record<string, string | undefined>>

/**
 * The address of the session bus; null where there is none. Only sockets of this computer are taken: an address may
 * also name another computer, or a program to start.
 */
export function busAddress(env: BusEnvironment): string | null {
  const given = (env.DBUS_SESSION_BUS_ADDRESS ?? '')
    .split(';')
    .filter((address) => /^unix:(path|abstract)=/.test(address))
  if (given.length > 0) return given.join(';')
  if (env.DBUS_SESSION_BUS_ADDRESS || !env.XDG_RUNTIME_DIR) return null
  return `unix:path=${encodeURIComponent(env.XDG_RUNTIME_DIR).replaceAll('%2F', '/')}/bus`
}

const BUS = 'org.freedesktop.DBus'

export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
}

/** A signal as it arrived. */
export type BusSignal = Pick<Message, 'path' | 'interface' | 'member' | 'body' | 'sender'>

/** Milliseconds that an answer may take: a bus starts a program that is asked for first. */
const LONGEST_ANSWER = 10_000

/** A connection to the session bus. It is given up after its first fault; whoever needs the bus again makes a new one. */
export class SessionBus {
  readonly #bus: MessageBus
  readonly #dbus: typeof import('@jellybrick/dbus-next')
  readonly #broken: Promise<never>

  private constructor(dbus: typeof import('@jellybrick/dbus-next'), address: string, ended: () => void) {
    this.#dbus = dbus
    this.#bus = dbus.sessionBus({ busAddress: address })
    this.#broken = new Promise((_resolve, reject) => {
      const events: NodeJS.EventEmitter = this.#bus
      events.on('error', (fault: unknown) => {
        ended()
        reject(fault)
      })
    })
    // Whoever calls hears of it; nobody else has to.
    this.#broken.catch(() => {})
  }

  /** Connects; rejects where nothing answers. The library is read only now: no other desktop needs it. */
  static async connect(address: string, ended: () => void): Promise<SessionBus> {
    const bus = new SessionBus(await import('@jellybrick/dbus-next'), address, ended)
    await bus.#inTime(new Promise<void>((resolve) => bus.#bus.once('connect', resolve)))
    return bus
  }

  /** Calls a method; resolves with what it answers, rejects with its error or when nothing comes in time. */
  async call({ signature = '', body = [], ...call }: BusCall): Promise<readonly unknown[]> {
    const message = new this.#dbus.Message({ ...call, signature, body: [...body] })
    const reply = await this.#inTime(this.#bus.call(message))
    return reply?.body ?? []
  }

  /** Listens to the signals that these rules match (D-Bus Specification, "Match Rules"). */
  async listen(rules: readonly string[], heard: (signal: BusSignal) => void): Promise<void> {
    const { MessageType } = this.#dbus
    this.#bus.on('message', (message) => {
      // After the answers that came in the same piece of the stream: a signal may be about one of them.
      if (message.type === MessageType.SIGNAL) setImmediate(() => heard(message))
    })
    const add = { destination: BUS, path: '/org/freedesktop/DBus', interface: BUS, member: 'AddMatch' }
    for (const rule of rules) await this.call({ ...add, signature: 's', body: [rule] })
  }

  /** A value with its type, for a map of variants. */
  variant(signature: string, value: unknown): unknown {
    return new this.#dbus.Variant(signature, value)
  }

  #inTime<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the session bus does not answer')), LONGEST_ANSWER)
    })
    return Promise.race([answer, this.#broken, late]).finally(() => clearTimeout(timer))
  }
}
