/**
 * What is to be thought of at a time, besides sessions: days (`matters.ts`), the end of a day whose sessions are not
 * confirmed, and the planning of the week. Each has a key, by which it is told once.
 */
import { workingCalendar } from '../capacity/availability.ts'
import type { HolidayOf } from '../capacity/weekView.ts'
import type { Plan } from '../plan/plan.ts'
import { addDays, type Day, daysBetween, weekdayOf } from '../time/day.ts'
import { type WallClock, wallClock, wallDay } from '../time/wallClock.ts'
import { weekStart } from '../time/week.ts'
import { type EpochMinute, fromEpochMinute, localAt, startOfDay, toEpochMinute } from '../time/zone.ts'
import { confirmable, dayPlan, type PlannedItem } from '../timesheet/dayPlan.ts'
import { type Matter, nearMatters } from './matters.ts'

/** A time that the planner chose, or that a day has by itself. */
export type Nudge =
  /** Sessions of a day that is over are not confirmed as worked. */
  | { readonly kind: 'day-end'; readonly day: Day; readonly open: readonly PlannedItem[] }
  /** The week that starts on `day` is to be planned. */
  | { readonly kind: 'planning'; readonly day: Day }

/** A reminder of a day; it is of use until `end`. */
export interface DayReminder {
  readonly key: string
  readonly due: EpochMinute
  readonly end: EpochMinute
  /** At a time of its own, not at the hour at which days are told. */
  readonly isTimed: boolean
  readonly matter: Matter | Nudge
}

/** On the clocks of the home zone: before the day's first meeting, after nobody's breakfast. */
const AT = '09:00'

/** A contact that was due is reminded of for so many days at most, where the app did not run; the list keeps it. */
const CONTACT_DAYS = 13

/** The reminders with `from < due ≤ to` that are of use at `to`, by day. None while reminders are switched off. */
export function dayRemindersDue(
  plan: Plan,
  from: EpochMinute,
  to: EpochMinute,
  holidays: HolidayOf,
): readonly DayReminder[] {
  if (!plan.practice.settings.reminders.enabled || to <= from) return []
  return [...matterReminders(plan, to), ...dayEnds(plan, to, holidays), ...plannings(plan, to)].filter(
    ({ due, end }) => from < due && due <= to && to < end,
  )
}

/** The next minute, where a reminder is due in it; null where none is. */
export function nextDayDue(plan: Plan, now: EpochMinute, holidays: HolidayOf): EpochMinute | null {
  return dayRemindersDue(plan, now, now + 1, holidays)[0]?.due ?? null
}

function matterReminders(plan: Plan, now: EpochMinute): readonly DayReminder[] {
  const { reminders, homeZone } = plan.practice.settings
  return nearMatters(plan, wallDay(fromEpochMinute(now, homeZone)))
    .filter(({ matter }) => (matter.kind === 'deliverable' ? reminders.deliverables : reminders.dates))
    .map(({ key, since, matter }) => {
      const last = matter.kind === 'contact' ? addDays(matter.day, CONTACT_DAYS) : matter.day
      const due = toEpochMinute(`${since}T${AT}`, homeZone)
      return { key, due, end: startOfDay(addDays(last, 1), homeZone), isTimed: false, matter }
    })
}

/** Today's and yesterday's end: who was away in the evening is told in the morning. */
function dayEnds(plan: Plan, now: EpochMinute, holidays: HolidayOf): readonly DayReminder[] {
  const { reminders, homeZone } = plan.practice.settings
  if (!reminders.dayEnd) return []
  const today = wallDay(fromEpochMinute(now, homeZone))
  return [addDays(today, -1), today].flatMap((day): readonly DayReminder[] => {
    const { closedThrough } = plan.practice
    if (closedThrough !== null && day <= closedThrough) return []
    const planned = dayPlan(plan, day)
    const open = confirmable(planned, now)
    if (open.length === 0) return []
    const { working } = workingCalendar(plan, holidays).day(
      localAt(startOfDay(day, homeZone), homeZone).dayNumber,
    )
    const sessions = planned.items.filter(({ occurrence }) => occurrence.status === 'confirmed')
    const due = Math.max(...working.map(({ to }) => to), ...sessions.map(({ end }) => end))
    const end = startOfDay(addDays(day, 2), homeZone)
    return [{ key: `day-end|${day}`, due, end, isTimed: true, matter: { kind: 'day-end', day, open } }]
  })
}

/** How long a week can still be planned after its time, in days: a Friday's is of use on the Monday after. */
const PLANNING_DAYS = 3

/** One a week that is planned, so that moving the time brings none twice. */
function plannings(plan: Plan, now: EpochMinute): readonly DayReminder[] {
  const { reminders, homeZone, firstWeekday } = plan.practice.settings
  const { planning } = reminders
  if (planning === null) return []
  const today = wallDay(fromEpochMinute(now, homeZone))
  const day = addDays(today, -((weekdayOf(today) - planning.weekday + 7) % 7))
  const start = weekStart(day, firstWeekday)
  // From the middle of a week on, it is the next one that is to be planned.
  const week = daysBetween(start, day) < 3 ? start : addDays(start, 7)
  const at: WallClock = wallClock(day, planning.at)
  const end = startOfDay(addDays(day, PLANNING_DAYS + 1), homeZone)
  const due = toEpochMinute(at, homeZone)
  return [{ key: `planning|${week}`, due, end, isTimed: true, matter: { kind: 'planning', day: week } }]
}
