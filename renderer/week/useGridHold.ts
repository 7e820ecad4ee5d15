import { type FocusEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { Day } from '../../shared/time/day.ts'
import { blockOf, isInWeeks } from './gridDom.ts'
import { weekStore } from './weekStore.ts'

/** What a grid says of its one tab stop. */
export interface HeldGrid {
  /** The first day of the shown week. */
  readonly week: Day
  /** Whether the grid is in sight; out of sight it holds nothing. */
  readonly isShown: boolean
  /** The element of the tab stop. */
  readonly stop: (grid: Element) => HTMLElement | null
  /** Something in the grid got the focus, by the pointer or by Tab. */
  readonly focused: (element: Element) => void
}

/**
 * Keeps the focus on the grid's one tab stop while the grid has the focus, also when its session went away and when one
 * grid takes the place of the other. A session that is wanted gets the focus when it appears, and instead of the cell to
 * which a closing panel gives it back.
 */
export function useGridHold(grid: RefObject<HTMLElement | null>, held: HeldGrid) {
  const latest = useRef(held)
  const week = useRef(held.week)
  useLayoutEffect(() => {
    latest.current = held
    const isOther = week.current !== held.week
    week.current = held.week
    const element = grid.current
    if (element === null || !held.isShown) return
    const wanted = wantedBlock(element)
    if (wanted === null && !weekStore.getState().held) return
    const active = document.activeElement
    const target = wanted ?? held.stop(element)
    if (target === null || (active !== document.body && !isInWeeks(active))) return
    // Cells stay from week to week: what has the focus takes it anew, so that assistive technology reads the new week.
    if (target === active && isOther) target.blur()
    if (target !== document.activeElement) target.focus()
  })
  return useMemo(
    () => ({
      focused: (event: FocusEvent) => {
        weekStore.setState({ held: true })
        const wanted = wantedBlock(event.currentTarget)
        if (wanted !== null && wanted !== event.target) wanted.focus()
        else latest.current.focused(event.target)
      },
      blurred: (event: FocusEvent) => {
        const to = event.relatedTarget
        // From page to page of the week it stays held.
        if (to instanceof Element && !isInWeeks(to)) weekStore.setState({ held: false })
      },
    }),
    [],
  )
}

function wantedBlock(element: Element): HTMLElement | null {
  const { wanted } = weekStore.getState()
  return wanted === null ? null : blockOf(element, wanted)
}

/** The user went on: nothing is wanted any more. */
export function goOn(): void {
  if (weekStore.getState().wanted !== null) weekStore.setState({ wanted: null })
}
