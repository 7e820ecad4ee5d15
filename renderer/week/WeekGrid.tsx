// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
import { type MouseEvent, useMemo } from 'react'
import type { ClientRow, WeekView } from '../../shared/capacity/weekView.ts'
import { useToday } from '../state/clock.ts'
import { useFormat, useWords } from '../state/words.ts'
import { useDrag } from './drag/useDrag.ts'
import { dragActs } from './dragActs.ts'
import { GridFoot } from './GridFoot.tsx'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { cellAt, elementAt, keyAt, placeAt } from './gridDom.ts'
import { NOWHERE, samePlace, within } from './gridFocus.ts'
import { openHead, stepByKey } from './gridKeys.ts'
import { useLateRows } from './lateRows.ts'
import { useSameScroll } from './pages/sight.ts'
import type { GridProps } from './pages/WeekPages.tsx'
import { selectByClick } from './selection.ts'
import { goOn, useGridHold } from './useGridHold.ts'
import { useShowOutlined, useWeekMarks } from './useWeekMarks.ts'
import styles from './WeekGrid.module.css'
import { drawnView, edit, type Proposal, useWeekUi, weekStore } from './weekStore.ts'

/** What a block takes beside its text: edge and padding, in pixels. */
const BLOCK_FRAME = 15
/** Pixels for text in a block, until it is measured. */
export const USUAL_ROOM = 100

/** The capacity grid: clients down, days across, and below what is left. All handlers are here; the cells have none. */
export function WeekGrid({ view, grid, sight, ghost, room, isShown, parts }: GridProps) {
  const words = useWords()
  const format = useFormat()
  const today = useToday()
  const proposal = useWeekUi((ui) => (isShown ? ui.proposal : null))
  const place = useWeekUi((ui) => (isShown ? ui.place : NOWHERE))
  const shown = proposal?.view ?? view
  const drawn = drawnView(view, proposal)
  const stop = useMemo(() => (place === NOWHERE ? place : within(view, place)), [view, place])
  const marks = useWeekMarks(drawn, shown, proposal?.touched, isShown)
  const narrow = useMemo(() => narrowDays(view), [view])
  const resting = useMemo(
    () => view.days.map((day) => day.capacity - day.reserve <= 0 && day.load === 0),
    [view],
  )
  useDrag(grid, ghost, dragActs, isShown)
  useSameScroll(grid, sight, isShown)
  const hold = useGridHold(grid, {
    week: view.start,
    isShown,
    stop: (element) => elementAt(element, stop),
    focused: notePlace,
  })
  const { late, below, inSight } = useLateRows(grid, sight, view, stop, { isShown, parts })
  useShowOutlined(grid, isShown)
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={words.week.grid(format.dayRange(view.start, view.end))}
      tabIndex={-1}
      className={styles.grid}
      style={{ '--columns': columns(narrow) } as React.CSSProperties}
      onFocus={hold.focused}
      onBlur={hold.blurred}
      onKeyDown={stepByKey}
      onKeyDownCapture={goOn}
      onPointerDownCapture={goOn}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <GridHead shown={shown} today={today} narrow={narrow} stop={stop.row === 0 ? stop : NOWHERE} />
      {drawn.rows.map((row, i) => (
        <GridRow
          key={row.clientId ?? ''}
          index={i + 1}
          row={row}
          shown={shown.rows.find((other) => other.clientId === row.clientId) ?? row}
          view={drawn}
          stop={stop.row === i + 1 ? stop : NOWHERE}
          marks={marks}
          room={room}
          resting={resting}
          proposal={isIn(proposal, row) ? proposal : null}
          isLate={i >= late}
          isInSight={i < inSight}
          isBelow={i >= below}
        />
      ))}
      <GridFoot shown={shown} narrow={narrow} stop={stop.row > view.rows.length ? stop : NOWHERE} />
    </div>
  )
}

function isIn(proposal: Proposal | null, { clientId }: ClientRow): boolean {
  return proposal?.cells.some((cell) => cell.clientId === clientId) ?? false
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

function onClick(event: MouseEvent): void {
  if (!openHead(event.target)) selectByClick(event)
}

function onDoubleClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const key = keyAt(event.target)
  const cell = cellAt(event.target)
  if (key !== null) edit({ kind: 'change', key })
  else if (cell !== null) edit({ kind: 'create', cell, days: [cell.day], minutes: null, start: null })
}

function notePlace(element: Element): void {
  const place = placeAt(element)
  if (place !== null && !samePlace(place, weekStore.getState().place)) weekStore.setState({ place })
}

/** Pixels for text in a block of the wide columns. */
export function roomIn(head: HTMLElement): number {
  const padding = 2 * Number.parseFloat(getComputedStyle(head).paddingLeft)
  return head.clientWidth - padding - BLOCK_FRAME
}
