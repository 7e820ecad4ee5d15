import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Day } from '../../../shared/time/day.ts'

/** What is seen of a grid: how far its content is scrolled, and how much of it there is room for, in pixels. */
export interface Sight {
  readonly top: number
  readonly left: number
  readonly height: number
}

/**
 * What was seen of the grid in sight when it was drawn last. It is read while the grid still is in sight and before
 * anything is written, so that nothing is laid out for it; a page that is out of sight would be laid out to be asked.
 */
export function useSight(grid: RefObject<HTMLElement | null>, isShown: boolean): RefObject<Sight> {
  const sight = useRef<Sight>({ top: 0, left: 0, height: 0 })
  const wasShown = useRef(false)
  if (wasShown.current && grid.current !== null) sight.current = sightOf(grid.current)
  useLayoutEffect(() => {
    wasShown.current = isShown
  })
  return sight
}

function sightOf({ scrollTop, scrollLeft, clientHeight }: HTMLElement): Sight {
  return { top: scrollTop, left: scrollLeft, height: clientHeight }
}

/** A page that comes into sight is scrolled as the one in whose place it is. */
export function useSameScroll(
  grid: RefObject<HTMLElement | null>,
  sight: RefObject<Sight>,
  isShown: boolean,
): void {
  const wasShown = useRef(isShown)
  useLayoutEffect(() => {
    if (isShown && !wasShown.current && grid.current !== null) scrollTo(grid.current, sight.current)
    wasShown.current = isShown
  }, [grid, sight, isShown])
}

function scrollTo(grid: HTMLElement, { top, left }: Sight): void {
  // Lays the document out, and with it what has come into sight. Asked of the grid itself, the browser would still take it
  // for out of sight, and say on its console that it lays it out all the same.
  void document.body.offsetHeight
  if (grid.scrollTop !== top) grid.scrollTop = top
  if (grid.scrollLeft !== left) grid.scrollLeft = left
}

/** Lays out a week that was drawn out of sight, as it will be seen: for that it is in sight for as long as nothing is painted. */
export function layOut(host: HTMLElement | null, week: Day, sight: Sight): void {
  const page = host?.querySelector<HTMLElement>(`[data-kept="${week}"]`)
  const grid = page?.querySelector<HTMLElement>('[role="grid"]')
  if (page == null || grid == null) return
  page.style.contentVisibility = 'visible'
  scrollTo(grid, sight)
  page.style.contentVisibility = ''
}
