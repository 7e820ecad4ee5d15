/** Where there is room: working time that nothing takes, and places in it for a session. */
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { dayNumber, weekdayOfNumber } from '../time/day.ts'
import { clip, type Interval, subtract } from '../time/interval.ts'
import { type EpochMinute, localAt } from '../time/zone.ts'
import { workingCalendar } from './availability.ts'
import { bookedIn, type Timed } from './bookedTime.ts'
import { clientOf } from './commitment.ts'
import { quarterAfter } from './weekMaterial.ts'
import type { CapacityContext, WeekDay } from './weekView.ts'

const QUARTER = 15

/** For whom room is looked for. */
export interface Wanted {
  /** The client that the time is for; null is own business, which needs no changeover. */
  readonly clientId: Id | null
  /** Occurrences to look through, because they are what is moved. */
  readonly except: ReadonlySet<string>
}

/**
 * Working time in `within`, from now on, that no session and no travel takes. Sessions of other clients keep the
 * changeover minutes free around them. Tentative sessions take their time too.
 */
export function freeGaps(plan: Plan, within: Interval, wanted: Wanted, context: CapacityContext): Interval[] {
  const calendar = workingCalendar(plan, context.holidays)
  const from = Math.max(within.from, quarterAfter(context.now))
  if (from >= within.to) return []
  const working: Interval[] = []
  const last = localAt(within.to - 1, calendar.zone).dayNumber
  for (let number = localAt(from, calendar.zone).dayNumber; number <= last; number++)
    working.push(...calendar.day(number).working)
  const changeover = plan.practice.settings.changeoverMinutes
  const taken = bookedIn(plan, from - changeover, within.to + changeover)
    .filter(({ key }) => !wanted.except.has(key))
    .map((item) => {
      const margin = isOther(plan, item, wanted.clientId) ? changeover : 0
      return { from: item.from - margin, to: item.to + margin }
    })
  return subtract(clip(working, { from, to: within.to }), taken)
}

function isOther(plan: Plan, item: Timed, clientId: Id | null): boolean {
  const other = clientOf(plan, item.occurrence.engagementId)
  return clientId !== null && other !== null && other !== clientId
}

/** A place for a session. */
export interface Place {
  readonly start: EpochMinute
  /** Minutes for which its day has no headroom. */
  readonly lacking: number
}

/**
 * Places for an occurrence in free gaps, at the first or the last quarter of an hour of a gap, whichever is nearer to
 * where it is, so that what is left of the gap stays whole. Places with headroom first, then the nearest to where it is.
 */
export function placesFor(item: Timed, gaps: readonly Interval[], days: readonly WeekDay[]): Place[] {
  const before = item.start - item.from
  const needed = item.to - item.from
  const distance = (start: EpochMinute) => Math.abs(start - item.start)
  const places: Place[] = []
  for (const gap of gaps) {
    const first = Math.ceil((gap.from + before) / QUARTER) * QUARTER
    const last = Math.floor((gap.to - needed + before) / QUARTER) * QUARTER
    if (last < first) continue
    const start = distance(first) <= distance(last) ? first : last
    if (start === item.start) continue
    const day = days.find((d) => d.start <= start && start < d.end)
    if (day === undefined) continue
    const sameDay = day.start <= item.start && item.start < day.end
    places.push({ start, lacking: sameDay ? 0 : Math.max(0, needed - Math.max(0, day.headroom)) })
  }
  return places.sort(
    (a, b) => Number(a.lacking > 0) - Number(b.lacking > 0) || distance(a.start) - distance(b.start),
  )
}

/** The number of the first day of the week that a day lies in, by the planner's first weekday. */
export function weekStartNumber(day: string, firstWeekday: number): number {
  const number = dayNumber(day)
  return number - ((weekdayOfNumber(number) - firstWeekday + 7) % 7)
}
