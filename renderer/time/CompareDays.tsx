import { addDays, type Day, dayNumber } from '../../shared/time/day.ts'
import type { Comparison } from '../../shared/timesheet/compare.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './Time.module.css'

const MOST_DAYS = 35

interface Bar {
  readonly key: Day
  readonly label: string
  readonly planned: number
  readonly worked: number
}

/** Planned and worked of each day, or of each week where the period is long, as pairs of bars. */
export function CompareDays({ result }: { readonly result: Comparison }) {
  const words = useWords().time
  const format = useFormat()
  const bars = barsOf(result, format.dayShort)
  const most = Math.max(1, ...bars.map(({ planned, worked }) => Math.max(planned, worked)))
  return (
    <section>
      <h2>{words.byDay}</h2>
      <ul className={styles.bars}>
        {bars.map(({ key, label, planned, worked }) => (
          <li key={key}>
            <span className={styles.barLabel}>{label}</span>
            <span className={styles.pair} aria-hidden="true">
              <i className={styles.plannedBar} style={{ width: `${(planned / most) * 100}%` }} />
              <i className={styles.workedBar} style={{ width: `${(worked / most) * 100}%` }} />
            </span>
            <span className={styles.barText}>
              {words.sums(format.duration(planned), format.duration(worked))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function barsOf({ days, from }: Comparison, labelOf: (day: Day) => string): readonly Bar[] {
  const byWeek = days.size > MOST_DAYS
  const bars = new Map<Day, { planned: number; worked: number }>()
  for (const [day, { planned, worked }] of days) {
    const key = byWeek ? addDays(from, Math.floor((dayNumber(day) - dayNumber(from)) / 7) * 7) : day
    const bar = bars.get(key) ?? { planned: 0, worked: 0 }
    bars.set(key, { planned: bar.planned + planned, worked: bar.worked + worked })
  }
  return [...bars]
    .filter(([, { planned, worked }]) => planned > 0 || worked > 0)
    .map(([key, sums]) => ({ key, label: labelOf(key), ...sums }))
}
