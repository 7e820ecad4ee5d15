/** Times, lengths and lists of times of a calendar (RFC 5545 §3.3.4 to §3.3.9), in whole minutes. */
import { isDay } from '../time/day.ts'
import { addWallMinutes, isWallClock, MINUTES_A_DAY } from '../time/wallClock.ts'
import type { CalendarLength, CalendarTime } from './calendarFile.ts'
import type { Property } from './property.ts'

/** The zone name of times that end in Z. */
export const UTC = 'UTC'
/** The zone name of times without any zone. */
export const FLOATING = ''

/** A time and the seconds that a plan of whole minutes leaves off. */
export interface ReadTime {
  readonly time: CalendarTime
  readonly seconds: number
}

const TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z?))?$/i

/** Years that arithmetic with lengths and zones cannot leave the calendar from; Outlook's zones begin in 1601. */
function inReach(year: number): boolean {
  return year >= 1000 && year <= 8000
}

/** A DATE or DATE-TIME value with its TZID, or null where it is none. Second 60 is let pass. */
export function readTime(value: string, tzid: string | undefined): ReadTime | null {
  const match = TIME.exec(value.trim())
  if (match === null || !inReach(Number(match[1]))) return null
  const day = `${match[1]}-${match[2]}-${match[3]}`
  if (match[4] === undefined) return isDay(day) ? { time: { kind: 'date', day }, seconds: 0 } : null
  const wall = `${day}T${match[4]}:${match[5]}`
  const seconds = Number(match[6] ?? '0')
  if (!isWallClock(wall) || seconds > 60) return null
  const zone = match[7] !== '' ? UTC : (tzid ?? FLOATING).trim()
  return { time: { kind: 'time', wall, zone }, seconds: Math.min(seconds, 59) }
}

/** The first value of a property as a time. */
export function timeOf(property: Property): ReadTime | null {
  return readTime(property.values[0] ?? '', property.params.get('TZID'))
}

/** One entry of EXDATE or RDATE; `length` where it is a period. */
export interface ListedTime {
  readonly time: CalendarTime
  readonly length: CalendarLength | null
}

/** The times of an EXDATE or RDATE, and how many of its entries could not be read. An empty property is an empty list. */
export function timesOf(property: Property): {
  readonly times: readonly ListedTime[]
  readonly unreadable: number
} {
  const times: ListedTime[] = []
  let unreadable = 0
  for (const value of property.values) {
    if (value.trim() === '' && property.values.length === 1) continue
    const [first = '', second] = value.split('/')
    const at = readTime(first, property.params.get('TZID'))
    const length = second === undefined ? null : lengthOfPeriod(second, property.params.get('TZID'))
    if (at === null || length === undefined) unreadable++
    else times.push({ time: at.time, length })
  }
  return { times, unreadable }
}

function lengthOfPeriod(text: string, tzid: string | undefined): CalendarLength | undefined {
  if (text.startsWith('P') || text.startsWith('+')) return readDuration(text) ?? undefined
  const end = readTime(text, tzid)
  return end === null ? undefined : { kind: 'until', end: end.time }
}

/** A hundred years. */
const LONGEST_DAYS = 36_525

const DURATION = /^\+?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i

/** A DURATION that is not negative: weeks and days are of the calendar, the rest is elapsed time (§3.3.6). Null where it is none. */
export function readDuration(text: string): CalendarLength | null {
  const match = DURATION.exec(text.trim())
  if (match === null || /[PT]$/i.test(text.trim())) return null
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? '0')) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const length = { days: weeks * 7 + days, minutes: hours * 60 + minutes + Math.round(seconds / 60) }
  return length.days + length.minutes / MINUTES_A_DAY > LONGEST_DAYS ? null : { kind: 'lasts', ...length }
}

const STAMP = /^\d{8}T\d{6}Z?$/

/** A time stamp as it is compared: `YYYYMMDDTHHMMSSZ`, or empty where the value is none. */
export function readStamp(value: string): string {
  const text = value.trim().toUpperCase()
  return STAMP.test(text) ? `${text.replace('Z', '')}Z` : ''
}

/** The end of an event in whole minutes: what the seconds of its start lost is taken off here too, so that the length stays right. */
export function endAfter(start: ReadTime, end: ReadTime): CalendarTime {
  const minutes = Math.round((end.seconds - start.seconds) / 60)
  return end.time.kind === 'time' && minutes !== 0
    ? { ...end.time, wall: addWallMinutes(end.time.wall, minutes) }
    : end.time
}
