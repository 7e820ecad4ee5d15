/** The thread in which files of others are read: it may be slow or run out of memory without anybody noticing. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { encodedCalendar } from '../../shared/exchange/calendarBytes.ts'
import { readCalendar } from '../../shared/exchange/readCalendar.ts'
import { encodingOf } from '../../shared/exchange/textEncoding.ts'
import { chosenOr, readWorked } from '../../shared/exchange/time/readWorked.ts'
import type { WorkedReading } from '../../shared/exchange/time/workedFile.ts'
import type { CalendarAnswer } from './calendarReader.ts'
import { type CalendarTask, isReadingTask, type TableTask } from './readingTask.ts'
import type { ThreadMessage } from './thread.ts'

/** Events that cross at once: a piece is parsed within a frame. */
const PIECE = 400

/** Reads a calendar and sends its events in pieces, as text: a text is copied at once, where events would be walked field by field. */
function calendarOf(task: CalendarTask): CalendarAnswer {
  const { bytes, encoding, guessed } = encodedCalendar('path' in task ? readFileSync(task.path) : task.bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const reading = readCalendar(text, (part, count) => send({ progress: { part, count } }))
  if (!reading.ok) return reading
  const { events, ...head } = reading.calendar
  for (let at = 0; at < events.length; at += PIECE)
    send({ piece: JSON.stringify(events.slice(at, at + PIECE)) })
  if (!guessed) return { ok: true, calendar: head }
  const note = { code: 'encoding-guessed', line: 1, params: { encoding } } as const
  return { ok: true, calendar: { ...head, problems: [note, ...head.problems] } }
}

function tableOf({ table, choices }: TableTask): WorkedReading {
  const bytes = 'path' in table ? readFileSync(table.path) : table.bytes
  const encoding = chosenOr(choices.encoding, () => {
    const found = encodingOf(bytes)
    return { value: found.encoding, how: found.guessed ? 'assumed' : 'found' }
  })
  const text = new TextDecoder(encoding.value).decode(bytes)
  return readWorked(text, encoding, choices, (part) => send({ progress: { part, count: 0 } }))
}

function send(message: ThreadMessage<CalendarAnswer | WorkedReply>): void {
  parentPort?.postMessage(message)
}

/** A table crosses threads and processes as one text: it is copied at once, where rows would be walked field by field. */
type WorkedReply = Exclude<WorkedReading, { ok: true }> | { readonly ok: true; readonly read: string }

if (!isReadingTask(workerData)) throw new Error('the reading thread was started without a task')
if ('table' in workerData) {
  const reading = tableOf(workerData)
  send({ answer: reading.ok ? { ok: true, read: JSON.stringify(reading.read) } : reading })
} else send({ answer: calendarOf(workerData) })
