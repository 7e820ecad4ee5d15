// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: a row of a grid takes no focus, its cells do
import { memo } from 'react'
import { type HorizonColumn, middleOf, quarterOf, type Zoom } from '../../shared/horizon/columns.ts'
import type { FreeDays } from '../../shared/horizon/marks.ts'
import { addDays } from '../../shared/time/day.ts'
import { isoWeek } from '../../shared/time/week.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { useFormat, useWords } from '../state/words.ts'
import { hours, share } from './figures.ts'
import { placeOf } from './geometry.ts'
import styles from './Horizon.module.css'
import type { Shown } from './useShownColumns.ts'

interface HeadProps {
  readonly columns: readonly HorizonColumn[]
  readonly zoom: Zoom
  readonly todayColumn: number
  readonly free: readonly FreeDays[]
  readonly shown: Shown
}

/** The names of the columns, each with what is booked of what there is, and the days on which nobody works. */
export const Head = memo(function Head({ columns, zoom, todayColumn, free, shown }: HeadProps) {
  const words = useWords().horizon
  const format = useFormat()
  return (
    <div role="row" className={`${styles.row} ${styles.head}`} aria-rowindex={1}>
      <div role="columnheader" className={styles.name} data-at="0:0" tabIndex={-1}>
        {words.clients}
      </div>
      {columns.slice(shown.from, shown.to).map(({ from }, k) => (
        <ColumnHead
          key={from}
          columns={columns}
          index={shown.from + k}
          zoom={zoom}
          isToday={shown.from + k === todayColumn}
          free={free}
          words={words}
          format={format}
        />
      ))}
      <div className={styles.free}>
        {free.map((one) => {
          const { kind, from, to, title } = one
          const left = placeOf(columns, from)
          return (
            <i
              key={`${kind} ${from} ${title}`}
              data-kind={kind}
              title={nameOfFree(one, format)}
              style={{ '--x': left, '--w': placeOf(columns, addDays(to, 1)) - left } as never}
            />
          )
        })}
      </div>
    </div>
  )
})

interface ColumnHeadProps extends Pick<HeadProps, 'columns' | 'zoom' | 'free'> {
  readonly index: number
  readonly isToday: boolean
  readonly words: Words['horizon']
  readonly format: Format
}

const ColumnHead = memo(function ColumnHead(props: ColumnHeadProps) {
  const { columns, index, zoom, isToday, free, words, format } = props
  const column = columns[index]
  if (column === undefined) return null
  const { capacity, reserve, load, from, to } = column
  const there = Math.max(0, capacity - reserve)
  const name = nameOf(column, zoom, words, format)
  const freeIn = free.filter((days) => days.from <= to && days.to >= from)
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      className={styles.columnHead}
      style={{ gridColumn: index + 2 }}
      data-at={`0:${index + 1}`}
      data-today={isToday || undefined}
      data-over={load > there || undefined}
      tabIndex={index === 0 ? 0 : -1}
      aria-description={words.spokenColumn(
        name,
        format.dayRange(from, to),
        column,
        freeIn.map((days) => nameOfFree(days, format)),
        format,
      )}
      title={format.dayRange(from, to)}
    >
      <span className={styles.group}>{groupOf(columns, index, zoom, format)}</span>
      <b>{name}</b>
      <i className={styles.meter} style={{ '--p': share(load, Math.max(there, load)) } as never} />
      <span className={styles.load}>
        {hours(load, format)}
        <small>/{hours(capacity, format)}</small>
      </span>
    </div>
  )
})

function nameOfFree({ title, from, to }: FreeDays, format: Format): string {
  return `${title}, ${format.dayRange(from, to)}`
}

function nameOf(column: HorizonColumn, zoom: Zoom, words: Words['horizon'], format: Format): string {
  if (zoom === 'week') return words.weekNumber(isoWeek(middleOf(column.from)).week)
  return zoom === 'month' ? format.monthName(column.named) : words.quarter(quarterOf(column.named))
}

/** The month above the first of its weeks, or the year above the first of its months or quarters; a name needs two weeks' room. */
function groupOf(columns: readonly HorizonColumn[], index: number, zoom: Zoom, format: Format): string {
  const name = (at: number) => {
    const named = columns[at]?.named
    if (named === undefined) return ''
    return zoom === 'week' ? format.month(named) : named.slice(0, 4)
  }
  const isFirst = name(index) !== name(index - 1)
  const fits = zoom !== 'week' || name(index) === name(index + 1) || index === columns.length - 1
  return isFirst && fits ? name(index) : ''
}
