import type { Grip } from './drag/machine.ts'
import type { Cell } from './edits.ts'
import { GROUND, type GridPlace } from './gridFocus.ts'

/** What the grid's delegated handlers read from its elements. Attributes: `data-key` a block, `data-day` and `data-client` a cell, `data-head` a head that opens. */

/** Pixels at a block's lower edge that resize it. */
const EDGE = 7

/** The cell that an element lies in; null outside of the days. */
export function cellAt(element: Element): Cell | null {
  const cell = element.closest<HTMLElement>('[data-day]')
  return cell === null ? null : { clientId: cell.dataset.client || null, day: cell.dataset.day ?? '' }
}

/** The key of the block that an element is. */
export function keyAt(element: Element): string | null {
  return element.closest<HTMLElement>('[data-key]')?.dataset.key ?? null
}

/** Whose head an element is: a day's, or the week's. */
export function headAt(element: Element): string | null {
  return element.closest<HTMLElement>('[data-head]')?.dataset.head ?? null
}

/** What a press takes hold of. */
export function gripAt(element: HTMLElement, event: { readonly clientY: number }): Grip | null {
  const cell = cellAt(element)
  if (cell === null) return null
  const block = element.closest<HTMLElement>('[data-key]')
  if (block === null) return { kind: 'create', cell }
  const key = block.dataset.key ?? ''
  if (event.clientY < block.getBoundingClientRect().bottom - EDGE) return { kind: 'move', key, cell }
  return { kind: 'resize', key, cell, minutes: Number(block.dataset.minutes) }
}

/** The place of a focusable element of the grid. */
export function placeAt(element: Element): GridPlace | null {
  const cell = element.closest<HTMLElement>('[data-place]')
  if (cell === null) return null
  const [row = 0, column = 0] = (cell.dataset.place ?? '').split(':').map(Number)
  const block = element.closest<HTMLElement>('[data-key]')
  const blocks = [...cell.querySelectorAll('[data-key]')]
  const item = block === null ? (blocks.length === 0 ? 0 : GROUND) : Math.max(0, blocks.indexOf(block))
  return { row, column, item }
}

/** The element that takes the focus at a place: a session's block, or the cell where there is none. */
export function elementAt(grid: Element, { row, column, item }: GridPlace): HTMLElement | null {
  const cell = grid.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`)
  return cell?.querySelectorAll<HTMLElement>('[data-key]')[item] ?? cell
}

/** Whether an element is in one of the week's grids, in sight or not. */
export function isInWeeks(element: Element | null): boolean {
  return element?.closest('[data-weeks]') != null
}

/** The grid in sight; null where another screen is. */
export function gridInSight(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-weeks] [role="grid"]:not([aria-hidden="true"] *)')
}

/** A block by its session's key. */
export function blockOf(grid: Element, key: string): HTMLElement | null {
  return grid.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
}

/** A cell's element. */
export function cellElement(grid: Element, { clientId, day }: Cell): HTMLElement | null {
  return grid.querySelector<HTMLElement>(`[data-day="${day}"][data-client="${CSS.escape(clientId ?? '')}"]`)
}
