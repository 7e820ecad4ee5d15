// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
import { memo } from 'react'
import type { ClientDay } from '../../shared/capacity/weekView.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { Blocks } from './blocks/Blocks.tsx'
import { marked } from './blocks/marked.ts'
import { sessionBlock } from './blocks/sessionBlock.ts'
import { GROUND } from './gridFocus.ts'
import { sameMarks, type WeekMarks } from './useWeekMarks.ts'
import styles from './WeekGrid.module.css'

export interface DayCellProps {
  readonly place: string
  readonly clientId: Id | null
  /** The client's name; null is own business. */
  readonly name: string | null
  readonly day: ClientDay
  /** Minutes shown below: those of a proposal where there is one. */
  readonly minutes: number
  /** Which item of the cell is the grid's tab stop; null where it is in another cell. */
  readonly stop: number | null
  readonly marks: WeekMarks
  readonly room: number
  /** A day without working time and without load. */
  readonly isResting: boolean
  /** What to write where the proposal would be; null where it is elsewhere. */
  readonly slot: string | null
  readonly isSlotBad: boolean
}

/** One client's day. Drawn again only when something of its own changes. */
export const DayCell = memo(function DayCell(props: DayCellProps) {
  const { place, clientId, name, day, minutes, stop, slot, marks } = props
  const words = useWords()
  const format = useFormat()
  const count = day.bookings.length
  const isEmpty = count === 0
  const blocks = day.bookings.map((booking, index) => ({
    ...marked(booking, marks, stop === index, words, format),
    index,
    count,
    room: props.room,
  }))
  return (
    <div
      role="gridcell"
      className={classes(
        styles.cell,
        styles.days,
        props.isResting && styles.off,
        slot !== null && styles.hasSlot,
      )}
      data-place={place}
      data-day={day.day}
      data-client={clientId ?? ''}
      tabIndex={isEmpty ? (stop === null ? -1 : 0) : stop === GROUND ? 0 : -1}
      aria-label={
        isEmpty ? words.week.emptyCell(name ?? words.week.ownBusiness, format.dayLong(day.day)) : undefined
      }
    >
      {isEmpty ? null : <Blocks kind={sessionBlock} blocks={blocks} />}
      {minutes > 0 && slot === null ? <span className={styles.sum}>{format.duration(minutes)}</span> : null}
      {slot === null ? null : (
        <span className={classes(styles.slot, props.isSlotBad && styles.bad)}>{slot}</span>
      )}
    </div>
  )
}, isSameCell)

function isSameCell(a: DayCellProps, b: DayCellProps): boolean {
  const { day } = b
  const isSame = sameMarks(a.marks, b.marks)
  return (
    a.day === day &&
    a.place === b.place &&
    a.name === b.name &&
    a.minutes === b.minutes &&
    a.stop === b.stop &&
    a.room === b.room &&
    a.isResting === b.isResting &&
    a.slot === b.slot &&
    (a.slot === null || a.isSlotBad === b.isSlotBad) &&
    day.bookings.every(({ key }) => isSame(key))
  )
}
