import { DAY, type Extent, type Placed } from './placing.ts'

/**
 * A place in the calendar: the head of a day, or in its column a session (by key) or free time. `column` is the day, 0
 * to 6. `minute` is kept while going from day to day, so that the way back leads to the same time.
 */
export interface CalendarPlace {
  readonly row: 'head' | 'day'
  readonly column: number
  readonly minute: number
  readonly key: string | null
}

/** Where arrow keys stop in a day: at each session, and in free time at every half hour. */
export interface Stop extends Extent {
  readonly key: string | null
}

/** Free time is gone through by this many minutes. */
export const HALF_HOUR = 30
const LAST_COLUMN = 6

/** The stops of a day, by time. */
export function stopsOf(placed: readonly Placed[]): readonly Stop[] {
  const stops: Stop[] = []
  let free = 0
  for (const { from, to, booking } of placed) {
    stops.push(...slots({ from: free, to: from }), { from, to, key: booking.key })
    free = Math.max(free, to)
  }
  return [...stops, ...slots({ from: free, to: DAY })]
}

function slots({ from, to }: Extent): readonly Stop[] {
  const found: Stop[] = []
  for (let at = from; at < to; at = nextHalf(at))
    found.push({ from: at, to: Math.min(nextHalf(at), to), key: null })
  return found
}

function nextHalf(minute: number): number {
  return (Math.floor(minute / HALF_HOUR) + 1) * HALF_HOUR
}

/** What is at a place now: its session if that is still there, else what the day has at that minute. */
export function stopAt(placed: readonly Placed[], { minute, key }: CalendarPlace): Stop {
  const held = key === null ? undefined : placed.find(({ booking }) => booking.key === key)
  const there = held ?? placed.find(({ from, to }) => from <= minute && minute < to)
  if (there !== undefined) return { from: there.from, to: there.to, key: there.booking.key }
  const at = Math.min(Math.max(minute, 0), DAY - HALF_HOUR / 2)
  const next = placed.find(({ from }) => from > at)?.from ?? DAY
  return { from: at, to: Math.min(nextHalf(at), next), key: null }
}

/** The stops of the shown days by column, each asked for only when a key leads there. */
export type DaysPlaced = (column: number) => readonly Placed[]

/**
 * Where a key leads: up and down through a day's stops and to its head, left and right to the same time of another day,
 * Home and End to the first and last day; with Ctrl from session to session, to the head, to the day's end. Null where
 * it leads nowhere.
 */
export function steppedIn(
  days: DaysPlaced,
  place: CalendarPlace,
  key: string,
  whole: boolean,
): CalendarPlace | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const column = place.column + (key === 'ArrowLeft' ? -1 : 1)
      return column < 0 || column > LAST_COLUMN ? null : { ...place, column, key: null }
    }
    case 'Home':
      return whole ? { ...place, row: 'head', key: null } : { ...place, column: 0, key: null }
    case 'End':
      return whole
        ? at(place, stopsOf(days(place.column)).at(-1))
        : { ...place, column: LAST_COLUMN, key: null }
    case 'ArrowUp':
      return place.row === 'head' ? null : up(days(place.column), place, whole)
    case 'ArrowDown':
      return place.row === 'head'
        ? { ...place, row: 'day', key: null }
        : down(days(place.column), place, whole)
    default:
      return null
  }
}

function up(placed: readonly Placed[], place: CalendarPlace, whole: boolean): CalendarPlace {
  const { before } = around(placed, place, whole)
  return before === undefined ? { ...place, row: 'head', key: null } : { ...place, ...spot(before) }
}

function down(placed: readonly Placed[], place: CalendarPlace, whole: boolean): CalendarPlace | null {
  return at(place, around(placed, place, whole).after)
}

function at(place: CalendarPlace, stop: Stop | undefined): CalendarPlace | null {
  return stop === undefined ? null : { ...place, row: 'day', ...spot(stop) }
}

function spot({ from, key }: Stop): Pick<CalendarPlace, 'minute' | 'key'> {
  return { minute: from, key }
}

/** The stops before and after a place: all of them, or only sessions. */
function around(placed: readonly Placed[], place: CalendarPlace, whole: boolean) {
  const here = stopAt(placed, place)
  const all = stopsOf(placed)
  const index = here.key === null ? -1 : all.findIndex(({ key }) => key === here.key)
  const before = index >= 0 ? all.slice(0, index) : all.filter(({ from }) => from < here.from)
  const after = index >= 0 ? all.slice(index + 1) : all.filter(({ from }) => from > here.from)
  const wanted = ({ key }: Stop) => !whole || key !== null
  return { before: before.findLast(wanted), after: after.find(wanted) }
}
