import { civilNumber, type Day, type DayNumber, dayOf, NO_CIVIL, parseCivil, twoDigits } from './day.ts'

/** What a clock on the wall shows: `YYYY-MM-DDTHH:mm`, years 0001 to 9999, 00:00 to 23:59, no zone. Sorts as a string. */
export type WallClock = string

/**
 * A wall clock as one integer: minutes since 1970-01-01T00:00 as if every day had 24 hours. It is no instant;
 * `zone.ts` turns it into one.
 */
export type WallMinute = number

export const MINUTES_A_DAY = 1440

/** What {@link parseMinute} gives for a text that shows no time. */
const NO_MINUTE = -1

/** The digit of a character code, or a number so large that no time is made of it. */
const digit = (code: number): number => (code >= 48 && code <= 57 ? code - 48 : 1000)

/** Minutes of the day of `HH:mm` at place 11 of a text, or {@link NO_MINUTE}. */
function parseMinute(text: string): number {
  const hour = digit(text.charCodeAt(11)) * 10 + digit(text.charCodeAt(12))
  const minute = digit(text.charCodeAt(14)) * 10 + digit(text.charCodeAt(15))
  return text.charCodeAt(13) === 58 && hour <= 23 && minute <= 59 ? hour * 60 + minute : NO_MINUTE
}

/** `T00:00` to `T23:59`: the second half of every wall clock. */
const TIMES: readonly string[] = Array.from(
  { length: MINUTES_A_DAY },
  (_, minute) => `T${twoDigits(Math.trunc(minute / 60))}:${twoDigits(minute % 60)}`,
)

/** The integer form of a wall clock, or NaN for a text that is none. */
function parseWall(text: string): WallMinute {
  if (text.length !== 16 || text.charCodeAt(10) !== 84) return Number.NaN
  const civil = parseCivil(text)
  const minute = parseMinute(text)
  return civil === NO_CIVIL || minute === NO_MINUTE ? Number.NaN : civilNumber(civil) * MINUTES_A_DAY + minute
}

/** Whether a text is a {@link WallClock} on a day that exists: `24:00`, seconds and a zone suffix are refused. */
export function isWallClock(text: string): text is WallClock {
  return !Number.isNaN(parseWall(text))
}

/** The integer form of a wall clock. Throws a RangeError for a text that is none, since borders have checked it. */
export function wallNumber(wall: WallClock): WallMinute {
  const number = parseWall(wall)
  if (Number.isNaN(number)) throw new RangeError(`not a wall clock: ${JSON.stringify(wall)}`)
  return number
}

/** The wall clock of its integer form. Throws a RangeError outside the years 0001 to 9999. */
export function wallOf(number: WallMinute): WallClock {
  const days: DayNumber = Math.floor(number / MINUTES_A_DAY)
  return wallClock(dayOf(days), number - days * MINUTES_A_DAY)
}

/** The day of a wall clock. */
export function wallDay(wall: WallClock): Day {
  return wall.slice(0, 10)
}

/** The minute of the day of a wall clock: 0 to 1439. Throws a RangeError for a text that is none. */
export function wallMinute(wall: WallClock): number {
  const minute = parseMinute(wall)
  if (wall.length !== 16 || Number.isNaN(minute))
    throw new RangeError(`not a wall clock: ${JSON.stringify(wall)}`)
  return minute
}

/** The wall clock of a day at a minute of the day, 0 to 1439; other minutes throw a RangeError. */
export function wallClock(day: Day, minute: number): WallClock {
  const time = TIMES[minute]
  if (time === undefined) throw new RangeError(`not a minute of the day: ${minute}`)
  return day + time
}

/** The wall clock `minutes` later on a clock that no zone moves: elapsed time belongs to `zone.ts`. */
export function addWallMinutes(wall: WallClock, minutes: number): WallClock {
  return wallOf(wallNumber(wall) + minutes)
}
