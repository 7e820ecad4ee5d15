/** The open work of a plan and the free time that it can have. */
import type { Deliverable } from '../../plan/deliverable.ts'
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import { addDays, dayNumber, dayOf } from '../../time/day.ts'
import { type Interval, subtract } from '../../time/interval.ts'
import { type EpochMinute, localAt } from '../../time/zone.ts'
import { daysFrom, type WorkingCalendar } from '../availability.ts'
import { bookedIn, bookedParts, entriesIn, type Timed } from '../bookedTime.ts'
import { confirmedKeys } from '../clientRows.ts'
import { sameItems } from '../keepSame.ts'
import { changeovers } from './changeovers.ts'
import type { Work } from './feasibility.ts'
import { type OpenRetainer, retainerWork } from './retainerWork.ts'

/** Deliverables due later than this are not looked at yet: two years and a week. */
const MOST_DAYS = 105 * 7

/**
 * A deliverable as work. `minutes` is what remains less what sessions before its due day are planned for it; in `open` also
 * less what a retainer's hours that are due before it are spent on it.
 */
export interface OpenDeliverable extends Work {
  readonly engagementId: Id
  readonly deliverable: Deliverable
}

/** Work that has a due day, of an active engagement. */
export type OpenItem = OpenDeliverable | OpenRetainer

/** The work that has a due day and is not done, of active engagements. */
export interface OpenWork {
  /** Due from now on: what must be held against the time until then. */
  readonly open: readonly OpenItem[]
  /** The deliverables due from now on, with all of their minutes that are not planned. */
  readonly deliverables: readonly OpenDeliverable[]
  /** Deliverables due before now, with work remaining. */
  readonly past: readonly OpenDeliverable[]
  /** The last due instant of all of them, or now. */
  readonly until: EpochMinute
}

/**
 * Gathers the open deliverables, and the hours that retainers owe. A deliverable without a due day, an estimate or an
 * active engagement cannot be late; one whose release is after its due day may be done on that day.
 */
export function openWork(plan: Plan, calendar: WorkingCalendar, now: EpochMinute): OpenWork {
  const open: OpenDeliverable[] = []
  const past: OpenDeliverable[] = []
  const { windows, last } = windowsOf(plan, calendar, now)
  let until = last
  const planned = plannedFor(plan, now, until, calendar.zone)
  for (const { deliverable, from, due } of windows) {
    const { id, engagementId, remainingMinutes } = deliverable
    const sessions = planned.get(id) ?? NONE
    const minutes = remainingMinutes - sessions.reduce((sum, item) => sum + minutesIn(item, from, due), 0)
    if (due <= now) past.push({ id, engagementId, release: now, due, minutes: remainingMinutes, deliverable })
    else if (minutes > 0) open.push({ id, engagementId, release: from, due, minutes, deliverable })
  }
  const { retainers, open: left } = retainerWork(plan, calendar, now, open)
  const all = [...left, ...retainers]
  until = all.reduce((last, { due }) => Math.max(last, due), until)
  return { open: all, deliverables: open, past, until }
}

/** When the work of a deliverable may be done. */
interface Window {
  readonly deliverable: Dated
  readonly from: EpochMinute
  readonly due: EpochMinute
}
interface Windows {
  readonly engagements: Plan['practice']['engagements']
  readonly calendar: WorkingCalendar
  readonly now: EpochMinute
  readonly windows: readonly Window[]
  /** The last due instant, or now. */
  readonly last: EpochMinute
}
const NONE: readonly never[] = []
const knownWindows = new WeakMap<Plan['practice']['deliverables'], Windows>()

/** The windows of all deliverables that have one: the same as long as none of them changes, whatever is booked. */
function windowsOf(plan: Plan, calendar: WorkingCalendar, now: EpochMinute): Windows {
  const { deliverables, engagements } = plan.practice
  const known = knownWindows.get(deliverables)
  if (known?.engagements === engagements && known.calendar === calendar && known.now === now) return known
  const today = localAt(now, calendar.zone).dayNumber
  const windows = dated(plan)
    .filter(({ due }) => dayNumber(due) - today <= MOST_DAYS)
    .map((deliverable): Window => {
      const { start: dueDay, end: due } = calendar.day(dayNumber(deliverable.due))
      const { release } = deliverable
      const released = release === null ? now : calendar.day(dayNumber(release)).start
      return { deliverable, from: Math.max(now, Math.min(released, dueDay)), due }
    })
  const last = windows.reduce((latest, { due }) => Math.max(latest, due), now)
  const made = { engagements, calendar, now, windows, last }
  knownWindows.set(deliverables, made)
  return made
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

/** The sessions for each deliverable that no entry confirms: what is logged has lessened what remains already. */
function plannedFor(plan: Plan, from: EpochMinute, to: EpochMinute, zone: string): Map<string, Timed[]> {
  const planned = new Map<string, Timed[]>()
  const day = (instant: EpochMinute) => dayOf(localAt(instant, zone).dayNumber)
  const confirmed = confirmedKeys(entriesIn(plan, addDays(day(from), -1), addDays(day(to), 1)))
  for (const item of bookedParts(plan, from, to).flatMap(withDeliverable)) {
    const { deliverableId } = item.occurrence
    if (deliverableId === null || item.to <= from || to <= item.from || confirmed.has(item.key)) continue
    const list = planned.get(deliverableId)
    if (list === undefined) planned.set(deliverableId, [item])
    else list.push(item)
  }
  return planned
}

const ofDeliverables = new WeakMap<readonly Timed[], readonly Timed[]>()

/** Most of what is booked is for no deliverable: what is stays found as long as its part of the bookings does not change. */
function withDeliverable(part: readonly Timed[]): readonly Timed[] {
  const known = ofDeliverables.get(part)
  if (known !== undefined) return known
  const found = part.filter(({ occurrence }) => occurrence.deliverableId !== null)
  ofDeliverables.set(part, found)
  return found
}

interface FreeWeek {
  readonly calendar: WorkingCalendar
  /** The parts of the bookings that it was made of: equal parts need no closer look. */
  readonly parts: readonly (readonly Timed[])[]
  readonly booked: readonly Timed[]
  readonly changeoverMinutes: number
  readonly clients: Plan['practice']['engagements'] | null
  readonly free: readonly Interval[]
}
const MOST_WEEKS = 220
/** A search tries many plans and comes back to the one it began with, and may ask with and without changeovers in turns. */
const MOST_OF_A_WEEK = 4
const freeWeeks = new Map<number, readonly FreeWeek[]>()

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

/** The free time that counts: all of it, or only gaps of the shortest block where the planner wants no other. */
export function usable(plan: Plan, free: readonly Interval[]): readonly Interval[] {
  const { shortest, usableOnly } = plan.practice.settings.blocks
  return usableOnly ? free.filter(({ from, to }) => to - from >= shortest) : free
}

function freeWeek(plan: Plan, calendar: WorkingCalendar, week: number): readonly Interval[] {
  const start = calendar.day(week * 7).start
  const end = calendar.day(week * 7 + 6).end
  // Sessions that only touch the week are neighbours of its gaps.
  const parts = bookedParts(plan, start - 1, end + 1)
  const { changeoverMinutes } = plan.practice.settings
  const clients = changeoverMinutes === 0 ? null : plan.practice.engagements
  const before = freeWeeks.get(week) ?? []
  const like = before.filter(
    (one) =>
      one.calendar === calendar && one.changeoverMinutes === changeoverMinutes && one.clients === clients,
  )
  const same = like.find((one) => sameItems(one.parts, parts))
  if (same !== undefined) return same.free
  const booked = bookedIn(plan, start - 1, end + 1)
  const known = like.find((one) => sameItems(one.booked, booked))
  if (known !== undefined) return known.free
  const days = daysFrom(calendar, dayOf(week * 7), 7)
  const taken = [...booked, ...changeovers(plan, booked, days)]
  const free = subtract(
    days.flatMap(({ working }) => working),
    taken,
  )
  if (freeWeeks.size >= MOST_WEEKS) freeWeeks.clear()
  const made = { calendar, parts, booked, changeoverMinutes, clients, free }
  freeWeeks.set(week, [made, ...before.slice(0, MOST_OF_A_WEEK - 1)])
  return free
}
