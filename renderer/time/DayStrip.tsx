import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'
import { confirmable, dayPlan } from '../../shared/timesheet/dayPlan.ts'
import { goToTime } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './Time.module.css'

/** The days of the week, each with how many of its sessions are over and undecided. */
export function DayStrip({ day, now }: { readonly day: Day; readonly now: EpochMinute }) {
  const words = useWords().time
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const start = weekStart(day, plan.practice.settings.firstWeekday)
  const days = useMemo(
    () =>
      Array.from({ length: 7 }, (_, i) => {
        const one = addDays(start, i)
        return { one, open: confirmable(dayPlan(plan, one), now).length }
      }),
    [plan, start, now],
  )
  return (
    <div className={styles.strip}>
      {days.map(({ one, open }) => (
        <Button
          key={one}
          className={classes(styles.stripDay)}
          aria-label={open === 0 ? format.dayLong(one) : `${format.dayLong(one)}, ${words.weekOpen(open)}`}
          {...(one === day ? { 'aria-current': 'date' as const } : {})}
          onPress={() => goToTime('day', one)}
        >
          {format.weekdayShort(one)} {format.dayOfMonth(one)}
          {open === 0 ? null : <span className={styles.count}>{open}</span>}
        </Button>
      ))}
    </div>
  )
}
