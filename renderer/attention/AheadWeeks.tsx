import { memo } from 'react'
import { Button } from 'react-aria-components/Button'
import type { WeekAhead } from '../../shared/capacity/flags/openFlags.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { addDays } from '../../shared/time/day.ts'
import { weekLabel } from '../../shared/time/week.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './Attention.module.css'
import { useAhead } from './useAhead.ts'

/** The weeks after the shown one, each with the number of its flags; a press goes there. */
export const AheadWeeks = memo(function AheadWeeks({ view }: { readonly view: WeekView }) {
  const words = useWords().attention
  const weeks = useAhead(view)
  if (weeks === null) return null
  return (
    <section className={styles.ahead} aria-label={words.ahead(weeks.length)}>
      <h3 className={styles.groupTitle}>{words.ahead(weeks.length)}</h3>
      <ul>
        {weeks.map((week) => (
          <li key={week.start}>
            <AheadWeek week={week} />
          </li>
        ))}
      </ul>
    </section>
  )
})

function AheadWeek({ week }: { readonly week: WeekAhead }) {
  const words = useWords()
  const format = useFormat()
  const { start, over, watch } = week
  return (
    <Button className={classes(styles.aheadWeek)} onPress={() => go(weekPlace(start))}>
      <span className={styles.aheadName}>
        {words.week.title(weekLabel(start).week)} <span>{format.dayRange(start, addDays(start, 6))}</span>
      </span>
      <span className="spoken-only">{words.attention.openFlags(over, watch)}</span>
      {over > 0 ? (
        <span className={styles.dot} aria-hidden="true">
          {over}
        </span>
      ) : null}
      {watch > 0 ? (
        <span className={classes(styles.dot, styles.watchDot)} aria-hidden="true">
          {watch}
        </span>
      ) : null}
      {over + watch === 0 ? <Icon name="check" size={14} /> : null}
    </Button>
  )
}
