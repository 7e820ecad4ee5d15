/** One piece of work in a thread of its own, within bounds of time and memory. */
import { Worker } from 'node:worker_threads'

/** What one piece of work may take. */
export interface ThreadLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

/** Why a thread gave no answer. */
export interface ThreadFailure {
  readonly code: 'too-slow' | 'unreadable-file' | 'reader-failed'
  readonly params: Readonly<Record<string, string | number>>
}

export type ThreadResult<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly failure: ThreadFailure }

/** What a thread sends: how far it is, or its answer. */
export type ThreadMessage<T> = { readonly part: number } | { readonly answer: T }

/** Work under way. `result` is null where it was stopped. */
export interface ThreadRun<T> {
  readonly result: Promise<ThreadResult<T> | null>
  readonly stop: () => void
}

const notReadable = new Set(['EACCES', 'ENOENT', 'EISDIR', 'EIO'])

/** Starts `worker` with a task. It settles once, whatever the thread does. */
export function runThread<T>(
  worker: URL,
  task: unknown,
  limits: ThreadLimits,
  onProgress: (part: number) => void = () => {},
): ThreadRun<T> {
  const thread = new Worker(worker, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  let settle: (result: ThreadResult<T> | null) => void = () => {}
  const result = new Promise<ThreadResult<T> | null>((resolve) => {
    const fail = (code: ThreadFailure['code'], params: ThreadFailure['params']) =>
      settle({ ok: false, failure: { code, params } })
    const timer = setTimeout(
      () => fail('too-slow', { seconds: limits.milliseconds / 1000 }),
      limits.milliseconds,
    )
    settle = (done) => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(done)
    }
    thread.on('message', (message: ThreadMessage<T>) => {
      if ('part' in message) onProgress(message.part)
      else settle({ ok: true, answer: message.answer })
    })
    thread.once('error', (error: NodeJS.ErrnoException) =>
      fail(notReadable.has(error.code ?? '') ? 'unreadable-file' : 'reader-failed', {
        detail: error.message.slice(0, 200),
      }),
    )
    thread.once('exit', (code) => fail('reader-failed', { detail: `exit code ${code}` }))
  })
  return { result, stop: () => settle(null) }
}
