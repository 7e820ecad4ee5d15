/** The thread in which calendar files are read: it may be slow or run out of memory without anybody noticing. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { encodedCalendar } from '../../shared/exchange/calendarBytes.ts'
import type { CalendarReading } from '../../shared/exchange/calendarFile.ts'
import { readCalendar } from '../../shared/exchange/readCalendar.ts'
import { isReadingTask, type ReadingTask } from './readingTask.ts'

function readingOf(task: ReadingTask): CalendarReading {
  return 'text' in task ? readCalendar(task.text) : readFile(task.path)
}

function readFile(path: string): CalendarReading {
  const { bytes, encoding, guessed } = encodedCalendar(readFileSync(path))
  const reading = readCalendar(new TextDecoder(encoding).decode(bytes))
  if (!reading.ok || !guessed) return reading
  const note = { code: 'encoding-guessed', line: 1, params: { encoding } } as const
  return { ok: true, calendar: { ...reading.calendar, problems: [note, ...reading.calendar.problems] } }
}

if (!isReadingTask(workerData)) throw new Error('the calendar thread was started without a task')
parentPort?.postMessage(readingOf(workerData))
