// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on what lies in the day, not on the day as a whole
import { memo, useMemo } from 'react'
import type { ClientRow, WeekDay } from '../../../shared/capacity/weekView.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { classes } from '../../ui/classes.ts'
import { Blocks } from '../blocks/Blocks.tsx'
import { marked } from '../blocks/marked.ts'
import { sameMarks, type WeekMarks } from '../useWeekMarks.ts'
import week from '../WeekGrid.module.css'
import styles from './Calendar.module.css'
import { across, calendarBlock } from './calendarBlock.ts'
import { type Gap, type Shadow, travelOn } from './dayExtras.ts'
import { NowLine } from './NowLine.tsx'
import { placedOn } from './placing.ts'
import { isOffWhole, offParts, shadeOf, share } from './shading.ts'
import type { Stop } from './stops.ts'

export interface DayColumnProps {
  readonly day: WeekDay
  readonly column: number
  readonly rows: readonly ClientRow[]
  readonly marks: WeekMarks
  readonly gaps: readonly Gap[]
  /** Where the proposal's sessions would be. */
  readonly shadows: readonly Shadow[]
  readonly isShadowBad: boolean
  /** What has the calendar's tab stop in this day; null where it is elsewhere. */
  readonly stop: Stop | null
  readonly isToday: boolean
  readonly width: number
  /** Out of sight, and drawn later: until then it stays as it is. */
  readonly isLate: boolean
}

/** A day of the calendar, midnight to midnight. Drawn again only when something of its own changes. */
export const DayColumn = memo(function DayColumn(props: DayColumnProps) {
  return props.isLate ? <div role="gridcell" /> : <Day {...props} />
}, isSameDay)

function Day(props: DayColumnProps) {
  const { day, column, rows, marks, stop, width } = props
  const words = useWords()
  const format = useFormat()
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const placed = useMemo(() => placedOn(rows, column), [rows, column])
  const travel = useMemo(() => travelOn(placed, day, zone), [placed, day, zone])
  const key = stop?.key ?? null
  const blocks = useMemo(
    () =>
      placed.map((one) => ({
        ...marked(one.booking, marks, key === one.booking.key, words, format),
        placed: one,
        width,
      })),
    [placed, marks, key, words, format, width],
  )
  const shade = useMemo(() => shadeOf(day.workingHours), [day.workingHours])
  return (
    <div
      role="gridcell"
      className={classes(styles.day, isOffWhole(day) && styles.off)}
      data-day={day.day}
      data-column={column}
      style={{ '--shade': shade } as React.CSSProperties}
    >
      <OffParts day={day} />
      {travel.map(({ id, colour, from, to, ...lane }) => (
        <i
          key={id}
          className={styles.travel}
          data-colour={colour}
          style={{
            top: share(from),
            height: share(to - from),
            left: across(lane.column, lane.span, lane.columns).left,
          }}
        />
      ))}
      <Blocks kind={calendarBlock} blocks={blocks} />
      <div className={styles.over}>
        {props.gaps.map(({ key, severity, from, to }) => (
          <i
            key={key}
            className={styles.gap}
            data-severity={severity}
            style={{ top: share(from), height: share(to - from) }}
          />
        ))}
        {props.shadows.map(({ key, colour, from, to }) => (
          <i
            key={key}
            className={classes(week.slot, styles.shadow, props.isShadowBad && week.bad)}
            data-colour={colour}
            style={{ top: share(from), height: share(to - from) }}
          />
        ))}
      </div>
      {stop !== null && stop.key === null ? <FreeTime key={stop.from} day={day} stop={stop} /> : null}
      {props.isToday ? <NowLine /> : null}
    </div>
  )
}

/** Free time that has the focus: made anew at each step, so that assistive technology reads the new one. */
function FreeTime({ day, stop }: { readonly day: WeekDay; readonly stop: Stop }) {
  const words = useWords().week
  const format = useFormat()
  const isWorking = day.workingHours.some(({ from, to }) => from < stop.to && stop.from < to)
  const label = words.freeTime(
    format.dayLong(day.day),
    format.minuteOfDay(stop.from),
    format.minuteOfDay(stop.to),
  )
  return (
    <div
      role="button"
      className={styles.free}
      data-slot
      tabIndex={0}
      aria-label={isWorking ? label : `${label}, ${words.notWorking}`}
      style={{ top: share(stop.from), height: share(stop.to - stop.from) }}
    />
  )
}

function OffParts({ day }: { readonly day: WeekDay }) {
  const timeOff = usePlan((plan) => plan.practice.timeOff)
  const parts = useMemo(() => offParts(Object.values(timeOff), day), [timeOff, day])
  return parts.map(({ id, title, from, to }) => (
    <div key={id} className={styles.offPart} style={{ top: share(from), height: share(to - from) }}>
      {title}
    </div>
  ))
}

function isSameDay(a: DayColumnProps, b: DayColumnProps): boolean {
  if (b.isLate) return true
  return (
    a.isLate === b.isLate &&
    a.day === b.day &&
    a.column === b.column &&
    a.width === b.width &&
    a.isToday === b.isToday &&
    a.stop?.from === b.stop?.from &&
    a.stop?.to === b.stop?.to &&
    a.stop?.key === b.stop?.key &&
    sameList(a.gaps, b.gaps) &&
    sameList(a.shadows, b.shadows) &&
    (a.shadows.length === 0 || a.isShadowBad === b.isShadowBad) &&
    sameBookings(a, b) &&
    sameMarksOn(a, b)
  )
}

function sameMarksOn(a: DayColumnProps, b: DayColumnProps): boolean {
  if (a.marks === b.marks) return true
  const isSame = sameMarks(a.marks, b.marks)
  return b.rows.every(({ days }) => days[b.column]?.bookings.every(({ key }) => isSame(key)) ?? true)
}

/** Whether the same clients have the same sessions on the day; what their other days hold is not drawn here. */
function sameBookings(a: DayColumnProps, b: DayColumnProps): boolean {
  return (
    a.rows === b.rows ||
    (a.rows.length === b.rows.length &&
      a.rows.every(
        (row, i) => row.client === b.rows[i]?.client && row.days[a.column] === b.rows[i]?.days[b.column],
      ))
  )
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b))
}
