/** The days of a range while they are being filled: what is free for a client, and how much a day may still take. */
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import { type Day, dayNumber, dayOf } from '../../time/day.ts'
import { clip, type Interval, subtract } from '../../time/interval.ts'
import { MINUTES_A_DAY } from '../../time/wallClock.ts'
import { type EpochMinute, localToEpoch } from '../../time/zone.ts'
import { bookedIn } from '../bookedTime.ts'
import { clientOf } from '../commitment.ts'
import { weekStartNumber } from '../freeTime.ts'
import { weekDays } from '../weekDays.ts'
import { weekMaterial } from '../weekMaterial.ts'
import type { CapacityContext, WeekDay } from '../weekView.ts'
import type { PlacingRange } from './placing.ts'

/** Time that is taken, travel included; `clientId` null is own business, which needs no changeover. */
export interface Taken extends Interval {
  readonly clientId: Id | null
  /** Not planned, only kept free for work that no promise has room for and that could not be done in time otherwise. */
  readonly isHeld?: boolean
}

/**
 * What a week may still take: its headroom, so that it does not come to be over. Infinite where it is over already: then
 * the headroom of its days alone counts, as it does in what the screen says remains.
 */
export interface WeekRoom {
  minutes: number
  /** Over as it is: nothing that could wait is put into it. */
  readonly isOver: boolean
  readonly end: EpochMinute
}

/** A day to be filled. */
export interface RoomDay extends Interval {
  readonly day: Day
  /** Working time from now on, within the range. */
  readonly working: readonly Interval[]
  /** The focus hours as instants; empty where there are none. */
  readonly focus: Interval
  /** The clocks change on it: wall-clock times may mean two instants. */
  readonly isOdd: boolean
  /** Minutes that it may still take: capacity − reserve − load, not below 0. */
  room: number
  readonly week: WeekRoom
  /** By start. */
  readonly taken: Taken[]
  /** Gaps by client; emptied when the day is changed. */
  readonly gaps: Map<Id | null, readonly Interval[]>
}

/** The days of a range from now on, with what they hold already. `within` is the range as instants, from now on. */
export function roomIn(
  plan: Plan,
  { from: first, to: last }: PlacingRange,
  within: Interval,
  context: CapacityContext,
): RoomDay[] {
  const { changeoverMinutes, firstWeekday } = plan.practice.settings
  const found: RoomDay[] = []
  const lastNumber = dayNumber(last)
  for (let number = weekStartNumber(first, firstWeekday); number <= lastNumber; number += 7) {
    const material = weekMaterial(plan, dayOf(number), context)
    const ofWeek = weekDays(material)
    const headroom = ofWeek.reduce((sum, day) => sum + day.headroom, 0)
    const isOver = headroom < 0
    const week = { minutes: isOver ? Number.POSITIVE_INFINITY : headroom, isOver, end: material.end }
    const taken = bookedIn(plan, material.start - changeoverMinutes, material.end + changeoverMinutes).map(
      ({ from, to, occurrence }): Taken => ({ from, to, clientId: clientOf(plan, occurrence.engagementId) }),
    )
    for (const day of ofWeek) {
      if (day.day < first || last < day.day || day.end <= within.from) continue
      found.push({
        day: day.day,
        from: day.start,
        to: day.end,
        working: clip(day.working, within),
        focus: focusOn(plan, day),
        isOdd: day.end - day.start !== MINUTES_A_DAY,
        room: Math.max(0, day.headroom),
        week,
        taken: taken.filter(
          ({ from, to }) => from < day.end + changeoverMinutes && day.start - changeoverMinutes < to,
        ),
        gaps: new Map(),
      })
    }
  }
  return found
}

function focusOn(plan: Plan, { day, start }: WeekDay): Interval {
  const { focusHours, homeZone } = plan.practice.settings
  if (focusHours === null) return { from: start, to: start }
  const at = (minute: number) => localToEpoch(dayNumber(day) * MINUTES_A_DAY + minute, homeZone)
  return { from: at(focusHours.from), to: at(focusHours.to) }
}

/** The same days, to be filled apart from these. */
export function copyRoom(days: readonly RoomDay[]): RoomDay[] {
  const weeks = new Map<WeekRoom, WeekRoom>()
  return days.map((day) => {
    const week = weeks.get(day.week) ?? { ...day.week }
    weeks.set(day.week, week)
    return { ...day, week, taken: [...day.taken], gaps: new Map() }
  })
}

/** The gaps of a day for a client: sessions of other clients keep the changeover free around them. */
export function gapsOf(day: RoomDay, clientId: Id | null, changeover: number): readonly Interval[] {
  const known = day.gaps.get(clientId)
  if (known !== undefined) return known
  const blocked = day.taken.map((item) => {
    const margin = clientId !== null && item.clientId !== null && item.clientId !== clientId ? changeover : 0
    return { from: item.from - margin, to: item.to + margin }
  })
  const gaps = subtract(day.working, blocked)
  day.gaps.set(clientId, gaps)
  return gaps
}

/** Takes a stretch of a day. */
export function take(day: RoomDay, taken: Taken): void {
  const minutes = taken.to - taken.from
  const at = day.taken.findIndex(({ from }) => from > taken.from)
  day.taken.splice(at < 0 ? day.taken.length : at, 0, taken)
  day.gaps.clear()
  day.room -= minutes
  day.week.minutes -= minutes
}

/** How many more changes of client a day has with a stretch for a client in it: from 0 (beside its own) to 2. */
export function changesAdded(day: RoomDay, { to, clientId }: Taken): number {
  let before: Id | null = null
  let after: Id | null = null
  for (const item of day.taken) {
    if (item.clientId === null || item.to <= day.from || day.to <= item.from) continue
    if (item.from < to) before = item.clientId
    else {
      after = item.clientId
      break
    }
  }
  const differs = (a: Id | null, b: Id | null) => Number(a !== null && b !== null && a !== b)
  return differs(before, clientId) + differs(clientId, after) - differs(before, after)
}

/** Changes from one client to the next in the order of the day. */
export function changesOn(day: RoomDay): number {
  let changes = 0
  let before: Id | null = null
  for (const { clientId, from, to } of day.taken) {
    if (clientId === null || to <= day.from || day.to <= from) continue
    if (before !== null && before !== clientId) changes++
    before = clientId
  }
  return changes
}
