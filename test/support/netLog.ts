/** Events of Chromium's net log that tell of a name resolved, or of a socket opened towards somewhere. */
const reaching = [
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_CONNECT',
  'UDP_LOCAL_ADDRESS',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_DNS_TASK',
  'SOCKET_ALIVE',
  'SOCKET_POOL',
  'HTTP_STREAM_JOB',
  'PROXY_RESOLUTION_SERVICE',
]

/** What a net log (`--log-net-log`) says; the log of an app that was ended may be unfinished. */
export interface NetLog {
  /** How many events there are, of any kind. */
  readonly events: number
  /** The names of the events that reach out, in the order they came. */
  readonly reached: readonly string[]
}

/** Reads a net log. Its first line names the numbers of the events of this Chromium, whose meaning differs by version. */
export function readNetLog(text: string): NetLog {
  const lines = text.split('\n')
  const { constants } = JSON.parse(`${lines[0]?.replace(/,$/, '')}}`) as {
    constants: { logEventTypes: Record<string, number> }
  }
  const names = new Map(
    reaching.flatMap((name) => {
      const number = constants.logEventTypes[name]
      return number === undefined ? [] : [[number, name] as const]
    }),
  )
  // A Chromium that knows none of these names would make the log say nothing.
  if (names.size < 5) throw new Error(`this net log knows only ${[...names.values()].join(', ')}`)
  // An event's own type is the last: its source has one, too.
  const types = lines.flatMap((line) => /.*"type":(\d+)/.exec(line)?.[1] ?? [])
  return { events: types.length, reached: types.flatMap((type) => names.get(Number(type)) ?? []) }
}
