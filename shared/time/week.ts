import {
  addDays,
  civilToDayNumber,
  type Day,
  dayNumber,
  dayNumberToCivil,
  dayOf,
  weekdayOfNumber,
} from './day.ts'

/** An ISO 8601 week: weeks start on Monday, and week 1 is the one that holds the year's first Thursday. */
export type IsoWeek = { readonly year: number; readonly week: number }

const THURSDAY = 4

/**
 * The ISO 8601 week of a day. Its year is the year of the week's Thursday, which differs from the calendar year
 * around New Year: 2024-12-30 lies in 2025-W01, 2027-01-01 in 2026-W53.
 */
export function isoWeek(day: Day): IsoWeek {
  const number = dayNumber(day)
  const thursday = number + THURSDAY - weekdayOfNumber(number)
  const year = Math.floor(dayNumberToCivil(thursday) / 10_000)
  return { year, week: Math.floor((thursday - civilToDayNumber(year, 1, 1)) / 7) + 1 }
}

/** The first day of the week that holds `day`, for weeks that start on `firstWeekday` (Monday 1 to Sunday 7). */
export function weekStart(day: Day, firstWeekday: number): Day {
  const number = dayNumber(day)
  return dayOf(number - ((weekdayOfNumber(number) - firstWeekday + 7) % 7))
}

/** The seven days of the week that starts on `start`, whatever weekday that is. */
export function weekDays(start: Day): Day[] {
  const first = dayNumber(start)
  return Array.from({ length: 7 }, (_, i) => dayOf(first + i))
}

/** How many ISO weeks a year has: 52, or 53 when 1 January or 31 December is a Thursday. */
export function weeksInIsoYear(year: number): number {
  const isThursday = (month: number, dayOfMonth: number): boolean =>
    weekdayOfNumber(civilToDayNumber(year, month, dayOfMonth)) === THURSDAY
  return isThursday(1, 1) || isThursday(12, 31) ? 53 : 52
}

/**
 * The number under which a week that starts on `start` is shown. ISO 8601 numbers only weeks from Monday; a week
 * that starts on another weekday has exactly one Thursday, and takes the ISO week of it, so that every week has
 * one number, no number is left out, and most of its days (four at least) agree with the ISO calendar for a
 * start from Friday to Monday, as with the usual Sunday.
 */
export function weekLabel(start: Day): IsoWeek {
  return isoWeek(addDays(start, (THURSDAY - weekdayOfNumber(dayNumber(start)) + 7) % 7))
}
