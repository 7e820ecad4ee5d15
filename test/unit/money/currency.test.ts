import { describe, expect, it } from 'vitest'
import { currencies, isCurrency, minorDigits, minorUnits } from '../../../shared/money/currency.ts'

describe('a currency', () => {
  it.each([
    ['EUR', 2, 100],
    ['USD', 2, 100],
    ['JPY', 0, 1],
    ['KRW', 0, 1],
    ['ISK', 0, 1],
    ['KWD', 3, 1000],
    ['TND', 3, 1000],
    ['CLF', 4, 10_000],
    // ISO 4217 has two digits for these, where CLDR counts the cash in use and has none.
    ['IDR', 2, 100],
    ['HUF', 2, 100],
    ['COP', 2, 100],
  ])('%s has %i digits, %i minor units', (code, digits, units) => {
    expect([isCurrency(code), minorDigits(code), minorUnits(code)]).toEqual([true, digits, units])
  })

  it.each(['', 'eur', 'EURO', 'XYZ', 'XAU', 'XXX', 'XTS', '€'])('%j is none', (text) => {
    expect(isCurrency(text)).toBe(false)
  })

  it('is one of a sorted list', () => {
    const all = currencies()
    expect(all).toEqual([...all].sort())
    expect(all.every(isCurrency)).toBe(true)
    expect(all).toEqual(expect.arrayContaining(['CHF', 'EUR', 'GBP', 'USD']))
  })
})
