// biome-ignore-all lint/a11y/useSemanticElements: a <button> has no ::first-line, which keeps a block to one element with one text node
import { memo } from 'react'
import type { Booking } from '../../shared/capacity/weekView.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import type { Mark } from './marks.ts'
import { spokenSession } from './spokenSession.ts'
import { timeText } from './timeText.ts'
import styles from './WeekGrid.module.css'
import type { Became } from './worked.ts'

export interface SessionBlockProps {
  readonly booking: Booking
  readonly index: number
  readonly count: number
  readonly mark: Mark | undefined
  readonly became: Became | null
  readonly isCarried: boolean
  readonly isOutlined: boolean
  readonly isSelected: boolean
  readonly isProposed: boolean
  readonly isStop: boolean
  /** Pixels there are for its text. */
  readonly room: number
  /** Given by the grid: a hook in each of a thousand blocks would cost more than the block. */
  readonly words: Words
  readonly format: Format
}

/** A session in a cell: one element with one text node. Its handlers are the grid's. */
export const SessionBlock = memo(function SessionBlock(props: SessionBlockProps) {
  const { booking, mark, became, isCarried, isOutlined, isProposed, isStop, room, words, format } = props
  const { occurrence } = booking
  const time = timeText(booking, became, format, room)
  const facts = {
    became,
    isProposed,
    isSelected: props.isSelected,
    mark: mark?.text ?? '',
    place: props.count > 1 ? words.week.blockOf(props.index + 1, props.count) : '',
  }
  return (
    <div
      role="button"
      className={styles.session}
      data-key={booking.key}
      data-minutes={occurrence.minutes}
      data-tentative={occurrence.status === 'tentative' || undefined}
      data-mark={mark?.severity}
      data-unworked={became === 'not-happened' || undefined}
      data-carried={isCarried || undefined}
      data-outlined={isOutlined || undefined}
      data-selected={props.isSelected || undefined}
      tabIndex={isStop ? 0 : -1}
      data-proposed={isProposed || undefined}
      aria-label={spokenSession(booking, time, facts, words, format)}
    >
      {`${occurrence.title}\n${time}`}
    </div>
  )
})
