import { Button } from 'react-aria-components/Button'
import { openFlags } from '../../shared/capacity/flags/openFlags.ts'
import { weekStart } from '../../shared/time/week.ts'
import { runAction } from '../actions/actions.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWeekView } from '../week/capacityNow.ts'
import { useWeekUi } from '../week/weekStore.ts'
import styles from './AttentionChip.module.css'

/** The number of open flags of the present week, whatever week is shown. A press shows or hides the panel. */
export function AttentionChip() {
  const words = useWords()
  const firstWeekday = usePlan((plan) => plan.practice.settings.firstWeekday)
  const present = useWeekView(weekStart(useToday(), firstWeekday))
  const isShown = useWeekUi((ui) => ui.attentionShown)
  const { over, watch } = openFlags(present.flags)
  const count = over + watch
  const what = isShown ? words.week.hideAttention : words.week.showAttention
  return (
    <Button
      className={classes(styles.chip, over > 0 ? styles.over : count > 0 && styles.watch)}
      aria-label={`${words.attention.openThisWeek(over, watch)}. ${what}`}
      aria-expanded={isShown}
      data-passing=""
      onPress={() => runAction('attention')}
    >
      <Icon name="flag" />
      {count > 0 ? count : null}
    </Button>
  )
}
