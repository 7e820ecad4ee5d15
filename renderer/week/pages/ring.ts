import type { WeekView } from '../../../shared/capacity/weekView.ts'
import type { Day } from '../../../shared/time/day.ts'

/** A week drawn on a page of its own. */
export interface WeekPage {
  readonly id: number
  readonly view: WeekView
  /** So many of its rows, or days, are drawn while the page is out of sight; in sight all are. */
  readonly parts: number
}

/** The pages, in an order that never changes: the one in sight, and those drawn ahead. */
export interface Ring {
  readonly pages: readonly WeekPage[]
  /** The id of the page in sight. */
  readonly shown: number
}

/** The week in sight, and those beside it. */
const MOST = 3
const ALL = Number.POSITIVE_INFINITY

/** More rows than this are not held on a page that nobody sees. */
const MOST_ROWS = 100

/** Whether a week is small enough to be held on a page out of sight. */
export function isKept({ rows }: Pick<WeekView, 'rows'>): boolean {
  return rows.length <= MOST_ROWS
}

/** One page, in sight. */
export function ringOf(view: WeekView): Ring {
  return { pages: [{ id: 0, view, parts: ALL }], shown: 0 }
}

/**
 * The ring with a week in sight: on the page that was drawn ahead for it, or where there is none on the page that is in
 * sight. `mayTurn` is false while something hangs on that page.
 */
export function showing(ring: Ring, view: WeekView, mayTurn: boolean): Ring {
  const inSight = ring.pages.find(({ id }) => id === ring.shown)
  if (inSight?.view === view) return ring
  const isOther = inSight?.view.start !== view.start
  const ahead = mayTurn && isOther ? ring.pages.find((page) => page.view.start === view.start) : undefined
  const target = ahead?.id ?? ring.shown
  return {
    pages: ring.pages.map((page) => (page.id === target ? { ...page, view, parts: ALL } : page)),
    shown: target,
  }
}

/**
 * The ring with so many parts of a week drawn on a page out of sight: its own where it has one, else a new one, else one
 * whose week is not `wanted`. The same ring where the week is drawn so far, is in sight, or no page is free.
 */
export function drawnAhead(ring: Ring, view: WeekView, parts: number, wanted: readonly Day[]): Ring {
  const inSight = ring.pages.find(({ id }) => id === ring.shown)
  if (inSight?.view.start === view.start) return ring
  const unseen = ring.pages.filter(({ id }) => id !== ring.shown)
  const own = unseen.find((page) => page.view.start === view.start)
  if (own !== undefined && own.view === view && own.parts >= parts) return ring
  if (own === undefined && ring.pages.length < MOST)
    return { ...ring, pages: [...ring.pages, { id: ring.pages.length, view, parts }] }
  const target = own ?? unseen.find((page) => !wanted.includes(page.view.start))
  if (target === undefined) return ring
  return { ...ring, pages: ring.pages.map((page) => (page === target ? { ...page, view, parts } : page)) }
}
