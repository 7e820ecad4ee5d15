import { type Day, maxDay } from '../time/day.ts'
import { weekStart } from '../time/week.ts'
import {
  DATE,
  type DateBase,
  MONTH_SPAN,
  readDate,
  readSpan,
  readWeekday,
  WEEK,
  weekdayFrom,
} from './dates.ts'

/**
 * The first day of the week that a text names, and nothing but names: `week 3`, `w3 2027`, `2026-W50`, `next week`,
 * `7 dec`, `2026-12-07`, `tomorrow`, `fri`. Null for any other text.
 */
export function whichWeek(text: string, base: DateBase): Day | null {
  const plain = text.trim()
  const isName = (source: string) => new RegExp(`^(?:${source})$`, 'iu').test(plain)
  const day = isName(DATE)
    ? readDate(plain, base)
    : isName(`${WEEK}|${MONTH_SPAN}`)
      ? (readSpan(plain, base)?.from ?? null)
      : dayOfWeekday(plain, base)
  return day === null ? null : weekStart(day, base.firstWeekday)
}

function dayOfWeekday(text: string, base: DateBase): Day | null {
  const said = readWeekday(text, base)
  return said === null ? null : weekdayFrom(maxDay(said.week?.from ?? base.today, base.today), said.weekday)
}
