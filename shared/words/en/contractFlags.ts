/** English words: flags about contracts and agreements. */
import type { AgreementNears, FlagFacts, OutsideDates, WithoutAgreement } from '../../capacity/flags/flag.ts'
import { addDays } from '../../time/day.ts'
import { wallDay } from '../../time/wallClock.ts'
import type { Format } from '../format.ts'
import { agreements } from './agreements.ts'

/** Sessions that a sentence names; the others are counted. */
const MOST_NAMED = 3

type Contract = FlagFacts['contract']

export function contractTitle(facts: Contract, f: Format): string {
  switch (facts.why) {
    case 'before-start':
    case 'after-end':
      return `${facts.session.title} is outside the contract`
    case 'notice':
      return noticeTitle(facts, f)
    case 'end':
      return endTitle(facts, f)
    case 'no-agreement':
      return `${facts.client}: work without an agreement`
  }
}

function noticeTitle({ agreement, near, day }: AgreementNears, f: Format): string {
  if (near === 3) return `${agreement}: last days to give notice`
  if (near === 14) return `${agreement}: two weeks at most to give notice`
  return `${agreement}: notice until ${f.dayShort(day)}`
}

function endTitle({ agreement, near, day }: AgreementNears, f: Format): string {
  if (near === 3) return `${agreement} ends within three days`
  return near === 14 ? `${agreement} ends within two weeks` : `${agreement} ends on ${f.dayShort(day)}`
}

export function contractSentence(facts: Contract, f: Format): string {
  switch (facts.why) {
    case 'before-start':
    case 'after-end':
      return outsideSentence(facts, f)
    case 'notice':
      return `The ${agreements.inSentence[facts.kind]} with ${facts.client} renews by ${agreements.months(facts.renewalMonths ?? 0)} on ${f.dayMedium(addDays(facts.termEnd, 1))} unless notice is given by ${f.dayShort(facts.day)}.`
    case 'end':
      return `The ${agreements.inSentence[facts.kind]} with ${facts.client} ends on ${f.dayMedium(facts.day)} and does not renew.`
    case 'no-agreement':
      return withoutSentence(facts, f)
  }
}

function outsideSentence({ why, session, engagement, day }: OutsideDates, f: Format): string {
  const who = session.client === null ? session.title : `${session.title} (${session.client})`
  const on = f.dayShort(wallDay(session.start))
  return `${engagement} ${why === 'before-start' ? 'starts' : 'ends'} on ${f.dayShort(day)}; ${who} is on ${on}.`
}

function withoutSentence({ sessions, last }: WithoutAgreement, f: Format): string {
  const named = sessions
    .slice(0, MOST_NAMED)
    .map(({ title, start }) => `${title} on ${f.dayShort(wallDay(start))}`)
  const more = sessions.length - named.length
  const list = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
  const since = last === null ? '' : ` ${last.agreement} ended on ${f.dayMedium(last.end)}.`
  return `No master agreement or statement of work is in force: ${list}.${since}`
}
