/** When a row was worked and for how long. */
import { LONGEST_MINUTES } from '../../plan/fields.ts'
import { addDays, type Day } from '../../time/day.ts'
import { type WallClock, wallClock, wallDay } from '../../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute, wallStatus } from '../../time/zone.ts'
import { type CellMoment, type DateOrder, momentOf } from './clockCell.ts'
import { type DecimalMark, type LengthUnit, type MinuteRule, secondsOf, wholeMinutes } from './lengthCell.ts'
import { excerpt, type Left, left } from './workedProblem.ts'

/** The cells of a row that say when, trimmed; empty where the table has none. */
export interface TimeCells {
  readonly day: string
  readonly time: string
  readonly endDay: string
  readonly endTime: string
  readonly length: string
}

/** How cells are read. */
export interface TimeRules {
  readonly order: DateOrder
  readonly decimal: DecimalMark
  readonly unit: LengthUnit
  readonly minutes: MinuteRule
  readonly zone: string
  /** A row with a start and no end still runs: trackers leave the end empty. */
  readonly endTells: boolean
  /** The table has a column for the day of the end: without one, an end before its start is on the next day. */
  readonly hasEndDay: boolean
}

/** When and how long. `ownDay` and `ownSecond` are what the file says, before any zone. */
export interface RowTime {
  readonly day: Day
  readonly start: WallClock | null
  readonly seconds: number
  readonly minutes: number
  readonly ownDay: Day
  readonly ownSecond: number | null
  readonly remark: Left | null
}

interface Moment {
  readonly day: Day
  readonly second: number | null
  readonly offset: number | null
}

const SECONDS_A_DAY = 86_400
/** The years that time is imported for: others are mistakes. */
const FIRST_YEAR = '1970'
const LAST_YEAR = '2199'
/** Seconds by which a length and its two ends may differ: programs round either. */
const SLACK = 60

/** Dates and times repeat from row to row. */
const MOST_KNOWN = 20_000
const known: Readonly<Record<DateOrder, Map<string, CellMoment | null>>> = {
  ymd: new Map(),
  dmy: new Map(),
  mdy: new Map(),
}

function momentIn(cell: string, order: DateOrder): CellMoment | null {
  const ofOrder = known[order]
  const before = ofOrder.get(cell)
  if (before !== undefined) return before
  if (ofOrder.size > MOST_KNOWN) ofOrder.clear()
  const moment = momentOf(cell, order)
  ofOrder.set(cell, moment)
  return moment
}

/** The time of a row, or why it has none. */
export function timeOfRow(cells: TimeCells, rules: TimeRules): RowTime | Left {
  const start = startOf(cells, rules)
  if ('code' in start) return start
  if (start.day < FIRST_YEAR || start.day > LAST_YEAR) return left('beyond-range', { day: start.day })
  const end = endOf(cells, start, rules)
  if (end !== null && 'code' in end) return end
  const length = lengthOf(cells, start, end, rules)
  if ('code' in length) return length
  const { seconds } = length
  const minutes = wholeMinutes(seconds, rules.minutes)
  if (minutes === 0) return left('under-a-minute', { seconds })
  if (minutes > LONGEST_MINUTES) return left('too-long', { minutes })
  // Field by field: an object made by spreading is a slow one, and there are 100,000.
  const { day, start: wall, remark } = placedIn(start, rules.zone)
  return {
    day,
    start: wall,
    seconds,
    minutes,
    ownDay: start.day,
    ownSecond: start.second,
    remark: remark ?? length.remark,
  }
}

function startOf({ day, time }: TimeCells, { order }: TimeRules): Moment | Left {
  if (day === '' && time === '') return left('day-missing')
  const first = day === '' ? noMoment : momentIn(day, order)
  if (first === null) return left('day-unreadable', { text: excerpt(day) })
  const second = time === '' ? noMoment : momentIn(time, order)
  if (second === null) return left('time-unreadable', { text: excerpt(time) })
  const on = second.day ?? first.day
  if (on === null) return left('day-missing')
  return {
    day: on,
    second: second.second ?? first.second,
    offset: second.second === null ? first.offset : second.offset,
  }
}

const noMoment: CellMoment = { day: null, second: null, offset: null }

function endOf({ endDay, endTime }: TimeCells, start: Moment, rules: TimeRules): Moment | Left | null {
  if (endDay === '' && endTime === '') return null
  const first = endDay === '' ? noMoment : momentIn(endDay, rules.order)
  if (first === null) return left('day-unreadable', { text: excerpt(endDay) })
  const second = endTime === '' ? noMoment : momentIn(endTime, rules.order)
  if (second === null) return left('time-unreadable', { text: excerpt(endTime) })
  const clock = second.second ?? first.second
  const named = second.day ?? first.day
  const isNextDay = named === null && !rules.hasEndDay && (clock ?? 0) < (start.second ?? 0)
  return {
    day: named ?? (isNextDay ? addDays(start.day, 1) : start.day),
    second: clock,
    offset: second.second === null ? first.offset : second.offset,
  }
}

function lengthOf(
  cells: TimeCells,
  start: Moment,
  end: Moment | null,
  rules: TimeRules,
): Left | { readonly seconds: number; readonly remark: Left | null } {
  const isRunning = rules.endTells && start.second !== null && end === null
  if (isRunning) return left('running')
  const elapsed = end === null ? null : elapsedOf(start, end, rules.zone)
  const written = cells.length === '' ? null : secondsOf(cells.length, rules.decimal, rules.unit)
  if (cells.length !== '' && written === null)
    return left('length-unreadable', { text: excerpt(cells.length) })
  const seconds = written ?? elapsed
  if (seconds === null) return left('length-missing')
  if (seconds < 0 || (elapsed ?? 0) < 0) return left('negative')
  if (seconds === 0) return left('zero-length')
  const differs = written !== null && elapsed !== null && Math.abs(written - elapsed) > SLACK
  return {
    seconds,
    remark: differs ? left('length-differs', { written: seconds, elapsed }) : null,
  }
}

/** Seconds between two moments with clocks; null where one has none. */
function elapsedOf(start: Moment, end: Moment, zone: string): number | null {
  if (start.second === null || end.second === null) return null
  return epochSecond(end, end.second, zone) - epochSecond(start, start.second, zone)
}

function epochSecond({ day, offset }: Moment, second: number, zone: string): number {
  const clock = wallAt(day, second)
  const minute = offset === null ? toEpochMinute(clock, zone) : toEpochMinute(clock, 'UTC') - offset
  return minute * 60 + (second % 60)
}

/** The wall clock of the minute in which a second of a day lies; 24:00 is the next day's first. */
function wallAt(day: Day, second: number): WallClock {
  return second >= SECONDS_A_DAY ? wallClock(addDays(day, 1), 0) : wallClock(day, Math.floor(second / 60))
}

/** Where a start stands in the zone; a clock that the zone skips or shows twice is told. */
function placedIn({ day, second, offset }: Moment, zone: string): Pick<RowTime, 'day' | 'start' | 'remark'> {
  if (second === null) return { day, start: null, remark: null }
  const wall = wallAt(day, second)
  if (offset !== null) {
    const start = fromEpochMinute(toEpochMinute(wall, 'UTC') - offset, zone)
    return { day: wallDay(start), start, remark: null }
  }
  const status = wallStatus(wall, zone)
  if (status === 'unique') return { day: wallDay(wall), start: wall, remark: null }
  const start = status === 'skipped' ? fromEpochMinute(toEpochMinute(wall, zone), zone) : wall
  const code = status === 'skipped' ? 'start-skipped' : 'start-repeated'
  return { day: wallDay(start), start, remark: left(code, { start: wall, read: start, zone }) }
}
