import { classes } from '../../ui/classes.ts'
import { useWeekUi } from '../weekStore.ts'
import styles from './SessionEditor.module.css'

/** What saving the form would do to its day, in one line. */
export function OutcomeNote() {
  const line = useWeekUi((ui) => ui.proposal?.line ?? null)
  if (line === null || line.text === '') return null
  return (
    <p
      role="status"
      className={classes(
        styles.outcome,
        line.tone === 'watch' && styles.watch,
        line.tone === 'over' && styles.over,
      )}
    >
      {line.text}
    </p>
  )
}
