/**
 * A calendar day `YYYY-MM-DD` of the proleptic Gregorian calendar (ISO 8601), years 0001 to 9999.
 * Days compare and sort as strings. They carry no zone.
 */
export type Day = string

/** Days since 1970-01-01 (which is 0); negative before. */
export type DayNumber = number

/** The number of 0001-01-01. */
export const FIRST_DAY_NUMBER: DayNumber = -719_162
/** The number of 9999-12-31. */
export const LAST_DAY_NUMBER: DayNumber = 2_932_896

export const FIRST_DAY: Day = '0001-01-01'
export const LAST_DAY: Day = '9999-12-31'

const DAYS_BEFORE_MARCH_BASED_EPOCH = 719_468
const DAYS_IN_400_YEARS = 146_097
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** The digits of 0 to 99 as two characters: a table is three times as fast as `padStart`. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

const two = (n: number): string => TWO_DIGITS[n] ?? ''

/** `n` as two digits, for n from 0 to 99. */
export const twoDigits = two

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The days of a month of a year; month 1 to 12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? Number.NaN)
}

/** The days of a common year before each month, by month 1 to 12. */
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** The number of the day before 0001-01-01. */
const BEFORE_FIRST_DAY = -719_163

/**
 * The day number of a civil date of the years 1 to 10,000. The date must exist. Bitwise zero keeps the divisions in
 * 32-bit integers: this runs for every time of every frame.
 */
export function civilToDayNumber(year: number, month: number, dayOfMonth: number): DayNumber {
  const before = year - 1
  const leapDays = ((before / 4) | 0) - ((before / 100) | 0) + ((before / 400) | 0)
  const thisYear = (DAYS_BEFORE_MONTH[month] as number) + (month > 2 && isLeapYear(year) ? 1 : 0) + dayOfMonth
  return BEFORE_FIRST_DAY + before * 365 + leapDays + thisYear
}

/**
 * A civil date as one integer, year × 10000 + month × 100 + day of the month: the inverse of
 * {@link civilToDayNumber}, by the "civil from days" algorithm: years start in March, so that the leap day is the last.
 */
export function dayNumberToCivil(number: DayNumber): number {
  const shifted = number + DAYS_BEFORE_MARCH_BASED_EPOCH
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return year * 10_000 + month * 100 + dayOfMonth
}

/** What {@link parseCivil} gives for a text that is no day. */
export const NO_CIVIL = 0

/** The digit of a character code, or a number so large that whatever is made of it is out of range. */
const digit = (code: number): number => (code >= 48 && code <= 57 ? code - 48 : 1_000_000)

/**
 * Year × 10000 + month × 100 + day of the first ten characters, or {@link NO_CIVIL} when they are no existing day.
 * Integers throughout: this runs for every time of every frame.
 */
export function parseCivil(text: string): number {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NO_CIVIL
  const century = digit(text.charCodeAt(0)) * 10 + digit(text.charCodeAt(1))
  const year = century * 100 + digit(text.charCodeAt(2)) * 10 + digit(text.charCodeAt(3))
  const month = digit(text.charCodeAt(5)) * 10 + digit(text.charCodeAt(6))
  const dayOfMonth = digit(text.charCodeAt(8)) * 10 + digit(text.charCodeAt(9))
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return NO_CIVIL
  if (dayOfMonth > 28 && dayOfMonth > monthLength(year, month)) return NO_CIVIL
  return year * 10_000 + month * 100 + dayOfMonth
}

/** Whether a text is a {@link Day} that exists: `2026-02-31` and `2026-2-1` are none. */
export function isDay(text: string): text is Day {
  return text.length === 10 && parseCivil(text) !== NO_CIVIL
}

/** The civil integer of a day; throws a RangeError for a text that is no day, since borders have checked it. */
export function civilOf(day: Day): number {
  const civil = day.length === 10 ? parseCivil(day) : NO_CIVIL
  if (civil === NO_CIVIL) throw new RangeError(`not a day: ${JSON.stringify(day)}`)
  return civil
}

/** The day number of a civil integer. */
export const civilNumber = (civil: number): DayNumber =>
  civilToDayNumber((civil / 10_000) | 0, ((civil / 100) | 0) % 100, civil % 100)

/** Days since 1970-01-01. Throws a RangeError for a text that is no day. */
export function dayNumber(day: Day): DayNumber {
  return civilNumber(civilOf(day))
}

const civilText = (year: number, month: number, dayOfMonth: number): Day =>
  `${two(Math.trunc(year / 100))}${two(year % 100)}-${two(month)}-${two(dayOfMonth)}`

/** The texts of days used lately, each at its number modulo the size: eleven years in a row fit without a clash. */
const RECENT = 4096
const recentNumbers = new Int32Array(RECENT)
const recentDays: Day[] = Array.from({ length: RECENT }, () => '')

/** The day of a day number. Throws a RangeError outside the years 0001 to 9999. */
export function dayOf(number: DayNumber): Day {
  const at = number & (RECENT - 1)
  const recent = recentDays[at] as Day
  if (recentNumbers[at] === number && recent !== '') return recent
  if (!(number >= FIRST_DAY_NUMBER && number <= LAST_DAY_NUMBER && Number.isInteger(number)))
    throw new RangeError(`no day of the years 0001 to 9999: ${number}`)
  const civil = dayNumberToCivil(number)
  const day = civilText((civil / 10_000) | 0, ((civil / 100) | 0) % 100, civil % 100)
  recentNumbers[at] = number
  recentDays[at] = day
  return day
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days)
}

/** How many days `b` lies after `a`: b − a. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a)
}

/** The ISO weekday of a day number: Monday 1 to Sunday 7. 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: DayNumber): number {
  const fromMonday = (number + 3) % 7
  return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
}

/** The ISO weekday: Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumber(day))
}

/** The month of a day as `YYYY-MM`. */
export function monthOf(day: Day): string {
  civilOf(day)
  return day.slice(0, 7)
}

export function firstOfMonth(day: Day): Day {
  return `${monthOf(day)}-01`
}

export function lastOfMonth(day: Day): Day {
  return `${monthOf(day)}-${two(daysInMonth(day))}`
}

/** The days of the month that a day lies in: 28 to 31. */
export function daysInMonth(day: Day): number {
  const civil = civilOf(day)
  return monthLength(Math.trunc(civil / 10_000), Math.trunc(civil / 100) % 100)
}

/** The same day of the month `months` later, or that month's last day when it is shorter (31 January + 1 = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const civil = civilOf(day)
  const index = Math.trunc(civil / 10_000) * 12 + (Math.trunc(civil / 100) % 100) - 1 + months
  const year = Math.floor(index / 12)
  if (!(year >= 1 && year <= 9999))
    throw new RangeError(`no month of the years 0001 to 9999: ${day} + ${months}`)
  const month = index - year * 12 + 1
  return civilText(year, month, Math.min(civil % 100, monthLength(year, month)))
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function eachDay(from: Day, to: Day): Day[] {
  const first = dayNumber(from)
  const count = dayNumber(to) - first + 1
  return count > 0 ? Array.from({ length: count }, (_, i) => dayOf(first + i)) : []
}

export function minDay(a: Day, b: Day): Day {
  return a <= b ? a : b
}

export function maxDay(a: Day, b: Day): Day {
  return a >= b ? a : b
}
