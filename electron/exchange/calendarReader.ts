/** Calendar files read off the main process's thread, within bounds of size, time and memory; one at a time, the newest. */
import { basename } from 'node:path'
import type { CalendarHead, CalendarRefusalCode } from '../../shared/exchange/calendarFile.ts'
import { LARGEST_CALENDAR } from '../../shared/exchange/largestCalendar.ts'
import type { CalendarReply } from '../../shared/ipc/exchangeContract.ts'
import type { CalendarTask } from './readingTask.ts'
import { regularFile } from './regularFile.ts'
import { runThread, type ThreadLimits, type ThreadProgress, type ThreadRun } from './thread.ts'

/** The memory holds the largest file as UTF-16, its lines, and what is read from them. Who finds it long can stop it. */
const usualLimits: ThreadLimits = { milliseconds: 120_000, megabytes: 1536 }

export interface CalendarReader {
  /** Reads a file that the user chose. */
  readonly readFile: (path: string) => Promise<CalendarReply>
  /** Reads the bytes of a file that the user dropped on the window. */
  readonly readBytes: (name: string, bytes: Uint8Array) => Promise<CalendarReply>
  /** A piece of the events that were read last, as JSON. Each is given once. */
  readonly piece: (index: number) => string | null
  /** Gives up what is being read, and forgets what was. */
  readonly stop: () => Promise<void>
}

/** What the thread answers: the calendar's events come before, in pieces. */
export type CalendarAnswer =
  | { readonly ok: true; readonly calendar: CalendarHead }
  | {
      readonly ok: false
      readonly code: CalendarRefusalCode
      readonly params: Readonly<Record<string, string | number>>
    }

/** A reader that starts `worker` (the built `electron/exchange/worker.ts`) for each file, and ends it at the limits. */
export function calendarReader(
  worker: URL,
  onProgress: (progress: ThreadProgress) => void = () => {},
  limits = usualLimits,
): CalendarReader {
  let pieces: (string | null)[] = []
  let run: ThreadRun<CalendarAnswer> | null = null
  const read = async (name: string, task: CalendarTask): Promise<CalendarReply> => {
    await run?.stop()
    // Own to this reading: one that was given up may still send.
    const own: string[] = []
    pieces = own
    run = runThread<CalendarAnswer>(worker, task, limits, { onProgress, onPiece: (piece) => own.push(piece) })
    const result = await run.result
    if (result === null) return { state: 'cancelled' }
    if (!result.ok) return failed(result.failure.code, result.failure.params)
    const { answer } = result
    if (!answer.ok) return failed(answer.code, answer.params)
    return { state: 'read', name: basename(name), calendar: answer.calendar, pieces: own.length }
  }
  return {
    async readFile(path) {
      const bytes = await regularFile(path)
      if (bytes === null) return failed('unreadable-file', { name: basename(path) })
      if (bytes > LARGEST_CALENDAR) return failed('too-large', { megabytes: LARGEST_CALENDAR / 1024 / 1024 })
      return read(path, { path })
    },
    readBytes: (name, bytes) => read(name, { bytes }),
    piece(index) {
      const piece = pieces[index] ?? null
      if (piece !== null) pieces[index] = null
      return piece
    },
    async stop() {
      pieces = []
      await run?.stop()
    },
  }
}

function failed(code: CalendarRefusalCode, params: Readonly<Record<string, string | number>>): CalendarReply {
  return { state: 'failed', code, params }
}
