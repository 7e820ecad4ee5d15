// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: a row of a grid takes no focus, its cells do
import { memo } from 'react'
import type { HorizonColumn } from '../../shared/horizon/columns.ts'
import { useFormat, useWords } from '../state/words.ts'
import { hours } from './figures.ts'
import styles from './Horizon.module.css'

/** What could still be promised in each column. */
export const Foot = memo(function Foot({
  index,
  columns,
}: {
  readonly index: number
  readonly columns: readonly HorizonColumn[]
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
      {columns.map((column, i) => (
        <div
          key={column.from}
          role="gridcell"
          className={styles.total}
          data-at={`${index}:${i + 1}`}
          data-over={column.free < 0 || undefined}
          tabIndex={-1}
          aria-label={format.duration(column.free)}
        >
          {hours(column.free, format)}
        </div>
      ))}
    </div>
  )
})
