/** Moves of a session to where there is room. */

import { occurrenceOfKey } from '../../plan/occurrenceKey.ts'
import type { Plan } from '../../plan/plan.ts'
import { addDays, type Day } from '../../time/day.ts'
import { wallDay } from '../../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, toEpochMinute } from '../../time/zone.ts'
import type { Timed } from '../bookedTime.ts'
import { clientOf } from '../commitment.ts'
import type { Flag } from '../flags/flag.ts'
import { freeGaps, placesFor } from '../freeTime.ts'
import { weekDays } from '../weekDays.ts'
import { weekMaterial } from '../weekMaterial.ts'
import type { CapacityContext, WeekDay } from '../weekView.ts'
import type { Search, Sized } from './candidates.ts'
import { concernOf, costOfMove } from './changeCost.ts'
import { homeDay } from './sessionCandidates.ts'

/** Places tried for one session in one week. */
const MOST_PLACES = 3

/** Weeks counted from the flag's own, both included. */
interface Weeks {
  readonly from: number
  readonly to: number
}

/** Moves of one session into free time of the given weeks, a few in each; only to places that `isPlace` allows. */
export function* moves(
  search: Search,
  item: Timed,
  weeks: Weeks,
  isPlace: (start: EpochMinute) => boolean = () => true,
): Generator<Sized> {
  for (let ahead = weeks.from; ahead <= weeks.to; ahead++)
    for (const start of placesIn(search, item, ahead, isPlace)) yield* moved(search, item, start)
}

function placesIn(
  { plan, start, context, flag }: Search,
  item: Timed,
  ahead: number,
  isPlace: (start: EpochMinute) => boolean,
): EpochMinute[] {
  const days = daysOfWeek(plan, addDays(start, 7 * ahead), context)
  const from = days[0]?.start ?? 0
  const to = days.at(-1)?.end ?? from
  const clientId = clientOf(plan, item.occurrence.engagementId)
  const gaps = freeGaps(plan, { from, to }, { clientId, except: new Set([item.key]) }, context)
  const isSameDay = (at: EpochMinute) =>
    flag.code === 'day-over' && flag.interval.from <= at && at < flag.interval.to
  const isAway = item.start < from || item.start >= to
  const inWeek = isAway ? lackingIn(days, item) : 0
  const places = placesFor(item, gaps, days)
    .filter((place) => isPlace(place.start) && !isSameDay(place.start))
    .filter(({ lacking }) => isMilder(flag, Math.max(lacking, inWeek)))
  const roomy = places.filter(({ lacking }) => lacking === 0)
  return (roomy.length > 0 ? roomy : places).slice(0, MOST_PLACES).map((place) => place.start)
}

/** Minutes by which the session would pass the headroom of the whole week. */
function lackingIn(days: readonly WeekDay[], item: Timed): number {
  const headroom = days.reduce((sum, day) => sum + day.headroom, 0)
  return Math.max(0, item.to - item.from - Math.max(0, headroom))
}

/** A day or week that is over by as much is as bad as the flag and needs no proof: there is no place. */
function isMilder(flag: Flag, lacking: number): boolean {
  return lacking === 0 || (flag.severity === 'over' && lacking < flag.short)
}

interface Known {
  readonly context: CapacityContext
  readonly days: readonly WeekDay[]
}
const known = new WeakMap<Plan, Map<Day, Known>>()

/** The days of a week without its flags, computed once for each plan that is looked at. */
function daysOfWeek(plan: Plan, start: Day, context: CapacityContext): readonly WeekDay[] {
  const weeks = known.get(plan) ?? new Map<Day, Known>()
  known.set(plan, weeks)
  const seen = weeks.get(start)
  if (seen?.context === context) return seen.days
  const days = weekDays(weekMaterial(plan, start, context))
  weeks.set(start, { context, days })
  return days
}

function* moved(search: Search, item: Timed, start: EpochMinute): Generator<Sized> {
  const { occurrence } = item
  const wall = fromEpochMinute(start, occurrence.zone)
  // An hour that the clocks show twice would mean another instant.
  if (toEpochMinute(wall, occurrence.zone) !== start) return
  const home = fromEpochMinute(start, search.plan.practice.settings.homeZone)
  const day = wallDay(home)
  yield {
    kind: 'move',
    about: `move:${item.key}`,
    facts: {
      title: occurrence.title,
      start: home,
      sameWeek: search.start <= day && day < addDays(search.start, 7),
    },
    command: { type: 'session/move', moves: [{ occurrence: occurrenceOfKey(item.key), start: wall }] },
    days: [homeDay(search, item.start), day],
    cost: costOfMove(concernOf(occurrence), item.to - item.from, start - item.start),
  }
}
