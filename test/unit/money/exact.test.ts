import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  cmp,
  div,
  type Exact,
  fraction,
  fromDecimal,
  mul,
  of,
  ratio,
  roundHalfAwayFromZero,
  sub,
} from '../../../shared/money/exact.ts'

const aNumber = fc.tuple(
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  fc.bigInt({ min: 1n, max: 10n ** 9n }),
)
const anExact = aNumber.map(([num, den]) => fraction(num, den))

describe('an exact number', () => {
  it('is in lowest terms with a positive denominator', () => {
    expect(fraction(6n, -4n)).toEqual({ num: -3n, den: 2n })
    expect(fraction(0n, -7n)).toEqual({ num: 0n, den: 1n })
    expect(ratio(5, 60)).toEqual({ num: 1n, den: 12n })
  })

  it.each([
    ['9.975', { num: 399n, den: 40n }],
    ['-0.5', { num: -1n, den: 2n }],
    ['1.005', { num: 201n, den: 200n }],
    ['12', { num: 12n, den: 1n }],
    ['0.000', { num: 0n, den: 1n }],
  ])('%s is read without loss', (text, exact) => {
    expect(fromDecimal(text)).toEqual(exact)
  })

  it.each(['', '.5', '5.', '1e3', '1,5', '--1', ' 1', 'NaN'])('is not read from %j', (text) => {
    expect(() => fromDecimal(text)).toThrow(RangeError)
  })

  it('is not made from a float or divided by zero', () => {
    expect(() => of(0.1)).toThrow(RangeError)
    expect(() => of(2 ** 53)).toThrow(RangeError)
    expect(() => div(of(1), of(0))).toThrow(RangeError)
    expect(() => ratio(1, 0)).toThrow(RangeError)
  })

  it('follows the laws of arithmetic', () => {
    fc.assert(
      fc.property(anExact, anExact, anExact, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)))
        expect(sub(add(a, b), b)).toEqual(a)
        if (b.num !== 0n) expect(mul(div(a, b), b)).toEqual(a)
        expect(cmp(a, b)).toBe(Math.sign(Number(a.num * b.den - b.num * a.den)))
      }),
    )
  })

  it.each([
    ['2.5', 3n],
    ['-2.5', -3n],
    ['2.4999999999999999999', 2n],
    ['-2.4999999999999999999', -2n],
    ['81595.5', 81596n],
    ['0.5', 1n],
    ['-0.5', -1n],
    ['0', 0n],
    ['-0.4', 0n],
  ])('%s is rounded half away from zero to %s', (text, integer) => {
    expect(roundHalfAwayFromZero(fromDecimal(text))).toBe(integer)
  })

  it('is rounded to an integer no farther than a half away, and to the farther from zero at a half', () => {
    const doubled = (a: Exact): Exact => mul(a, of(2))
    fc.assert(
      fc.property(anExact, (a) => {
        const rounded = of(roundHalfAwayFromZero(a))
        const distance = doubled(sub(rounded, a))
        const size = distance.num < 0n ? { ...distance, num: -distance.num } : distance
        expect(cmp(size, of(1))).toBeLessThanOrEqual(0)
        if (cmp(size, of(1)) === 0) expect(Math.sign(Number(distance.num))).toBe(Math.sign(Number(a.num)))
      }),
    )
  })
})
