/** The stretches of days that insights are about, and the one before each. */
import { addDays, addMonths, type Day, daysBetween, firstOfMonth, lastOfMonth, monthOf } from '../time/day.ts'

/** First and last day, both included. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

export const periodNames = [
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const
/** A calendar period, as seen from today. */
export type PeriodName = (typeof periodNames)[number]

const months = { Month: 1, Quarter: 3, Year: 12 } as const

/** The whole calendar period, its days to come included. */
export function periodSpan(name: PeriodName, today: Day): Span {
  const length = lengthOf(name)
  const month = Number(today.slice(5, 7)) - 1
  const first = addMonths(firstOfMonth(today), -(month % length))
  const from = name.startsWith('last') ? addMonths(first, -length) : first
  return monthsFrom(from, length)
}

function lengthOf(name: PeriodName): number {
  const unit = name.endsWith('Month') ? 'Month' : name.endsWith('Quarter') ? 'Quarter' : 'Year'
  return months[unit]
}

function monthsFrom(first: Day, count: number): Span {
  return { from: first, to: addDays(addMonths(first, count), -1) }
}

/** The stretch just before: of whole months as many months, else as many days. */
export function spanBefore({ from, to }: Span): Span {
  if (from === firstOfMonth(from) && to === lastOfMonth(to)) {
    const count = monthsIn({ from, to }).length
    return monthsFrom(addMonths(from, -count), count)
  }
  return { from: addDays(from, -(daysBetween(from, to) + 1)), to: addDays(from, -1) }
}

/**
 * The part of the stretch before that is to be compared: of a stretch that is not over yet as many days of it as have
 * passed of the other, so that half a quarter is not held against a whole one.
 */
export function comparedSpan(span: Span, today: Day): Span {
  const before = spanBefore(span)
  if (today < span.from || today >= span.to) return before
  const to = addDays(before.from, daysBetween(span.from, today))
  return { from: before.from, to: to < before.to ? to : before.to }
}

/** The months that a stretch touches, as `YYYY-MM`. */
export function monthsIn({ from, to }: Span): readonly string[] {
  const found: string[] = []
  for (let day = firstOfMonth(from); day <= to; day = addMonths(day, 1)) found.push(monthOf(day))
  return found
}
