/** The open work of a plan and the free time that it has. */
import type { Deliverable } from '../plan/deliverable.ts'
import { own, type Plan } from '../plan/plan.ts'
import { dayNumber, dayOf } from '../time/day.ts'
import { type Interval, subtract } from '../time/interval.ts'
import { type EpochMinute, localAt } from '../time/zone.ts'
import { daysFrom, type WorkingCalendar } from './availability.ts'
import { bookedIn, bookedKey, type Timed } from './bookedTime.ts'
import { changeovers } from './changeovers.ts'
import type { Work } from './feasibility.ts'

/** Deliverables due later than this are not looked at yet: two years and a week. */
const MOST_DAYS = 105 * 7

/** A deliverable as work. `minutes` is what remains less what sessions before its due day are planned for it. */
export interface OpenDeliverable extends Work {
  readonly deliverable: Deliverable
}

/** The work that has a due day and is not done, of active engagements. */
export interface OpenWork {
  /** Due from now on. */
  readonly open: readonly OpenDeliverable[]
  /** Due before now, with work remaining. */
  readonly past: readonly OpenDeliverable[]
  /** The last due instant of `open`, or now. */
  readonly until: EpochMinute
}

/** Gathers the open deliverables. One without a due day, an estimate or an active engagement cannot be late. */
export function openWork(plan: Plan, calendar: WorkingCalendar, now: EpochMinute): OpenWork {
  const today = localAt(now, calendar.zone).dayNumber
  const open: OpenDeliverable[] = []
  const past: OpenDeliverable[] = []
  let until = now
  const wanted = dated(plan).filter(({ due }) => dayNumber(due) - today <= MOST_DAYS)
  for (const { due } of wanted) until = Math.max(until, calendar.day(dayNumber(due)).end)
  const planned = plannedFor(plan, now, until)
  for (const deliverable of wanted) {
    const { id, release, remainingMinutes } = deliverable
    const due = calendar.day(dayNumber(deliverable.due)).end
    const from = Math.max(now, release === null ? now : calendar.day(dayNumber(release)).start)
    const sessions = planned.get(id) ?? []
    const minutes = remainingMinutes - sessions.reduce((sum, item) => sum + minutesIn(item, from, due), 0)
    if (due <= now) past.push({ id, release: now, due, minutes: remainingMinutes, deliverable })
    else if (minutes > 0) open.push({ id, release: from, due, minutes, deliverable })
  }
  return { open, past, until }
}

type Dated = Deliverable & { readonly due: string }

function dated(plan: Plan): Dated[] {
  const { deliverables, engagements } = plan.practice
  return Object.values(deliverables).filter(
    (deliverable): deliverable is Dated =>
      deliverable.due !== null &&
      !deliverable.done &&
      deliverable.remainingMinutes > 0 &&
      own(engagements, deliverable.engagementId)?.status === 'active',
  )
}

function minutesIn({ start, end }: Timed, from: EpochMinute, to: EpochMinute): number {
  return Math.max(0, Math.min(end, to) - Math.max(start, from))
}

function plannedFor(plan: Plan, from: EpochMinute, to: EpochMinute): Map<string, Timed[]> {
  const planned = new Map<string, Timed[]>()
  for (const item of bookedIn(plan, from, to)) {
    const { deliverableId } = item.occurrence
    if (deliverableId === null) continue
    const list = planned.get(deliverableId)
    if (list === undefined) planned.set(deliverableId, [item])
    else list.push(item)
  }
  return planned
}

interface FreeWeek {
  readonly calendar: WorkingCalendar
  readonly key: readonly unknown[]
  readonly free: readonly Interval[]
}
const MOST_WEEKS = 220
const freeWeeks = new Map<number, FreeWeek>()

/**
 * Working time from `from` to `to` that client work can have: what no session, no travel and no changing over between
 * clients takes, as sorted intervals. Weeks in which nothing changed are not computed again.
 */
export function freeTime(
  plan: Plan,
  calendar: WorkingCalendar,
  from: EpochMinute,
  to: EpochMinute,
): Interval[] {
  const free: { from: EpochMinute; to: EpochMinute }[] = []
  if (to <= from) return free
  const first = Math.floor(localAt(from, calendar.zone).dayNumber / 7)
  const last = Math.floor(localAt(to, calendar.zone).dayNumber / 7)
  for (let week = first; week <= last; week++)
    for (const part of freeWeek(plan, calendar, week)) {
      const cut = { from: Math.max(part.from, from), to: Math.min(part.to, to) }
      if (cut.from >= cut.to) continue
      const before = free.at(-1)
      if (before !== undefined && before.to === cut.from) before.to = cut.to
      else free.push(cut)
    }
  return free
}

function freeWeek(plan: Plan, calendar: WorkingCalendar, week: number): readonly Interval[] {
  const days = daysFrom(calendar, dayOf(week * 7), 7)
  const start = calendar.day(week * 7).start
  const end = calendar.day(week * 7 + 6).end
  // Sessions that only touch the week are neighbours of its gaps.
  const { changeoverMinutes } = plan.practice.settings
  const clients = changeoverMinutes === 0 ? null : plan.practice.engagements
  const key = [...bookedKey(plan, start - 1, end + 1), changeoverMinutes, clients]
  const known = freeWeeks.get(week)
  if (
    known?.calendar === calendar &&
    known.key.length === key.length &&
    known.key.every((part, i) => part === key[i])
  )
    return known.free
  const booked = bookedIn(plan, start - 1, end + 1)
  const taken = [...booked, ...changeovers(plan, booked, days)]
  const free = subtract(
    days.flatMap(({ working }) => working),
    taken,
  )
  if (freeWeeks.size >= MOST_WEEKS) freeWeeks.clear()
  freeWeeks.set(week, { calendar, key, free })
  return free
}
