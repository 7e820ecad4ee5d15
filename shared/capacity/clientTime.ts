/** A client's time: planned and worked in a stretch of days, by responsibility area, and what comes next. */
import type { Id } from '../plan/fields.ts'
import { type Plan, type Year, yearOf } from '../plan/plan.ts'
import { occurrencesOf, plainOccurrence } from '../plan/series.ts'
import type { Occurrence, Session } from '../plan/session.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day, minDay } from '../time/day.ts'
import { splitAtMidnight } from '../time/interval.ts'
import { type EpochMinute, toEpochMinute } from '../time/zone.ts'
import { bookedIn, type Timed } from './bookedTime.ts'

/** All sessions and entries of a client, whenever they are. */
export interface ClientTime {
  readonly sessions: readonly Session[]
  readonly entries: readonly TimeEntry[]
}

/** Minutes planned (sessions, tentative ones included, without travel) and worked (time entries). */
export interface TimeSum {
  readonly planned: number
  readonly worked: number
}

export interface AreaTime extends TimeSum {
  /** Null is time without an area. */
  readonly areaId: Id | null
}

/** A session may reach into a stretch of days from a week before it, and from another zone's day. */
const REACH_DAYS = 8

/** The parts of a plan that time is made of. */
export interface TimeParts extends Pick<Plan, 'years'>, Pick<Plan['practice'], 'engagements' | 'series'> {}

/** The sessions and entries of the engagements of a client. */
export function timeOfClient(parts: TimeParts, clientId: Id): ClientTime {
  const ids = new Set(
    Object.values(parts.engagements)
      .filter((engagement) => engagement.clientId === clientId)
      .map(({ id }) => id),
  )
  const isOwn = ({ engagementId }: { readonly engagementId: Id | null }) =>
    engagementId !== null && ids.has(engagementId)
  const years = Object.values(parts.years)
  return {
    sessions: [parts.series, ...years.map(({ sessions }: Year) => sessions)].flatMap((map) =>
      Object.values(map).filter(isOwn),
    ),
    entries: years.flatMap(({ entries }) => Object.values(entries).filter(isOwn)),
  }
}

/** The first day of a client's time; null where there is none. */
export function firstDayOf({ sessions, entries }: ClientTime): Day | null {
  const days = [...sessions.map(({ start }) => start.slice(0, 10)), ...entries.map(({ day }) => day)]
  return days.length === 0 ? null : days.reduce(minDay)
}

/**
 * What was planned and worked in the days from `from` to `to`, both included, for each responsibility area that has any
 * of it; sessions are cut at the midnights of the home zone. The areas' sums are the sum of all.
 */
export function timeByArea(time: ClientTime, from: Day, to: Day, zone: string): readonly AreaTime[] {
  const sums = new Map<Id | null, { planned: number; worked: number }>()
  const sumOf = (areaId: Id | null) => {
    const known = sums.get(areaId) ?? { planned: 0, worked: 0 }
    sums.set(areaId, known)
    return known
  }
  for (const occurrence of occurrencesNear(time.sessions, from, to)) {
    const start = toEpochMinute(occurrence.start, occurrence.zone)
    const end = start + occurrence.minutes
    for (const piece of splitAtMidnight({ from: start, to: end }, zone))
      if (from <= piece.day && piece.day <= to) sumOf(occurrence.areaId).planned += piece.to - piece.from
  }
  for (const { day, areaId, minutes } of time.entries)
    if (from <= day && day <= to) sumOf(areaId).worked += minutes
  return [...sums].map(([areaId, sum]) => ({ areaId, ...sum }))
}

function occurrencesNear(sessions: readonly Session[], from: Day, to: Day): readonly Occurrence[] {
  const window = { from: addDays(from, -REACH_DAYS), to: addDays(to, 1) }
  return sessions.flatMap((session) =>
    session.recurrence !== null
      ? occurrencesOf(session, window)
      : isWithin(session.start.slice(0, 10), window)
        ? [plainOccurrence(session, null)]
        : [],
  )
}

function isWithin(day: Day, { from, to }: { readonly from: Day; readonly to: Day }): boolean {
  return from <= day && day <= to
}

/** The sum over the areas. */
export function totalOf(areas: readonly TimeSum[]): TimeSum {
  return {
    planned: areas.reduce((sum, { planned }) => sum + planned, 0),
    worked: areas.reduce((sum, { worked }) => sum + worked, 0),
  }
}

/** How far ahead the next sessions are looked for, in minutes. */
const AHEAD = 60 * 24 * 60

/** The next sessions of a client that end after an instant, at most `most`, within 60 days. */
export function nextSessions(plan: Plan, clientId: Id, now: EpochMinute, most: number): readonly Timed[] {
  const { engagements } = plan.practice
  const isOwn = (id: Id | null) => id !== null && engagements[id]?.clientId === clientId
  return bookedIn(plan, now, now + AHEAD)
    .filter(({ occurrence, end }) => end > now && isOwn(occurrence.engagementId))
    .slice(0, most)
}

/** What each client planned and worked in the days from `from` to `to`, in one walk over the plan. */
export function timeByClient(plan: Plan, from: Day, to: Day): ReadonlyMap<Id, TimeSum> {
  const { engagements, settings } = plan.practice
  const sums = new Map<Id, { planned: number; worked: number }>()
  const add = (engagementId: Id | null, field: 'planned' | 'worked', minutes: number) => {
    const client = engagementId === null ? undefined : engagements[engagementId]?.clientId
    if (client === undefined) return
    const known = sums.get(client) ?? { planned: 0, worked: 0 }
    known[field] += minutes
    sums.set(client, known)
  }
  const years = Object.entries(plan.years).filter(
    ([key]) => yearOf(addDays(from, -REACH_DAYS)) <= key && key <= yearOf(addDays(to, 1)),
  )
  const sessions = [plan.practice.series, ...years.map(([, year]) => year.sessions)].flatMap((map) =>
    Object.values(map),
  )
  for (const occurrence of occurrencesNear(sessions, from, to)) {
    const start = toEpochMinute(occurrence.start, occurrence.zone)
    for (const piece of splitAtMidnight({ from: start, to: start + occurrence.minutes }, settings.homeZone))
      if (from <= piece.day && piece.day <= to) add(occurrence.engagementId, 'planned', piece.to - piece.from)
  }
  for (const [, year] of years)
    for (const { day, engagementId, minutes } of Object.values(year.entries))
      if (from <= day && day <= to) add(engagementId, 'worked', minutes)
  return sums
}
