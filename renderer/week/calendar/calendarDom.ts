import { wallClock, wallMinute } from '../../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../../shared/time/zone.ts'
import { planNow } from '../../state/plan.ts'
import { viewNow } from '../capacityNow.ts'
import type { Band } from '../drag/geometry.ts'
import type { Grip, Point } from '../drag/machine.ts'
import { STEP } from '../freeStart.ts'
import { keyAt } from '../gridDom.ts'
import { bookingOf } from '../proposals.ts'
import { type Columns, minuteAt } from './aim.ts'
import { DAY, extentOf } from './placing.ts'
import type { CalendarPlace, Stop } from './stops.ts'

/** What the calendar's delegated handlers read from its elements. Attributes: `data-key` a block, `data-day` a column. */

/** Pixels at a block's ends that resize it, and the most of its height that both together take. */
const EDGE = 7
const MOST_EDGE = 0.25

/** What a press takes hold of: a session, an end of it, or free time. */
export function calendarGrip(element: HTMLElement, event: { readonly clientY: number }): Grip | null {
  const day = element.closest<HTMLElement>('[data-day]')?.dataset.day
  if (day === undefined) return null
  const block = element.closest<HTMLElement>('[data-key]')
  if (block === null) return { kind: 'draw', day }
  const key = block.dataset.key ?? ''
  const booking = bookingOf(viewNow(), key, day)
  if (booking === undefined) return null
  const zone = planNow().practice.settings.homeZone
  const from = fromEpochMinute(booking.start, zone)
  const to = fromEpochMinute(booking.end, zone)
  const { top, bottom, height } = block.getBoundingClientRect()
  const edge = Math.min(EDGE, height * MOST_EDGE)
  if (!booking.goesOn && event.clientY > bottom - edge)
    return { kind: 'stretch', key, day, edge: 'end', from, to }
  if (!booking.continues && event.clientY < top + edge)
    return { kind: 'stretch', key, day, edge: 'start', from, to }
  return { kind: 'carry', key, day, start: from }
}

/** Measures the columns; `corner` is where the calendar's corner is in the window. */
export function measureColumns(grid: HTMLElement, corner: Point): Columns {
  const days: Band<string>[] = []
  let top = 0
  let height = 1
  for (const column of grid.querySelectorAll<HTMLElement>('[data-day]')) {
    const box = column.getBoundingClientRect()
    top = box.top - corner.y + grid.scrollTop
    height = box.height
    const left = box.left - corner.x + grid.scrollLeft
    days.push({ from: left, to: left + box.width, of: column.dataset.day ?? '' })
  }
  return { days, top, height }
}

/** The place in the calendar of an element that has the focus. */
export function placeOfElement(element: Element): CalendarPlace | null {
  const head = element.closest<HTMLElement>('[data-head-day]')
  if (head !== null) {
    const column = Number(head.dataset.place?.split(':')[1]) - 1
    return { row: 'head', column, minute: 9 * 60, key: null }
  }
  const day = element.closest<HTMLElement>('[data-day]')
  const key = keyAt(element)
  if (day === null || key === null) return null
  const booking = bookingOf(viewNow(), key, day.dataset.day)
  if (booking === undefined) return null
  return { row: 'day', column: Number(day.dataset.column), minute: extentOf(booking).from, key }
}

/** The free time under a press, on the quarter of an hour; null on a block and outside of the days. */
export function placeUnder(
  element: Element,
  { clientY }: { readonly clientY: number },
): CalendarPlace | null {
  const day = element.closest<HTMLElement>('[data-day]')
  if (day === null || keyAt(element) !== null) return null
  const { top, height } = day.getBoundingClientRect()
  const minute = minuteAt({ days: [], top, height }, clientY)
  const step = Math.min(DAY - STEP, Math.floor(minute / STEP) * STEP)
  return { row: 'day', column: Number(day.dataset.column), minute: step, key: null }
}

/** The element that has the calendar's tab stop. */
export function elementOfPlace(grid: Element, place: CalendarPlace, stop: Stop): HTMLElement | null {
  if (place.row === 'head')
    return grid.querySelector<HTMLElement>(`[data-head-day][data-place="0:${place.column + 1}"]`)
  const column = grid.querySelector<HTMLElement>(`[data-column="${place.column}"]`)
  return (
    column?.querySelector<HTMLElement>(
      stop.key === null ? '[data-slot]' : `[data-key="${CSS.escape(stop.key)}"]`,
    ) ?? null
  )
}

/** The place for new time that was drawn. */
export function placeOfWall(wall: string): CalendarPlace | null {
  const column = viewNow().days.findIndex(({ day }) => wall >= wallClock(day, 0) && wall.startsWith(day))
  return column < 0 ? null : { row: 'day', column, minute: wallMinute(wall), key: null }
}
