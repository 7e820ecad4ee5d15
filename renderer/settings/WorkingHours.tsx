import { useMemo, useState } from 'react'
import {
  type DayInterval,
  WorkingPattern as PatternSchema,
  type WorkingPattern,
} from '../../shared/plan/availability.ts'
import type { Day } from '../../shared/time/day.ts'
import { newId, useToday } from '../state/clock.ts'
import { execute, usePlan } from '../state/plan.ts'
import { deleteRecord } from '../state/useRecord.ts'
import { refusalSentence, useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { weekdayOptions } from '../ui/choices.ts'
import { DateField } from '../ui/DateField.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import styles from './Settings.module.css'

type Week = WorkingPattern['week']
type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const

/** The working pattern in force, edited into a new one that holds from a day, and the list of all patterns. */
export function WorkingHours() {
  const all = useWords()
  const words = all.settings
  const format = useFormat()
  const today = useToday()
  const patterns = usePlan((plan) => plan.practice.patterns)
  const sorted = useMemo(
    () => Object.values(patterns).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    [patterns],
  )
  const current = sorted.findLast((pattern) => pattern.from <= today) ?? sorted[0]
  const [edited, setEdited] = useState<Week | null>(null)
  const [chosenFrom, setFrom] = useState<Day | null>(null)
  const from = chosenFrom ?? today
  const week = edited ?? current?.week ?? EMPTY_WEEK
  const fresh: WorkingPattern = {
    id: sorted.find((pattern) => pattern.from === from)?.id ?? newId(),
    from,
    week,
  }
  const result = PatternSchema.safeParse(fresh)
  const setDay = (weekday: Weekday, day: readonly DayInterval[]) =>
    setEdited(week.with(weekday, day) as unknown as Week)
  const save = async () => {
    const reply = await execute({ type: 'practice/put', records: [{ kind: 'pattern', value: fresh }] })
    if (reply.ok) setEdited(null)
  }
  const wrong = (weekday: Weekday) => {
    const issue = result.error?.issues.find(({ path }) => path[0] === 'week' && path[1] === weekday)
    return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  const names = weekdayOptions(format.language)
  return (
    <div className={styles.hours}>
      <p className={styles.help}>{words.hoursHelp}</p>
      {weekdays.map((weekday) => (
        <WorkingDay
          key={weekday}
          name={names[weekday]?.label ?? ''}
          day={week[weekday]}
          error={wrong(weekday)}
          onChange={(day) => setDay(weekday, day)}
        />
      ))}
      <p className={styles.total}>
        {words.weekTotal(format.duration(week.flat().reduce((sum, i) => sum + i.to - i.from, 0)))}
      </p>
      {edited === null ? null : (
        <div className={styles.save}>
          <DateField label={words.hoursFrom} day={from} onChange={(day) => day !== null && setFrom(day)} />
          <Button onPress={() => setEdited(null)}>{all.clients.cancel}</Button>
          <Button variant="primary" isDisabled={!result.success} onPress={() => void save()}>
            {words.saveHours}
          </Button>
        </div>
      )}
      {sorted.length > 1 ? <PatternList patterns={sorted} /> : null}
    </div>
  )
}

const EMPTY_WEEK: Week = [[], [], [], [], [], [], []]

interface WorkingDayProps {
  readonly name: string
  readonly day: readonly DayInterval[]
  readonly error: string | null
  readonly onChange: (day: readonly DayInterval[]) => void
}

function WorkingDay({ name, day, error, onChange }: WorkingDayProps) {
  const words = useWords().settings
  const format = useFormat()
  const set = (i: number, change: Partial<DayInterval>) =>
    onChange(day.map((interval, k) => (k === i ? { ...interval, ...change } : interval)))
  return (
    <fieldset className={styles.day}>
      <legend className={styles.name}>{name}</legend>
      <div className={styles.intervals}>
        {day.length === 0 ? <span className={styles.off}>{words.dayOff}</span> : null}
        {day.map((interval, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: intervals are known by their place in the day
          <span key={i} className={styles.interval}>
            <TimeField
              label={`${name}: ${words.from}`}
              labelHidden
              minute={interval.from}
              onChange={(from) => from !== null && set(i, { from })}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              label={`${name}: ${words.to}`}
              labelHidden
              minute={interval.to % 1440}
              onChange={(to) => to !== null && set(i, { to: to === 0 ? 1440 : to })}
            />
            <IconButton
              icon="close"
              variant="quiet"
              size="small"
              label={words.removeInterval}
              onPress={() => onChange(day.filter((_, k) => k !== i))}
            />
          </span>
        ))}
        <IconButton
          icon="plus"
          variant="quiet"
          size="small"
          label={words.addInterval}
          isDisabled={(day.at(-1)?.to ?? 0) >= 1380}
          onPress={() => onChange([...day, nextInterval(day)])}
        />
      </div>
      <span className={styles.sum}>
        {format.duration(day.reduce((sum, i) => sum + Math.max(0, i.to - i.from), 0))}
      </span>
      {error === null ? null : <p className={styles.error}>{error}</p>}
    </fieldset>
  )
}

/** The interval that one would add to a day: the morning, then an afternoon after a break of an hour. */
function nextInterval(day: readonly DayInterval[]): DayInterval {
  const last = day.at(-1)
  if (last === undefined) return { from: 540, to: 780 }
  const from = Math.min(last.to + 60, 1380)
  return { from, to: Math.min(from + 240, 1440) }
}

function PatternList({ patterns }: { readonly patterns: readonly WorkingPattern[] }) {
  const words = useWords().settings
  const format = useFormat()
  return (
    <div>
      <h3 className={styles.listTitle}>{words.earlier}</h3>
      <ul className={styles.list}>
        {patterns.map((pattern) => (
          <li key={pattern.id} className={styles.row}>
            <span>{words.hoursSince(format.dayMedium(pattern.from))}</span>
            <span>
              {words.weekTotal(
                format.duration(pattern.week.flat().reduce((sum, i) => sum + i.to - i.from, 0)),
              )}
            </span>
            <IconButton
              icon="trash"
              variant="quiet"
              size="small"
              label={words.removePattern}
              onPress={() =>
                void deleteRecord('pattern', pattern.id, words.hoursSince(format.dayMedium(pattern.from)))
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
