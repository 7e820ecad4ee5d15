// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern), its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import type { SheetRow } from '../../shared/timesheet/sheet.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './Time.module.css'

/** Whose row it is. */
export function SheetRowHead({ row: { engagement, client } }: { readonly row: SheetRow }) {
  const words = useWords().time
  return (
    <div role="rowheader" className={styles.rowHead}>
      <span className={styles.dot} data-colour={client?.colour ?? 'slate'} aria-hidden="true" />
      <span className={styles.names}>
        <span className={styles.client}>{client?.name ?? words.ownBusiness}</span>
        {engagement === null ? null : <span className={styles.engagement}>{engagement.name}</span>}
      </span>
    </div>
  )
}

/** The sum of a row: exact, as billed where that differs, and against what was promised or planned. */
export function SheetRowTotal({ row }: { readonly row: SheetRow }) {
  const words = useWords().time
  const format = useFormat()
  const { exact, billable, rounded, roundsLater, committed, planned } = row
  const rounds = roundsLater && billable > 0
  return (
    <div role="gridcell" className={classes(styles.number, styles.total)}>
      <strong>{format.duration(exact)}</strong>
      {committed !== null ? (
        <span className={styles.small}>{words.ofCommitted(format.duration(committed))}</span>
      ) : planned > 0 ? (
        <span className={styles.small}>{words.planned(format.duration(planned))}</span>
      ) : null}
      {rounded !== billable ? (
        <span className={styles.small}>
          {words.billedRounded(format.duration(billable), format.duration(rounded))}
        </span>
      ) : rounds ? (
        <span className={styles.small}>{words.roundsLater}</span>
      ) : null}
    </div>
  )
}
