// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import { memo } from 'react'
import type { DayOff, WeekDay, WeekTotals, WeekView } from '../../shared/capacity/weekView.ts'
import { type Day, weekdayOf } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import type { GridPlace } from './gridFocus.ts'
import { WEEK_COLUMN } from './gridFocus.ts'
import { Meter } from './Meter.tsx'
import styles from './WeekGrid.module.css'

export interface GridHeadProps {
  readonly shown: WeekView
  readonly today: Day
  /** Days drawn narrow: they have no working time and nothing is on them. */
  readonly narrow: readonly boolean[]
  readonly stop: GridPlace
}

/** The heads of the grid: each day with its meter, and the week. */
export const GridHead = memo(function GridHead({ shown, today, narrow, stop }: GridHeadProps) {
  const words = useWords().week
  const format = useFormat()
  const stopAt = (column: number) => stop.row === 0 && stop.column === column
  return (
    <div role="row" className={classes(styles.row, styles.head)} data-sticks="top">
      <div
        role="columnheader"
        className={classes(styles.cell, styles.headCell, styles.corner)}
        data-place="0:0"
        tabIndex={stopAt(0) ? 0 : -1}
      >
        <span>{words.clients}</span>
        <span className={styles.numbers}>
          <span>{words.committed}</span>
          <b>{format.duration(shown.totals.committed)}</b>
        </span>
      </div>
      {shown.days.map((day, i) => (
        <DayHead
          key={weekdayOf(day.day)}
          day={day}
          column={i + 1}
          isToday={day.day === today}
          isNarrow={narrow[i] ?? false}
          isStop={stopAt(i + 1)}
        />
      ))}
      <WeekHead week={shown.start} totals={shown.totals} isStop={stopAt(WEEK_COLUMN)} />
    </div>
  )
})

interface DayHeadProps {
  readonly day: WeekDay
  readonly column: number
  readonly isToday: boolean
  readonly isNarrow: boolean
  readonly isStop: boolean
  /** Without the names of what takes the day's time, and without its notes: they are shown elsewhere. */
  readonly isBare?: boolean
}

/** The head of a day: its name, and its load against its capacity. */
export const DayHead = memo(function DayHead(props: DayHeadProps) {
  const { day, column, isToday, isNarrow, isStop, isBare = false } = props
  const words = useWords().week
  const format = useFormat()
  const available = day.capacity - day.reserve
  const resting = available <= 0 && day.load === 0
  const off = day.off === null ? '' : offName(day.off)
  return (
    <div
      role="columnheader"
      className={classes(styles.cell, styles.headCell, resting && styles.off)}
      data-head-day={day.day}
      data-head={day.day}
      aria-haspopup="dialog"
      data-place={`0:${column}`}
      tabIndex={isStop ? 0 : -1}
      aria-label={spokenDay(day, off, words, format)}
      aria-current={isToday ? 'date' : undefined}
    >
      <div className={styles.day}>
        <span>{isNarrow ? format.weekdayNarrow(day.day) : format.weekdayShort(day.day)}</span>
        <em>{format.dayOfMonth(day.day)}</em>
      </div>
      {isNarrow || (isBare && resting) ? null : resting ? (
        <span className={styles.note} title={off}>
          {off}
        </span>
      ) : (
        <>
          <Meter key={day.day} load={day.load} available={available} />
          <div className={classes(styles.numbers, day.over && styles.isOver)}>
            <b>{format.duration(day.load)}</b>
            <span>{words.of(format.duration(available))}</span>
          </div>
          {isBare || day.off === null || day.off.kind === 'no-work' ? null : (
            <span className={styles.note}>{off}</span>
          )}
        </>
      )}
      {isNarrow || isBare || day.notes.length === 0 ? null : (
        <span className={styles.note} title={day.notes.map((note) => note.title).join('\n')}>
          {day.notes.map((note) => note.title).join(' · ')}
        </span>
      )}
    </div>
  )
})

function WeekHead({
  week,
  totals,
  isStop,
}: {
  readonly week: Day
  readonly totals: WeekTotals
  readonly isStop: boolean
}) {
  const words = useWords().week
  const format = useFormat()
  const available = totals.capacity - totals.reserve
  const load = format.duration(totals.load)
  return (
    <div
      role="columnheader"
      className={classes(styles.cell, styles.headCell)}
      data-place={`0:${WEEK_COLUMN}`}
      data-head="week"
      aria-haspopup="dialog"
      tabIndex={isStop ? 0 : -1}
      aria-label={[
        words.dayHead(words.week, load, format.duration(available)),
        ...tentativePart(totals, words, format),
      ].join(', ')}
    >
      <div className={styles.day}>
        <span>{words.week}</span>
      </div>
      <Meter key={week} load={totals.load} available={available} />
      <div className={classes(styles.numbers, totals.over && styles.isOver)}>
        <b>{load}</b>
        <span>{words.of(format.duration(available))}</span>
      </div>
    </div>
  )
}

/** The name of what takes a day's time; a day that never has any needs none. */
function offName(off: DayOff): string {
  return off.kind === 'no-work' ? '' : off.name
}

function spokenDay(day: WeekDay, off: string, words: Words['week'], format: Format): string {
  const name = format.dayLong(day.day)
  const why =
    day.off?.kind === 'no-work' ? words.noWork : day.off?.kind === 'holiday' ? words.holiday(off) : off
  const available = day.capacity - day.reserve
  const notes = day.notes.map((note) => note.title)
  if (available <= 0 && day.load === 0) return [words.dayHeadOff(name, why), ...notes].join(', ')
  const left = day.over
    ? words.dayOver(format.duration(-day.headroom))
    : words.dayLeft(format.duration(day.headroom))
  const kept = day.reserve === 0 ? [] : [words.reserveKept(format.duration(day.reserve))]
  const parts = [words.dayHead(name, format.duration(day.load), format.duration(available)), left, ...kept]
  return [...parts, ...tentativePart(day, words, format), ...(why === '' ? [] : [why]), ...notes].join(', ')
}

function tentativePart(
  { tentative }: { readonly tentative: number },
  words: Words['week'],
  format: Format,
): readonly string[] {
  return tentative === 0 ? [] : [words.tentativePart(format.duration(tentative))]
}
