/** The month after the reported one: what is planned for a client, week by week, and the days that matter. */
import { bookedIn, bookings, type Timed } from '../capacity/bookedTime.ts'
import type { Deliverable } from '../plan/deliverable.ts'
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Occurrence } from '../plan/session.ts'
import { addDays, type Day, dayNumber, maxDay, minDay } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { weekStart } from '../time/week.ts'
import { startOfDayNumber } from '../time/zone.ts'

/** A week of the month, cut at its ends. Minutes of sessions without travel; `tentative` is part of `planned`. */
export interface WeekAhead {
  readonly from: Day
  readonly to: Day
  readonly planned: number
  readonly tentative: number
  readonly engagements: readonly { readonly engagement: Engagement; readonly planned: number }[]
}

/** A meeting; the occurrences of a series that share its times are one, with all their days. */
export interface KeySession {
  readonly occurrence: Occurrence
  readonly engagement: Engagement
  /** On the clocks of its own zone. */
  readonly days: readonly Day[]
}

export interface MonthAhead {
  readonly from: Day
  readonly to: Day
  readonly weeks: readonly WeekAhead[]
  readonly planned: number
  readonly tentative: number
  readonly sessions: readonly KeySession[]
  /** Open, and due in the month. */
  readonly due: readonly Deliverable[]
  /** Engagements whose last day lies in the month. */
  readonly ending: readonly Engagement[]
}

/** What the plan holds for the engagements in the days from `from` to `to`, cut at the midnights of the home zone. */
export function monthAhead(plan: Plan, engagements: readonly Engagement[], from: Day, to: Day): MonthAhead {
  const { homeZone, firstWeekday } = plan.practice.settings
  const byId = new Map(engagements.map((engagement) => [engagement.id, engagement]))
  const start = startOfDayNumber(dayNumber(from), homeZone)
  const end = startOfDayNumber(dayNumber(to) + 1, homeZone)
  const booked = bookedIn(plan, start, end).filter(
    (item) => item.start < end && start < item.end && byId.has(item.occurrence.engagementId ?? ''),
  )
  const weeks = weeksOf(from, to, firstWeekday).map((week) => weekAhead(week, booked, engagements, homeZone))
  return {
    from,
    to,
    weeks,
    planned: weeks.reduce((sum, week) => sum + week.planned, 0),
    tentative: weeks.reduce((sum, week) => sum + week.tentative, 0),
    sessions: keySessions(
      booked.filter((item) => start <= item.start),
      byId,
    ),
    due: Object.values(plan.practice.deliverables)
      .filter(({ engagementId, done, due }) => !done && byId.has(engagementId) && isIn(due, from, to))
      .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : a.due === b.due ? a.order - b.order : 1)),
    ending: engagements.filter(({ end }) => isIn(end, from, to)),
  }
}

function isIn(day: Day | null, from: Day, to: Day): boolean {
  return day !== null && from <= day && day <= to
}

interface Days {
  readonly from: Day
  readonly to: Day
}

function weeksOf(from: Day, to: Day, firstWeekday: number): Days[] {
  const weeks: Days[] = []
  for (let day = weekStart(from, firstWeekday); day <= to; day = addDays(day, 7))
    weeks.push({ from: maxDay(day, from), to: minDay(addDays(day, 6), to) })
  return weeks
}

function weekAhead(
  { from, to }: Days,
  booked: readonly Timed[],
  engagements: readonly Engagement[],
  zone: string,
): WeekAhead {
  const sums = new Map<Id | null, number>()
  let tentative = 0
  for (const item of booked)
    for (const { fromWall, minutes, occurrence } of bookings(item, zone)) {
      if (!isIn(wallDay(fromWall), from, to)) continue
      sums.set(occurrence.engagementId, (sums.get(occurrence.engagementId) ?? 0) + minutes)
      if (occurrence.status === 'tentative') tentative += minutes
    }
  return {
    from,
    to,
    planned: [...sums.values()].reduce((sum, minutes) => sum + minutes, 0),
    tentative,
    engagements: engagements.flatMap((engagement) => {
      const planned = sums.get(engagement.id) ?? 0
      return planned === 0 ? [] : [{ engagement, planned }]
    }),
  }
}

/** The meetings among what begins in the month, by their first day. */
function keySessions(booked: readonly Timed[], byId: ReadonlyMap<Id, Engagement>): KeySession[] {
  const alike = new Map<string, Occurrence[]>()
  for (const { occurrence } of booked) {
    if (occurrence.kind !== 'meeting') continue
    const { id, title, start, minutes, status, zone, engagementId } = occurrence
    const key = JSON.stringify([id, title, start.slice(11), minutes, status, zone, engagementId])
    const same = alike.get(key)
    if (same === undefined) alike.set(key, [occurrence])
    else same.push(occurrence)
  }
  return [...alike.values()].flatMap((occurrences) => {
    const [occurrence] = occurrences
    const engagement = byId.get(occurrence?.engagementId ?? '')
    if (occurrence === undefined || engagement === undefined) return []
    return [{ occurrence, engagement, days: occurrences.map(({ start }) => wallDay(start)) }]
  })
}
