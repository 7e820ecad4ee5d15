import type { AskedWeek } from '../../shared/capacity/sayYes/askedWeeks.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './SayYes.module.css'

/** The weeks as bars: planned, promised and asked for, against what there is. Those that are short are marked. */
export function WeekBars({
  weeks,
  isOpen,
}: {
  readonly weeks: readonly AskedWeek[]
  readonly isOpen: boolean
}) {
  const words = useWords().capacity.sayYes
  const format = useFormat()
  const most = Math.max(1, ...weeks.map((week) => Math.max(available(week), takenIn(week))))
  const height = (minutes: number) => ({ height: `${(Math.max(0, minutes) / most) * 100}%` })
  const first = weeks[0]
  const last = weeks.at(-1)
  if (first === undefined || last === undefined) return null
  return (
    <figure className={styles.chart} aria-label={words.weeks}>
      <ol className={styles.bars}>
        {weeks.map((week) => (
          <li key={week.start} className={styles.week} title={words.weekSpoken(week, format)}>
            <span className="spoken-only">{words.weekSpoken(week, format)}</span>
            <i className={styles.ceiling} style={{ bottom: `${(available(week) / most) * 100}%` }} />
            <i className={styles.over} style={height(shortBy(week))} />
            <i className={styles.asked} style={height(week.needed - shortBy(week))} />
            <i className={styles.open} style={height(week.open)} />
            <i className={styles.load} style={height(week.load)} />
          </li>
        ))}
      </ol>
      <figcaption>
        <span>{format.dayShort(first.from)}</span>
        <span className={styles.legend} aria-hidden="true">
          <b className={styles.load} />
          {words.planned}
          <b className={styles.open} />
          {words.promised}
          <b className={styles.asked} />
          {words.asked}
          {weeks.some((week) => week.left < 0) ? (
            <>
              <b className={styles.over} />
              {words.short}
            </>
          ) : null}
          <b className={styles.ceiling} />
          {words.capacity}
        </span>
        <span>{isOpen ? words.andOn(format.dayShort(last.to)) : format.dayShort(last.to)}</span>
      </figcaption>
    </figure>
  )
}

function available({ capacity, reserve }: AskedWeek): number {
  return Math.max(0, capacity - reserve)
}

function takenIn({ load, open, needed }: AskedWeek): number {
  return load + open + needed
}

/** The part of what is asked for that does not fit. */
function shortBy({ left, needed }: AskedWeek): number {
  return Math.min(needed, Math.max(0, -left))
}
