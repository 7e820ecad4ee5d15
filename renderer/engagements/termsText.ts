/** Terms and commitments in a few words. */
import type { Commitment, Terms } from '../../shared/plan/engagement.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'

/** How it is paid: `€1,240 a day of 8 h`. */
export function termsText(terms: Terms, currency: string, words: Words, format: Format): string {
  const { termsLine } = words.clients
  const money = (minor: number) => format.money(minor, currency, 'whole')
  switch (terms.kind) {
    case 'hourly':
      return termsLine.hourly(money(terms.rate))
    case 'daily':
      return termsLine.daily(money(terms.rate), format.duration(terms.minutesPerDay))
    case 'fixed': {
      const count = terms.instalments.length
      const fixed = termsLine.fixed(money(terms.price))
      return count === 0 ? fixed : `${fixed}, ${words.engagements.inInstalments(count)}`
    }
    case 'retainer':
      return termsLine.retainer(money(terms.price), format.duration(terms.minutes), terms.period)
  }
}

/** What is promised: `16 h a week`; a sentence of its own where nothing is. */
export function commitmentText(commitment: Commitment | null, words: Words, format: Format): string {
  const { commitmentLine, commitments } = words.clients
  if (commitment === null) return commitments.none
  if (commitment.kind === 'daysPerWeek')
    return commitmentLine.daysPerWeek(format.number(commitment.halfDays / 2, commitment.halfDays % 2))
  return commitmentLine[commitment.kind](format.duration(commitment.minutes))
}
