/** Where the deliverables of a client stand in time: bars from release to due over weeks. */
import { type Deliverable, progressOf } from '../../shared/plan/deliverable.ts'
import { addDays, type Day, daysBetween, firstOfMonth, maxDay, minDay } from '../../shared/time/day.ts'
import { isoWeek, weekStart } from '../../shared/time/week.ts'

/** Done work is shown this long after its day. */
const DONE_DAYS = 28
/** A bar without a day on which work may start is drawn so long before its due day at least. */
const SHORTEST_BAR = 6
/** The timeline reaches this far at most, and this far at least. */
const MOST_DAYS_BACK = 26 * 7
const MOST_DAYS_AHEAD = 104 * 7
const LEAST_DAYS_AHEAD = 5 * 7
/** Room behind the last due day, to move it into. */
const ROOM_BEHIND = 14
/** Labels of weeks that fit. */
const MOST_LABELS = 18

/** The part of the width that a month's name with its year needs. */
const SHORTEST_LABEL = 0.17

export type Dated = Deliverable & { readonly due: Day }

export interface TimelineBar {
  readonly deliverable: Dated
  readonly from: Day
  /** Nobody said when work may start: the bar's begin is only drawn. */
  readonly isOpen: boolean
  /** Done of all there is to do, 0 to 1. */
  readonly progress: number
}

export interface Tick {
  readonly day: Day
  /** Place from the left, 0 to 1. */
  readonly at: number
}

export interface Timeline {
  readonly from: Day
  /** The day after the last one. */
  readonly end: Day
  readonly bars: readonly TimelineBar[]
  readonly months: readonly Tick[]
  /** Begins of weeks, with their ISO number where it is labelled. */
  readonly weeks: readonly (Tick & { readonly number: number | null })[]
  /** Where today begins. */
  readonly today: number
}

/** The timeline of deliverables that have a due day, the soonest first, as of a day. */
export function timelineOf(deliverables: readonly Deliverable[], today: Day, firstWeekday: number): Timeline {
  const bars = deliverables
    .filter((one): one is Dated => one.due !== null && (!one.done || one.due >= addDays(today, -DONE_DAYS)))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.order - b.order))
    .map((deliverable) => barOf(deliverable, today))
  const first = bars.reduce((day, bar) => minDay(day, bar.from), addDays(today, -7))
  const last = bars.reduce(
    (day, { deliverable }) => maxDay(day, addDays(deliverable.due, ROOM_BEHIND)),
    addDays(today, LEAST_DAYS_AHEAD),
  )
  const from = weekStart(maxDay(first, addDays(today, -MOST_DAYS_BACK)), firstWeekday)
  const end = addDays(weekStart(minDay(last, addDays(today, MOST_DAYS_AHEAD)), firstWeekday), 7)
  const at = (day: Day) => placeOf(day, from, end)
  return { from, end, bars, months: monthsIn(from, end, at), weeks: weeksIn(from, end, at), today: at(today) }
}

/** Where a day begins between two others, 0 to 1. */
export function placeOf(day: Day, from: Day, end: Day): number {
  return Math.max(0, Math.min(1, daysBetween(from, day) / daysBetween(from, end)))
}

function barOf(deliverable: Dated, today: Day): TimelineBar {
  const { release, due } = deliverable
  return {
    deliverable,
    from: release ?? minDay(today, addDays(due, -SHORTEST_BAR)),
    isOpen: release === null,
    progress: progressOf(deliverable),
  }
}

function monthsIn(from: Day, end: Day, at: (day: Day) => number): Tick[] {
  const months: Tick[] = [{ day: from, at: 0 }]
  for (
    let day = firstOfMonth(addDays(firstOfMonth(from), 32));
    day < end;
    day = firstOfMonth(addDays(day, 32))
  )
    months.push({ day, at: at(day) })
  // A label at an edge would lie on the next one, or stick out.
  const [edge, next] = months
  const first = edge !== undefined && next !== undefined && next.at < SHORTEST_LABEL ? 1 : 0
  return months.slice(first).filter(({ at }) => at <= 1 - SHORTEST_LABEL / 2)
}

function weeksIn(from: Day, end: Day, at: (day: Day) => number): Timeline['weeks'] {
  const count = daysBetween(from, end) / 7
  const step = Math.ceil(count / MOST_LABELS)
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(from, 7 * i)
    // A week that begins on a Sunday is the one of its Thursday.
    return { day, at: at(day), number: i % step === 0 ? isoWeek(addDays(day, 3)).week : null }
  })
}
