/** How long to wait for idle time at most, in milliseconds: for the first time, and for the next slice of work. */
const FIRST_WAIT = 2_000
const NEXT_WAIT = 100

/** Runs something when nothing else is to do, in two seconds at the latest. The returned function calls it off. */
export function whenIdle(run: () => void): () => void {
  return idle(run, FIRST_WAIT)
}

/** Runs a search step by step whenever nothing else is to do, a step at least. The returned function calls it off. */
export function inSlices<T>(start: () => Generator<undefined, T>, done: (found: T) => void): () => void {
  let search: Generator<undefined, T> | null = null
  const slice = (hasTime: () => boolean) => {
    search ??= start()
    do {
      const step = search.next()
      if (step.done === true) return done(step.value)
    } while (hasTime())
    stop = idle(slice, NEXT_WAIT)
  }
  let stop = idle(slice, FIRST_WAIT)
  return () => stop()
}

function idle(run: (hasTime: () => boolean) => void, timeout: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback((deadline) => run(() => deadline.timeRemaining() > 0), { timeout })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(() => run(() => true))
  return () => clearTimeout(handle)
}
