/**
 * English dates in free words (`the day after tomorrow`, `two weeks from friday`), read by chrono-node. The only file
 * of the room that knows `Date`: chrono is given today's noon and asked for year, month and day, never for an instant,
 * so that the zone of the process cannot move a day.
 */
import { casual, GB } from 'chrono-node/en'
import { type Day, isDay } from '../time/day.ts'
import type { DaySpan } from './dates.ts'

/** Dates found in a text, with their places in it. */
export interface FoundDate extends DaySpan {
  readonly index: number
  readonly length: number
}

/** At least one word: numbers alone are read by ourselves, or are no date. */
const HAS_WORD = /\p{L}{3}/u
/** `two weeks` without `in`, `ago` or the like is a length of something, not a day. */
const ONLY_LENGTH = /^(?:\d+|\p{L}+)\s+(?:day|week|month|year)s?$/iu

interface Components {
  isCertain(component: 'day' | 'weekday' | 'hour'): boolean
  get(component: 'year' | 'month' | 'day'): number | null
}

/** The first date in words that a text holds; null where there is none, or it is a time. */
export function dateInWords(
  text: string,
  today: Day,
  dateOrder: 'day-month' | 'month-day',
): FoundDate | null {
  const [year, month, day] = today.split('-').map(Number)
  const noon = new Date(year ?? 0, (month ?? 1) - 1, day, 12)
  const reader = dateOrder === 'day-month' ? GB : casual
  for (const { index, text: found, start, end } of reader.parse(text, noon, { forwardDate: true })) {
    const from = dayOfComponents(start)
    const to = end == null ? from : dayOfComponents(end)
    if (from !== null && to !== null && to >= from && HAS_WORD.test(found) && !ONLY_LENGTH.test(found))
      return { from, to, index, length: found.length }
  }
  return null
}

function dayOfComponents(found: Components): Day | null {
  if (found.isCertain('hour') || !(found.isCertain('day') || found.isCertain('weekday'))) return null
  const two = (n: number | null) => String(n ?? 0).padStart(2, '0')
  const day = `${String(found.get('year') ?? 0).padStart(4, '0')}-${two(found.get('month'))}-${two(found.get('day'))}`
  return isDay(day) && day >= '1970' && day < '2200' ? day : null
}
