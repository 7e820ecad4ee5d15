import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  isMinor,
  LARGEST_INPUT,
  MoneyOverflow,
  negate,
  netOfGross,
  parseAmount,
  percent,
  sum,
  times,
  toDecimalString,
} from '../../../shared/money/amount.ts'
import { minorDigits } from '../../../shared/money/currency.ts'
import { fromDecimal, ratio } from '../../../shared/money/exact.ts'

const PERCENT = 10_000
const anAmount = fc.integer({ min: -LARGEST_INPUT, max: LARGEST_INPUT })
const aRate = fc.integer({ min: 0, max: 100 * PERCENT })

describe('a share of an amount', () => {
  it('of 9.975 % of 8180.00 is 815.96, of the negative amount the mirror image', () => {
    expect([percent(818_000, 99_750), percent(-818_000, 99_750)]).toEqual([81_596, -81_596])
  })

  it('for tax is taken of the sum of its lines: 3 × 33.33 at 19 % are 19.00, not 18.99', () => {
    const lines = [3333, 3333, 3333]
    expect(percent(sum(lines), 19 * PERCENT)).toBe(1900)
    expect(sum(lines.map((line) => percent(line, 19 * PERCENT)))).toBe(1899)
  })

  it('is the nearest integer, mirrored for negative amounts', () => {
    fc.assert(
      fc.property(anAmount, aRate, (amount, rate) => {
        const share = percent(amount, rate)
        const distance = BigInt(share) * 1_000_000n - BigInt(amount) * BigInt(rate)
        expect(distance <= 500_000n && distance >= -500_000n).toBe(true)
        expect(percent(negate(amount), rate)).toBe(negate(share))
      }),
    )
  })
})

describe('quantity × price', () => {
  it.each([
    ['5 minutes at 60.00 an hour', ratio(5, 60), 6000, 500],
    ['10 minutes at 60.00 an hour', ratio(10, 60), 6000, 1000],
    ['20 minutes at 60.00 an hour', ratio(20, 60), 6000, 2000],
    ['7 minutes at 95.00 an hour', ratio(7, 60), 9500, 1108],
    ['2.5 days at 1200.01', fromDecimal('2.5'), 120_001, 300_003],
    ['-2.5 days at 1200.01', fromDecimal('-2.5'), 120_001, -300_003],
    ['nothing', ratio(0, 60), 6000, 0],
    ['-1 minute at 0.01 an hour', ratio(-1, 60), 1, 0],
  ])('%s', (_, quantity, price, amount) => {
    expect(times(quantity, price)).toBe(amount)
  })

  it('is exact for whole quantities', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        (quantity, price) => {
          expect(times(ratio(quantity, 1), price)).toBe(quantity * price + 0)
        },
      ),
    )
  })
})

describe('a price that includes tax', () => {
  it('of 2.99 with 4 % is 2.88 net and 0.11 tax', () => {
    expect(netOfGross(299, 4 * PERCENT)).toEqual({ net: 288, tax: 11 })
  })

  it('is its net and its tax, whatever was rounded', () => {
    fc.assert(
      fc.property(anAmount, aRate, (gross, rate) => {
        const { net, tax } = netOfGross(gross, rate)
        expect(add(net, tax)).toBe(gross)
        const distance = 2n * (BigInt(net) * BigInt(1_000_000 + rate) - BigInt(gross) * 1_000_000n)
        expect(distance <= BigInt(1_000_000 + rate) && -distance <= BigInt(1_000_000 + rate)).toBe(true)
      }),
    )
  })

  it('is refused at −100 %', () => {
    expect(() => netOfGross(100, -100 * PERCENT)).toThrow(RangeError)
  })
})

describe('amounts', () => {
  it('are added and summed exactly, and there is no minus zero', () => {
    expect(
      [add(5, -5), negate(0), percent(-1, 1), sum([]), sum([1, 2, -3])].every((n) => Object.is(n, 0)),
    ).toBe(true)
    expect([isMinor(0), isMinor(-0), isMinor(1.5), isMinor(2 ** 53), isMinor(-12)]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })

  it('that leave the safe integers are a bug, and throw', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(() => add(most, 1)).toThrow(MoneyOverflow)
    expect(() => sum([most, most])).toThrow(MoneyOverflow)
    expect(sum([most, most, -most])).toBe(most)
    expect(() => times(ratio(10, 1), LARGEST_INPUT)).toThrow(MoneyOverflow)
    expect(() => add(0.5, 1)).toThrow(MoneyOverflow)
    expect(() => percent(Number.NaN, 1)).toThrow(MoneyOverflow)
  })
})

describe('the decimal text of an amount', () => {
  it.each([
    [123_456, 'EUR', '1234.56'],
    [-5, 'EUR', '-0.05'],
    [0, 'EUR', '0.00'],
    [1234, 'JPY', '1234'],
    [-1, 'KWD', '-0.001'],
    [Number.MAX_SAFE_INTEGER, 'EUR', '90071992547409.91'],
  ])('of %i %s is %s', (amount, currency, text) => {
    expect(toDecimalString(amount, currency)).toBe(text)
  })
})

describe('an amount as typed', () => {
  it.each([
    ['1234.56', 'EUR', '.', 123_456],
    ['1234,56', 'EUR', ',', 123_456],
    ['1,234.56', 'EUR', '.', 123_456],
    ['1.234,56', 'EUR', ',', 123_456],
    ['1 234 567,8', 'EUR', ',', 123_456_780],
    ['1 234,50', 'EUR', ',', 123_450],
    ['1 234,50', 'EUR', ',', 123_450],
    ["1'234.50", 'CHF', '.', 123_450],
    ['1’234.50', 'CHF', '.', 123_450],
    [' 12 ', 'EUR', '.', 1200],
    ['.5', 'EUR', '.', 50],
    ['5.', 'EUR', '.', 500],
    ['-3.10', 'EUR', '.', -310],
    ['−3.10', 'EUR', '.', -310],
    ['+3.10', 'EUR', '.', 310],
    ['-0', 'EUR', '.', 0],
    ['5000', 'JPY', '.', 5000],
    ['5.000', 'JPY', ',', 5000],
    ['1.234', 'KWD', '.', 1234],
    ['1.005', 'KWD', '.', 1005],
    ['10000000000000.00', 'EUR', '.', LARGEST_INPUT],
  ] as const)('%j in %s with the mark %j is %i', (text, currency, mark, amount) => {
    expect(parseAmount(text, currency, mark)).toEqual({ ok: true, amount })
  })

  it.each([
    ['', 'EUR', '.', 'empty'],
    ['   ', 'EUR', '.', 'empty'],
    ['.', 'EUR', '.', 'not-a-number'],
    ['-', 'EUR', '.', 'not-a-number'],
    ['12x', 'EUR', '.', 'not-a-number'],
    ['1e3', 'EUR', '.', 'not-a-number'],
    ['1.2.3', 'EUR', '.', 'not-a-number'],
    ['1234,56', 'EUR', '.', 'not-a-number'],
    ['12,34', 'EUR', '.', 'not-a-number'],
    ['1,2345', 'EUR', '.', 'not-a-number'],
    ["1,234'567", 'EUR', '.', 'not-a-number'],
    ['€5', 'EUR', '.', 'not-a-number'],
    ['--5', 'EUR', '.', 'not-a-number'],
    ['5.005', 'EUR', '.', 'too-precise'],
    ['5.000', 'EUR', '.', 'too-precise'],
    ['5.0', 'JPY', '.', 'too-precise'],
    ['10000000000000.01', 'EUR', '.', 'too-large'],
    ['99999999999999999999999999', 'EUR', '.', 'too-large'],
  ] as const)('%j in %s with the mark %j is refused: %s', (text, currency, mark, why) => {
    expect(parseAmount(text, currency, mark)).toEqual({ ok: false, why })
  })

  it('is read back from its decimal text, in any currency and with either mark', () => {
    fc.assert(
      fc.property(
        anAmount,
        fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
        fc.constantFrom('.' as const, ',' as const),
        (amount, currency, mark) => {
          const text = toDecimalString(amount, currency).replace('.', mark)
          expect(parseAmount(text, currency, mark)).toEqual({ ok: true, amount })
          expect(text.split(mark)[1]?.length ?? 0).toBe(minorDigits(currency))
        },
      ),
    )
  })

  it('of any text is an amount or a refusal, and quick to be one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const parsed = parseAmount(text, 'EUR', '.')
        expect(!parsed.ok || isMinor(parsed.amount)).toBe(true)
      }),
    )
    expect(parseAmount(`1${',234'.repeat(20_000)}x`, 'EUR', '.')).toEqual({ ok: false, why: 'not-a-number' })
  })
})
