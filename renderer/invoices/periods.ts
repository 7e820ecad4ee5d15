import { addMonths, type Day, firstOfMonth, lastOfMonth } from '../../shared/time/day.ts'

/** First and last day, both included. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

/** The months that a new invoice offers, newest first: this one and a year back. */
export function recentMonths(today: Day): readonly Span[] {
  const first = firstOfMonth(today)
  return Array.from({ length: 13 }, (_, i) => monthSpan(addMonths(first, -i)))
}

/** The month most people bill on a day: the last one until the 20th, then this one. */
export function usualMonth(today: Day): Span {
  const first = firstOfMonth(today)
  return monthSpan(Number(today.slice(8)) < 20 ? addMonths(first, -1) : first)
}

function monthSpan(first: Day): Span {
  return { from: first, to: lastOfMonth(first) }
}
