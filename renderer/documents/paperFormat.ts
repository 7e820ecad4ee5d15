import { toDecimalString } from '../../shared/money/amount.ts'
import type { Currency } from '../../shared/money/currency.ts'
import { minorDigits } from '../../shared/money/currency.ts'
import type { Language } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'
import { formatIn } from '../../shared/words/format.ts'

/** How a document writes numbers, money and days, in its own locale and not the screen's. */
export interface PaperFormat {
  /** `1,240.00`, for a column whose head names the currency. */
  amount(minor: number): string
  /** `€1,240.00`, and `US$1,240.00` where a bare sign could mean several currencies. */
  money(minor: number): string
  /** `24 Nov 2026`, `24.11.2026`. */
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
export function paperFormat(language: Language, locale: string, currency: Currency): PaperFormat {
  const screen = formatIn(language, locale)
  const digits = minorDigits(currency)
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const plain = new Intl.NumberFormat(locale, decimals)
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
  const day = (d: Day) => (language === 'de' ? screen.dayNumeric(d) : screen.dayMedium(d))
  return {
    amount: (minor) => typographic(plain.format(exact(minor))),
    money: (minor) => typographic(symbol.format(exact(minor))),
    day,
    days: (from, to) => {
      if (from === to) return day(from)
      return language === 'de' ? `${day(from)} – ${day(to)}` : screen.dayRange(from, to)
    },
    rate: (partsPerMillion) => percent.format(partsPerMillion / 1_000_000),
    hours: (minutes) => typographic(screen.clockDuration(minutes)),
    quantity: (amount, per) => typographic(quantity.format(amount / per)),
  }
}

/** A minus and a Swiss grouping mark as printers set them. */
function typographic(number: string): string {
  return number.replace('-', '−').replaceAll("'", '’')
}
