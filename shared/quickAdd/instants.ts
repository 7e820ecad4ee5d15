import { isDay } from '../time/day.ts'
import { isWallClock, type WallClock, wallNumber, wallOf } from '../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import { type Line, words } from './line.ts'
import { NUMBER, numberOfWord } from './vocabulary.ts'

/** A start, and its length where an ISO 8601 interval gave the end. */
export interface IsoStart {
  readonly start: WallClock
  readonly minutes: number | null
}

const WALL = '(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)(?::\\d\\d(?:[.,]\\d{1,9})?)?(Z|[+-]\\d\\d:?\\d\\d)?'
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}])${WALL}(?:\\/${WALL})?(?![\\p{L}\\p{N}])`, 'iu')

/**
 * Takes an ISO 8601 date and time, or an interval of two. With `Z` or an offset it is an instant, and given on the home
 * zone's clocks; without it is read on the clocks of the session's own zone.
 */
export function takeInstant(line: Line, homeZone: string): IsoStart | null {
  const match = line.find(PATTERN)
  const start = match === null ? null : wallOfIso(match[1] ?? '', match[2], homeZone)
  if (match === null || start === null) return null
  const end = match[3] === undefined ? null : wallOfIso(match[3], match[4], homeZone)
  const minutes = end === null ? 0 : wallNumber(end) - wallNumber(start)
  line.takeMatch('time', match)
  return { start, minutes: minutes > 0 ? minutes : null }
}

const AHEAD = words(
  `in\\s+(?:(\\d{1,2})\\s?(?:h|hours?|stunden?|std\\.?)|(\\d{1,3})\\s?(?:m|min|minutes?|minuten?)|(${NUMBER})\\s(?:hours?|stunden?))`,
)
/** Starts counted from now go to the next of these steps, in minutes. */
const STEP = 5

/** Takes `in 2 hours`, `in 30 min`: a start on the home zone's clocks. */
export function takeAhead(line: Line, now: WallClock): WallClock | null {
  const match = line.find(AHEAD)
  if (match === null) return null
  const [, hours, minutes, inWords] = match
  const ahead =
    minutes === undefined
      ? 60 * (hours === undefined ? numberOfWord(inWords ?? '') : Number(hours))
      : Number(minutes)
  line.takeMatch('time', match)
  return wallOf(Math.ceil((wallNumber(now) + ahead) / STEP) * STEP)
}

function wallOfIso(text: string, offset: string | undefined, homeZone: string): WallClock | null {
  const wall = text.toUpperCase()
  if (!isWallClock(wall) || !isDay(wall.slice(0, 10)) || wall < '1970-01-02' || wall >= '2199-12-30')
    return null
  if (offset === undefined) return wall
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(offset)
  const ahead = parts === null ? 0 : 60 * Number(parts[2]) + Number(parts[3])
  const signed = parts?.[1] === '-' ? -ahead : ahead
  return fromEpochMinute(toEpochMinute(wall, 'UTC') - signed, homeZone)
}
