/** The single times of meetings, as the calendar that they come from would show them. */
import type { Day } from '../time/day.ts'
import { occurrences } from '../time/recurrence.ts'
import { type WallClock, wallDay } from '../time/wallClock.ts'
import type { CalendarEvent } from './calendarFile.ts'
import type { Meeting, Timing } from './meetings.ts'

/** One time of a meeting, and the event that describes it. */
export interface MeetingTime {
  /** Original start within the series; null for a single event. */
  readonly original: WallClock | null
  readonly event: CalendarEvent
  readonly timing: Timing
}

/** Days on the meeting's own clocks, both included. */
export interface MeetingWindow {
  readonly from: Day
  readonly to: Day
}

/** The times of a meeting that start in the window, sorted. `shared/time` caps how many. */
export function timesOfMeeting(meeting: Meeting, window: MeetingWindow): readonly MeetingTime[] {
  const { event, timing, recurrence, changes } = meeting
  const within = (time: Timing) => wallDay(time.start) >= window.from && wallDay(time.start) <= window.to
  if (recurrence === null) return within(timing) ? [{ original: null, event, timing }] : []
  const changed = new Set(changes.map(({ original }) => original))
  const plain = occurrences(timing.start, timing.zone, recurrence, window).starts.filter(
    (start) => !changed.has(start),
  )
  const times: MeetingTime[] = plain.map((start) => ({
    original: start,
    event,
    timing: { ...timing, start },
  }))
  for (const change of changes) if (within(change.timing)) times.push(change)
  return times.sort((a, b) => (a.timing.start < b.timing.start ? -1 : 1))
}
