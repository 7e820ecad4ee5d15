import type { Day } from '../../shared/time/day.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import styles from './Pipeline.module.css'

/** A day something is due on, and how far it is; a dash where there is none. */
export function DueText({ day, over }: { readonly day: Day | null; readonly over: number | null }) {
  const words = useWords().pipeline
  const format = useFormat()
  if (day === null || over === null) return '–'
  if (over >= 0)
    return (
      <span className={classes(styles.two, styles.unbroken)}>
        <span>{format.dayMedium(day)}</span>
        <span>
          <Chip tone={over === 0 ? 'accent' : 'watch'}>{over === 0 ? words.today : words.overdue(over)}</Chip>
        </span>
      </span>
    )
  return (
    <span className={classes(styles.two, styles.unbroken)}>
      <span>{format.dayMedium(day)}</span>
      <small>{words.inDays(-over)}</small>
    </span>
  )
}
