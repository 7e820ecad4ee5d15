/** How often something of a calendar is, and from when to when. */

import { each, type Steps } from '../steps.ts'
import { addDays, type Day } from '../time/day.ts'
import { occurrences } from '../time/recurrence.ts'
import { parseRule } from '../time/ruleText.ts'
import { wallDay } from '../time/wallClock.ts'
import type { ImportItem } from './importShape.ts'
import { dayAfter } from './meetings.ts'

/** The times of one item. */
export interface TimesRange {
  /** How many there are; null where they never end. */
  readonly count: number | null
  /** There are more than `count`: nobody counts them all. */
  readonly more: boolean
  readonly first: Day
  /** The last day; null where there is none, or it was not looked for. */
  readonly last: Day | null
}

/** The last year that is planned for. */
const LAST_DAY = '2199-12-31'

/** The times of an item: of a series all that its rule, its exceptions and its added dates give. */
export function timesOf({ timing, recurrence }: ImportItem): TimesRange {
  const first = wallDay(timing.start)
  if (recurrence === null) {
    const last = timing.allDay ? addDays(dayAfter(timing), -1) : first
    return { count: 1, more: false, first, last }
  }
  if (isEndless(recurrence.rule)) return { count: null, more: false, first, last: null }
  const from = recurrence.extra.reduce((day, start) => (wallDay(start) < day ? wallDay(start) : day), first)
  const { starts, capped } = occurrences(timing.start, timing.zone, recurrence, { from, to: LAST_DAY })
  const last = starts.at(-1)
  return {
    count: starts.length,
    more: capped,
    first: wallDay(starts[0] ?? timing.start),
    last: capped || last === undefined ? null : wallDay(last),
  }
}

function isEndless(rule: string): boolean {
  if (rule === '') return false
  const parsed = parseRule(rule)
  return parsed.ok && parsed.rule.count === undefined && parsed.rule.until === undefined
}

/** What a calendar holds, whatever becomes of it. */
export interface CalendarRange {
  readonly events: number
  readonly series: number
  /** Series that never end. */
  readonly endless: number
  /** Null where there is nothing. */
  readonly first: Day | null
  /** The last day of what ends. */
  readonly last: Day | null
  readonly conflicts: number
}

/** The range of a calendar, found in steps. */
export function* calendarRange(items: readonly ImportItem[]): Steps<CalendarRange> {
  let [series, endless, conflicts] = [0, 0, 0]
  let first: Day | null = null
  let last: Day | null = null
  yield* each(items, (item) => {
    const times = timesOf(item)
    if (item.recurrence !== null) series++
    if (times.count === null) endless++
    conflicts += item.conflicts
    if (first === null || times.first < first) first = times.first
    if (times.last !== null && (last === null || times.last > last)) last = times.last
  })
  return { events: items.length, series, endless, first, last, conflicts }
}
