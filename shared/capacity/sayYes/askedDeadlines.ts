/**
 * The deadlines that an asked engagement would make impossible: its weeks are work that must lie in them, its meetings
 * take free time, and together with the open work of the plan no window may be short (`feasibility.ts`).
 */
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import { type Day, dayNumber, dayOf } from '../../time/day.ts'
import { type Interval, subtract } from '../../time/interval.ts'
import { type EpochMinute, localAt } from '../../time/zone.ts'
import { quarterAfter } from '../weekMaterial.ts'
import type { CapacityContext } from '../weekView.ts'
import { freeBetween, type Supply, supplyOf, takeApart, type Work, worstWindow } from '../work/feasibility.ts'
import { freeTime, type OpenItem, openWork, usable } from '../work/openWork.ts'
import type { MeetingTime } from './asked.ts'
import type { Ahead, AskedWeek } from './askedWeeks.ts'

/** Work that could not be done in time any more. */
export interface BrokenDeadline {
  /** The deliverables and the retainers of the window, soonest due first; a retainer by its engagement's name. */
  readonly items: readonly { readonly id: Id; readonly title: string; readonly due: Day }[]
  /** The window that is short, both days included. */
  readonly from: Day
  readonly to: Day
  /** Minutes of these, and of the asked engagement, in the window. */
  readonly work: number
  readonly asked: number
  readonly available: number
  readonly short: number
}

/** The open work that still fits, and the free time that it has. */
export interface Deadlines {
  readonly plan: Plan
  readonly ahead: Ahead
  readonly now: EpochMinute
  /** Without what cannot be met even now. */
  readonly open: readonly OpenItem[]
  /** What cannot be met even now. */
  readonly lost: ReadonlySet<string>
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
  const lost = new Set(
    takeApart(all, usable(plan, free), all.length).windows.flatMap(({ work }) => work.map(({ id }) => id)),
  )
  const made = { plan, ahead, now, open: all.filter(({ id }) => !lost.has(id)), lost, free }
  known.set(ahead, made)
  return made
}

interface Asked {
  readonly weeks: readonly AskedWeek[]
  readonly held: readonly MeetingTime[]
}

/** The free time that the meetings leave. */
export function freeBeside(deadlines: Deadlines, held: readonly MeetingTime[]): Supply {
  return supplyOf(freeIntervals(deadlines, held))
}

function freeIntervals({ plan, free }: Deadlines, held: readonly MeetingTime[]): readonly Interval[] {
  const taken = held.map(({ start, end }) => ({ from: start, to: end }))
  return usable(plan, held.length === 0 ? free : subtract(free, taken))
}

/** Whether all that could be done in time can be, with the asked weeks besides. `supply` is the time beside its meetings. */
export function keepsDeadlines(deadlines: Deadlines, weeks: readonly AskedWeek[], supply: Supply): boolean {
  if (deadlines.open.length === 0 || weeks.length === 0) return true
  return worstWindow([...deadlines.open, ...askedWork(deadlines, weeks, supply)], supply) === null
}

/** The windows that would be short, worst first. */
export function brokenDeadlines(deadlines: Deadlines, { weeks, held }: Asked): BrokenDeadline[] {
  const { plan, open, ahead } = deadlines
  if (open.length === 0) return []
  const left = freeIntervals(deadlines, held)
  const asked = askedWork(deadlines, weeks, supplyOf(left))
  const byId = new Map(open.map((item) => [item.id, item]))
  const dayAt = (at: EpochMinute) => dayOf(localAt(at, ahead.calendar.zone).dayNumber)
  const { windows } = takeApart([...open, ...asked], left, MOST_TOLD)
  return windows.map(({ work, from, to, needed, available, short }) => {
    const items = work.flatMap(({ id }) => byId.get(id) ?? [])
    const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
    return {
      items: items.map((item) => ({ id: item.id, title: titleOf(plan, item), due: dayAt(item.due - 1) })),
      ...{ from: dayAt(from), to: dayAt(to - 1), work: minutes, asked: needed - minutes, available, short },
    }
  })
}

function titleOf(plan: Plan, { engagementId, deliverable }: OpenItem): string {
  return deliverable?.title ?? own(plan.practice.engagements, engagementId)?.name ?? ''
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
