/** Calendar files read off the main process's thread, within bounds of size, time and memory. */
import { basename } from 'node:path'
import type { CalendarReading, CalendarRefusalCode } from '../../shared/exchange/calendarFile.ts'
import { LARGEST_CALENDAR } from '../../shared/exchange/largestCalendar.ts'
import type { CalendarReply } from '../../shared/ipc/contract.ts'
import type { ReadingTask } from './readingTask.ts'
import { regularFile } from './regularFile.ts'
import { runThread, type ThreadLimits } from './thread.ts'

/** The memory holds the largest file as UTF-16, its lines, and what is read from them. */
const usualLimits: ThreadLimits = { milliseconds: 30_000, megabytes: 1024 }

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
      const bytes = await regularFile(path)
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

async function readInThread(worker: URL, task: ReadingTask, limits: ThreadLimits): Promise<CalendarReading> {
  const result = await runThread<CalendarReading>(worker, task, limits).result
  if (result === null) return { ok: false, code: 'reader-failed', params: { detail: 'stopped' } }
  return result.ok ? result.answer : { ok: false, ...result.failure }
}
