// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: a row of a grid takes no focus, its cells do
import { memo } from 'react'
import type { HorizonColumn } from '../../shared/horizon/columns.ts'
import { useFormat, useWords } from '../state/words.ts'
import { hours } from './figures.ts'
import styles from './Horizon.module.css'
import type { Shown } from './useShownColumns.ts'

/** What could still be promised in each column. */
export const Foot = memo(function Foot({
  index,
  columns,
  shown,
}: {
  readonly index: number
  readonly columns: readonly HorizonColumn[]
  readonly shown: Shown
}) {
  const words = useWords().horizon
  const format = useFormat()
  return (
    <div role="row" className={`${styles.row} ${styles.foot}`} aria-rowindex={index + 1}>
      <div
        role="rowheader"
        className={styles.name}
        data-at={`${index}:0`}
        tabIndex={-1}
        title={words.headroomHelp}
      >
        {words.headroom}
      </div>
      {columns.slice(shown.from, shown.to).map((column, k) => (
        <div
          key={column.from}
          role="gridcell"
          className={styles.total}
          aria-colindex={shown.from + k + 2}
          style={{ gridColumn: shown.from + k + 2 }}
          data-at={`${index}:${shown.from + k + 1}`}
          data-over={column.free < 0 || undefined}
          tabIndex={-1}
          aria-description={format.duration(column.free)}
        >
          {hours(column.free, format)}
        </div>
      ))}
    </div>
  )
})
