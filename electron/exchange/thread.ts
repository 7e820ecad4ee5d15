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

/** How far a thread is: the part done, from 0 to 1, and what it counted so far. */
export interface ThreadProgress {
  readonly part: number
  readonly count: number
}

/** What a thread sends: how far it is, a piece of what it found, or its answer. */
export type ThreadMessage<T> =
  | { readonly progress: ThreadProgress }
  | { readonly piece: string }
  | { readonly answer: T }

/** Who hears what a thread sends before its answer. */
export interface ThreadListeners {
  readonly onProgress?: (progress: ThreadProgress) => void
  readonly onPiece?: (piece: string) => void
}

/** Work under way. `result` is null where it was stopped. */
export interface ThreadRun<T> {
  readonly result: Promise<ThreadResult<T> | null>
  /** Ends the thread, whatever it is at. Resolves when it is gone. */
  readonly stop: () => Promise<void>
}

const notReadable = new Set(['EACCES', 'ENOENT', 'EISDIR', 'EIO'])

/** Starts `worker` with a task. It settles once, whatever the thread does. */
export function runThread<T>(
  worker: URL,
  task: unknown,
  limits: ThreadLimits,
  { onProgress, onPiece }: ThreadListeners = {},
): ThreadRun<T> {
  const thread = new Worker(worker, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  let settle: (result: ThreadResult<T> | null) => Promise<void> = async () => {}
  const result = new Promise<ThreadResult<T> | null>((resolve) => {
    const fail = (code: ThreadFailure['code'], params: ThreadFailure['params']) =>
      void settle({ ok: false, failure: { code, params } })
    const timer = setTimeout(
      () => fail('too-slow', { seconds: limits.milliseconds / 1000 }),
      limits.milliseconds,
    )
    settle = async (done) => {
      clearTimeout(timer)
      resolve(done)
      await thread.terminate()
    }
    thread.on('message', (message: ThreadMessage<T>) => {
      if ('progress' in message) onProgress?.(message.progress)
      else if ('piece' in message) onPiece?.(message.piece)
      else void settle({ ok: true, answer: message.answer })
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
