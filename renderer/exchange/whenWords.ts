/** When an item of an import is, in words. */
import type { ProposedZone } from '../../shared/exchange/importProposal.ts'
import { timesOf } from '../../shared/exchange/importRange.ts'
import type { ImportItem } from '../../shared/exchange/importShape.ts'
import { addDays } from '../../shared/time/day.ts'
import type { Rule } from '../../shared/time/rule.ts'
import { parseRule } from '../../shared/time/ruleText.ts'
import { MINUTES_A_DAY, wallDay } from '../../shared/time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../shared/time/zone.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import type { ImportRow } from './importRows.ts'

/** The zones that a row's times are told in. */
export interface RowZones {
  readonly homeZone: string
  /** The zones of the file, for how each was found. */
  readonly zones: readonly ProposedZone[]
}

/** The day or days, time and repetition of a row; the zone is named where it is not the home zone, with how it was found. */
export function whenOf(row: ImportRow, words: Words, format: Format, zones: RowZones): string {
  const { first, last, keys } = row
  const { timing, recurrence } = first
  if (recurrence !== null) {
    const repeats = ruleInWords(recurrence.rule, words, format)
    return timing.allDay ? repeats : `${timeOf(first, words, format, zones)}, ${repeats}`
  }
  if (keys.length > 1)
    return `${words.calendar.times(keys.length)}, ${format.dayRange(wallDay(timing.start), wallDay(last.timing.start))}`
  if (timing.allDay)
    return format.dayRange(
      wallDay(timing.start),
      addDays(wallDay(timing.start), timing.minutes / MINUTES_A_DAY - 1),
    )
  return `${format.dayMedium(wallDay(timing.start))}, ${timeOf(first, words, format, zones)}`
}

/** How often a series takes place, and from when to when. */
export function timesText(item: ImportItem, words: Words['calendar'], format: Format): string {
  const { count, more, first, last } = timesOf(item)
  const since = words.since(format.dayMedium(first))
  if (count === null) return `${since}, ${words.noEnd}`
  const times = more ? words.moreThan(words.times(count)) : words.times(count)
  return `${times}, ${last === null ? since : format.dayRange(first, last)}`
}

function timeOf(item: ImportItem, words: Words, format: Format, { homeZone, zones }: RowZones): string {
  const { start, zone, minutes } = item.timing
  const end = fromEpochMinute(toEpochMinute(start, zone) + Math.max(0, minutes), zone)
  const range = minutes > 0 ? format.timeRange(start, end) : format.time(start)
  if (zone === homeZone) return range
  const found = zones.find(({ name }) => name === item.zoneName)
  // A zone that is written as it is called needs no reason.
  const how = found === undefined || found.how === 'iana' ? '' : ` · ${words.calendar.zoneHow[found.how]}`
  return `${range} (${zone.replaceAll('_', ' ')}${how})`
}

/** A Monday, for the names of weekdays. */
const A_MONDAY = '2026-01-05'

/** How a series repeats; how often and until when tells {@link timesText}. */
function ruleInWords(text: string, words: Words, format: Format): string {
  const { rule: say } = words.calendar
  if (text === '') return say.listed
  const parsed = parseRule(text)
  if (!parsed.ok) return say.other
  return plainRule(parsed.rule, words, format)
}

function plainRule(rule: Rule, words: Words, format: Format): string {
  const { rule: say } = words.calendar
  const lists = [rule.byMonth, rule.byWeekNo, rule.byYearDay, rule.bySetPos, rule.byHour, rule.byMinute]
  if (lists.some((list) => list.length > 1) || rule.bySetPos.length > 0) return say.other
  switch (rule.freq) {
    case 'DAILY':
      return rule.byDay.length === 0 ? say.daily(rule.interval) : say.other
    case 'WEEKLY':
      return say.weekly(
        rule.interval,
        rule.byDay.map(({ weekday }) => format.weekdayShort(addDays(A_MONDAY, weekday - 1))).join(', '),
      )
    case 'MONTHLY':
      return say.monthly(rule.interval)
    case 'YEARLY':
      return say.yearly(rule.interval)
    default:
      return say.other
  }
}
