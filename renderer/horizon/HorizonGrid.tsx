// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
import { type CSSProperties, memo, useMemo, useRef } from 'react'
import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import type { HorizonColumn, Zoom } from '../../shared/horizon/columns.ts'
import { rowsOf } from '../../shared/horizon/columns.ts'
import { freeDaysIn, type Mark, marksIn } from '../../shared/horizon/marks.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import { todayNow } from '../state/clock.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Foot } from './Foot.tsx'
import { columnWidth, NAME_WIDTH } from './geometry.ts'
import { Head } from './Head.tsx'
import styles from './Horizon.module.css'
import { HorizonRow } from './HorizonRow.tsx'
import type { RowMark } from './MarkSign.tsx'
import type { Moved } from './moved.ts'
import { useGridKeys } from './useGridKeys.ts'
import { useShownColumns } from './useShownColumns.ts'

export interface HorizonGridProps {
  /** What is shown: the plan, or what would be. */
  readonly plan: Plan
  /** The plan itself: only its days can be moved. */
  readonly real: Plan
  readonly columns: readonly HorizonColumn[]
  readonly zoom: Zoom
  /** The place of the column that holds today; −1 where it is not shown. */
  readonly todayColumn: number
  /** The first day, and the day after the last. */
  readonly days: { readonly from: Day; readonly end: Day }
  readonly holidays: HolidayOf
  readonly moved: Moved | null
  readonly onMove: (moved: Moved | null) => void
}

/** Clients down and weeks across: a grid that arrow keys walk through. Enter or a click goes to the week. */
export const HorizonGrid = memo(function HorizonGrid(props: HorizonGridProps) {
  const { plan, real, columns, zoom, todayColumn, days, holidays, moved, onMove } = props
  const words = useWords().horizon
  const format = useFormat()
  const grid = useRef<HTMLDivElement>(null)
  const { clients } = plan.practice
  const order = useMemo(() => ordered(plan), [plan])
  const marks = useMemo(
    () => marksByClient(plan, real, days.from, days.end),
    [plan, real, days.from, days.end],
  )
  // A client with nothing but marks has a row too.
  const rows = useMemo(() => rowsOf(columns, order, marks), [columns, order, marks])
  const free = useMemo(
    () => freeDaysIn(plan, days.from, days.end, holidays),
    [plan, days.from, days.end, holidays],
  )
  const open = (column: number) => {
    const at = columns[column]
    if (at !== undefined) go(weekPlace(column === todayColumn ? todayNow() : at.from))
  }
  const { shown, onScroll, reveal } = useShownColumns(grid, columns.length, {
    names: NAME_WIDTH,
    column: columnWidth[zoom],
  })
  const keys = useGridKeys(grid, { rows: rows.length + 2, columns: columns.length + 1 }, { open, reveal })
  return (
    <div
      ref={grid}
      className={styles.grid}
      role="grid"
      aria-label={words.title}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      data-zoom={zoom}
      style={
        {
          '--columns': columns.length,
          '--width': columnWidth[zoom],
          '--name': `${NAME_WIDTH}px`,
        } as CSSProperties
      }
      onScroll={onScroll}
      {...keys}
    >
      <Head columns={columns} zoom={zoom} todayColumn={todayColumn} free={free} shown={shown} />
      {rows.map((id, i) => (
        <HorizonRow
          key={id ?? 'own'}
          index={i + 1}
          name={id === null ? words.ownBusiness : (clients[id]?.name ?? '')}
          colour={id === null ? 'slate' : (clients[id]?.colour ?? 'slate')}
          clientId={id}
          columns={columns}
          zoom={zoom}
          shown={shown}
          marks={(id === null ? undefined : marks.get(id)) ?? none}
          moved={moved}
          onMove={onMove}
          words={words}
          format={format}
        />
      ))}
      <Foot index={rows.length + 1} columns={columns} shown={shown} />
    </div>
  )
})

const none: readonly RowMark[] = []

/** Whether an end is the plan's own; one that only would be is nothing to move. Due days are always its own. */
function isEndOf({ practice }: Plan, { kind, id, day }: Mark): boolean {
  return kind !== 'end' || own(practice.engagements, id)?.end === day
}

function ordered(plan: Plan): Id[] {
  return Object.values(plan.practice.clients)
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
    .map(({ id }) => id)
}

function marksByClient(plan: Plan, real: Plan, from: Day, end: Day): ReadonlyMap<Id, readonly RowMark[]> {
  const marks = new Map<Id, RowMark[]>()
  for (const found of marksIn(plan, from, end)) {
    const mark = { ...found, isFixed: plan !== real && !isEndOf(real, found) }
    const known = marks.get(mark.clientId)
    if (known === undefined) marks.set(mark.clientId, [mark])
    else known.push(mark)
  }
  return marks
}
