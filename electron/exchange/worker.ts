/** The thread in which files of others are read: it may be slow or run out of memory without anybody noticing. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { encodedCalendar } from '../../shared/exchange/calendarBytes.ts'
import type { CalendarReading } from '../../shared/exchange/calendarFile.ts'
import { readCalendar } from '../../shared/exchange/readCalendar.ts'
import { encodingOf } from '../../shared/exchange/textEncoding.ts'
import { chosenOr, readWorked } from '../../shared/exchange/time/readWorked.ts'
import type { WorkedReading } from '../../shared/exchange/time/workedFile.ts'
import { type CalendarTask, isReadingTask, type TableTask } from './readingTask.ts'
import type { ThreadMessage } from './thread.ts'

function calendarOf(task: CalendarTask): CalendarReading {
  return 'text' in task ? readCalendar(task.text) : calendarFile(task.path)
}

function calendarFile(path: string): CalendarReading {
  const { bytes, encoding, guessed } = encodedCalendar(readFileSync(path))
  const reading = readCalendar(new TextDecoder(encoding).decode(bytes))
  if (!reading.ok || !guessed) return reading
  const note = { code: 'encoding-guessed', line: 1, params: { encoding } } as const
  return { ok: true, calendar: { ...reading.calendar, problems: [note, ...reading.calendar.problems] } }
}

function tableOf({ table, choices }: TableTask): WorkedReading {
  const bytes = 'path' in table ? readFileSync(table.path) : table.bytes
  const encoding = chosenOr(choices.encoding, () => {
    const found = encodingOf(bytes)
    return { value: found.encoding, how: found.guessed ? 'assumed' : 'found' }
  })
  const text = new TextDecoder(encoding.value).decode(bytes)
  return readWorked(text, encoding, choices, (part) => send({ part }))
}

function send(message: ThreadMessage<CalendarReading | WorkedReply>): void {
  parentPort?.postMessage(message)
}

/** A table crosses threads and processes as one text: it is copied at once, where rows would be walked field by field. */
type WorkedReply = Exclude<WorkedReading, { ok: true }> | { readonly ok: true; readonly read: string }

if (!isReadingTask(workerData)) throw new Error('the reading thread was started without a task')
if ('table' in workerData) {
  const reading = tableOf(workerData)
  send({ answer: reading.ok ? { ok: true, read: JSON.stringify(reading.read) } : reading })
} else send({ answer: calendarOf(workerData) })
