import { toDecimalString } from '../../shared/money/amount.ts'
import type { Currency } from '../../shared/money/currency.ts'
import { minorDigits } from '../../shared/money/currency.ts'
import type { PaperLanguage } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'
import { formatIn } from '../../shared/words/format.ts'

/** How a document writes numbers, money and days, in its own locale and not the screen's. */
export interface PaperFormat {
  /** `1,240.00`, for a column whose head names the currency. */
  amount(minor: number): string
  /** `€1,240.00`, and `US$1,240.00` where a bare sign could mean several currencies. */
  money(minor: number): string
  /** `24 Nov 2026`, `Nov 24, 2026`, `24.11.2026`, `24/11/2026`. */
  day(day: Day): string
  /** `1 – 30 Nov 2026`, `01.11.2026 – 30.11.2026`. */
  days(from: Day, to: Day): string
  /** A tax rate of parts per million: `19%`, `9.975 %`. */
  rate(partsPerMillion: number): string
  /** `12:30` hours. */
  hours(minutes: number): string
  /** A quantity with at most two decimals. */
  quantity(amount: number, per: number): string
}

/** Formats for a language, a locale (BCP 47) and a currency. */
export function paperFormat(language: PaperLanguage, locale: string, currency: Currency): PaperFormat {
  const { clockDuration } = formatIn(language, locale)
  const digits = minorDigits(currency)
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const symbol = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'symbol',
    ...decimals,
  })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const quantity = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  // A decimal string keeps every digit: Intl formats it exactly, a float might not.
  const exact = (minor: number) => toDecimalString(minor, currency)
  // Abbreviated months are English; German and French papers write days in figures.
  const days = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(language === 'en' ? { dateStyle: 'medium' } : { day: '2-digit', month: '2-digit', year: 'numeric' }),
  })
  const day = (d: Day) => days.format(Date.parse(d))
  return {
    // Money's own marks, which in French Switzerland are not those of other numbers.
    amount: (minor) => typographic(withoutSymbol(symbol.formatToParts(exact(minor)))),
    money: (minor) => typographic(symbol.format(exact(minor))),
    day,
    days: (from, to) => {
      if (from === to) return day(from)
      if (language !== 'en') return `${day(from)} – ${day(to)}`
      return days.formatRange(Date.parse(from), Date.parse(to)).replace(/\s*–\s*/, ' – ')
    },
    rate: (partsPerMillion) => percent.format(partsPerMillion / 1_000_000),
    hours: (minutes) => typographic(clockDuration(minutes)),
    quantity: (amount, per) => typographic(quantity.format(amount / per)),
  }
}

function withoutSymbol(parts: readonly Intl.NumberFormatPart[]): string {
  const isShown = ({ type }: Intl.NumberFormatPart) => type !== 'currency' && type !== 'literal'
  return parts
    .filter(isShown)
    .map(({ value }) => value)
    .join('')
}

/** A minus and a Swiss grouping mark as printers set them. */
function typographic(number: string): string {
  return number.replace('-', '−').replaceAll("'", '’')
}
