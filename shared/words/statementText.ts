/** How the hours of a retainer stand, in sentences: the same on screen and on paper. */
import type { RetainerStatement } from '../billing/retainerStatement.ts'
import { type Day, lastOfMonth } from '../time/day.ts'
import type { Format } from './format.ts'
import type { PaperWords } from './words.ts'

/** The day on which it is read, and how lengths of time and days read where the sentences stand. */
export interface StandingFormat {
  readonly on: Day
  readonly hours: (minutes: number) => string
  readonly day: (day: Day) => string
}

/** A period in a few words: a calendar month by its name, another by its days. */
export function periodText(
  { from, to }: { readonly from: Day; readonly to: Day },
  format: Format,
  days: (from: Day, to: Day) => string,
): string {
  return from.endsWith('-01') && to === lastOfMonth(from) ? format.month(from) : days(from, to)
}

/** What is left and until when; then what will lapse, or what becomes of what is beyond. */
export function standingTexts(
  { left, lapsing, period, nextReset }: RetainerStatement,
  words: Pick<PaperWords, 'statement'>,
  format: StandingFormat,
): string[] {
  const { statement } = words
  const until =
    nextReset === null
      ? statement.untilEnd(format.day(period.to))
      : statement.untilReset(format.day(nextReset))
  if (left < 0) {
    const over = format.hours(-left)
    return [period.overage > 0 ? statement.overBilled(over) : statement.overCarried(over)]
  }
  const of = format.hours(Math.max(0, period.opening) + period.granted)
  if (period.to < format.on)
    return [
      statement.wasLeft(format.hours(left), of),
      ...(period.closing > 0 ? [statement.carriedOver(format.hours(period.closing))] : []),
      ...(lapsing > 0 ? [statement.lapsed(format.hours(lapsing), format.day(period.to))] : []),
    ]
  const lead = `${statement.leftOf(format.hours(left), of)}, ${until}`
  return lapsing === 0 ? [lead] : [lead, statement.lapse(format.hours(lapsing), format.day(period.to))]
}
