/** What the tray shows, as a value: computed here, drawn by `tray.ts`. */

import { type OpenFlags, openFlags } from '../../shared/capacity/flags/openFlags.ts'
import { week } from '../../shared/capacity/week.ts'
import type { CapacityContext, HolidayOf, WeekDay } from '../../shared/capacity/weekView.ts'
import type { Destination } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { clientNameOf, type Speech, titleOf } from '../../shared/reminders/describe.ts'
import type { PlacedOccurrence } from '../../shared/reminders/due.ts'
import { nearMatters } from '../../shared/reminders/matters.ts'
import { matterLine, matterPlace } from '../../shared/reminders/matterText.ts'
import { SNOOZES } from '../../shared/reminders/messageActions.ts'
import { upcoming } from '../../shared/reminders/upcoming.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { weekStart } from '../../shared/time/week.ts'
import { type EpochMinute, fromEpochMinute, startOfDay } from '../../shared/time/zone.ts'
import type { TimerStart } from '../../shared/timer/begin.ts'
import { timerFact, timerLines } from './timerLines.ts'

/** Room is left today, none is, or more is planned than fits. */
export type TrayState = 'room' | 'full' | 'over'

/** One entry of the menu, top to bottom. */
export type TrayLine =
  | { readonly kind: 'fact'; readonly text: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'session'; readonly text: string; readonly day: Day; readonly occurrence: string }
  | { readonly kind: 'action'; readonly action: TrayAction; readonly text: string }
  | { readonly kind: 'choices'; readonly text: string; readonly lines: readonly TrayLine[] }

export type TrayAction =
  | { readonly do: 'open' | 'attention' | 'quick-add' | 'resume' | 'timer' | 'timer-stop' | 'quit' }
  | { readonly do: 'matter'; readonly place: Destination }
  | { readonly do: 'timer-start'; readonly start: TimerStart }
  | { readonly do: 'snooze'; readonly minutes: number }
  | { readonly do: 'pause'; readonly until: PauseEnd }

/** How long reminders are paused: an hour from now, or until the next day of the home zone begins. */
export type PauseEnd = 'hour' | 'tomorrow'

export interface TrayModel {
  readonly state: TrayState
  /** How many flags of this week are open: what the window's own chip says. */
  readonly count: number
  readonly tooltip: string
  readonly lines: readonly TrayLine[]
}

/** The load of a day in minutes, as the capacity engine gives it. */
export type DayLoad = Pick<WeekDay, 'capacity' | 'load' | 'headroom'>

/** What the tray tells about now: today's load, and the flags that are open in its week. */
export interface Present {
  readonly load: DayLoad
  readonly flags: OpenFlags
}

/** How reminders stand. */
export interface ReminderState {
  /** How many reminders wait for an answer on the desktop. */
  readonly standing: number
  /** Until when they are paused; null when they are not. */
  readonly pausedUntil: EpochMinute | null
}

const NEXT = 3
/** With less than a quarter of an hour left, nothing that anybody plans fits. */
const LEAST_ROOM = 15

/**
 * The load of the day that `now` lies in, in the home zone, and the open flags of its week. The engine keeps the week
 * as long as neither the plan nor the quarter of an hour changes, so asking every minute costs nothing.
 */
export function presentOf(plan: Plan, now: EpochMinute, holidays: HolidayOf): Present {
  const { homeZone, firstWeekday } = plan.practice.settings
  const today = wallDay(fromEpochMinute(now, homeZone))
  const context: CapacityContext = { holidays, now }
  const { days, flags } = week(plan, weekStart(today, firstWeekday), context)
  const load = days.find(({ day }) => day === today)
  if (load === undefined) throw new Error(`the week of ${today} does not hold it`)
  return { load, flags: openFlags(flags) }
}

/** When a pause that is chosen now ends. */
export function pauseEnd(plan: Plan, now: EpochMinute, until: PauseEnd): EpochMinute {
  const { homeZone } = plan.practice.settings
  if (until === 'hour') return now + 60
  return startOfDay(addDays(wallDay(fromEpochMinute(now, homeZone)), 1), homeZone)
}

/**
 * The tray for a plan and a moment: today's load and this week's flags (null where they could not be computed), the next
 * three sessions, the timer, and what can be done from here.
 */
export function trayModel(
  plan: Plan,
  present: Present | null,
  reminders: ReminderState,
  now: EpochMinute,
  speech: Speech,
): TrayModel {
  const { words } = speech
  const facts = present === null ? [] : presentLines(present, speech)
  const running = timerFact(plan, now, speech)
  const next = upcoming(plan, now, NEXT)
  const sessions: readonly TrayLine[] =
    next.length === 0
      ? [{ kind: 'fact', text: words.desktop.nothingNext }]
      : next.map((placed) => sessionLine(plan, placed, now, speech))
  return {
    state: present === null ? 'room' : stateOf(present.load),
    count: present === null ? 0 : present.flags.over + present.flags.watch,
    tooltip: ['Headroom', ...(running === null ? [] : [running]), ...facts.map(({ text }) => text)].join(
      '\n',
    ),
    lines: [
      ...facts,
      ...(facts.length === 0 ? [] : ([{ kind: 'separator' }] as const)),
      ...sessions,
      ...matterLines(plan, now, speech),
      { kind: 'separator' },
      ...timerLines(plan, now, speech),
      { kind: 'separator' },
      { kind: 'action', action: { do: 'open' }, text: words.desktop.openHeadroom },
      { kind: 'action', action: { do: 'quick-add' }, text: words.desktop.quickAdd },
      ...reminderLines(plan, reminders, now, speech),
      { kind: 'separator' },
      { kind: 'action', action: { do: 'quit' }, text: words.desktop.quit },
    ],
  }
}

const MOST_MATTERS = 3

/** What must be thought of: agreements that are near, contacts that are due. Each leads to where it is dealt with. */
function matterLines(plan: Plan, now: EpochMinute, speech: Speech): readonly TrayLine[] {
  const today = wallDay(fromEpochMinute(now, plan.practice.settings.homeZone))
  const near = nearMatters(plan, today)
  if (near.length === 0) return []
  const lines = near.slice(0, MOST_MATTERS).map(
    ({ matter }): TrayLine => ({
      kind: 'action',
      action: { do: 'matter', place: matterPlace(matter) },
      text: matterLine(matter, today, speech),
    }),
  )
  const rest = near.length - lines.length
  const more: readonly TrayLine[] =
    rest === 0 ? [] : [{ kind: 'fact', text: speech.words.desktop.moreSessions(rest) }]
  return [{ kind: 'separator' }, ...lines, ...more]
}

function reminderLines(
  plan: Plan,
  { standing, pausedUntil }: ReminderState,
  now: EpochMinute,
  { words, format }: Speech,
): readonly TrayLine[] {
  const { settings } = plan.practice
  const { desktop } = words
  if (!settings.reminders.enabled) return []
  const again = SNOOZES.map(
    (minutes): TrayLine => ({
      kind: 'action',
      action: { do: 'snooze', minutes },
      text: desktop.inTime(format.duration(minutes)),
    }),
  )
  const snooze: readonly TrayLine[] =
    standing === 0 ? [] : [{ kind: 'choices', text: desktop.remindAgain, lines: again }]
  if (pausedUntil !== null) {
    const end = fromEpochMinute(pausedUntil, settings.homeZone)
    const isToday = wallDay(end) === wallDay(fromEpochMinute(now, settings.homeZone))
    const text = isToday ? desktop.pausedUntil(format.time(end)) : desktop.pausedUntilTomorrow
    return [
      { kind: 'separator' },
      { kind: 'fact', text },
      { kind: 'action', action: { do: 'resume' }, text: desktop.resumeReminders },
    ]
  }
  const pauses: readonly TrayLine[] = [
    { kind: 'action', action: { do: 'pause', until: 'hour' }, text: desktop.pauseHour },
    { kind: 'action', action: { do: 'pause', until: 'tomorrow' }, text: desktop.pauseTomorrow },
  ]
  return [{ kind: 'separator' }, ...snooze, { kind: 'choices', text: desktop.pauseReminders, lines: pauses }]
}

/** The state of a day. A day off with nothing planned has room: nobody waits for it to be filled. */
export function stateOf({ capacity, load, headroom }: DayLoad): TrayState {
  if (headroom < 0) return 'over'
  if (capacity === 0 && load === 0) return 'room'
  return headroom < LEAST_ROOM ? 'full' : 'room'
}

/** Today's load, and how many flags are open this week where there are any: that one leads to them. */
function presentLines({ load, flags: { over, watch } }: Present, speech: Speech) {
  const text = speech.words.attention.openThisWeek(over, watch)
  const today = { kind: 'fact', text: todayLine(load, speech) } as const
  return over + watch === 0
    ? [today]
    : [today, { kind: 'action', action: { do: 'attention' }, text } as const]
}

function todayLine({ capacity, load, headroom }: DayLoad, { words, format }: Speech): string {
  const { desktop } = words
  if (capacity === 0) return load === 0 ? desktop.todayOff : desktop.todayOffPlanned(format.duration(load))
  const left =
    headroom === 0
      ? desktop.full
      : headroom > 0
        ? desktop.free(format.duration(headroom))
        : desktop.over(format.duration(-headroom))
  return `${desktop.todayLoad(format.duration(load), format.duration(capacity))} · ${left}`
}

function sessionLine(plan: Plan, placed: PlacedOccurrence, now: EpochMinute, speech: Speech): TrayLine {
  const { start, occurrence } = placed
  const day = wallDay(fromEpochMinute(start, plan.practice.settings.homeZone))
  const text = `${whenOf(plan, placed, now, speech)} ${titleOf(occurrence)} · ${clientNameOf(plan, occurrence, speech)}`
  const left = timeLeft(plan, placed, now, speech)
  return {
    kind: 'session',
    text: left === null ? text : `${text} · ${left}`,
    day,
    occurrence: occurrence.key,
  }
}

/** `10:30`, `Tomorrow 10:30` or `Thu 26 Nov 10:30`, on the clocks of the home zone. */
function whenOf(
  plan: Plan,
  { start }: PlacedOccurrence,
  now: EpochMinute,
  { words, format }: Speech,
): string {
  const { homeZone } = plan.practice.settings
  const wall = fromEpochMinute(start, homeZone)
  const today = wallDay(fromEpochMinute(now, homeZone))
  const time = format.time(wall)
  if (wallDay(wall) === today) return time
  const isTomorrow = wallDay(wall) === addDays(today, 1)
  return `${isTomorrow ? words.desktop.tomorrow : format.dayShort(wallDay(wall))} ${time}`
}

/** `in 20 min`, `now, until 11:15`; null where the day says enough. */
function timeLeft(
  plan: Plan,
  { start, end }: PlacedOccurrence,
  now: EpochMinute,
  { words, format }: Speech,
): string | null {
  const { homeZone } = plan.practice.settings
  if (start <= now) return words.desktop.nowUntil(format.time(fromEpochMinute(end, homeZone)))
  const isToday = wallDay(fromEpochMinute(start, homeZone)) === wallDay(fromEpochMinute(now, homeZone))
  return isToday || start - now < SOON ? words.desktop.inTime(format.duration(start - now)) : null
}

/** Across midnight the time left is still told when it is less than these minutes. */
const SOON = 180
