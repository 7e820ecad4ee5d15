// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import { memo } from 'react'
import type { ClientDay, ClientRow, WeekView } from '../../shared/capacity/weekView.ts'
import { type Day, weekdayOf } from '../../shared/time/day.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { clientFacts } from './clientFacts.ts'
import { DayCell } from './DayCell.tsx'
import { type GridPlace, WEEK_COLUMN } from './gridFocus.ts'
import { Meter } from './Meter.tsx'
import { sameMarks, type WeekMarks } from './useWeekMarks.ts'
import styles from './WeekGrid.module.css'
import type { Proposal } from './weekStore.ts'

export interface GridRowProps {
  readonly index: number
  readonly row: ClientRow
  /** The same row as the proposal would leave it: its numbers are shown, its sessions stay where they are. */
  readonly shown: ClientRow
  readonly view: WeekView
  /** The grid's tab stop; nowhere where it is in another row. */
  readonly stop: GridPlace
  readonly marks: WeekMarks
  readonly room: number
  readonly resting: readonly boolean[]
  /** What is proposed in this row. */
  readonly proposal: Proposal | null
  /** Out of sight, and drawn a moment later than the others: until then it stays as it is, or empty. */
  readonly isLate: boolean
  /** Laid out whether the browser thinks it in sight or not. */
  readonly isInSight: boolean
  /** Out of sight, and laid out a moment later than the others. */
  readonly isBelow: boolean
}

/** A client's row: who and what was agreed, seven days, and how the week stands. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row } = props
  return (
    <div
      role="row"
      className={styles.row}
      data-row-client={row.clientId ?? ''}
      data-in-sight={props.isInSight ? '' : undefined}
      data-below={props.isBelow ? '' : undefined}
      data-colour={row.client?.colour ?? 'slate'}
      style={{ '--most': Math.max(0, ...row.days.map((day) => day.bookings.length)) } as React.CSSProperties}
    >
      {props.isLate ? null : <Cells {...props} />}
    </div>
  )
}, isSameRow)

/** A row that is late stays as it is; of the others, those are drawn again that show something else. */
function isSameRow(a: GridRowProps, b: GridRowProps): boolean {
  if (b.isLate) return true
  const isSame =
    a.isLate === b.isLate &&
    a.isInSight === b.isInSight &&
    a.isBelow === b.isBelow &&
    a.index === b.index &&
    a.row === b.row &&
    a.shown === b.shown &&
    a.view === b.view &&
    a.stop === b.stop &&
    a.room === b.room &&
    a.resting === b.resting &&
    a.proposal === b.proposal
  if (!isSame || a.marks === b.marks) return isSame
  const isMarkedSame = sameMarks(a.marks, b.marks)
  return b.row.days.every(({ bookings }) => bookings.every(({ key }) => isMarkedSame(key)))
}

function Cells(props: GridRowProps) {
  const { index, row, shown, stop, proposal } = props
  const isRow = stop.row === index
  return (
    <>
      <RowHead index={index} row={row} shown={shown} view={props.view} isStop={isRow && stop.column === 0} />
      {row.days.map((day, i) => (
        <DayCell
          key={weekdayOf(day.day)}
          place={`${index}:${i + 1}`}
          clientId={row.clientId}
          name={row.client?.name ?? null}
          day={day}
          minutes={shown.days[i]?.minutes ?? day.minutes}
          stop={isRow && stop.column === i + 1 ? stop.item : null}
          marks={props.marks}
          room={props.room}
          isResting={props.resting[i] ?? false}
          slot={slotIn(proposal, row, day)}
          isSlotBad={proposal?.line.tone === 'over'}
        />
      ))}
      <RowTotal
        index={index}
        row={shown}
        week={props.view.start}
        isStop={isRow && stop.column === WEEK_COLUMN}
      />
    </>
  )
}

function slotIn(proposal: Proposal | null, { clientId }: ClientRow, { day }: ClientDay): string | null {
  const isHere = proposal?.cells.some((cell) => cell.clientId === clientId && cell.day === day) ?? false
  return isHere && proposal !== null ? proposal.label : null
}

const RowHead = memo(function RowHead(props: {
  readonly index: number
  readonly row: ClientRow
  readonly shown: ClientRow
  readonly view: WeekView
  readonly isStop: boolean
}) {
  const words = useWords().week
  const format = useFormat()
  const { index, row, shown, view, isStop } = props
  return (
    <div
      role="rowheader"
      className={classes(styles.cell, styles.client)}
      data-place={`${index}:0`}
      tabIndex={isStop ? 0 : -1}
    >
      <span className={styles.name}>{row.client?.name ?? words.ownBusiness}</span>
      {clientFacts(shown, view.start, view.end, words, format).map((fact) => (
        <span key={fact} className={styles.fact}>
          {fact}
        </span>
      ))}
    </div>
  )
})

const RowTotal = memo(function RowTotal({
  index,
  row,
  week,
  isStop,
}: {
  readonly index: number
  readonly row: ClientRow
  readonly week: Day
  readonly isStop: boolean
}) {
  const words = useWords().week
  const format = useFormat()
  const { counted, committed, tentative, status, worked } = row
  const total = format.duration(counted)
  const lines: string[] = []
  if (committed !== null && committed > 0)
    lines.push(
      status.kind === 'over'
        ? words.ofOver(format.duration(committed), format.duration(status.minutes))
        : words.ofCommitted(format.duration(committed)),
    )
  else if (row.nextDeliverable !== null && row.nextDeliverable.remainingMinutes > 0)
    lines.push(words.leftTo(format.duration(row.nextDeliverable.remainingMinutes), row.nextDeliverable.title))
  if (worked > 0) lines.push(words.worked(format.duration(worked)))
  if (tentative > 0)
    lines.push(
      tentative === row.planned && counted === tentative
        ? words.tentative
        : words.tentativePart(format.duration(tentative)),
    )
  const blank = counted === 0 && (committed ?? 0) === 0
  return (
    <div
      role="gridcell"
      className={classes(styles.cell, styles.total)}
      data-place={`${index}:${WEEK_COLUMN}`}
      tabIndex={isStop ? 0 : -1}
    >
      {blank ? null : <b>{total}</b>}
      {lines.map((line) => (
        <small key={line}>{line}</small>
      ))}
      {committed !== null && committed > 0 ? (
        <Meter key={week} load={counted} available={committed} tone="client" />
      ) : null}
    </div>
  )
})
