// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { DragGhost } from './DragGhost.tsx'
import { useDrag } from './drag/useDrag.ts'
import { dragActs } from './dragActs.ts'
import { GridFoot } from './GridFoot.tsx'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { blockOf, cellAt, elementAt, headAt, keyAt, placeAt } from './gridDom.ts'
import { type GridPlace, samePlace, within } from './gridFocus.ts'
import { stepFocus } from './gridKeys.ts'
import { marksOf } from './marks.ts'
import styles from './WeekGrid.module.css'
import { drawnView, edit, takeApart, useWeekUi, weekStore } from './weekStore.ts'
import { workedEntry } from './worked.ts'

/** What a block takes beside its text: edge and padding, in pixels. */
const BLOCK_FRAME = 15
const USUAL_ROOM = 100

/** The capacity grid: clients down, days across, and below what is left. All handlers are here; the cells have none. */
export function WeekGrid({
  view,
  grid,
}: {
  readonly view: WeekView
  readonly grid: RefObject<HTMLDivElement | null>
}) {
  const words = useWords()
  const format = useFormat()
  const today = useToday()
  const ghost = useRef<HTMLDivElement>(null)
  const { proposal, carrying, outlined, place } = useWeekUi((ui) => ui)
  const shown = proposal?.view ?? view
  const drawn = drawnView(view, proposal)
  const stop = useMemo(() => within(view, place), [view, place])
  const marks = useMemo(
    () => marksOf(shown.flags, (flag) => words.flags.title(flag, format)),
    [shown.flags, words, format],
  )
  const worked = useWorked(drawn)
  const touched = proposal?.touched
  const pointedOut = useMemo(() => new Set(touched ?? outlined), [touched, outlined])
  const narrow = useMemo(() => narrowDays(view), [view])
  const resting = useMemo(
    () => view.days.map((day) => day.capacity - day.reserve <= 0 && day.load === 0),
    [view],
  )
  const room = useRoom(grid)
  useDrag(grid, ghost, dragActs)
  const hold = useGridFocus(grid, stop)
  useShowOutlined(grid, outlined)
  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label={words.week.grid(format.dayRange(view.start, view.end))}
        tabIndex={-1}
        className={classes(
          styles.grid,
          carrying !== null && (carrying.kind === 'resize' ? styles.resizing : styles.dragging),
        )}
        style={{ '--columns': columns(narrow) } as React.CSSProperties}
        onFocus={hold.focused}
        onBlur={hold.blurred}
        onKeyDown={onKeyDown}
        onKeyDownCapture={goOn}
        onPointerDownCapture={goOn}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <GridHead shown={shown} today={today} narrow={narrow} stop={stop} />
        {drawn.rows.map((row, i) => (
          <GridRow
            key={row.clientId ?? ''}
            index={i + 1}
            row={row}
            shown={shown.rows.find((other) => other.clientId === row.clientId) ?? row}
            view={drawn}
            stop={stop}
            marks={marks}
            worked={worked}
            outlined={pointedOut}
            room={room}
            resting={resting}
            proposal={proposal}
            carrying={carrying}
          />
        ))}
        <GridFoot shown={shown} narrow={narrow} stop={stop} />
      </div>
      <DragGhost ghost={ghost} />
    </>
  )
}

/** Days without working time on which nothing is: weekends, mostly. A drag's proposal does not widen them. */
function narrowDays(view: WeekView): readonly boolean[] {
  return view.days.map(
    ({ off, load, notes }, i) =>
      off?.kind === 'no-work' &&
      load === 0 &&
      notes.length === 0 &&
      view.rows.every((row) => row.days[i]?.bookings.length === 0),
  )
}

function columns(narrow: readonly boolean[]): string {
  return `var(--client-column) ${narrow.map((is) => (is ? '46px' : 'minmax(0, 1fr)')).join(' ')} var(--week-column)`
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.altKey || event.metaKey || event.shiftKey) return
  if (stepFocus(event.key, event.ctrlKey)) event.preventDefault()
  else if ((event.key === 'Enter' || event.key === ' ') && openHead(event.target)) event.preventDefault()
}

function onClick(event: MouseEvent): void {
  openHead(event.target)
}

/** A head opens what its sums are made of. */
function openHead(target: EventTarget): boolean {
  const head = target instanceof Element ? headAt(target) : null
  if (head !== null) takeApart(head)
  return head !== null
}

function onDoubleClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const key = keyAt(event.target)
  const cell = cellAt(event.target)
  if (key !== null) edit({ kind: 'change', key })
  else if (cell !== null) edit({ kind: 'create', cell, days: [cell.day], minutes: null })
}

/** The keys of the week's occurrences that were marked as worked. */
function useWorked(view: WeekView): ReadonlySet<string> {
  const years = usePlan((plan) => plan.years)
  return useMemo(() => {
    const plan = { years } as Plan
    const keys = view.rows.flatMap((row) =>
      row.days.flatMap((day) => day.bookings.map((booking) => booking.key)),
    )
    return new Set(keys.filter((key) => workedEntry(plan, key) !== null))
  }, [view.rows, years])
}

/** Pixels for text in a block of the wide columns, in steps, so that a few pixels more draw nothing again. */
function useRoom(grid: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(USUAL_ROOM)
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const heads = [...element.querySelectorAll<HTMLElement>('[data-head-day]')]
      const widest = heads.reduce((most, head) => Math.max(most, head.clientWidth), 0)
      const padding =
        heads[0] === undefined ? 0 : 2 * Number.parseFloat(getComputedStyle(heads[0]).paddingLeft)
      setRoom(Math.floor((widest - padding - BLOCK_FRAME) / 2) * 2)
    }
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    return () => watching.disconnect()
  }, [grid])
  return room
}

/**
 * Keeps one tab stop in the grid, and the focus on it while the grid has the focus, also when its session went away.
 * A session that is wanted gets the focus when it appears, and instead of the cell to which a closing panel gives it back.
 */
function useGridFocus(grid: RefObject<HTMLElement | null>, stop: GridPlace) {
  const held = useRef(false)
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null) return
    const wanted = wantedBlock(element)
    if (wanted === null && !held.current) return
    const active = document.activeElement
    if (active === document.body || element.contains(active)) (wanted ?? elementAt(element, stop))?.focus()
  })
  const focused = useCallback((event: React.FocusEvent) => {
    held.current = true
    const wanted = wantedBlock(event.currentTarget)
    if (wanted !== null && wanted !== event.target) return wanted.focus()
    const place = placeAt(event.target)
    const known = weekStore.getState().place
    if (place !== null && !samePlace(place, known)) weekStore.setState({ place })
  }, [])
  const blurred = useCallback((event: React.FocusEvent) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
      held.current = false
  }, [])
  return { focused, blurred }
}

function wantedBlock(element: Element): HTMLElement | null {
  const { wanted } = weekStore.getState()
  return wanted === null ? null : blockOf(element, wanted)
}

/** The user went on: nothing is wanted any more. */
function goOn(): void {
  if (weekStore.getState().wanted !== null) weekStore.setState({ wanted: null })
}

/** Scrolls to the sessions that “Show” points out. */
function useShowOutlined(grid: RefObject<HTMLElement | null>, outlined: readonly string[]): void {
  useLayoutEffect(() => {
    const first = outlined[0]
    const block = first === undefined || grid.current === null ? null : blockOf(grid.current, first)
    block?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grid, outlined])
}
