import type { ClientRow } from '../../shared/capacity/weekView.ts'
import {
  type Commitment,
  commitmentOn,
  type Engagement,
  type Terms,
  termsOn,
} from '../../shared/plan/engagement.ts'
import type { Day } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'

/** The lines under a client's name: what was agreed, how the week stands against it, what is due. Three at most. */
export function clientFacts(
  row: ClientRow,
  start: Day,
  end: Day,
  words: Words['week'],
  format: Format,
): readonly string[] {
  const { client } = row
  if (client === null) return [words.ownBusinessFor]
  const agreed = row.engagements
    .slice(0, 2)
    .map((engagement) => agreement(engagement, start, client.currency, words, format))
  const dates = row.engagements.slice(0, 1).flatMap(({ start: first, end: last }) => {
    if (first !== null && first > start) return [words.from(format.dayShort(first))]
    return last !== null && last <= end ? [words.until(format.dayShort(last))] : []
  })
  const due =
    row.nextDeliverable === null
      ? []
      : [words.due(row.nextDeliverable.title, format.dayShort(row.nextDeliverable.due))]
  // Two engagements on the same terms are told once.
  return [...new Set([...agreed, ...standing(row, words, format), ...due, ...dates])]
    .filter((line) => line !== '')
    .slice(0, 3)
}

function standing({ status, counted }: ClientRow, words: Words['week'], format: Format): readonly string[] {
  if (status.kind === 'short')
    return [words.plannedShort(format.duration(counted), format.duration(status.minutes))]
  return []
}

function agreement(
  engagement: Engagement,
  day: Day,
  currency: string,
  words: Words['week'],
  format: Format,
): string {
  const commitment = commitmentOn(engagement, day)
  const promised = commitment === null ? '' : commitmentLine(commitment, words, format)
  const state =
    engagement.status === 'prospect'
      ? words.prospect(format.percent(engagement.probability / 100))
      : engagement.status === 'paused'
        ? words.paused
        : ''
  const paid =
    engagement.status === 'prospect'
      ? ''
      : termsLine(termsOn(engagement, day), currency, promised, words, format)
  return [state, promised, paid].filter((part) => part !== '').join(' · ')
}

function commitmentLine(commitment: Commitment, words: Words['week'], format: Format): string {
  switch (commitment.kind) {
    case 'hoursPerWeek':
      return words.perWeek(format.duration(commitment.minutes))
    case 'hoursPerMonth':
      return words.perMonth(format.duration(commitment.minutes))
    case 'daysPerWeek': {
      const days = commitment.halfDays / 2
      return words.perWeek(words.days(format.number(days, Number.isInteger(days) ? 0 : 1)))
    }
  }
}

function termsLine(
  terms: Terms,
  currency: string,
  promised: string,
  words: Words['week'],
  format: Format,
): string {
  const money = (minor: number) => format.money(minor, currency, 'whole')
  switch (terms.kind) {
    case 'hourly':
      return words.rateHour(money(terms.rate))
    case 'daily':
      return words.rateDay(money(terms.rate))
    case 'fixed':
      return words.fixedPrice(money(terms.price))
    case 'retainer': {
      const price =
        terms.period === 'week' ? words.perWeek(money(terms.price)) : words.perMonth(money(terms.price))
      if (promised !== '') return price
      const length = format.duration(terms.minutes)
      return `${terms.period === 'week' ? words.perWeek(length) : words.perMonth(length)} · ${money(terms.price)}`
    }
  }
}
