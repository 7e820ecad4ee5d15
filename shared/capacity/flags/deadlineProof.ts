/** The proof of a `deadline` flag as series: time available against work due, over the days of its window. */
import type { Plan } from '../../plan/plan.ts'
import { type Day, dayNumber, dayOf, weekdayOfNumber } from '../../time/day.ts'
import { clip, type Interval, subtract, total } from '../../time/interval.ts'
import { type EpochMinute, localAt } from '../../time/zone.ts'
import { type WorkingCalendar, workingCalendar } from '../availability.ts'
import { noHolidays } from '../holidays.ts'
import { quarterAfter } from '../weekMaterial.ts'
import type { CapacityContext } from '../weekView.ts'
import { type ShortWindow, takeApart } from '../work/feasibility.ts'
import { freeTime, openWork, usable } from '../work/openWork.ts'
import type { DeadlineItem, Flag } from './flag.ts'

export type DeadlineFlag = Extract<Flag, { code: 'deadline' }>

/** Minutes that have come together by an instant. */
export interface ProofPoint {
  readonly at: EpochMinute
  readonly minutes: number
}

/** A day that the window touches. */
export interface ProofDay {
  readonly day: Day
  readonly start: EpochMinute
  readonly end: EpochMinute
  /** Minutes of the window that are free on it. */
  readonly free: number
}

/** Minutes throughout. What the working pattern offers in the window is `available + aside + tooShort + taken + off`. */
export interface DeadlineProof {
  /** The short window. */
  readonly from: EpochMinute
  readonly to: EpochMinute
  readonly days: readonly ProofDay[]
  /** The free time since the window's start, from 0 to `available`: straight between the points. */
  readonly supply: readonly ProofPoint[]
  /** The work that must be done by an instant, from 0 to `needed`: it holds until the next point. */
  readonly demand: readonly ProofPoint[]
  readonly items: readonly DeadlineItem[]
  readonly needed: number
  readonly available: number
  readonly short: number
  /** Working time that sessions, their travel and changing over between them take. */
  readonly taken: number
  /** Time off and public holidays. */
  readonly off: number
  /** Free time that another, worse short window needs. */
  readonly aside: number
  /** Free time in gaps shorter than the flag counts. */
  readonly tooShort: number
}

/** The series of a flag in the plan that raised it. They end exactly at its `needed` and `available`. */
export function deadlineProof(plan: Plan, flag: DeadlineFlag, context: CapacityContext): DeadlineProof {
  const calendar = workingCalendar(plan, context.holidays)
  const window = flag.interval
  const working = within(calendar, window)
  const now = quarterAfter(context.now)
  const { open, until } = openWork(plan, calendar, now)
  const unbooked = freeTime(plan, calendar, now, until)
  const { shortest } = flag.facts
  const counted = unbooked.filter(({ from, to }) => shortest === null || to - from >= shortest)
  const free = subtract(
    clip(counted, window),
    worseWindows(takeApart(open, usable(plan, unbooked), MOST_WINDOWS).windows, flag),
  )
  const { items } = flag.facts
  const supply = supplySeries(free, window)
  const demand = demandSeries(items, calendar, window)
  const available = supply.at(-1)?.minutes ?? 0
  const needed = demand.at(-1)?.minutes ?? 0
  return {
    ...window,
    days: daysOf(calendar, window, free),
    supply,
    demand,
    items,
    needed,
    available,
    short: flag.short,
    taken: total(working) - total(clip(unbooked, window)),
    off: total(within(calendarWithoutOff(plan), window)) - total(working),
    aside: total(clip(counted, window)) - available,
    tooShort: total(clip(unbooked, window)) - total(clip(counted, window)),
  }
}

/** A day or a week with the minutes that are free on it. */
export interface FreePart {
  /** The day; of a week, its first one in the window. */
  readonly day: Day
  readonly minutes: number
}

/** More days with free time than this are told by the week; more weeks are not told one by one. */
const MOST_PARTS = 7

/** Where the free time lies: by the day, in a long window by the week, in a very long one not at all. */
export function freeParts({ days }: Pick<DeadlineProof, 'days'>): {
  readonly by: 'day' | 'week'
  readonly parts: readonly FreePart[]
} {
  const free = days.filter((day) => day.free > 0).map(({ day, free: minutes }) => ({ day, minutes }))
  if (free.length <= MOST_PARTS) return { by: 'day', parts: free }
  const weeks = new Map<number, { readonly day: Day; minutes: number }>()
  for (const { day, minutes } of free) {
    const number = dayNumber(day)
    const monday = number - weekdayOfNumber(number) + 1
    const known = weeks.get(monday)
    if (known === undefined) weeks.set(monday, { day, minutes })
    else known.minutes += minutes
  }
  return { by: 'week', parts: weeks.size <= MOST_PARTS ? [...weeks.values()] : [] }
}

/** More windows than flags tell. */
const MOST_WINDOWS = 8

/** The windows that are worse than the flag's: their free time is not there for its work. All are where its work fits. */
function worseWindows(windows: readonly ShortWindow[], { interval, facts }: DeadlineFlag): Interval[] {
  const own = windows.findIndex(({ from, to }) => from === interval.from && to === interval.to)
  return windows
    .slice(0, facts.finer ? windows.length : Math.max(0, own))
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => a.from - b.from)
}

const NOTHING_OFF: Plan['practice']['timeOff'] = {}

/** The same patterns, as if there were neither time off nor holidays. */
function calendarWithoutOff({ practice, years }: Plan): WorkingCalendar {
  return workingCalendar({ practice: { ...practice, timeOff: NOTHING_OFF }, years }, noHolidays)
}

function numbersOf({ zone }: WorkingCalendar, { from, to }: Interval): number[] {
  const first = localAt(from, zone).dayNumber
  const last = localAt(to - 1, zone).dayNumber
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}

function within(calendar: WorkingCalendar, window: Interval): Interval[] {
  return clip(
    numbersOf(calendar, window).flatMap((number) => calendar.day(number).working),
    window,
  )
}

function daysOf(calendar: WorkingCalendar, window: Interval, free: readonly Interval[]): ProofDay[] {
  return numbersOf(calendar, window).map((number) => {
    const { start, end } = calendar.day(number)
    return { day: dayOf(number), start, end, free: total(clip(free, { from: start, to: end })) }
  })
}

function supplySeries(free: readonly Interval[], { from, to }: Interval): ProofPoint[] {
  const points: ProofPoint[] = [{ at: from, minutes: 0 }]
  let minutes = 0
  for (const gap of free) {
    points.push({ at: gap.from, minutes })
    minutes += gap.to - gap.from
    points.push({ at: gap.to, minutes })
  }
  return [...points, { at: to, minutes }]
}

function demandSeries(
  items: readonly DeadlineItem[],
  calendar: WorkingCalendar,
  { from }: Interval,
): ProofPoint[] {
  const points: { at: EpochMinute; minutes: number }[] = [{ at: from, minutes: 0 }]
  let minutes = 0
  const byDue = [...items].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  for (const item of byDue) {
    minutes += item.minutes
    const at = calendar.day(dayNumber(item.due)).end
    const last = points.at(-1)
    if (last?.at === at) last.minutes = minutes
    else points.push({ at, minutes })
  }
  return points
}
