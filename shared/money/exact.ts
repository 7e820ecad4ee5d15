/**
 * An exact rational number. `den` is positive and the fraction is in lowest terms, so equal numbers are equal
 * field by field. Money is never computed in binary floats: `(1.005).toFixed(2)` is "1.00".
 */
export type Exact = { readonly num: bigint; readonly den: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

const abs = (n: bigint): bigint => (n < 0n ? -n : n)

/** num / den in lowest terms. Throws a RangeError for a zero denominator. */
export function fraction(num: bigint, den: bigint): Exact {
  if (den === 0n) throw new RangeError('division by zero')
  const sign = den < 0n ? -1n : 1n
  const common = gcd(abs(num), abs(den))
  return { num: (sign * num) / common, den: (sign * den) / common }
}

/** An integer as an exact number. Throws a RangeError for a number that is no safe integer. */
export function of(integer: number | bigint): Exact {
  if (typeof integer === 'number' && !Number.isSafeInteger(integer))
    throw new RangeError(`not a safe integer: ${integer}`)
  return { num: BigInt(integer), den: 1n }
}

/** `numerator` / `denominator` of safe integers: 5 minutes of an hour is `ratio(5, 60)`. */
export function ratio(numerator: number, denominator: number): Exact {
  return div(of(numerator), of(denominator))
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** The exact value of a decimal such as `9.975` or `-0.5`. Throws a RangeError for any other text: forms check first. */
export function fromDecimal(text: string): Exact {
  const match = DECIMAL.exec(text)
  if (match === null) throw new RangeError(`not a decimal: ${JSON.stringify(text)}`)
  const [, sign, whole = '', part = ''] = match
  const digits = BigInt(whole + part)
  return fraction(sign === '-' ? -digits : digits, 10n ** BigInt(part.length))
}

export function add(a: Exact, b: Exact): Exact {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function sub(a: Exact, b: Exact): Exact {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den)
}

export function mul(a: Exact, b: Exact): Exact {
  return fraction(a.num * b.num, a.den * b.den)
}

/** a / b. Throws a RangeError when b is zero. */
export function div(a: Exact, b: Exact): Exact {
  return fraction(a.num * b.den, a.den * b.num)
}

/** −1, 0 or 1 as a is less than, equal to or greater than b. */
export function cmp(a: Exact, b: Exact): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest integer, a half going away from zero: 2.5 → 3, −2.5 → −3 (the commercial rounding of invoices). */
export function roundHalfAwayFromZero(r: Exact): bigint {
  const rounded = (2n * abs(r.num) + r.den) / (2n * r.den)
  return r.num < 0n ? -rounded : rounded
}
