import type { Id } from '../../../shared/plan/fields.ts'
import type { Day } from '../../../shared/time/day.ts'
import { STEP, USUAL_MINUTES } from '../freeStart.ts'
import type { Grip, Point, Target } from './machine.ts'

/** A stretch of pixels on one axis and what it stands for. */
export interface Band<T> {
  readonly from: number
  readonly to: number
  readonly of: T
}

/**
 * Where the cells are, measured once when a drag begins, in the coordinates of the scrolled content; so a move reads
 * nothing of the page. `origin` is where the content's corner is in the window now.
 */
export interface Geometry {
  readonly columns: readonly Band<Day>[]
  readonly rows: readonly Band<Id | null>[]
}

/** Pixels of the pointer for a step of fifteen minutes. */
export const PIXELS_A_STEP = 12

/** What is under the pointer for a grip; null outside of the cells. `at` and `from` are content coordinates. */
export function targetAt(geometry: Geometry, grip: Grip, from: Point, at: Point): Target | null {
  if (grip.kind === 'resize') {
    const steps = Math.round((at.y - from.y) / PIXELS_A_STEP)
    return { kind: 'length', minutes: stretched(grip.minutes, steps) }
  }
  const day = under(geometry.columns, at.x)
  if (day === null) return null
  if (grip.kind === 'create') {
    const steps = Math.round((at.y - from.y) / PIXELS_A_STEP)
    const minutes =
      day.of === grip.cell.day && steps > 0 ? Math.max(STEP, Math.min(USUAL_MINUTES * 8, steps * STEP)) : null
    return { kind: 'days', from: grip.cell, to: day.of, minutes }
  }
  if (grip.kind !== 'move') return null
  const row = under(geometry.rows, at.y)
  return row === null ? null : { kind: 'cell', cell: { clientId: row.of, day: day.of } }
}

/** A length some steps longer or shorter, on the quarter of an hour, at least one step. */
export function stretched(minutes: number, steps: number): number {
  if (steps === 0) return minutes
  const even = steps > 0 ? Math.floor(minutes / STEP) : Math.ceil(minutes / STEP)
  return Math.max(STEP, (even + steps) * STEP)
}

function under<T>(bands: readonly Band<T>[], at: number): Band<T> | null {
  return bands.find(({ from, to }) => from <= at && at < to) ?? null
}

/** Measures the capacity grid's cells; `corner` is where the grid's corner is in the window. */
export function measureCells(grid: HTMLElement, corner: Point): Geometry {
  const columns: Band<string>[] = []
  const rows: Band<string | null>[] = []
  for (const head of grid.querySelectorAll<HTMLElement>('[data-head-day]')) {
    const { left, right } = head.getBoundingClientRect()
    columns.push({
      from: left - corner.x + grid.scrollLeft,
      to: right - corner.x + grid.scrollLeft,
      of: head.dataset.headDay ?? '',
    })
  }
  for (const row of grid.querySelectorAll<HTMLElement>('[data-row-client]')) {
    const { top, bottom } = row.getBoundingClientRect()
    rows.push({
      from: top - corner.y + grid.scrollTop,
      to: bottom - corner.y + grid.scrollTop,
      of: row.dataset.rowClient || null,
    })
  }
  return { columns, rows }
}
