import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import type { GridPlace } from './gridFocus.ts'
import type { Sight } from './pages/sight.ts'
import { useWeekUi } from './weekStore.ts'

/** How a page's rows are drawn, by their indexes; infinite for none. */
export interface DrawnRows {
  /** From here on a row is drawn a moment later than what is in sight. */
  readonly late: number
  /** From here on a row, drawn or not, is laid out and painted a moment later. */
  readonly below: number
  /** The rows above this one are laid out whether the browser thinks them in sight or not, so that the page can be shown at once. */
  readonly inSight: number
}

/** A page of the grid: whether it is in sight, and how many of its rows are drawn while it is not. */
interface Drawing {
  readonly isShown: boolean
  readonly parts: number
}

const ALL = Number.POSITIVE_INFINITY

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
 * Which rows of a page's week follow a moment later than what is in sight of it. What could bring them into sight has them
 * follow before; what looks for something in them, `stop` among it, finds them drawn.
 */
export function useLateRows(
  grid: RefObject<HTMLElement | null>,
  sight: RefObject<Sight>,
  view: WeekView,
  stop: GridPlace,
  { isShown, parts }: Drawing,
): DrawnRows {
  /** The week that is drawn whole, and the one that is laid out whole in sight. */
  const whole = useRef<string | null>(null)
  const open = useRef<string | null>(null)
  const laidOut = useRef({ of: '', rows: 0 })
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  const isWanted = useWeekUi(
    (ui) => isShown && (ui.wanted !== null || ui.outlined.length > 0 || ui.proposal !== null),
  )
  const of = `${view.start} ${isShown}`
  if (!isShown || laidOut.current.of !== of)
    laidOut.current = { of, rows: firstUnseen(view, seenOf(sight.current)) }
  const inSight = laidOut.current.rows
  const isOpen = isShown && (open.current === view.start || isWanted)
  const first = isShown && !isOpen ? firstLate(view, stop, seenOf(sight.current)) : null
  const drawn = parts < view.rows.length ? parts : ALL
  const late = isShown ? (whole.current === view.start ? ALL : (first ?? ALL)) : drawn
  const below = isShown ? (first ?? ALL) : inSight
  const isWaiting = first !== null
  useLayoutEffect(() => {
    if (late === ALL) whole.current = view.start
    open.current = isShown && below === ALL ? view.start : null
  })
  useEffect(() => {
    if (!isShown) return
    const openWhole = () => {
      whole.current = view.start
      open.current = view.start
      flushSync(drawAgain)
    }
    const follow = () => {
      latest = { grid: grid.current?.clientHeight ?? 0, window: window.innerHeight }
      if (isWaiting) openWhole()
    }
    let timer: ReturnType<typeof setTimeout> | null = null
    // A frame is drawn after its callbacks.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(follow, PAUSE)
    })
    const element = grid.current
    const moves = isWaiting ? ['wheel', 'scroll'] : []
    for (const move of moves) element?.addEventListener(move, openWhole, { passive: false })
    if (isWaiting) window.addEventListener('resize', openWhole)
    return () => {
      cancelAnimationFrame(frame)
      if (timer !== null) clearTimeout(timer)
      for (const move of moves) element?.removeEventListener(move, openWhole)
      window.removeEventListener('resize', openWhole)
    }
  }, [grid, isShown, isWaiting, view.start])
  return { late, below, inSight }
}

function firstLate(view: WeekView, stop: GridPlace, seen: number): number | null {
  if (seen === 0) return null
  const first = firstUnseen(view, seen)
  return first < view.rows.length && stop.row <= first ? first : null
}

/** How far down the grid's content is seen; of the first grid that is drawn, as far as was seen of the last one; 0 where nothing is known of it. */
function seenOf({ top, height }: Sight): number {
  if (height > 0) return top + height
  return latest.window === window.innerHeight ? latest.grid : 0
}
