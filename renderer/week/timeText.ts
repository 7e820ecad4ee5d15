import type { Booking } from '../../shared/capacity/weekView.ts'
import { type WallClock, wallDay } from '../../shared/time/wallClock.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Became } from './worked.ts'

/** Widths of Inter's signs at weight 400, in em, as the browser draws them; what is not here counts as a letter. */
const widths: Readonly<Record<string, number>> = {
  '1': 0.46,
  ':': 0.27,
  '–': 0.5,
  ' ': 0.27,
  '\u202f': 0.14,
  '\u00a0': 0.27,
  '(': 0.39,
  ')': 0.39,
  '◉': 0.88,
  '✓': 0.84,
  m: 0.88,
}
const DIGIT = 0.645
const LETTER = 0.61
/** The size of a block's text, in pixels. */
const SIZE = 11.5

/** About how wide a text of times is in a block, in pixels. */
export function widthOf(text: string): number {
  let em = 0
  for (const sign of text) em += widths[sign] ?? (/\d/.test(sign) ? DIGIT : LETTER)
  return em * SIZE
}

const becameMarks: Readonly<Record<Became, string>> = { worked: '✓', 'not-happened': '✗' }

/** So many lines are kept in mind, of a format: those of a few widths of the columns. */
const MOST_KNOWN = 5_000
const known = new WeakMap<Format, Map<string, FittedTime>>()

/** A line of times, and whether there is room for it. */
export interface FittedTime {
  readonly text: string
  readonly fits: boolean
}

/**
 * The line of times in a session's block: the longest form that fits into `room` pixels. A meeting is marked, and
 * what became of a session; where there is no room at all the start stays.
 */
export function timeText(booking: Booking, became: Became | null, format: Format, room: number): FittedTime {
  const { fromWall, toWall, occurrence } = booking
  const marks = `${became === null ? '' : becameMarks[became]}${occurrence.kind === 'meeting' ? '◉' : ''}`
  // One that ends on another day names it.
  if (wallDay(fromWall) !== wallDay(toWall)) return longestForm(fromWall, toWall, marks, format, room)
  // Sessions begin and end at the same few times of a day, week after week.
  const key = `${fromWall.slice(11)} ${toWall.slice(11)} ${marks} ${room}`
  const texts = known.get(format) ?? new Map<string, FittedTime>()
  known.set(format, texts)
  const text = texts.get(key) ?? longestForm(fromWall, toWall, marks, format, room)
  if (texts.size >= MOST_KNOWN) texts.clear()
  texts.set(key, text)
  return text
}

function longestForm(
  fromWall: WallClock,
  toWall: WallClock,
  marks: string,
  format: Format,
  room: number,
): FittedTime {
  const mark = marks === '' ? '' : `${marks} `
  const from = format.time(fromWall)
  const to = format.time(toWall)
  const compact = `${bare(from)}–${to}`
  const barest = `${bare(from)}–${bare(to)}`
  const forms = [
    mark + format.timeRange(fromWall, toWall),
    mark + compact,
    mark + barest,
    compact,
    barest,
    mark + from,
  ]
  const fits = (form: string) => widthOf(form) <= room
  const text = forms.find(fits) ?? bare(from)
  return { text, fits: fits(text) }
}

/** A time without am or pm: beside its other end, or alone in a narrow column, the half of the day is plain. */
function bare(time: string): string {
  return time.replace(/\s?[ap]m$/i, '')
}
