import type { WeekView } from '../../shared/capacity/weekView.ts'

/**
 * A place in the grid. Row 0 is the heads, then a row a client, then the headroom; column 0 names the row, 1 to 7 are
 * days, 8 is the week. `item` counts the sessions of a cell; −1 is the ground of a cell that has some.
 */
export interface GridPlace {
  readonly row: number
  readonly column: number
  readonly item: number
}

export const WEEK_COLUMN = 8
/** The item of a cell's ground, beside its sessions. Only the pointer goes there. */
export const GROUND = -1

/** The place of a grid without a tab stop: one that is out of sight. */
export const NOWHERE: GridPlace = { row: -1, column: -1, item: -1 }

/** Whether two places are the same. */
export function samePlace(a: GridPlace, b: GridPlace): boolean {
  return a.row === b.row && a.column === b.column && a.item === b.item
}

/** How many sessions a place's cell holds. */
export function itemsAt(view: WeekView, { row, column }: Pick<GridPlace, 'row' | 'column'>): number {
  return view.rows[row - 1]?.days[column - 1]?.bookings.length ?? 0
}

/** The place of a session, by its key; the first where it spans days. */
export function placeOf(view: WeekView, key: string): GridPlace | null {
  for (const [r, row] of view.rows.entries())
    for (const [d, day] of row.days.entries()) {
      const item = day.bookings.findIndex((booking) => booking.key === key)
      if (item >= 0) return { row: r + 1, column: d + 1, item }
    }
  return null
}

/** The nearest place that exists. */
export function within(view: WeekView, place: GridPlace): GridPlace {
  const row = clamp(place.row, 0, view.rows.length + 1)
  const column = clamp(place.column, 0, WEEK_COLUMN)
  const items = itemsAt(view, { row, column })
  return { row, column, item: clamp(place.item, items === 0 ? 0 : GROUND, Math.max(0, items - 1)) }
}

/** Where a key leads: arrows, Home and End in the row, with Ctrl in the whole grid. Null where it leads nowhere. */
export function stepped(view: WeekView, place: GridPlace, key: string, whole: boolean): GridPlace | null {
  const last = view.rows.length + 1
  switch (key) {
    case 'ArrowLeft':
      return place.column === 0
        ? null
        : within(view, { ...place, item: Math.max(0, place.item), column: place.column - 1 })
    case 'ArrowRight':
      return place.column === WEEK_COLUMN
        ? null
        : within(view, { ...place, item: Math.max(0, place.item), column: place.column + 1 })
    case 'ArrowUp':
      if (place.item > 0) return { ...place, item: place.item - 1 }
      return place.row === 0
        ? null
        : within(view, { ...place, row: place.row - 1, item: Number.MAX_SAFE_INTEGER })
    case 'ArrowDown':
      if (place.item < itemsAt(view, place) - 1) return { ...place, item: place.item + 1 }
      return place.row === last ? null : within(view, { ...place, row: place.row + 1, item: 0 })
    case 'Home':
      return within(view, { row: whole ? 1 : place.row, column: 1, item: 0 })
    case 'End':
      return within(view, { row: whole ? last - 1 : place.row, column: 7, item: 0 })
    default:
      return null
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
