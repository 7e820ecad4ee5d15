import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Day } from '../../shared/time/day.ts'
import { confirmable, dayPlan } from '../../shared/timesheet/dayPlan.ts'
import { clockStore } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { DayStrip } from './DayStrip.tsx'
import { Dot, EngagementName } from './engagementWords.tsx'
import { PlannedItems } from './PlannedItems.tsx'
import styles from './Time.module.css'
import { confirmAll } from './timeActs.ts'

/** A day's planned sessions, to be confirmed one by one or all at once, and what was worked without a plan. */
export function DayView({ day }: { readonly day: Day }) {
  const words = useWords().time
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const now = useStore(clockStore, ({ minute }) => minute)
  const planned = useMemo(() => dayPlan(plan, day), [plan, day])
  const open = confirmable(planned, now)
  const isAhead = planned.items.some(({ state, end }) => state === 'open' && end > now)
  const isEmpty = planned.items.length === 0 && planned.unplanned.length === 0
  return (
    <div className={styles.day}>
      <div className={styles.dayHead}>
        <DayStrip day={day} now={now} />
        <Button
          variant="primary"
          icon="check"
          isDisabled={open.length === 0}
          onPress={() => void confirmAll(open)}
        >
          {open.length > 0 ? words.confirmAll(open.length) : isAhead ? words.nothingYet : words.allDecided}
        </Button>
      </div>
      {isEmpty ? (
        <EmptyState icon="time" title={words.nothingPlanned} text={words.nothingPlannedText} />
      ) : null}
      <PlannedItems items={planned.items} label={words.day(format.dayLong(day))} now={now} />
      {planned.items.length === 0 ? null : <p className={styles.hint}>{words.dayKeys}</p>}
      {planned.unplanned.length === 0 ? null : (
        <section className={styles.unplanned}>
          <h2>{words.unplanned}</h2>
          <ul className={styles.items}>
            {planned.unplanned.map((entry) => (
              <li key={entry.id} className={styles.item}>
                <Dot engagementId={entry.engagementId} />
                <span className={styles.itemTime}>
                  {entry.start === null ? words.noStart : format.time(entry.start)}
                </span>
                <span className={styles.itemTitle}>
                  {entry.note || <EngagementName id={entry.engagementId} />}
                </span>
                <span className={styles.itemState}>{format.duration(entry.minutes)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
