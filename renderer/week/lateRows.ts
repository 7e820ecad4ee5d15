import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import type { GridPlace } from './gridFocus.ts'
import { useWeekUi } from './weekStore.ts'

/** Pixels that a row of the grid has at least, and that its cells and each of a cell's sessions take (WeekGrid.module.css). */
const LEAST_ROW = 74
const CELL = 29
const SESSION = 42
/** Pixels that the heads take at least. */
const HEADS = 68

/** How long what is in sight stands before the rest follows, in milliseconds: two frames. Who pages on does not wait for it. */
const PAUSE = 32

/** How high the grid was when it was measured last, and the window then: the grid that appears next is as high. */
let latest = { grid: 0, window: 0 }

/** What of a week's view decides how high its rows are. */
interface Booked {
  readonly rows: readonly { readonly days: readonly { readonly bookings: readonly unknown[] }[] }[]
}

/**
 * The index of the first row that lies out of sight whatever its height turns out to be; the number of rows where all
 * can be in sight. `seen` is how far down the grid's content is seen, in pixels.
 */
export function firstUnseen({ rows }: Booked, seen: number): number {
  let top = HEADS
  for (const [i, { days }] of rows.entries()) {
    if (top > seen) return i
    const most = Math.max(0, ...days.map(({ bookings }) => bookings.length))
    top += Math.max(LEAST_ROW, CELL + most * SESSION)
  }
  return rows.length
}

/**
 * From which row on a week is drawn a moment later than what is in sight of it; null where it is drawn whole. What could
 * bring these rows into sight has them drawn before; what looks for something in them, `stop` among it, finds them drawn.
 */
export function useLateRows(
  grid: RefObject<HTMLElement | null>,
  view: WeekView,
  stop: GridPlace,
): number | null {
  const whole = useRef<string | null>(null)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  const isWanted = useWeekUi((ui) => ui.wanted !== null || ui.outlined.length > 0 || ui.proposal !== null)
  const first = whole.current === view.start || isWanted ? null : firstLate(view, stop, seenOf(grid.current))
  const isLate = first !== null
  useLayoutEffect(() => {
    if (!isLate) whole.current = view.start
  })
  useEffect(() => {
    const drawWhole = () => {
      whole.current = view.start
      flushSync(drawAgain)
    }
    const follow = () => {
      latest = { grid: grid.current?.clientHeight ?? 0, window: window.innerHeight }
      if (isLate) drawWhole()
    }
    let timer: ReturnType<typeof setTimeout> | null = null
    // A frame is drawn after its callbacks.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(follow, PAUSE)
    })
    const element = grid.current
    const moves = isLate ? ['wheel', 'scroll'] : []
    for (const move of moves) element?.addEventListener(move, drawWhole, { passive: false })
    if (isLate) window.addEventListener('resize', drawWhole)
    return () => {
      cancelAnimationFrame(frame)
      if (timer !== null) clearTimeout(timer)
      for (const move of moves) element?.removeEventListener(move, drawWhole)
      window.removeEventListener('resize', drawWhole)
    }
  }, [grid, isLate, view.start])
  return first
}

function firstLate(view: WeekView, stop: GridPlace, seen: number): number | null {
  if (seen === 0) return null
  const first = firstUnseen(view, seen)
  return first < view.rows.length && stop.row <= first ? first : null
}

/** How far down the grid's content is seen; 0 where nothing is known of it. Asked before anything is written, it lays out nothing. */
function seenOf(element: HTMLElement | null): number {
  if (element === null) return latest.window === window.innerHeight ? latest.grid : 0
  return element.clientHeight === 0 ? 0 : element.scrollTop + element.clientHeight
}
