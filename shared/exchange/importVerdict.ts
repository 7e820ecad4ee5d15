/** What an event becomes in the plan, and why it is left out. */
import { LONGEST_MINUTES } from '../plan/fields.ts'
import { MINUTES_A_DAY, wallDay } from '../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import type { CalendarEvent } from './calendarFile.ts'
import type { Meeting, Timing } from './meetings.ts'

/** What becomes of an event. */
export type Becomes = 'session' | 'timeOff' | 'dayNote' | 'skip'

/** Why an event is left out. */
export type SkipReason =
  | 'chosen'
  | 'cancelled'
  | 'declined'
  | 'free'
  | 'zero-length'
  | 'ends-before-start'
  | 'too-long'
  | 'beyond-range'
  | 'before-from'
  | 'older-version'
  | 'edited-here'
  | 'deleted-here'

/** What an event becomes unless the user says otherwise, and what the user may choose. */
export interface Verdict {
  readonly becomes: Becomes
  readonly reason: SkipReason | null
  readonly options: readonly Becomes[]
}

/** The years that a plan is imported for. Calendars hold a 1601 or 9999 only by mistake. */
const FIRST_YEAR = '1970'
const LAST_YEAR = '2199'

const nothing = (reason: SkipReason, ...options: Becomes[]): Verdict => ({
  becomes: 'skip',
  reason,
  options: ['skip', ...options],
})

/** The verdict on a meeting. `me` are the planner's own addresses, by which a declined invitation is known. */
export function verdictOn(
  meeting: Meeting,
  me: ReadonlySet<string>,
  cancels: boolean,
  homeZone: string,
): Verdict {
  const { event, timing } = meeting
  const usable = usability(meeting)
  if (usable !== null) return usable
  if (event.own !== null && 'timeOff' in event.own)
    return { becomes: 'timeOff', reason: null, options: ['timeOff', 'skip'] }
  const options: readonly Becomes[] = timing.allDay
    ? ['timeOff', 'dayNote', 'skip']
    : ['session', ...offOptions(meeting, homeZone), 'skip']
  if (cancels || event.status === 'cancelled') return { becomes: 'skip', reason: 'cancelled', options }
  if (event.people.some(({ email, answer }) => answer === 'declined' && me.has(email)))
    return { becomes: 'skip', reason: 'declined', options }
  if (timing.allDay) return { becomes: isFree(event) ? 'dayNote' : 'timeOff', reason: null, options }
  if (isFree(event)) return { becomes: 'skip', reason: 'free', options }
  const isOff = event.busy === 'out-of-office' && options.includes('timeOff')
  return { becomes: isOff ? 'timeOff' : 'session', reason: null, options }
}

/** Why a meeting's times cannot be planned; null when they can. */
function usability({ timing, recurrence }: Meeting): Verdict | null {
  const year = timing.start.slice(0, 4)
  const isOldDay = timing.allDay && recurrence !== null
  if (year > LAST_YEAR || (year < FIRST_YEAR && !isOldDay)) return nothing('beyond-range')
  if (timing.minutes < 0) return nothing('ends-before-start')
  if (timing.minutes === 0)
    return recurrence === null ? nothing('zero-length', 'dayNote') : nothing('zero-length')
  if (timing.allDay || timing.minutes <= LONGEST_MINUTES) return null
  return recurrence === null ? nothing('too-long', 'timeOff', 'dayNote') : nothing('too-long')
}

/** A timed event can be time off where it is one stretch of one day at home. */
function offOptions(meeting: Meeting, homeZone: string): readonly Becomes[] {
  return meeting.recurrence === null && partOfDay(meeting.timing, homeZone) !== null ? ['timeOff'] : []
}

/** Whether an event takes no time. Outlook's "show as" is the truth where it is given (facts.md), else TRANSP. */
function isFree(event: CalendarEvent): boolean {
  return event.busy === null ? event.transparent : event.busy === 'free' || event.busy === 'elsewhere'
}

/** The stretch of the home day that a timed event fills; null where it reaches over midnight. */
export function partOfDay(
  timing: Timing,
  homeZone: string,
): { readonly from: number; readonly to: number } | null {
  const { from, to } = daysAtHome(timing, homeZone)
  if (from.slice(0, 10) !== to.slice(0, 10)) return null
  const minuteOf = (wall: string) => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
  const start = minuteOf(from)
  const end = minuteOf(to) + 1
  return end > start ? { from: start, to: end } : null
}

/** The wall clocks at home of an event's first minute and of its last one. All-day events keep their days in every zone. */
export function daysAtHome(timing: Timing, homeZone: string): { readonly from: string; readonly to: string } {
  const zone = timing.allDay ? 'UTC' : homeZone
  const first = toEpochMinute(timing.start, timing.allDay ? 'UTC' : timing.zone)
  return {
    from: fromEpochMinute(first, zone),
    to: fromEpochMinute(first + Math.max(1, timing.minutes) - 1, zone),
  }
}

/** Days that an all-day event covers. */
export function dayCount(timing: Timing): number {
  return timing.minutes / MINUTES_A_DAY
}

/** The first and last day of an event at home, both included. */
export function dayRange(timing: Timing, homeZone: string): { readonly from: string; readonly to: string } {
  const { from, to } = daysAtHome(timing, homeZone)
  return { from: wallDay(from), to: wallDay(to) }
}
