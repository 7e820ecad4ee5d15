/**
 * The deadlines that an asked engagement would make impossible: its weeks are work that must lie in them, its meetings
 * take free time, and together with the open work of the plan no window may be short (`feasibility.ts`).
 */
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { type Day, dayNumber, dayOf } from '../time/day.ts'
import { type Interval, subtract } from '../time/interval.ts'
import { type EpochMinute, localAt } from '../time/zone.ts'
import type { MeetingTime } from './asked.ts'
import type { Ahead, AskedWeek } from './askedWeeks.ts'
import { freeBetween, type Supply, shortWindows, supplyOf, type Work, worstWindow } from './feasibility.ts'
import { freeTime, openWork } from './openWork.ts'
import { quarterAfter } from './weekMaterial.ts'
import type { CapacityContext } from './weekView.ts'

/** Work that could not be done in time any more. */
export interface BrokenDeadline {
  /** The deliverables of the window, soonest due first. */
  readonly items: readonly { readonly id: Id; readonly title: string; readonly due: Day }[]
  /** The window that is short, both days included. */
  readonly from: Day
  readonly to: Day
  /** Minutes of the deliverables, and of the asked engagement, in the window. */
  readonly work: number
  readonly asked: number
  readonly available: number
  readonly short: number
}

/** The open work that still fits, and the free time that it has. */
export interface Deadlines {
  readonly ahead: Ahead
  readonly now: EpochMinute
  /** Without what cannot be met even now. */
  readonly open: readonly Work[]
  readonly free: readonly Interval[]
}

const MOST_TOLD = 5
const known = new WeakMap<Ahead, Deadlines>()

/** The open work of a plan, set against free time to the last due day and the end of the weeks ahead. */
export function deadlinesOf(plan: Plan, ahead: Ahead, context: CapacityContext): Deadlines {
  const seen = known.get(ahead)
  if (seen !== undefined) return seen
  const now = quarterAfter(context.now)
  const { open: all, until } = openWork(plan, ahead.calendar, now)
  const last = ahead.weeks.at(-1)?.start ?? ahead.first
  const end = Math.max(until, ahead.calendar.day(dayNumber(last) + 6).end)
  const free = all.length === 0 ? [] : freeTime(plan, ahead.calendar, now, end)
  const lost = new Set(shortWindows(all, free, all.length).flatMap(({ work }) => work))
  const made = { ahead, now, open: all.filter((item) => !lost.has(item)), free }
  known.set(ahead, made)
  return made
}

interface Asked {
  readonly weeks: readonly AskedWeek[]
  readonly held: readonly MeetingTime[]
}

/** The free time that the meetings leave. */
export function freeBeside({ free }: Deadlines, held: readonly MeetingTime[]): Supply {
  return supplyOf(freeIntervals(free, held))
}

function freeIntervals(free: readonly Interval[], held: readonly MeetingTime[]): readonly Interval[] {
  if (held.length === 0) return free
  return subtract(
    free,
    held.map(({ start, end }) => ({ from: start, to: end })),
  )
}

/** Whether all that could be done in time can be, with the asked weeks besides. `supply` is the time beside its meetings. */
export function keepsDeadlines(deadlines: Deadlines, weeks: readonly AskedWeek[], supply: Supply): boolean {
  if (deadlines.open.length === 0 || weeks.length === 0) return true
  return worstWindow([...deadlines.open, ...askedWork(deadlines, weeks, supply)], supply) === null
}

/** The windows that would be short, worst first. */
export function brokenDeadlines(plan: Plan, deadlines: Deadlines, { weeks, held }: Asked): BrokenDeadline[] {
  const { open, free, ahead } = deadlines
  if (open.length === 0) return []
  const left = freeIntervals(free, held)
  const asked = askedWork(deadlines, weeks, supplyOf(left))
  const isAsked = new Set<Work>(asked)
  const dayAt = (at: EpochMinute) => dayOf(localAt(at, ahead.calendar.zone).dayNumber)
  return shortWindows([...open, ...asked], left, MOST_TOLD).map(({ work, from, to, available, short }) => {
    const minutesOf = (which: boolean) =>
      work.reduce((sum, item) => sum + (isAsked.has(item) === which ? item.minutes : 0), 0)
    const items = work.flatMap(({ id }) => {
      const deliverable = own(plan.practice.deliverables, id)
      return deliverable === undefined ? [] : { id, title: deliverable.title, due: deliverable.due ?? '' }
    })
    return {
      ...{ items, from: dayAt(from), to: dayAt(to - 1) },
      ...{ work: minutesOf(false), asked: minutesOf(true), available, short },
    }
  })
}

/**
 * The hours of each week beside its meetings, as work that must lie in the engagement's days of it; no more than there
 * is time for, because a week that is short by itself is no matter of deadlines.
 */
function askedWork({ ahead, now }: Deadlines, weeks: readonly AskedWeek[], supply: Supply): Work[] {
  return weeks.flatMap((week): Work[] => {
    const release = Math.max(now, ahead.calendar.day(dayNumber(week.from)).start)
    const due = ahead.calendar.day(dayNumber(week.to)).end
    const minutes = Math.min(week.needed - week.meetings, freeBetween(supply, release, due))
    return minutes > 0 ? [{ id: `asked ${week.start}`, release, due, minutes }] : []
  })
}
