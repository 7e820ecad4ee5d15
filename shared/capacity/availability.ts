/** When the planner works: patterns, time off and holidays, by day of the home zone. */
import type { DayInterval, TimeOff, WorkingPattern } from '../plan/availability.ts'
import type { DayNote } from '../plan/dayNote.ts'
import type { Plan } from '../plan/plan.ts'
import { type Day, type DayNumber, dayNumber, dayOf, weekdayOfNumber } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'
import { MINUTES_A_DAY } from '../time/wallClock.ts'
import { type EpochMinute, localToEpoch, startOfDayNumber } from '../time/zone.ts'
import type { DayOff, HolidayOf } from './weekView.ts'

/** What a day offers, before anything is planned on it. */
export interface DayAvailability {
  readonly day: Day
  readonly number: DayNumber
  readonly start: EpochMinute
  readonly end: EpochMinute
  /** Civil minutes of the pattern, before time off. */
  readonly patternMinutes: number
  /** Civil minutes left by time off and holidays. */
  readonly capacity: number
  readonly workingHours: readonly DayInterval[]
  readonly working: readonly Interval[]
  readonly off: DayOff | null
  readonly notes: readonly DayNote[]
}

/** The days of a plan, each computed once. */
export interface WorkingCalendar {
  readonly zone: string
  readonly day: (number: DayNumber) => DayAvailability
}

interface Source {
  readonly patterns: Plan['practice']['patterns']
  readonly timeOff: Plan['practice']['timeOff']
  readonly dayNotes: Plan['practice']['dayNotes']
  readonly zone: string
  readonly worked: readonly Day[]
  readonly holidays: HolidayOf
}

const MOST_CALENDARS = 6
const recent: { readonly source: Source; readonly calendar: WorkingCalendar }[] = []

/** The calendar of a plan: the same object as long as nothing that it is made of changed. */
export function workingCalendar(plan: Plan, holidays: HolidayOf): WorkingCalendar {
  const { patterns, timeOff, dayNotes, settings } = plan.practice
  const { homeZone: zone, workedHolidays: worked } = settings
  const source: Source = { patterns, timeOff, dayNotes, zone, worked, holidays }
  const known = recent.find((r) => sameSource(r.source, source))
  if (known !== undefined) return known.calendar
  const calendar = newCalendar(source)
  recent.unshift({ source, calendar })
  recent.length = Math.min(recent.length, MOST_CALENDARS)
  return calendar
}

function sameSource(a: Source, b: Source): boolean {
  return (
    a.patterns === b.patterns &&
    a.timeOff === b.timeOff &&
    a.dayNotes === b.dayNotes &&
    a.zone === b.zone &&
    a.worked === b.worked &&
    a.holidays === b.holidays
  )
}

function newCalendar(source: Source): WorkingCalendar {
  const patterns = Object.values(source.patterns).sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )
  const timeOff = Object.values(source.timeOff)
  const notes = Object.values(source.dayNotes)
  const worked = new Set(source.worked)
  const days = new Map<DayNumber, DayAvailability>()
  return {
    zone: source.zone,
    day: (number) => {
      const known = days.get(number)
      if (known !== undefined) return known
      const day = dayOf(number)
      const made = availabilityOn(number, {
        pattern: patternOn(patterns, day),
        timeOff: timeOff.filter((off) => off.from <= day && day <= off.to),
        notes: notes.filter((note) => note.from <= day && day <= note.to),
        holiday: worked.has(day) ? null : source.holidays(day),
        zone: source.zone,
      })
      days.set(number, made)
      return made
    },
  }
}

/** The pattern in force; the first one holds for the days before it too, as an engagement's terms do. */
function patternOn(patterns: readonly WorkingPattern[], day: Day): WorkingPattern | undefined {
  return patterns.findLast((pattern) => pattern.from <= day) ?? patterns[0]
}

interface DaySource {
  readonly pattern: WorkingPattern | undefined
  readonly timeOff: readonly TimeOff[]
  readonly notes: readonly DayNote[]
  readonly holiday: string | null
  readonly zone: string
}

function availabilityOn(
  number: DayNumber,
  { pattern, timeOff, notes, holiday, zone }: DaySource,
): DayAvailability {
  const hours = joined(pattern?.week[weekdayOfNumber(number) - 1] ?? [])
  const offHours = timeOff.map((off) => off.part ?? { from: 0, to: MINUTES_A_DAY })
  const workingHours = holiday === null ? without(hours, offHours) : []
  const start = startOfDayNumber(number, zone)
  const end = startOfDayNumber(number + 1, zone)
  return {
    day: dayOf(number),
    number,
    start,
    end,
    patternMinutes: lengthOf(hours),
    capacity: lengthOf(workingHours),
    workingHours,
    working: workingHours
      .map((part) => instants(number, part, zone, end))
      .filter((part) => part.from < part.to),
    off: offOf(hours.length > 0, timeOff, holiday),
    notes,
  }
}

function offOf(works: boolean, timeOff: readonly TimeOff[], holiday: string | null): DayOff | null {
  if (holiday !== null) return { kind: 'holiday', name: holiday }
  const whole = timeOff.find((off) => off.part === null)
  const named = whole ?? timeOff[0]
  if (named !== undefined) return { kind: 'time-off', name: named.title, whole: whole !== undefined }
  return works ? null : { kind: 'no-work' }
}

/** Hours of a civil day as instants. Hours that the clocks skip are shorter, their civil length is the capacity. */
function instants(number: DayNumber, part: DayInterval, zone: string, end: EpochMinute): Interval {
  const at = (minute: number) =>
    minute >= MINUTES_A_DAY ? end : Math.min(end, localToEpoch(number * MINUTES_A_DAY + minute, zone))
  return { from: at(part.from), to: at(part.to) }
}

/** Sorted and disjoint: a pattern whose intervals overlap counts each minute once. */
function joined(parts: readonly DayInterval[]): DayInterval[] {
  const sorted = parts.filter((part) => part.from < part.to).sort((a, b) => a.from - b.from)
  const result: { from: number; to: number }[] = []
  for (const { from, to } of sorted) {
    const last = result.at(-1)
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

function without(hours: readonly DayInterval[], taken: readonly DayInterval[]): DayInterval[] {
  let left = [...hours]
  for (const off of taken)
    left = left.flatMap(({ from, to }) => {
      if (off.to <= from || to <= off.from) return [{ from, to }]
      return [
        { from, to: off.from },
        { from: off.to, to },
      ].filter((part) => part.from < part.to)
    })
  return left
}

function lengthOf(parts: readonly DayInterval[]): number {
  return parts.reduce((sum, { from, to }) => sum + to - from, 0)
}

/**
 * The reserve of each day of a week: the week's minutes spread in proportion to what each day's pattern offers, and
 * only as far as time off leaves it, so that a day off takes its share of the reserve with it. Whole minutes that add
 * up to the reserve in a full week.
 */
export function reserveOf(days: readonly DayAvailability[], weekMinutes: number): number[] {
  const offered = days.reduce((sum, day) => sum + day.patternMinutes, 0)
  if (offered === 0) return days.map(() => 0)
  let before = 0
  return days.map((day) => {
    const shareUpTo = (minutes: number) => Math.round((weekMinutes * minutes) / offered)
    const share = shareUpTo(before + day.patternMinutes) - shareUpTo(before)
    before += day.patternMinutes
    return day.patternMinutes === 0
      ? 0
      : Math.min(Math.round((share * day.capacity) / day.patternMinutes), day.capacity)
  })
}

/** The days of the home zone from `from` on. */
export function daysFrom(calendar: WorkingCalendar, from: Day, count: number): DayAvailability[] {
  const first = dayNumber(from)
  return Array.from({ length: count }, (_, i) => calendar.day(first + i))
}
