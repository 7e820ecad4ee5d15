import { addDays, addMonths, type Day, isDay, lastOfMonth, weekdayOf } from '../time/day.ts'
import { isoWeek, weekStart, weeksInIsoYear } from '../time/week.ts'
import { MONTH, monthOfWord, NUMBER, numberOfWord, weekdayOfWord, weekdaySource } from './vocabulary.ts'

/** Days that are read lie in these years: what is farther away is no plan. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2199

/** The most weeks or days that `in … weeks` may name. */
const MOST_AHEAD = 1000

/** A stretch of whole days, both included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** What dates are read against. */
export interface DateBase {
  /** Dates without a year, and weekdays, are the first on or after this day. */
  readonly from: Day
  readonly today: Day
  readonly dateOrder: 'day-month' | 'month-day'
  readonly firstWeekday: number
}

const YEAR = '(?:19|20|21)\\d\\d'
const NEXT = 'next|nächste[nrms]?|naechste[nrms]?|kommende[nrms]?|coming'
const THIS = 'this|diese[nrms]?'

/** Sources of patterns: dates that stand for themselves, in every language. */
const NUMERIC = `\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\.\\s?\\d{1,2}\\.(?:${YEAR}|\\d\\d(?!\\d))?|(?!24\\/7(?!\\d|\\/))\\d{1,2}\\/\\d{1,2}(?:\\/(?:${YEAR}|\\d\\d))?(?!\\s*(?:hours?|h|std|stunden?)(?!\\p{L}))`
const NAMED = `\\d{1,2}(?:\\.|st|nd|rd|th)?\\s*(?:of\\s+)?${MONTH}\\.?(?:,?\\s+${YEAR})?|${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+${YEAR})?`
const RELATIVE = `today|tonight|tomorrow|yesterday|heute|übermorgen|uebermorgen|morgen|gestern|day after tomorrow|in\\s+${NUMBER}\\s+(?:days?|tage?n?)`
/** A date that nothing else can be meant by, whether or not there is such a day. */
export const EXACT_DATE = `\\d{4}-\\d\\d-\\d\\d|${NAMED}`
/** A date by its number or its name, without weekdays. */
export const DATE = `(?:the\\s+)?(?:${NUMERIC}|${NAMED}|${RELATIVE})|on\\s+the\\s+\\d{1,2}(?:st|nd|rd|th)|am\\s+\\d{1,2}\\.(?!\\s?\\d)`
/** A week by its number or its distance. */
export const WEEK = `(?:(?:${NEXT}|${THIS})\\s+(?:week|woche)|in\\s+${NUMBER}\\s+(?:weeks?|wochen?)|(?:week|kw|woche|w)\\s?\\d{1,2}(?:\\s+${YEAR}|\\/${YEAR})?|${YEAR}-w\\d\\d)`
/** A month as a stretch of days. */
export const MONTH_SPAN = `(?:${NEXT}|${THIS})\\s+(?:month|monat)s?`

/** A weekday, perhaps of this or the next week. */
export function weekdayPhrase(language: 'en' | 'de'): string {
  return `(?:(?:${NEXT}|${THIS})\\s+)?${weekdaySource(language)}\\.?`
}

const wholes = new Map<string, RegExp>()

/** A pattern for a whole text, compiled once. */
function whole(source: string): RegExp {
  const known = wholes.get(source) ?? new RegExp(`^(?:${source})$`, 'iu')
  wholes.set(source, known)
  return known
}

/** The day of a text that {@link DATE} matched; null where there is no such day. */
export function readDate(text: string, base: DateBase): Day | null {
  const plain = text.trim().replace(/^the\s+/iu, '')
  return checked(
    numericDate(plain, base) ??
      namedDate(plain, base) ??
      relativeDate(plain.toLowerCase(), base) ??
      dayOfMonth(plain, base),
  )
}

function checked(day: Day | null): Day | null {
  if (day === null || !isDay(day)) return null
  const year = Number(day.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR ? day : null
}

function numericDate(text: string, base: DateBase): Day | null {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.(\d+)?$/.exec(text)
  if (dotted !== null) return civil(Number(dotted[1]), Number(dotted[2]), dotted[3], base)
  const slash = /^(\d{1,2})\/(\d{1,2})(?:\/(\d+))?$/.exec(text)
  if (slash === null) return null
  const [first, second] = [Number(slash[1]), Number(slash[2])]
  // A number above twelve is no month, whatever the order.
  const isMonthFirst = second > 12 || (base.dateOrder === 'month-day' && first <= 12)
  return isMonthFirst ? civil(second, first, slash[3], base) : civil(first, second, slash[3], base)
}

function namedDate(text: string, base: DateBase): Day | null {
  const match =
    whole(`(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(?:of\\s+)?(${MONTH})\\.?(?:,?\\s+(${YEAR}))?`).exec(text) ??
    whole(`(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(${YEAR}))?`).exec(text)
  if (match === null) return null
  const [first, second] = [match[1] ?? '', match[2] ?? '']
  return /^\d/.test(first)
    ? civil(Number(first), monthOfWord(second), match[3], base)
    : civil(Number(second), monthOfWord(first), match[3], base)
}

/** Without a year the first such day on or after the base; 29 February may be years away. */
function civil(day: number, month: number, year: string | undefined, { from }: DateBase): Day | null {
  const two = (n: number) => String(n).padStart(2, '0')
  const on = (y: number) => `${y}-${two(month)}-${two(day)}`
  if (year !== undefined) return on(year.length === 2 ? 2000 + Number(year) : Number(year))
  const first = Number(from.slice(0, 4))
  for (let y = first; y <= first + 8; y++) if (isDay(on(y)) && on(y) >= from) return on(y)
  return null
}

/** `on the 15th`: of the first month on or after the base that has such a day to come. */
function dayOfMonth(text: string, { from }: DateBase): Day | null {
  const day = /^(?:on\s+the|am)\s+(\d{1,2})/iu.exec(text)?.[1]
  if (day === undefined) return null
  for (let ahead = 0; ahead <= 12; ahead++) {
    const on = `${addMonths(`${from.slice(0, 7)}-01`, ahead).slice(0, 7)}-${day.padStart(2, '0')}`
    if (isDay(on) && on >= from) return on
  }
  return null
}

function relativeDate(text: string, { today }: DateBase): Day | null {
  if (/^(?:today|tonight|heute)$/.test(text)) return today
  if (/^(?:tomorrow|morgen)$/.test(text)) return addDays(today, 1)
  if (/^(?:day after tomorrow|übermorgen|uebermorgen)$/.test(text)) return addDays(today, 2)
  if (/^(?:yesterday|gestern)$/.test(text)) return addDays(today, -1)
  const ahead = whole(`in\\s+(${NUMBER})\\s+(?:days?|tage?n?)`).exec(text)
  const count = numberOfWord(ahead?.[1] ?? '')
  return count > 0 && count <= MOST_AHEAD ? addDays(today, count) : null
}

/** The days of a text that {@link WEEK} or {@link MONTH_SPAN} matched; null where there is no such week. */
export function readSpan(text: string, base: DateBase): DaySpan | null {
  const thisWeek = weekStart(base.today, base.firstWeekday)
  const weekFrom = (from: Day): DaySpan => ({ from, to: addDays(from, 6) })
  if (whole(`(?:${THIS})\\s+(?:week|woche)`).test(text)) return weekFrom(thisWeek)
  if (whole(`(?:${NEXT})\\s+(?:week|woche)`).test(text)) return weekFrom(addDays(thisWeek, 7))
  const month = whole(`(?:(${THIS})|${NEXT})\\s+(?:month|monat)s?`).exec(text)
  if (month !== null) {
    const first = addMonths(`${base.today.slice(0, 7)}-01`, month[1] === undefined ? 1 : 0)
    return { from: first, to: lastOfMonth(first) }
  }
  const ahead = whole(`in\\s+(${NUMBER})\\s+(?:weeks?|wochen?)`).exec(text)
  if (ahead !== null) {
    const weeks = numberOfWord(ahead[1] ?? '')
    return weeks > 0 && weeks <= MOST_AHEAD ? weekFrom(addDays(thisWeek, 7 * weeks)) : null
  }
  const iso = whole(`(${YEAR})-w(\\d\\d)`).exec(text)
  if (iso !== null) return isoSpan(Number(iso[1]), Number(iso[2]), base)
  const numbered = whole(`(?:week|kw|woche|w)\\s?(\\d{1,2})(?:(?:\\s+|\\/)(${YEAR}))?`).exec(text)
  if (numbered === null) return null
  const week = Number(numbered[1])
  if (numbered[2] !== undefined) return isoSpan(Number(numbered[2]), week, base)
  const { year } = isoWeek(base.today)
  const here = isoSpan(year, week, base)
  return here !== null && here.to >= base.from ? here : isoSpan(year + 1, week, base)
}

/** The week with an ISO 8601 number, from the planner's first weekday on. */
function isoSpan(year: number, week: number, { firstWeekday }: DateBase): DaySpan | null {
  if (week < 1 || week > weeksInIsoYear(year) || year < FIRST_YEAR || year > LAST_YEAR) return null
  const monday = addDays(weekStart(`${year}-01-04`, 1), 7 * (week - 1))
  // A week is numbered by its Thursday, whatever day it begins on.
  const from = weekStart(addDays(monday, 3), firstWeekday)
  return { from, to: addDays(from, 6) }
}

/** Weekday and week of a text that {@link weekdayPhrase} matched. */
export interface WeekdayWords {
  readonly weekday: number
  /** The week it was said to be in; null where only the weekday was said. */
  readonly week: DaySpan | null
}

export function readWeekday(text: string, base: DateBase): WeekdayWords | null {
  const match = new RegExp(`^(?:(?:(${NEXT})|(${THIS}))\\s+)?(\\p{L}+)\\.?$`, 'iu').exec(text)
  const weekday = weekdayOfWord(match?.[3] ?? '')
  if (weekday === 0) return null
  const isNext = match?.[1] !== undefined && !/^(?:coming|kommende)/iu.test(match[1])
  const week = isNext ? 'next week' : match?.[2] === undefined ? null : 'this week'
  return { weekday, week: week === null ? null : readSpan(week, base) }
}

/** The first day on or after `from` with a weekday. */
export function weekdayFrom(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7)
}
