import { useMemo } from 'react'
import { preview } from '../../shared/capacity/week.ts'
import type { Session } from '../../shared/plan/session.ts'
import type { Day } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { contextNow, useWeekView } from '../week/capacityNow.ts'
import { Meter } from '../week/Meter.tsx'
import { type OutcomeLine, outcomeLine } from '../week/outcome.ts'
import { homeDaysOf } from './plannedLine.ts'
import styles from './QuickAdd.module.css'

/** The most days that are shown with their meters. */
const MOST_DAYS = 5

/** What adding the sessions does to the week of the first: its worst, or what is left, and the meters of its days. */
export function useOutcome(sessions: readonly Session[], today: Day) {
  const words = useWords()
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const firstWeekday = plan.practice.settings.firstWeekday
  const days = useMemo(() => homeDaysOf(sessions, plan), [sessions, plan])
  const start = weekStart(days[0] ?? today, firstWeekday)
  const before = useWeekView(start)
  return useMemo(() => {
    const [day] = days
    if (day === undefined) return null
    const after = preview(plan, { type: 'session/create', sessions }, start, contextNow())
    if (!after.ok) return null
    const line: OutcomeLine = outcomeLine(before, after.view, day, {
      words,
      format,
      title: (flag) => words.flags.title(flag, format),
    })
    return { line, days: after.view.days.filter((one) => days.includes(one.day)).slice(0, MOST_DAYS) }
  }, [plan, sessions, days, start, before, words, format])
}

/** The outcome as meters and one line. */
export function LineOutcome({ outcome }: { readonly outcome: NonNullable<ReturnType<typeof useOutcome>> }) {
  const words = useWords().quickAdd
  const format = useFormat()
  const { line, days } = outcome
  return (
    <section className={styles.outcome} aria-label={words.outcome}>
      <ul className={styles.days}>
        {days.map((day) => {
          const available = day.capacity - day.reserve
          return (
            <li key={day.day} className={classes(styles.dayMeter, day.over && styles.isOver)}>
              <span className={styles.dayName}>{format.dayShort(day.day)}</span>
              <Meter load={day.load} available={available} />
              <span className={styles.numbers}>
                <span className="spoken-only">
                  {words.ofDay(
                    format.dayLong(day.day),
                    format.duration(day.load),
                    format.duration(available),
                  )}
                </span>
                <span aria-hidden="true">
                  {format.duration(day.load)} / {format.duration(available)}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      <p className={classes(styles.outcomeLine, styles[line.tone])}>{line.text}</p>
    </section>
  )
}
