import { spokenSession } from '../spokenSession.ts'
import { timeText } from '../timeText.ts'
import styles from '../WeekGrid.module.css'
import type { BlockKind, BlockLook } from './drawBlocks.ts'
import { isSameMarked, type MarkedBooking, markAttributes } from './marked.ts'

/** A session in a cell of the capacity grid. */
export interface SessionInCell extends MarkedBooking {
  readonly index: number
  /** How many sessions the cell holds. */
  readonly count: number
  /** Pixels there are for its text. */
  readonly room: number
}

/** How a session is drawn in a cell of the capacity grid. Its handlers are the grid's. */
export const sessionBlock: BlockKind<SessionInCell> = {
  className: styles.session ?? '',
  keyOf: ({ booking }) => booking.key,
  isSame: (a, b) => isSameMarked(a, b) && a.index === b.index && a.count === b.count && a.room === b.room,
  lookOf,
}

function lookOf(block: SessionInCell): BlockLook {
  const { booking, mark, became, isProposed, isSelected, index, count, room, words, format } = block
  const { text: time } = timeText(booking, became, format, room)
  const facts = {
    became,
    isProposed,
    isSelected,
    mark: mark?.text ?? '',
    place: count > 1 ? words.week.blockOf(index + 1, count) : '',
  }
  return {
    text: booking.occurrence.title,
    below: time,
    style: '',
    attributes: {
      ...markAttributes(block),
      'data-minutes': String(booking.occurrence.minutes),
      'aria-label': spokenSession(booking, time, facts, words, format),
    },
  }
}
