import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { type Matter, nearMatters } from '../../shared/reminders/matters.ts'
import { matterDetail, matterTitle } from '../../shared/reminders/matterText.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { useToday } from '../state/clock.ts'
import { go } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './DueMatters.module.css'

/** In the present week: whom to contact by now, and confidentiality that ends. What else agreements ask for are flags. */
export function DueMatters({ start }: { readonly start: Day }) {
  const words = useWords()
  const format = useFormat()
  const today = useToday()
  const practice = usePlan((plan) => plan.practice)
  const near = useMemo(
    () =>
      nearMatters({ practice }, today).filter(
        ({ matter }) => matter.kind === 'contact' || matter.kind === 'confidential',
      ),
    [practice, today],
  )
  if (near.length === 0 || today < start || addDays(start, 6) < today) return null
  return (
    <section aria-labelledby="due-matters" className={styles.due}>
      <h3 id="due-matters">{words.desktop.matters.heading}</h3>
      <ul>
        {near.map(({ key, matter }) => (
          <li key={key}>
            <Button className={classes(styles.matter)} onPress={() => show(matter)}>
              <span>{matterTitle(matter, { words, format })}</span>
              <small>{matterDetail(matter, today, { words, format })}</small>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** To where it is dealt with. */
function show({ kind, client }: Matter): void {
  go(kind === 'contact' ? { screen: 'pipeline' } : { screen: 'clients', clientId: client.id })
}
