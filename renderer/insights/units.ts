import { numberCell } from '../../shared/exchange/csv/csvCell.ts'
import { toDecimalString } from '../../shared/money/amount.ts'
import { type Currency, minorDigits } from '../../shared/money/currency.ts'
import { dayOf } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import type { ChartUnit } from './chartModel.ts'

/** Lengths in whole minutes, on an axis of hours. */
export function minutesUnit(words: Words['insights'], format: Format): ChartUnit {
  return {
    scale: 60,
    text: (value) => format.duration(value),
    tick: (hours) => words.hours(format.number(hours, Number.isInteger(hours) ? 0 : 1)),
    csvName: words.minutes,
    csv: numberCell,
  }
}

/** Amounts in minor units, on an axis of whole units. */
export function moneyUnit(currency: Currency, format: Format): ChartUnit {
  return {
    scale: 10 ** minorDigits(currency),
    text: (value) => format.money(value, currency, 'whole'),
    tick: (units) => format.number(units, 0),
    csvName: currency,
    csv: (value) => ({ number: toDecimalString(value, currency) }),
  }
}

/** Days by their numbers. */
export function dayUnit(format: Format): ChartUnit {
  return {
    scale: 1,
    text: (value) => format.dayMedium(dayOf(value)),
    tick: (value) => format.dayMedium(dayOf(value)),
    csvName: '',
    csv: dayOf,
  }
}

/** Shares of 1. */
export function shareUnit(format: Format): ChartUnit {
  return {
    scale: 1,
    text: (value) => format.percent(value),
    tick: (share) => format.percent(share),
    csvName: '%',
    csv: (value) => numberCell(Math.round(value * 1000) / 10),
  }
}
