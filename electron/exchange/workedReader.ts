/** Tables of worked time read off the main process's thread; the file is kept at hand, to be read again under other assumptions. */
import { basename } from 'node:path'
import {
  LARGEST_TABLE,
  type ReadingChoices,
  type WorkedReading,
  type WorkedRefusalCode,
} from '../../shared/exchange/time/workedFile.ts'
import type { WorkedReply } from '../../shared/ipc/exchangeContract.ts'
import type { TableTask } from './readingTask.ts'
import { regularFile } from './regularFile.ts'
import { runThread, type ThreadLimits, type ThreadRun } from './thread.ts'

/** The memory holds the largest table as bytes, text, fields, rows and the text of its answer. */
const usualLimits: ThreadLimits = { milliseconds: 60_000, megabytes: 2048 }

export interface WorkedReader {
  /** Reads a file that the user chose. */
  readonly readFile: (path: string, choices: ReadingChoices) => Promise<WorkedReply>
  /** Reads the bytes of a file that the user dropped on the window. */
  readonly readBytes: (name: string, bytes: Uint8Array, choices: ReadingChoices) => Promise<WorkedReply>
  /** Reads the file of last time under other choices. */
  readonly readAgain: (choices: ReadingChoices) => Promise<WorkedReply>
  /** Gives up what is being read. */
  readonly stop: () => void
}

type Answer = Exclude<WorkedReading, { ok: true }> | { readonly ok: true; readonly read: string }

/** A reader that starts `worker` (the built `electron/exchange/worker.ts`) for each reading; one at a time, the newest. */
export function workedReader(
  worker: URL,
  onProgress: (part: number) => void,
  limits = usualLimits,
): WorkedReader {
  let file: { readonly name: string; readonly table: TableTask['table'] } | null = null
  let run: ThreadRun<Answer> | null = null
  const read = async (choices: ReadingChoices): Promise<WorkedReply> => {
    void run?.stop()
    if (file === null) return failed('unreadable-file', {})
    const { name, table } = file
    run = runThread<Answer>(worker, { table, choices } satisfies TableTask, limits, {
      onProgress: ({ part }) => onProgress(part),
    })
    const result = await run.result
    if (result === null) return { state: 'cancelled' }
    if (!result.ok) return failed(result.failure.code, result.failure.params)
    const { answer } = result
    return answer.ok ? { state: 'read', name, read: answer.read } : failed(answer.code, answer.params)
  }
  return {
    async readFile(path, choices) {
      const bytes = await regularFile(path)
      if (bytes === null) return failed('unreadable-file', {})
      if (bytes > LARGEST_TABLE) return failed('too-large', { megabytes: LARGEST_TABLE / 1024 / 1024 })
      file = { name: basename(path), table: { path } }
      return read(choices)
    },
    readBytes(name, bytes, choices) {
      file = { name: basename(name), table: { bytes } }
      return read(choices)
    },
    readAgain: read,
    stop: () => void run?.stop(),
  }
}

function failed(code: WorkedRefusalCode, params: Readonly<Record<string, string | number>>): WorkedReply {
  return { state: 'failed', code, params }
}
