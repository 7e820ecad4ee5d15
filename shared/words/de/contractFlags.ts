/** German words: flags about contracts and agreements. */
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
      return `„${facts.session.title}“ liegt außerhalb des Vertrags`
    case 'notice':
      return noticeTitle(facts, f)
    case 'end':
      return endTitle(facts, f)
    case 'no-agreement':
      return `${facts.client}: Arbeit ohne Vertrag`
  }
}

function noticeTitle({ agreement, near, day }: AgreementNears, f: Format): string {
  if (near === 3) return `${agreement}: letzte Tage zum Kündigen`
  if (near === 14) return `${agreement}: höchstens zwei Wochen zum Kündigen`
  return `${agreement}: kündbar bis ${f.dayShort(day)}`
}

function endTitle({ agreement, near, day }: AgreementNears, f: Format): string {
  if (near === 3) return `${agreement} endet in höchstens drei Tagen`
  return near === 14
    ? `${agreement} endet in höchstens zwei Wochen`
    : `${agreement} endet am ${f.dayShort(day)}`
}

export function contractSentence(facts: Contract, f: Format): string {
  switch (facts.why) {
    case 'before-start':
    case 'after-end':
      return outsideSentence(facts, f)
    case 'notice':
      return `${agreements.inSentence[facts.kind]} mit ${facts.client} verlängert sich am ${f.dayMedium(addDays(facts.termEnd, 1))} um ${agreements.months(facts.renewalMonths ?? 0)}, wenn nicht bis ${f.dayShort(facts.day)} gekündigt wird.`
    case 'end':
      return `${agreements.inSentence[facts.kind]} mit ${facts.client} endet am ${f.dayMedium(facts.day)} und verlängert sich nicht.`
    case 'no-agreement':
      return withoutSentence(facts, f)
  }
}

function outsideSentence({ why, session, engagement, day }: OutsideDates, f: Format): string {
  const who = session.client === null ? `„${session.title}“` : `„${session.title}“ (${session.client})`
  const on = f.dayShort(wallDay(session.start))
  return `${engagement} ${why === 'before-start' ? 'beginnt' : 'endet'} am ${f.dayShort(day)}; ${who} findet am ${on} statt.`
}

function withoutSentence({ sessions, last }: WithoutAgreement, f: Format): string {
  const named = sessions
    .slice(0, MOST_NAMED)
    .map(({ title, start }) => `„${title}“ am ${f.dayShort(wallDay(start))}`)
  const more = sessions.length - named.length
  const list = more > 0 ? `${named.join(', ')} und ${more} weitere` : named.join(', ')
  const since = last === null ? '' : ` „${last.agreement}“ endete am ${f.dayMedium(last.end)}.`
  return `Für ${list} ist kein Rahmenvertrag und kein Leistungsschein in Kraft.${since}`
}
