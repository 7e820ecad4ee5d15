import { parseDuration } from '../ui/parseDuration.ts'

/** What was typed into a cell of the timesheet. */
export interface TypedTime {
  /** Whole minutes, at least one. */
  readonly minutes: number
  /** Minute of the day on which it began; null where only a length was typed. */
  readonly start: number | null
  /** It began with a plus: more time beside what the cell holds. */
  readonly isMore: boolean
}

const DAY = 24 * 60
/** A bare number up to this is hours, beyond it minutes: nobody works 90 hours on a day, nor 8 minutes often. */
const MOST_BARE_HOURS = 24

/**
 * Time as people type it on a timesheet: `1:30`, `1.5`, `1,5`, `2`, `90`, `90m`, `1h30`, or from–to as `9-10:30`,
 * `14:00–15`, `22-1` (past midnight). With a plus before it, it is added. Null for anything else, and for no time at all.
 */
export function parseTypedTime(text: string): TypedTime | null {
  const plain = text.trim()
  const isMore = plain.startsWith('+')
  const body = (isMore ? plain.slice(1) : plain).trim()
  const span = spanOf(body)
  if (span !== null) return { ...span, isMore }
  const minutes = lengthOf(body)
  return minutes === null || minutes < 1 || minutes > DAY ? null : { minutes, start: null, isMore }
}

function lengthOf(text: string): number | null {
  const bare = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text)
  if (bare === null) return parseDuration(text)
  const hours = Number(`${bare[1]}.${bare[2] ?? '0'}`)
  return hours <= MOST_BARE_HOURS ? Math.round(hours * 60) : bare[2] === undefined ? hours : null
}

const SPAN =
  /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*(?:-|–|—|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i

function spanOf(text: string): { readonly start: number; readonly minutes: number } | null {
  const match = SPAN.exec(text)
  if (match === null) return null
  const [, hour, minute, half, hourTo, minuteTo, halfTo] = match
  const start = minuteOf(hour, minute, half ?? halfTo)
  const end = minuteOf(hourTo, minuteTo, halfTo ?? half)
  if (start === null || end === null || start === DAY || start === end) return null
  return { start, minutes: end > start ? end - start : end + DAY - start }
}

function minuteOf(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): number | null {
  let hours = Number(hour)
  const minutes = Number(minute ?? '0')
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null
    hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  }
  const all = hours * 60 + minutes
  return minutes > 59 || all > DAY ? null : all
}
