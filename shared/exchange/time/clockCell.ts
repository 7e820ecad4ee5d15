/** Dates and times as tables write them, and how a whole column writes them. */
import { type Day, isDay } from '../../time/day.ts'

/** In which order a date names its parts. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/** What a date or a moment is in a cell: a day, seconds of that day (null without a time), minutes ahead of UTC (null without an offset). */
export interface CellMoment {
  readonly day: Day | null
  readonly second: number | null
  readonly offset: number | null
}

const DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:\.?$|(?:T|,?\s+)(?=\d))/
const TIME =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i

/** No date or time is longer; what is, is not looked at. */
const LONGEST_CELL = 60

const SECONDS_A_DAY = 86_400

/**
 * The order of a column of dates: four digits in front are a year; a part above 12 is a day. `dots` tells that the parts
 * are joined by dots, which are written day first. `order` is null where every part could be the month.
 */
export function dateOrderOf(cells: Iterable<string>): {
  readonly order: DateOrder | null
  readonly dots: boolean
} {
  const votes = { ymd: 0, dmy: 0, mdy: 0 }
  let dots = 0
  let seen = 0
  for (const cell of cells) {
    const found = DATE.exec(cell.trim())
    if (found === null) continue
    seen++
    if (found[2] === '.') dots++
    if ((found[1] ?? '').length === 4) votes.ymd++
    else if (Number(found[1]) > 12) votes.dmy++
    else if (Number(found[3]) > 12) votes.mdy++
  }
  // A stray date does not speak for a column: the order that most of the telling ones have.
  const [order, count] = dateOrders
    .map((name) => [name, votes[name]] as const)
    .reduce((best, other) => (other[1] > best[1] ? other : best))
  return { order: count > 0 ? order : null, dots: seen > 0 && dots === seen }
}

/** A cell with a date, a time, or both; null where it holds something else. Years of two digits are of this century. */
export function momentOf(cell: string, order: DateOrder): CellMoment | null {
  if (cell.length > LONGEST_CELL) return null
  const text = cell.trim()
  const date = DATE.exec(text)
  if (date === null) {
    const time = timeOf(text)
    return time === null ? null : { day: null, ...time }
  }
  const day = dayOf(date, order)
  if (day === null) return null
  const rest = text.slice(date[0].length)
  if (rest === '') return { day, second: null, offset: null }
  const time = timeOf(rest)
  return time === null ? null : { day, ...time }
}

function dayOf([, a = '', , b = '', c = '']: RegExpExecArray, order: DateOrder): Day | null {
  // Whatever the column's order, four digits in front are the year.
  const [year, month, day] =
    a.length === 4 || order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  const whole = year.length === 2 ? `20${year}` : year
  if (whole.length !== 4) return null
  const text = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

function timeOf(text: string): { readonly second: number; readonly offset: number | null } | null {
  const found = TIME.exec(text)
  if (found === null) return null
  const [, hours, minutes, seconds, half, zone] = found
  let hour = Number(hours)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  const second = hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59 || second > SECONDS_A_DAY) return null
  return { second, offset: zone === undefined ? null : offsetOf(zone) }
}

function offsetOf(zone: string): number {
  if (/^(z|utc)$/i.test(zone)) return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
}

/** Whether times in a column say AM or PM, by the first that says anything; null where there is none. */
export function clockOf(cells: Iterable<string>): 12 | 24 | null {
  for (const cell of cells) {
    const text = cell.trim()
    if (cell.length > LONGEST_CELL || !/\d:\d{2}/.test(text)) continue
    return /[ap]\.?\s?m\.?$/i.test(text) ? 12 : 24
  }
  return null
}
