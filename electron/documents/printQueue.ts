import { deferred } from './deferred.ts'

/** Runs jobs one after the other, in the order in which they came. One that fails does not stop the next. */
export class PrintQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** The job's own result or failure. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(job)
    this.#last = mine.catch(() => undefined)
    return mine
  }
}

/** Something took longer than it may. */
export class DeadlinePassed extends Error {
  readonly code = 'timeout'
}

/** The promise, or a rejection with {@link DeadlinePassed} after the given time. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  const { promise: passed, reject } = deferred<never>()
  const timer = setTimeout(
    () => reject(new DeadlinePassed(`${what}: no answer in ${milliseconds} ms`)),
    milliseconds,
  )
  try {
    return await Promise.race([promise, passed])
  } finally {
    clearTimeout(timer)
  }
}
