/** The clock of the main process. A test can set where it starts; then it advances like any other. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  /** The instant at which a test let the clock start (ISO 8601); null for the real clock. */
  readonly fixedNow: string | null
}

/** The real clock, or one that starts at an ISO 8601 instant. Refuses an instant that does not parse. */
export function clockFrom(startsAt: string | undefined): Clock {
  if (startsAt === undefined || startsAt === '') return { now: () => Date.now(), fixedNow: null }
  const start = Date.parse(startsAt)
  if (Number.isNaN(start)) throw new Error(`not an instant: ${startsAt}`)
  const begin = performance.now()
  return { now: () => Math.floor(start + performance.now() - begin), fixedNow: new Date(start).toISOString() }
}
