// biome-ignore-all lint/a11y/useSemanticElements: a <button> has no ::first-line, which keeps a block to one element with one text node
import { memo } from 'react'
import { wallDay } from '../../../shared/time/wallClock.ts'
import type { Format } from '../../../shared/words/format.ts'
import type { Words } from '../../../shared/words/words.ts'
import type { Mark } from '../marks.ts'
import { spokenSession } from '../spokenSession.ts'
import { timeText, widthOf } from '../timeText.ts'
import week from '../WeekGrid.module.css'
import type { Became } from '../worked.ts'
import styles from './Calendar.module.css'
import type { Placed } from './placing.ts'
import { share } from './shading.ts'

/** Pixels that a column leaves free at its right, to draw new time on, and that a block takes beside its text. */
export const GROUND_WIDTH = 8
const FRAME = 17
/** Below so many pixels of width a text says nothing. */
const LEAST_ROOM = 16
/** Below so many minutes a block is too low for two lines. */
const TWO_LINES = 40

export interface CalendarBlockProps {
  readonly placed: Placed
  readonly mark: Mark | undefined
  readonly became: Became | null
  readonly isCarried: boolean
  readonly isOutlined: boolean
  readonly isSelected: boolean
  readonly isProposed: boolean
  readonly isStop: boolean
  /** Pixels of a day's column. */
  readonly width: number
  readonly words: Words
  readonly format: Format
}

/** A session in its day's column: one element with one text node. Its handlers are the calendar's. */
export const CalendarBlock = memo(
  function CalendarBlock(props: CalendarBlockProps) {
    const { placed, mark, became, isProposed, words, format } = props
    const { booking, client, colour, from, to, column, span, columns } = placed
    const { occurrence } = booking
    const room = ((props.width - GROUND_WIDTH) * span) / columns - FRAME
    const time = room < LEAST_ROOM ? '' : timeText(booking, became, format, room)
    const isLow = to - from < TWO_LINES
    const written =
      time === '' ? '' : isLow ? oneLine(occurrence.title, time, room) : `${occurrence.title}\n${time}`
    const facts = {
      became,
      isSelected: props.isSelected,
      isProposed,
      mark: mark?.text ?? '',
      place: `${format.dayLong(wallDay(booking.fromWall))}, ${client ?? words.week.ownBusiness}`,
    }
    return (
      <div
        role="button"
        className={`${week.session} ${styles.block}`}
        data-key={booking.key}
        data-colour={colour}
        data-tentative={occurrence.status === 'tentative' || undefined}
        data-mark={mark?.severity}
        data-unworked={became === 'not-happened' || undefined}
        data-carried={props.isCarried || undefined}
        data-outlined={props.isOutlined || undefined}
        data-selected={props.isSelected || undefined}
        data-proposed={isProposed || undefined}
        data-low={isLow || undefined}
        data-thin={time === '' || undefined}
        data-continues={booking.continues || undefined}
        data-goes-on={booking.goesOn || undefined}
        tabIndex={props.isStop ? 0 : -1}
        aria-label={spokenSession(booking, time, facts, words, format)}
        style={{ top: share(from), height: share(to - from), ...across(column, span, columns) }}
      >
        {written}
      </div>
    )
  },
  (a, b) =>
    samePlaced(a.placed, b.placed) &&
    a.mark?.severity === b.mark?.severity &&
    a.mark?.text === b.mark?.text &&
    a.became === b.became &&
    a.isCarried === b.isCarried &&
    a.isOutlined === b.isOutlined &&
    a.isSelected === b.isSelected &&
    a.isProposed === b.isProposed &&
    a.isStop === b.isStop &&
    a.words === b.words &&
    a.format === b.format &&
    a.width === b.width,
)

/** Title and time where there is room for both, else the title. */
function oneLine(title: string, time: string, room: number): string {
  const both = `${title}  ${time}`
  return widthOf(both) <= room ? both : title
}

/** Left and width within the column, less the ground that stays free. */
export function across(column: number, span: number, columns: number) {
  return {
    left: `calc((100% - ${GROUND_WIDTH}px) * ${column / columns})`,
    width: `calc((100% - ${GROUND_WIDTH}px) * ${span / columns} - 1px)`,
  }
}

function samePlaced(a: Placed, b: Placed): boolean {
  return (
    a.booking === b.booking &&
    a.client === b.client &&
    a.colour === b.colour &&
    a.column === b.column &&
    a.span === b.span &&
    a.columns === b.columns
  )
}
