// biome-ignore-all lint/a11y/useSemanticElements: a <button> has no ::first-line, which keeps a block to one element with one text node
import { memo } from 'react'
import type { Booking } from '../../shared/capacity/weekView.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { useFormat, useWords } from '../state/words.ts'
import type { Mark } from './marks.ts'
import { timeText } from './timeText.ts'
import styles from './WeekGrid.module.css'

export interface SessionBlockProps {
  readonly booking: Booking
  readonly index: number
  readonly count: number
  readonly mark: Mark | undefined
  readonly isWorked: boolean
  readonly isCarried: boolean
  readonly isOutlined: boolean
  readonly isStop: boolean
  /** Pixels there are for its text. */
  readonly room: number
}

/** A session in a cell: one element with one text node. Its handlers are the grid's. */
export const SessionBlock = memo(function SessionBlock(props: SessionBlockProps) {
  const { booking, mark, isWorked, isCarried, isOutlined, isStop, room } = props
  const { occurrence } = booking
  const words = useWords()
  const format = useFormat()
  const time = timeText(booking, isWorked, format, room)
  return (
    <div
      role="button"
      className={styles.session}
      data-key={booking.key}
      data-minutes={occurrence.minutes}
      data-tentative={occurrence.status === 'tentative' || undefined}
      data-mark={mark?.severity}
      data-carried={isCarried || undefined}
      data-outlined={isOutlined || undefined}
      tabIndex={isStop ? 0 : -1}
      aria-label={spoken(props, time, words.week, words.session.kinds, format)}
    >
      {`${occurrence.title}\n${time}`}
    </div>
  )
})

/** Begins with what is written in the block (WCAG 2.5.3), and goes on with what is drawn. */
function spoken(
  props: SessionBlockProps,
  time: string,
  words: Words['week'],
  kinds: Words['session']['kinds'],
  format: Format,
): string {
  const { booking, index, count, mark, isWorked } = props
  const { occurrence, fromWall, toWall } = booking
  const facts = [
    `${occurrence.title} ${time}`,
    isWhole(time) ? '' : words.blockTime(format.time(fromWall), format.time(toWall)),
    format.duration(booking.minutes),
    occurrence.kind === 'focus' ? '' : kinds[occurrence.kind],
    occurrence.status === 'tentative' ? words.tentative : '',
    occurrence.original === null ? '' : words.repeats,
    booking.continues ? words.continues : '',
    booking.goesOn ? words.goesOn : '',
    isWorked ? words.workedMark : '',
    mark?.text ?? '',
    count > 1 ? words.blockOf(index + 1, count) : '',
  ]
  return facts.filter((fact) => fact !== '').join(', ')
}

/** Whether the written time has its end. */
function isWhole(time: string): boolean {
  return time.includes('–')
}
