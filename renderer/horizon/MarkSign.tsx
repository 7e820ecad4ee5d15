import type { CSSProperties } from 'react'
import type { HorizonColumn } from '../../shared/horizon/columns.ts'
import type { Mark } from '../../shared/horizon/marks.ts'
import { type Day, dayNumber, maxDay } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { moveDue } from '../roadmap/useDueMove.ts'
import { go } from '../state/navigation.ts'
import { planNow } from '../state/plan.ts'
import { useDayMove } from '../ui/useDayMove.ts'
import { columnWidth, dayAt, placeOf } from './geometry.ts'
import styles from './Horizon.module.css'
import { earliest, type Moved, moveEnd } from './moved.ts'

/** A mark as it stands in a row. */
export interface RowMark extends Mark {
  /** It only would be, so it cannot be moved. */
  readonly isFixed: boolean
}

interface SignProps {
  readonly mark: RowMark
  /** Where it rests: its day's, or behind the sign before it. */
  readonly place: number
  readonly columns: readonly HorizonColumn[]
  readonly moved: Moved | null
  readonly onMove: (moved: Moved | null) => void
  readonly words: Words['horizon']
  readonly format: Format
}

/** A day in a row. What can be moved, an end or a due day, is a slider of days; the rest is only told. */
export function MarkSign(props: SignProps) {
  const { mark, words, format } = props
  const { kind, isDone, isFixed } = mark
  const plain = words.marks[kind](mark.title)
  const text = `${isDone ? words.done(plain) : plain}, ${format.dayMedium(mark.day)}`
  if ((kind === 'end' || kind === 'deliverable') && !isDone && !isFixed)
    return <Slider {...props} kind={kind} text={text} />
  return (
    <i
      role="img"
      className={styles.mark}
      data-kind={kind}
      data-done={isDone || undefined}
      aria-label={text}
      title={text}
      style={at(props.place)}
    />
  )
}

const at = (place: number) => ({ '--x': place }) as CSSProperties

function Slider(props: SignProps & { readonly kind: Moved['kind']; readonly text: string }) {
  const { mark, columns, moved, onMove, words, format, kind, text } = props
  const { id, title, clientId } = mark
  const target = moved?.kind === kind && moved.id === id ? moved.day : null
  const day = target ?? mark.day
  const handlers = useDayMove({
    day: mark.day,
    moved: target,
    within: (wish) => maxDay(wish, earliest(planNow(), { kind, id })),
    dayAt: (from, pixels) => dayAt(columns, placeOf(columns, from) + pixels / drawnWidth()),
    onMove: (wish) => onMove(wish === null ? null : { kind, id, day: wish }),
    onDrop: (dropped) => void drop(kind, id, dropped),
    onOpen: () => go({ screen: 'clients', clientId }),
  })
  return (
    <div
      role="slider"
      className={styles.mark}
      data-mark
      data-kind={kind}
      data-moving={target !== null || undefined}
      tabIndex={-1}
      aria-label={kind === 'end' ? words.moveEnd(title) : words.moveDue(title)}
      aria-orientation="horizontal"
      aria-valuemin={dayNumber(columns[0]?.from ?? day)}
      aria-valuemax={dayNumber(columns.at(-1)?.to ?? day)}
      aria-valuenow={dayNumber(day)}
      aria-valuetext={format.dayMedium(day)}
      title={text}
      style={at(target === null ? props.place : placeOf(columns, day))}
      {...handlers}
    />
  )
}

/** The width of a column as drawn: it follows the size of text. */
function drawnWidth(): number {
  const cell = document.querySelector(`.${styles.columnHead}`)?.getBoundingClientRect().width ?? 0
  return cell > 0 ? cell : columnWidth.week
}

function drop(kind: Moved['kind'], id: string, day: Day): Promise<void> {
  return kind === 'end' ? moveEnd(id, day) : moveDue(id, day)
}
