import {
  type ComponentType,
  memo,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { WeekView } from '../../../shared/capacity/weekView.ts'
import type { Day } from '../../../shared/time/day.ts'
import { Kept } from '../../ui/Kept.tsx'
import { CalendarGrid, USUAL_WIDTH, widthOf } from '../calendar/CalendarGrid.tsx'
import { DragGhost } from '../DragGhost.tsx'
import { useDayMeasure } from '../useDayMeasure.ts'
import { roomIn, USUAL_ROOM, WeekGrid } from '../WeekGrid.tsx'
import { useWeekUi } from '../weekStore.ts'
import { drawnAhead, isKept, ringOf, showing, type WeekPage } from './ring.ts'
import { layOut, type Sight, useSight } from './sight.ts'
import { type DrawAhead, type Steps, useNeighbours } from './useNeighbours.ts'
import styles from './WeekPages.module.css'

/** What a grid is drawn from, on a page of its own. */
export interface GridProps {
  readonly view: WeekView
  /** This page's own grid. */
  readonly grid: RefObject<HTMLDivElement | null>
  /** What is seen of the grid in whose place the page is, or will be, shown. */
  readonly sight: RefObject<Sight>
  readonly ghost: RefObject<HTMLDivElement | null>
  /** Pixels there are for a day, by the measure of the kind of grid. */
  readonly room: number
  readonly isShown: boolean
  /** So many of its rows, or days, are drawn while the page is out of sight. */
  readonly parts: number
}

interface Kind {
  readonly Grid: ComponentType<GridProps>
  readonly measure: (head: HTMLElement) => number
  readonly usual: number
  /** How many parts of a page are drawn after each slice of idle time. */
  readonly steps: readonly number[]
}

const ALL = Number.POSITIVE_INFINITY

const capacity: Kind = { Grid: WeekGrid, measure: roomIn, usual: USUAL_ROOM, steps: [4, 8, 12, 24, ALL] }
const calendar: Kind = {
  Grid: CalendarGrid,
  measure: widthOf,
  usual: USUAL_WIDTH,
  steps: [1, 2, 3, 4, 5, 6, ALL],
}

/**
 * The shown week as a grid, and the weeks beside it drawn on pages out of sight, so that paging on costs no more than
 * painting. `grid` is the grid in sight.
 */
export function WeekPages(props: {
  readonly view: WeekView
  readonly grid: RefObject<HTMLDivElement | null>
  readonly isCalendar: boolean
  readonly isShown: boolean
}) {
  const kind = props.isCalendar ? calendar : capacity
  return <Pages key={props.isCalendar ? 'calendar' : 'capacity'} {...props} kind={kind} />
}

function Pages(props: {
  readonly kind: Kind
  readonly view: WeekView
  readonly grid: RefObject<HTMLDivElement | null>
  readonly isShown: boolean
}) {
  const { kind, view, grid, isShown } = props
  const host = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const isCarrying = useWeekUi(({ carrying }) => carrying !== null)
  const [known, setRing] = useState(() => ringOf(view))
  const ring = showing(known, view, !isCarrying)
  if (ring !== known) setRing(ring)
  const sight = useSight(grid, isShown)
  const room = useDayMeasure(host, grid, kind.measure, kind.usual)
  const draw = useCallback<DrawAhead>(
    (week, parts, wanted) => {
      let isDrawn = false
      flushSync(() =>
        setRing((now) => {
          const next = drawnAhead(now, week, parts, wanted)
          isDrawn = next !== now
          return next
        }),
      )
      if (isDrawn) layOut(host.current, week.start, sight.current)
    },
    [sight],
  )
  const steps = useCallback(
    (week: WeekView) => (host.current?.clientHeight && isKept(week) ? kind.steps : []),
    [kind],
  )
  return (
    <>
      <div ref={host} className={styles.pages} data-weeks="">
        {ring.pages.map((page) => (
          <Page
            key={page.id}
            page={page}
            Grid={kind.Grid}
            shown={grid}
            sight={sight}
            ghost={ghost}
            room={room}
            isInSight={page.id === ring.shown}
            isShown={isShown && page.id === ring.shown}
          />
        ))}
      </div>
      <DragGhost ghost={ghost} />
      <Neighbours start={view.start} isShown={isShown} steps={steps} draw={draw} />
    </>
  )
}

const Page = memo(function Page({
  page,
  Grid,
  isInSight,
  shown,
  ...props
}: {
  readonly page: WeekPage
  readonly Grid: Kind['Grid']
  /** The grid in sight. */
  readonly shown: RefObject<HTMLDivElement | null>
  readonly sight: GridProps['sight']
  readonly ghost: GridProps['ghost']
  readonly room: number
  /** Whether the page is on top; it stays so while the whole week is out of sight. */
  readonly isInSight: boolean
  readonly isShown: boolean
}) {
  const grid = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isInSight) shown.current = grid.current
  })
  return (
    <Kept isShown={isInSight} className={styles.page} name={page.view.start}>
      <Grid view={page.view} parts={page.parts} grid={grid} {...props} />
    </Kept>
  )
})

/** Shows nothing; by itself, so that what it waits for draws nothing of the week again. */
const Neighbours = memo(function Neighbours(props: {
  readonly start: Day
  readonly isShown: boolean
  readonly steps: Steps
  readonly draw: DrawAhead
}) {
  useNeighbours(props.start, props.isShown, props.steps, props.draw)
  return null
})
