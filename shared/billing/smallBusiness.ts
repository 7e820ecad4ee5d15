import type { PaperLanguage } from '../plan/fields.ts'
import { paperWordsIn } from '../words/words.ts'

/** Wordings that a country asks for, whatever the paper's language. */
const NATIONAL: Readonly<Record<string, string>> = {
  DE: 'Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.',
  AT: 'Umsatzsteuerfrei aufgrund der Kleinunternehmerregelung (§ 6 Abs. 1 Z 27 UStG).',
  FR: 'TVA non applicable, art. 293 B du CGI.',
}

/** The reason that a small business prints where it charges no tax; the planner may change it. */
export function smallBusinessReason(country: string, language: PaperLanguage): string {
  return NATIONAL[country] ?? paperWordsIn(language).document.smallBusiness
}
