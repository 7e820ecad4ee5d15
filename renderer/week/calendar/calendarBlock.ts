import { wallDay } from '../../../shared/time/wallClock.ts'
import type { BlockKind, BlockLook } from '../blocks/drawBlocks.ts'
import { flag, isSameMarked, type MarkedBooking, markAttributes } from '../blocks/marked.ts'
import { spokenSession } from '../spokenSession.ts'
import { type FittedTime, timeText, widthOf } from '../timeText.ts'
import week from '../WeekGrid.module.css'
import styles from './Calendar.module.css'
import type { Placed } from './placing.ts'
import { share } from './shading.ts'

/** Pixels that a column leaves free at its right, to draw new time on, and that a block takes beside its text. */
export const GROUND_WIDTH = 8
const FRAME = 17
/** Below so many pixels of width a text says nothing. */
const LEAST_ROOM = 16
const NO_TIME: FittedTime = { text: '', fits: true }
/** Below so many minutes a block is too low for two lines. */
const TWO_LINES = 40

/** A session in its day's column. */
export interface SessionInDay extends MarkedBooking {
  readonly placed: Placed
  /** Pixels of a day's column. */
  readonly width: number
}

/** How a session is drawn in the calendar. Its handlers are the calendar's. */
export const calendarBlock: BlockKind<SessionInDay> = {
  className: `${week.session} ${styles.block}`,
  keyOf: ({ booking }) => booking.key,
  isSame: (a, b) => isSameMarked(a, b) && isSamePlace(a.placed, b.placed) && a.width === b.width,
  lookOf,
}

function lookOf(block: SessionInDay): BlockLook {
  const { booking, placed, mark, became, isProposed, isSelected, words, format } = block
  const { client, colour, from, to, column, span, columns } = placed
  const { occurrence } = booking
  const room = ((block.width - GROUND_WIDTH) * span) / columns - FRAME
  const { text: time, fits } = room < LEAST_ROOM ? NO_TIME : timeText(booking, became, format, room)
  const isLow = to - from < TWO_LINES
  const facts = {
    became,
    isSelected,
    isProposed,
    mark: mark?.text ?? '',
    place: `${format.dayLong(wallDay(booking.fromWall))}, ${client ?? words.week.ownBusiness}`,
  }
  const { left, width } = across(column, span, columns)
  return {
    text: time === '' ? '' : isLow ? oneLine(occurrence.title, time, room) : occurrence.title,
    // Part of a time says less than the place in the day.
    below: isLow || !fits ? '' : time,
    style: `top:${share(from)};height:${share(to - from)};left:${left};width:${width}`,
    attributes: {
      ...markAttributes(block),
      'data-colour': colour,
      'data-low': flag(isLow),
      'data-thin': flag(time === ''),
      'data-continues': flag(booking.continues),
      'data-goes-on': flag(booking.goesOn),
      'aria-label': spokenSession(booking, time, facts, words, format),
    },
  }
}

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

function isSamePlace(a: Placed, b: Placed): boolean {
  return (
    a.client === b.client &&
    a.colour === b.colour &&
    a.column === b.column &&
    a.span === b.span &&
    a.columns === b.columns
  )
}
