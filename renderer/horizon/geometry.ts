import type { HorizonColumn, Zoom } from '../../shared/horizon/columns.ts'
import { addDays, type Day, daysBetween } from '../../shared/time/day.ts'

/** Width of a column in CSS pixels at text of the usual size. */
export const columnWidth: Readonly<Record<Zoom, number>> = { week: 66, month: 84, quarter: 112 }

/** Width of the column of names in CSS pixels. */
export const NAME_WIDTH = 176

/** Where a day begins among columns that are one wide each, from the left; outside them it is at an edge. */
export function placeOf(columns: readonly HorizonColumn[], day: Day): number {
  const first = columns[0]
  if (first === undefined || day <= first.from) return 0
  const index = columns.findIndex(({ to }) => day <= to)
  const column = columns[index]
  if (column === undefined) return columns.length
  return index + daysBetween(column.from, day) / (7 * column.weeks)
}

/** Room that a sign takes, in CSS pixels. */
const SIGN = 15

/** Places in their order, so that no sign lies on another: each a sign's width behind the one before at least. */
export function spread(places: readonly number[], zoom: Zoom): number[] {
  const gap = SIGN / columnWidth[zoom]
  let last = -gap
  return places.map((place) => {
    last = Math.max(place, last + gap)
    return last
  })
}

/** The day at a place: the other way round, and on beyond the last column at its pace. */
export function dayAt(columns: readonly HorizonColumn[], place: number): Day {
  const index = Math.min(columns.length - 1, Math.max(0, Math.floor(place)))
  const column = columns[index]
  if (column === undefined) throw new Error('no columns')
  return addDays(column.from, Math.round((place - index) * 7 * column.weeks))
}
