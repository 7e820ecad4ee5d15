import type { Booking } from '../../shared/capacity/weekView.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import type { Became } from './worked.ts'

/** What is drawn at a session's block beside its text. */
export interface SpokenFacts {
  readonly became: Became | null
  readonly isSelected: boolean
  /** Part of the proposal to plan the rest, not of the plan. */
  readonly isProposed: boolean
  /** The titles of its flags. */
  readonly mark: string
  /** Where it stands: its day and client, or which of its cell it is. */
  readonly place: string
}

/**
 * A session's spoken name: begins with what is written in its block (WCAG 2.5.3), its title and its times in one form
 * or another, and goes on with what is drawn.
 */
export function spokenSession(
  booking: Booking,
  time: string,
  { became, isSelected, isProposed, mark, place }: SpokenFacts,
  { week, session, placing }: Words,
  format: Format,
): string {
  const { occurrence, fromWall, toWall } = booking
  const { travelBefore, travelAfter } = occurrence
  const facts = [
    `${occurrence.title} ${time}`.trim(),
    time.includes('–') ? '' : week.blockTime(format.time(fromWall), format.time(toWall)),
    format.duration(booking.minutes),
    occurrence.kind === 'focus' ? '' : session.kinds[occurrence.kind],
    occurrence.status === 'tentative' ? week.tentative : '',
    occurrence.original === null ? '' : week.repeats,
    booking.continues ? week.continues : '',
    booking.goesOn ? week.goesOn : '',
    travelBefore === 0 ? '' : week.travelBefore(format.duration(travelBefore)),
    travelAfter === 0 ? '' : week.travelAfter(format.duration(travelAfter)),
    became === null ? '' : week.becameMarks[became],
    isSelected ? week.selectedMark : '',
    mark,
    place,
    isProposed ? placing.proposed : '',
  ]
  return facts.filter((fact) => fact !== '').join(', ')
}
