/**
 * When nothing is shown, and what that holds back. "Do not disturb" holds everything. While nobody works, what can wait
 * waits for the next working time, and what passed meanwhile is told then:
 * - a session that lies in time off, as one of a series does on a holiday; and where the planner wants that, one that
 *   lies outside working hours. A session with a lead of its own was meant, and is never held so.
 * - a date to be thought of, unless its last day would be over by then.
 * - the end of a day and the planning of the week on declared days off alone: their time was chosen.
 */
import { type WorkingCalendar, workingCalendar } from '../capacity/availability.ts'
import type { HolidayOf } from '../capacity/weekView.ts'
import type { Plan } from '../plan/plan.ts'
import type { DayNumber } from '../time/day.ts'
import { type Interval, subtract } from '../time/interval.ts'
import { MINUTES_A_DAY } from '../time/wallClock.ts'
import { type EpochMinute, localAt, localToEpoch } from '../time/zone.ts'
import type { Reminder } from './due.ts'
import type { HeldBy } from './ledger.ts'

/** A day that is to be thought of, or a time that the planner chose. */
export interface Thought {
  readonly isTimed: boolean
  /** When it is of no more use. */
  readonly end: EpochMinute
}

/** What is held back at one moment. */
export interface Quiet {
  /** `before` is what holds it already; null where nothing does. */
  readonly ofSession: (
    reminder: Pick<Reminder, 'start' | 'end' | 'occurrence'>,
    before: HeldBy | null,
  ) => HeldBy | null
  readonly ofThought: (thought: Thought, before: HeldBy | null) => HeldBy | null
}

/** What is held back now. */
export function quietAt(plan: Plan, now: EpochMinute, holidays: HolidayOf): Quiet {
  if (disturbsUntil(plan, now) !== null) return { ofSession: disturbed, ofThought: disturbed }
  const { quietTime } = plan.practice.settings.reminders
  if (quietTime === 'never') return { ofSession: () => null, ofThought: () => null }
  const calendar = workingCalendar(plan, holidays)
  const today = localAt(now, calendar.zone).dayNumber
  const isOffNow = isCovered({ from: now, to: now + 1 }, offTime(plan, calendar, today))
  const works = touches({ from: now, to: now + 1 }, calendar.day(today).working)
  const hours = quietTime === 'off-hours'
  return {
    ofSession: ({ start, end, occurrence }, before) => {
      if (works || occurrence.lead !== 'usual') return null
      if (end <= now && isOff(before) && nextWork(calendar, now) !== null) return before
      const first = localAt(start, calendar.zone).dayNumber
      const days = [first - 1, first, first + 1]
      const session = { from: start, to: end }
      if (
        isOffNow &&
        isCovered(
          session,
          days.flatMap((day) => offTime(plan, calendar, day)),
        )
      )
        return 'day-off'
      const isWork = days.some((day) => touches(session, calendar.day(day).working))
      return hours && !isWork ? 'off-hours' : null
    },
    ofThought: ({ isTimed, end }, before) => {
      if (isTimed) return isOffNow ? 'day-off' : null
      const isFree = calendar.day(today).working.length === 0
      if (works || !(hours || isFree || isOffNow || isOff(before))) return null
      const next = nextWork(calendar, now)
      if (next === null || end <= next) return null
      return isFree || isOffNow || !hours ? 'day-off' : 'off-hours'
    },
  }
}

const disturbed = (): HeldBy => 'do-not-disturb'

/** Whether it is held until somebody works again. */
function isOff(by: HeldBy | null): by is 'day-off' | 'off-hours' {
  return by === 'day-off' || by === 'off-hours'
}

/** When "do not disturb" ends, where it is on now; null where it is not. */
export function disturbsUntil(plan: Plan, now: EpochMinute): EpochMinute | null {
  const { homeZone, reminders } = plan.practice.settings
  if (reminders.quietHours === null) return null
  const { from, to } = reminders.quietHours
  const { dayNumber, minute } = localAt(now, homeZone)
  const isOn = from < to ? from <= minute && minute < to : from <= minute || minute < to
  if (!isOn) return null
  const endDay = from < to || minute < to ? dayNumber : dayNumber + 1
  // Where the clocks go back over its end, it is on once more: the next minute is looked at then.
  return Math.max(now + 1, localToEpoch(endDay * MINUTES_A_DAY + to, homeZone))
}

/** Longer than anybody stays away. */
const DAYS_AHEAD = 60

/** The first instant of working time after now; null where none comes. */
function nextWork(calendar: WorkingCalendar, now: EpochMinute): EpochMinute | null {
  const today = localAt(now, calendar.zone).dayNumber
  for (let number = today; number <= today + DAYS_AHEAD; number++) {
    const begins = calendar.day(number).working.find(({ from }) => now < from)
    if (begins !== undefined) return begins.from
  }
  return null
}

/** What the planner declared to be off on a day: a holiday or time off, not a weekday without working hours. */
function offTime({ practice }: Plan, calendar: WorkingCalendar, number: DayNumber): readonly Interval[] {
  const { day, start, end, off } = calendar.day(number)
  if (off === null || off.kind === 'no-work') return []
  if (off.kind === 'holiday' || off.whole) return [{ from: start, to: end }]
  const at = (minute: number) =>
    minute >= MINUTES_A_DAY ? end : localToEpoch(number * MINUTES_A_DAY + minute, calendar.zone)
  return Object.values(practice.timeOff)
    .filter(({ from, to }) => from <= day && day <= to)
    .flatMap(({ part }) => (part === null ? [] : [{ from: at(part.from), to: at(part.to) }]))
}

function touches({ from, to }: Interval, parts: readonly Interval[]): boolean {
  return parts.some((part) => part.from < to && from < part.to)
}

function isCovered(stretch: Interval, parts: readonly Interval[]): boolean {
  return subtract([stretch], parts).length === 0
}
