import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The columns that are drawn: from the first to before the last. */
export interface Shown {
  readonly from: number
  readonly to: number
}

/** The least width of a column, and that of the column of names, in CSS pixels. */
interface Widths {
  readonly names: number
  readonly column: number
}

/** Columns are taken in and left out so many at a time, so that most steps of a scroll draw nothing. */
const CHUNK = 4

/**
 * The columns in sight and some beside them: of 104 weeks a screen holds twenty. Where nothing is laid out, all are
 * drawn. `reveal` scrolls a column into sight and draws it before it returns.
 */
export function useShownColumns(grid: RefObject<HTMLElement | null>, columns: number, widths: Widths) {
  const { names, column: least } = widths
  // As many as the window has room for: beside what stands left of them, that is what is in sight and a few more.
  const [shown, setShown] = useState<Shown>(() => ({
    from: 0,
    to: Math.min(columns, Math.ceil(window.innerWidth / least / CHUNK) * CHUNK),
  }))
  const look = useCallback(() => {
    const next = inSight(grid.current, columns, names)
    setShown((now) => (now.from === next.from && now.to === next.to ? now : next))
  }, [grid, columns, names])
  useLayoutEffect(() => {
    look()
    const watched = grid.current
    if (watched === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(look)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [grid, look])
  const reveal = useCallback(
    (column: number) => {
      const element = grid.current
      if (element === null || element.clientWidth === 0) return
      const width = (element.scrollWidth - names) / columns
      const left = column * width
      if (left < element.scrollLeft) element.scrollLeft = left
      else if (left + width > element.scrollLeft + element.clientWidth - names)
        element.scrollLeft = left + width - element.clientWidth + names
      flushSync(look)
    },
    [grid, columns, names, look],
  )
  return { shown, onScroll: look, reveal }
}

function inSight(element: HTMLElement | null, columns: number, names: number): Shown {
  if (element === null || element.clientWidth === 0) return { from: 0, to: columns }
  const width = Math.max(1, (element.scrollWidth - names) / columns)
  const first = Math.floor(element.scrollLeft / width / CHUNK) - 1
  const last = Math.ceil((element.scrollLeft + element.clientWidth - names) / width / CHUNK) + 1
  return { from: Math.max(0, first * CHUNK), to: Math.min(columns, last * CHUNK) }
}
