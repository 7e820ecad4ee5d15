// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import { memo } from 'react'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { weekdayOf } from '../../shared/time/day.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import type { GridPlace } from './gridFocus.ts'
import { WEEK_COLUMN } from './gridFocus.ts'
import styles from './WeekGrid.module.css'

/** The headroom of each day and of the week: capacity less reserve less load. Negative is overcommitment. */
export const GridFoot = memo(function GridFoot({
  shown,
  narrow,
  stop,
}: {
  readonly shown: WeekView
  readonly narrow: readonly boolean[]
  readonly stop: GridPlace
}) {
  const words = useWords().week
  const format = useFormat()
  const row = shown.rows.length + 1
  const stopAt = (column: number) => (stop.row === row && stop.column === column ? 0 : -1)
  const cell = classes(styles.cell, styles.footCell)
  return (
    <div role="row" className={classes(styles.row, styles.foot)} data-sticks="bottom">
      <div role="rowheader" className={cell} data-place={`${row}:0`} tabIndex={stopAt(0)}>
        {words.headroom}
      </div>
      {shown.days.map((day, i) => {
        const name = format.weekdayLong(day.day)
        const idle = day.capacity === 0 && day.load === 0
        const label = day.over
          ? words.dayOverby(name, format.duration(-day.headroom))
          : words.dayHeadroom(name, format.duration(day.headroom))
        return (
          <div
            key={weekdayOf(day.day)}
            role="gridcell"
            className={classes(cell, day.over && styles.negative)}
            data-place={`${row}:${i + 1}`}
            tabIndex={stopAt(i + 1)}
            aria-label={label}
          >
            {narrow[i] || idle ? '' : format.duration(day.headroom)}
          </div>
        )
      })}
      <div
        role="gridcell"
        className={classes(cell, shown.totals.over && styles.negative)}
        data-place={`${row}:${WEEK_COLUMN}`}
        tabIndex={stopAt(WEEK_COLUMN)}
        aria-label={
          shown.totals.over
            ? words.weekOverby(format.duration(-shown.totals.headroom))
            : words.weekHeadroom(format.duration(shown.totals.headroom))
        }
      >
        {format.duration(shown.totals.headroom)}
      </div>
    </div>
  )
})
