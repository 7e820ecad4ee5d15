// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern), its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import type { Sheet } from '../../shared/timesheet/sheet.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './Time.module.css'

/** What was worked on each day and in the week, beside the plan and the capacity. */
export function SheetFoot({ sheet }: { readonly sheet: Sheet }) {
  const words = useWords().time
  const all = { exact: sheet.exact, planned: sheet.planned, capacity: sheet.capacity }
  return (
    <div role="row" className={classes(styles.row, styles.foot)}>
      <div role="rowheader" className={styles.rowHead}>
        {words.total}
      </div>
      {sheet.days.map((day) => (
        <DaySum key={day.day} {...day} />
      ))}
      <DaySum {...all} isTotal />
    </div>
  )
}

interface DaySumProps {
  readonly exact: number
  readonly planned: number
  readonly capacity: number
  readonly isTotal?: boolean
}

function DaySum({ exact, planned, capacity, isTotal = false }: DaySumProps) {
  const words = useWords().time
  const format = useFormat()
  return (
    <div role="gridcell" className={classes(styles.number, isTotal && styles.total)}>
      <strong>{format.duration(exact)}</strong>
      {capacity > 0 ? (
        <span className={styles.small}>{words.ofCapacity(format.duration(capacity))}</span>
      ) : null}
      {planned > 0 ? (
        <span className={styles.small}>{words.plannedShort(format.duration(planned))}</span>
      ) : null}
    </div>
  )
}
