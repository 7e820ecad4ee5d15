import { classes } from '../ui/classes.ts'
import { useWeekUi } from '../week/weekStore.ts'
import styles from './FixOutcome.module.css'

/** What the fix that is looked at would do to the week, in one line over the grid's lower edge. It moves nothing. */
export function FixOutcome() {
  const line = useWeekUi(({ proposal }) => (proposal?.touched === undefined ? null : proposal.line))
  if (line === null || line.text === '') return null
  return (
    <p className={classes(styles.outcome, line.tone !== 'ok' && styles[line.tone])} aria-hidden="true">
      {line.text}
    </p>
  )
}
