/** A recurrence rule (RFC 5545 §3.3.10) as a person would say it, in the words of a catalogue. */
import type { Rule } from '../time/rule.ts'
import { fromEpochMinute } from '../time/zone.ts'
import type { Format } from './format.ts'
import type { Words } from './words.ts'

/** A day of each weekday, Monday 1 to Sunday 7, and of each month, to be named by the format. */
const weekdayDay = (weekday: number) => `2024-01-${String(weekday).padStart(2, '0')}`
const monthDay = (month: number) => `2024-${String(month).padStart(2, '0')}-01`

const WORKDAYS = '1,2,3,4,5'

/** Every part of the rule in one line: how often, on which days, at which times, until when. */
export function ruleWords(rule: Rule, words: Words['rule'], format: Format): string {
  return [
    words.every[rule.freq](rule.interval),
    ...daysWords(rule, words, format),
    ...timesWords(rule, words, format),
    ...(rule.bySetPos.length === 0 ? [] : [words.onlyThe(rule.bySetPos.map(words.nth))]),
    ...endWords(rule, words, format),
  ].join(' ')
}

function daysWords(rule: Rule, words: Words['rule'], format: Format): string[] {
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule
  const parts: string[] = []
  const isWorkdays =
    byDay.every(({ nth }) => nth === 0) && byDay.map((day) => day.weekday).join() === WORKDAYS
  if (isWorkdays) parts.push(words.onWorkdays)
  else if (byDay.length > 0)
    parts.push(
      words.onWeekdays(
        byDay.map(({ nth, weekday }) => ({
          nth: nth === 0 ? null : words.nth(nth),
          name: format.weekdayLong(weekdayDay(weekday)),
        })),
      ),
    )
  if (byMonthDay.length > 0) parts.push(words.onMonthDays(byMonthDay))
  if (byYearDay.length > 0) parts.push(words.onYearDays(byYearDay.map(words.nth)))
  if (byWeekNo.length > 0) parts.push(words.inWeeks(byWeekNo))
  if (byMonth.length > 0)
    parts.push(words.inMonths(byMonth.map((month) => format.monthName(monthDay(month)))))
  return parts
}

function timesWords({ byHour, byMinute }: Rule, words: Words['rule'], format: Format): string[] {
  if (byHour.length === 0) return byMinute.length === 0 ? [] : [words.atMinutes(byMinute)]
  const minutes = byMinute.length === 0 ? [0] : byMinute
  return [
    words.atTimes(byHour.flatMap((hour) => minutes.map((minute) => format.minuteOfDay(hour * 60 + minute)))),
  ]
}

function endWords({ until, count }: Rule, words: Words['rule'], format: Format): string[] {
  if (count !== undefined) return [words.times(count)]
  if (until === undefined) return []
  const day =
    until.kind === 'date'
      ? until.day
      : (until.kind === 'local' ? until.wall : fromEpochMinute(until.epoch, 'UTC')).slice(0, 10)
  return [words.until(format.dayMedium(day))]
}
