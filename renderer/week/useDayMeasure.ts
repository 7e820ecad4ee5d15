import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * What `measure` (kept by reference) gives for the heads of the days, the largest of them, in steps of two pixels, so
 * that a few pixels more draw nothing again. `usual` where nothing is laid out.
 */
export function useDayMeasure(
  grid: RefObject<HTMLElement | null>,
  measure: (head: HTMLElement) => number,
  usual: number,
): number {
  const [found, setFound] = useState(usual)
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const read = () => {
      const heads = [...element.querySelectorAll<HTMLElement>('[data-head-day]')]
      setFound(Math.floor(Math.max(...heads.map(measure)) / 2) * 2)
    }
    read()
    const watching = new ResizeObserver(read)
    watching.observe(element)
    return () => watching.disconnect()
  }, [grid, measure])
  return found
}
