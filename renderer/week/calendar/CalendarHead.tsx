// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import { memo, useMemo } from 'react'
import type { WeekView } from '../../../shared/capacity/weekView.ts'
import { type Day, weekdayOf } from '../../../shared/time/day.ts'
import { usePlan } from '../../state/plan.ts'
import { useWords } from '../../state/words.ts'
import { classes } from '../../ui/classes.ts'
import { DayHead } from '../GridHead.tsx'
import week from '../WeekGrid.module.css'
import { allDayOf } from './allDay.ts'
import styles from './Calendar.module.css'

/** The heads of the calendar: each day with its meter, and below what holds for whole days. Both stay in sight. */
export const CalendarHead = memo(function CalendarHead({
  shown,
  today,
  stop,
}: {
  readonly shown: WeekView
  readonly today: Day
  /** The column whose head has the tab stop; null where it is in a day. */
  readonly stop: number | null
}) {
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  return (
    <div className={styles.heads} data-sticks="top" role="rowgroup">
      <div role="row" className={styles.row}>
        <div role="columnheader" className={classes(week.cell, week.headCell, styles.corner)} title={zone}>
          {cityOf(zone)}
        </div>
        {shown.days.map((day, i) => (
          <DayHead
            key={weekdayOf(day.day)}
            day={day}
            column={i + 1}
            isToday={day.day === today}
            isNarrow={false}
            isStop={stop === i}
            isBare
          />
        ))}
      </div>
      <AllDayLines shown={shown} />
    </div>
  )
})

function AllDayLines({ shown }: { readonly shown: WeekView }) {
  const words = useWords().week
  const items = useMemo(() => allDayOf(shown.days), [shown.days])
  if (items.length === 0) return null
  return (
    <div role="row" className={classes(styles.row, styles.allDay)}>
      <div role="rowheader" className={styles.allDayName}>
        {words.allDay}
      </div>
      {items.map(({ key, title, kind, from, to, line }) => (
        <div
          key={`${key} ${from}`}
          role="gridcell"
          className={classes(styles.allDayItem, kind === 'off' && styles.allDayOff)}
          title={title}
          aria-colindex={from + 2}
          aria-colspan={to - from + 1}
          style={{ gridColumn: `${from + 2} / ${to + 3}`, gridRow: line + 1 }}
        >
          {title}
        </div>
      ))}
    </div>
  )
}

/** The place that a zone is named after: `America/New_York` is New York. */
function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
