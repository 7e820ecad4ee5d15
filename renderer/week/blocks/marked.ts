import type { Booking } from '../../../shared/capacity/weekView.ts'
import type { Format } from '../../../shared/words/format.ts'
import type { Words } from '../../../shared/words/words.ts'
import type { Mark } from '../marks.ts'
import type { WeekMarks } from '../useWeekMarks.ts'
import type { Became } from '../worked.ts'

/** What every block shows beside its place: its session, and what is marked at it. */
export interface MarkedBooking {
  readonly booking: Booking
  readonly mark: Mark | undefined
  readonly became: Became | null
  readonly isCarried: boolean
  readonly isOutlined: boolean
  readonly isSelected: boolean
  readonly isProposed: boolean
  readonly isStop: boolean
  readonly words: Words
  readonly format: Format
}

/** A booking with its marks. */
export function marked(
  booking: Booking,
  { marks, worked, carried, outlined, selected, proposed }: WeekMarks,
  isStop: boolean,
  words: Words,
  format: Format,
): MarkedBooking {
  const { key } = booking
  return {
    booking,
    mark: marks.get(key),
    became: worked.get(key) ?? null,
    isCarried: carried.has(key),
    isOutlined: outlined.has(key),
    isSelected: selected.has(key),
    isProposed: proposed.has(key),
    isStop,
    words,
    format,
  }
}

/** Whether two look the same but for their places. */
export function isSameMarked(a: MarkedBooking, b: MarkedBooking): boolean {
  return (
    a.booking === b.booking &&
    a.mark?.severity === b.mark?.severity &&
    a.mark?.text === b.mark?.text &&
    a.became === b.became &&
    a.isCarried === b.isCarried &&
    a.isOutlined === b.isOutlined &&
    a.isSelected === b.isSelected &&
    a.isProposed === b.isProposed &&
    a.isStop === b.isStop &&
    a.words === b.words &&
    a.format === b.format
  )
}

/** The attributes of what is marked. */
export function markAttributes(block: MarkedBooking): Readonly<Record<string, string | undefined>> {
  const { booking, mark, became } = block
  return {
    'data-key': booking.key,
    'data-tentative': flag(booking.occurrence.status === 'tentative'),
    'data-mark': mark?.severity,
    'data-unworked': flag(became === 'not-happened'),
    'data-carried': flag(block.isCarried),
    'data-outlined': flag(block.isOutlined),
    'data-selected': flag(block.isSelected),
    'data-proposed': flag(block.isProposed),
    tabindex: block.isStop ? '0' : '-1',
  }
}

/** An attribute that is set or is not. */
export function flag(isSet: boolean): string | undefined {
  return isSet ? 'true' : undefined
}
