import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'

interface Size {
  readonly rows: number
  readonly columns: number
}

/**
 * Walks a grid whose cells say where they are (`data-at="row:column"`) with arrow keys, Home and End, with Ctrl to the
 * corners. One cell is the tab stop, and the marks of its row follow it; both are kept on the elements, so that a walk
 * draws nothing anew.
 */
export function useGridKeys(
  grid: RefObject<HTMLElement | null>,
  size: Size,
  acts: { readonly open: (column: number) => void; readonly reveal: (column: number) => void },
) {
  const cell = (row: number, column: number) =>
    grid.current?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`) ?? null
  const step = (
    at: readonly [number, number],
    key: string,
    whole: boolean,
  ): readonly [number, number] | null => {
    const [row, column] = at
    const last: readonly [number, number] = [size.rows - 1, size.columns - 1]
    switch (key) {
      case 'ArrowLeft':
        return [row, Math.max(0, column - 1)]
      case 'ArrowRight':
        return [row, Math.min(last[1], column + 1)]
      case 'ArrowUp':
        return [Math.max(0, row - 1), column]
      case 'ArrowDown':
        return [Math.min(last[0], row + 1), column]
      case 'Home':
        return [whole ? 0 : row, whole ? 0 : 1]
      case 'End':
        return [whole ? last[0] : row, last[1]]
      default:
        return null
    }
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const at = placeOf(event.target)
      if (at === null || (isMark(event.target) && event.key === 'Enter')) return
      const target = step(at, event.key, event.ctrlKey || event.metaKey)
      if (target !== null) {
        if (target[1] > 0) acts.reveal(target[1] - 1)
        cell(...target)?.focus()
      } else if (event.key === 'Enter' && at[1] > 0) acts.open(at[1] - 1)
      else return
      event.preventDefault()
    },
    onClick: (event: MouseEvent) => {
      const at = isMark(event.target) ? null : placeOf(event.target)
      if (at !== null && at[1] > 0) acts.open(at[1] - 1)
    },
    onFocus: (event: FocusEvent) => {
      if (isMark(event.target) || placeOf(event.target) === null) return
      for (const other of grid.current?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])
        other.tabIndex = -1
      if (event.target instanceof HTMLElement) {
        event.target.tabIndex = 0
        for (const mark of event.target
          .closest('[role="row"]')
          ?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])
          mark.tabIndex = 0
      }
    },
  }
}

/** A mark stands in a cell and has keys of its own. */
function isMark(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-mark]') !== null
}

function placeOf(target: EventTarget): readonly [number, number] | null {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined
  if (at === undefined) return null
  const [row, column] = at.split(':').map(Number)
  return row === undefined || column === undefined ? null : [row, column]
}
