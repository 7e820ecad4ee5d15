import { type RefObject, useLayoutEffect, useState } from 'react'

/** What was found last, by measure: a grid that appears again is drawn with it at once, not drawn and then drawn anew. */
const latest = new Map<(head: HTMLElement) => number, number>()

/**
 * What `measure` (kept by reference) gives for the heads of the days of the grid in `host`, the largest of them, in steps of two pixels, so
 * that a few pixels more draw nothing again. `usual` where nothing is laid out.
 */
export function useDayMeasure(
  host: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLElement | null>,
  measure: (head: HTMLElement) => number,
  usual: number,
): number {
  const [found, setFound] = useState(() => latest.get(measure) ?? usual)
  useLayoutEffect(() => {
    const element = host.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const read = () => {
      const heads = [...(grid.current?.querySelectorAll<HTMLElement>('[data-head-day]') ?? [])]
      if (heads.length === 0) return
      const most = Math.floor(Math.max(...heads.map(measure)) / 2) * 2
      latest.set(measure, most)
      setFound(most)
    }
    read()
    const watching = new ResizeObserver(read)
    watching.observe(element)
    return () => watching.disconnect()
  }, [host, grid, measure])
  return found
}
