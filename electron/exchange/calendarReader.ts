/** Calendar files read off the main process's thread, within bounds of size, time and memory. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CalendarReading, CalendarRefusalCode } from '../../shared/exchange/calendarFile.ts'
import { LARGEST_CALENDAR } from '../../shared/exchange/largestCalendar.ts'
import type { CalendarReply } from '../../shared/ipc/contract.ts'
import type { ReadingTask } from './readingTask.ts'

/** What reading one file may take. The memory holds the largest file as UTF-16, its lines, and what is read from them. */
export interface ReadingLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

const usualLimits: ReadingLimits = { milliseconds: 30_000, megabytes: 1024 }

export interface CalendarReader {
  /** Reads a file that the user chose. */
  readFile(path: string): Promise<CalendarReply>
  /** Reads a text that the user dropped on the window under a file name. */
  readText(name: string, text: string): Promise<CalendarReply>
}

/** A reader that starts `worker` (the built `electron/exchange/worker.ts`) for each file, and ends it at the limits. */
export function calendarReader(worker: URL, limits = usualLimits): CalendarReader {
  return {
    async readFile(path) {
      const bytes = await sizeOf(path)
      if (bytes === null) return failed('unreadable-file', { name: basename(path) })
      if (bytes > LARGEST_CALENDAR) return failed('too-large', { megabytes: LARGEST_CALENDAR / 1024 / 1024 })
      return replyOf(basename(path), await readInThread(worker, { path }, limits))
    },
    async readText(name, text) {
      return replyOf(basename(name), await readInThread(worker, { text }, limits))
    },
  }
}

function failed(code: CalendarRefusalCode, params: Readonly<Record<string, string | number>>): CalendarReply {
  return { state: 'failed', code, params }
}

function replyOf(name: string, reading: CalendarReading): CalendarReply {
  return reading.ok
    ? { state: 'read', name, calendar: reading.calendar }
    : failed(reading.code, reading.params)
}

/** The size of a regular file in bytes; null where there is none that can be read. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    const file = await stat(path)
    return file.isFile() ? file.size : null
  } catch {
    // Gone, or not permitted: either way the user is told that this file cannot be read.
    return null
  }
}

/** Runs one task in a thread of its own. Settles once, whatever the thread does. */
function readInThread(worker: URL, task: ReadingTask, limits: ReadingLimits): Promise<CalendarReading> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    })
    const settle = (reading: CalendarReading) => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(reading)
    }
    const refuse = (code: CalendarRefusalCode, params: Readonly<Record<string, string | number>>) =>
      settle({ ok: false, code, params })
    const timer = setTimeout(
      () => refuse('too-slow', { seconds: limits.milliseconds / 1000 }),
      limits.milliseconds,
    )
    thread.once('message', (reading: CalendarReading) => settle(reading))
    thread.once('error', (error: NodeJS.ErrnoException) => {
      const isFile =
        error.code === 'EACCES' || error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'EIO'
      refuse(isFile ? 'unreadable-file' : 'reader-failed', { detail: error.message.slice(0, 200) })
    })
    thread.once('exit', (code) => refuse('reader-failed', { detail: `exit code ${code}` }))
  })
}
