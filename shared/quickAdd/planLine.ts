/** From a reading to sessions: what the line leaves open takes its usual value. */

import { workingCalendar } from '../capacity/availability.ts'
import { bookedIn } from '../capacity/bookedTime.ts'
import { clientOf } from '../capacity/commitment.ts'
import { freeGaps } from '../capacity/freeTime.ts'
import type { CapacityContext } from '../capacity/weekView.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { newSession, Session, type SessionKind } from '../plan/session.ts'
import { addDays, type Day, dayNumber, eachDay } from '../time/day.ts'
import { type WallClock, wallClock } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, startOfDay, toEpochMinute } from '../time/zone.ts'
import type { Days, Problem, Reading } from './reading.ts'
import { MOST_DAYS } from './resolveDays.ts'

/** The length of a session whose line names none, in minutes. */
const USUAL_MINUTES = 60
/** Where a session starts on a day without working time: minute of the day. */
const USUAL_START = 9 * 60
/** How far ahead the next free working time is looked for, in days. */
const FREE_WITHIN = 60

export interface LinePlanning {
  readonly plan: Plan
  readonly context: CapacityContext
  /** The engagement that was read, or chosen among several. Null is own business. */
  readonly engagementId: Id | null
  /** What a session is called that has no title otherwise. */
  readonly usualTitle: string
  readonly newId: () => Id
}

export type PlannedLine =
  | { readonly ok: true; readonly sessions: readonly Session[] }
  | { readonly ok: false; readonly problem: Problem }

/** The sessions of a reading without problems. Each passes the schema of sessions; otherwise it is a problem. */
export function planLine(reading: Reading, planning: LinePlanning): PlannedLine {
  const [problem] = reading.problems
  if (problem !== undefined) return { ok: false, problem }
  const starts = startsOf(reading, planning)
  if (starts.length > MOST_DAYS) return { ok: false, problem: { code: 'too-many-days', subject: '' } }
  const sessions = starts.map((start) => sessionAt(start, reading, planning))
  return sessions.length > 0 && sessions.every((session) => Session.safeParse(session).success)
    ? { ok: true, sessions }
    : { ok: false, problem: { code: 'not-valid', subject: '' } }
}

function sessionAt(start: WallClock, reading: Reading, planning: LinePlanning): Session {
  const { plan, engagementId, usualTitle, newId } = planning
  const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
  const isProspect = engagement?.status === 'prospect'
  const deliverable =
    reading.deliverableId === null ? undefined : own(plan.practice.deliverables, reading.deliverableId)
  const fits = deliverable?.engagementId === engagementId
  const usualKind: SessionKind = engagement === undefined ? 'admin' : 'focus'
  return newSession({
    id: newId(),
    engagementId,
    title: reading.title ?? usualTitle,
    kind: reading.kind ?? usualKind,
    start,
    minutes: reading.minutes ?? USUAL_MINUTES,
    zone: reading.zone ?? plan.practice.settings.homeZone,
    status: reading.status ?? (isProspect ? 'tentative' : 'confirmed'),
    billable: reading.billable ?? (engagement !== undefined && !isProspect),
    areaId: reading.areaId ?? (fits ? (deliverable?.areaId ?? null) : null),
    deliverableId: fits ? reading.deliverableId : null,
    recurrence:
      reading.days.kind === 'series' ? { rule: reading.days.rule, except: [], extra: [], changed: {} } : null,
  })
}

/** The starts on the clocks of the reading's zone. */
function startsOf(reading: Reading, planning: LinePlanning): readonly WallClock[] {
  const { days, minute } = reading
  const { plan, context } = planning
  if (minute !== null) return daysOf(days, plan, context).map((day) => wallClock(day, minute))
  const { homeZone } = plan.practice.settings
  const zone = reading.zone ?? homeZone
  const wanted: Wanted = { planning, minutes: reading.minutes ?? USUAL_MINUTES }
  const homeStarts =
    days.kind === 'free'
      ? [nextFree(days, wanted)]
      : daysOf(days, plan, context).map((day) => freeOn(day, wanted) ?? afterAll(day, wanted))
  return homeStarts.map((start) => fromEpochMinute(start, zone))
}

/** The days of a reading; where it names none, the first working day of what it allows. */
function daysOf(days: Days, plan: Plan, context: CapacityContext): readonly Day[] {
  const calendar = workingCalendar(plan, context.holidays)
  const works = (day: Day) => calendar.day(dayNumber(day)).working.length > 0
  switch (days.kind) {
    case 'days':
      return days.days
    case 'series':
      return [days.first]
    case 'working': {
      const all = eachDay(days.from, days.to)
      const working = all.filter(works)
      return working.length > 0 ? working : all
    }
    case 'free': {
      const within = eachDay(days.from, days.to ?? addDays(days.from, FREE_WITHIN))
      return [within.find(works) ?? days.from]
    }
  }
}

interface Wanted {
  readonly planning: LinePlanning
  readonly minutes: number
}

/** The first working time of the days that holds the session; at the end of the first working day where none does. */
function nextFree(days: Extract<Days, { kind: 'free' }>, wanted: Wanted): EpochMinute {
  const last = days.to ?? addDays(days.from, FREE_WITHIN)
  for (const day of eachDay(days.from, last)) {
    const start = freeOn(day, wanted)
    if (start !== null) return start
  }
  const { plan, context } = wanted.planning
  return afterAll(daysOf(days, plan, context)[0] ?? days.from, wanted)
}

/** The first gap of a day's working time, from now on, that holds the session; null where none does. */
function freeOn(day: Day, { planning, minutes }: Wanted): EpochMinute | null {
  const { plan, context, engagementId } = planning
  const zone = plan.practice.settings.homeZone
  const within = { from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) }
  const clientId = clientOf(plan, engagementId)
  const gap = freeGaps(plan, within, { clientId, except: new Set() }, context).find(
    ({ from, to }) => to - from >= minutes,
  )
  return gap?.from ?? null
}

/** Behind the working time and the last session of a day; nine o'clock on a day without either. */
function afterAll(day: Day, { planning: { plan, context } }: Wanted): EpochMinute {
  const zone = plan.practice.settings.homeZone
  const from = startOfDay(day, zone)
  const to = startOfDay(addDays(day, 1), zone)
  const working = workingCalendar(plan, context.holidays).day(dayNumber(day)).working
  const ends = [...working.map((part) => part.to), ...bookedIn(plan, from, to).map((item) => item.to)]
  const last = Math.max(...ends)
  return ends.length > 0 && last < to ? last : toEpochMinute(wallClock(day, USUAL_START), zone)
}
