import type { Minor } from '../money/amount.ts'
import type { Currency } from '../money/currency.ts'
import type { PaperLanguage } from '../plan/fields.ts'
import type { TaxCategory } from '../plan/lineTax.ts'
import { type Day, lastOfMonth } from '../time/day.ts'
import { formatIn } from '../words/format.ts'
import { paperWordsIn } from '../words/words.ts'
import type { Period, RetainerTerms } from './retainer.ts'
import { smallBusinessReason } from './smallBusiness.ts'

/** The text that a proposed line starts with, in the invoice's language; the user edits it from there. */
export interface LineTexts {
  hours(engagement: string, period: Period): string
  days(engagement: string, period: Period): string
  fee(engagement: string, terms: RetainerTerms, period: Period): string
  overage(engagement: string, terms: RetainerTerms, period: Period): string
  price(engagement: string): string
  balance(engagement: string): string
  instalment(engagement: string, title: string, number: number, of: number): string
  /** `foreign` is what is charged in another currency than the invoice's. */
  expense(title: string, day: Day, foreign: { readonly minor: Minor; readonly of: Currency } | null): string
  taxReason(category: TaxCategory): string
  /** Why a small business in a country charges no tax. */
  smallBusiness(country: string): string
}

/** The texts of lines in a language. */
export function lineTexts(language: PaperLanguage): LineTexts {
  const { lines, taxReasons } = paperWordsIn(language).document
  const format = formatIn(language, language)
  const span = ({ from, to }: { readonly from: Day; readonly to: Day }) =>
    isMonth(from, to) ? format.month(from) : format.dayRange(from, to)
  return {
    hours: (engagement, period) => lines.hours(engagement, span(period)),
    days: (engagement, period) => lines.days(engagement, span(period)),
    fee: (engagement, terms, period) => lines.fee(engagement, format.duration(terms.minutes), span(period)),
    overage: (engagement, terms, period) =>
      lines.overage(engagement, format.duration(terms.minutes), span(period)),
    price: (engagement) => lines.price(engagement),
    balance: (engagement) => lines.balance(engagement),
    instalment: (engagement, title, number, of) => lines.instalmentOf(engagement, title.trim(), number, of),
    expense: (title, day, foreign) =>
      lines.expense(
        title.trim(),
        format.dayMedium(day),
        foreign === null ? null : format.money(foreign.minor, foreign.of),
      ),
    taxReason: (category) => taxReasons[category],
    smallBusiness: (country) => smallBusinessReason(country, language),
  }
}

function isMonth(from: Day, to: Day): boolean {
  return from.endsWith('-01') && to === lastOfMonth(from)
}
