import { type Currency, minorDigits } from './currency.ts'
import { add as addExact, div, type Exact, fraction, mul, of, roundHalfAwayFromZero } from './exact.ts'

/** An amount of money as a safe integer in its currency's minor unit: 12.34 EUR is 1234, 1234 JPY is 1234. Never −0. */
export type Minor = number

/**
 * A tax or percentage rate in parts per million: 19 % is 190000, 9.975 % is 99750. One part is a ten-thousandth
 * of a percent, finer than any tax law asks.
 */
export type Rate = number

/** The largest amount that a form, a file or a message may carry, either sign. Sums of nine such amounts are still exact. */
export const LARGEST_INPUT: Minor = 1_000_000_000_000_000

const PARTS_IN_WHOLE = 1_000_000

/** An amount left the safe integers. Inputs are bounded by {@link LARGEST_INPUT}, so this is a bug and not a message. */
export class MoneyOverflow extends Error {
  override readonly name = 'MoneyOverflow'
}

/** An integer as an amount; throws {@link MoneyOverflow} beyond the safe integers. */
function minor(amount: bigint): Minor {
  if (amount > BigInt(Number.MAX_SAFE_INTEGER) || amount < BigInt(Number.MIN_SAFE_INTEGER))
    throw new MoneyOverflow(`an amount of ${amount} minor units`)
  return Number(amount)
}

/** Whether a number can be an amount: a safe integer, and not −0. */
export function isMinor(n: number): n is Minor {
  return Number.isSafeInteger(n) && !Object.is(n, -0)
}

const checked = (n: number): number => {
  if (!Number.isSafeInteger(n)) throw new MoneyOverflow(`an amount of ${n} minor units`)
  return n === 0 ? 0 : n
}

/** a + b of one currency. Throws {@link MoneyOverflow}. */
export function add(a: Minor, b: Minor): Minor {
  return checked(checked(a) + checked(b))
}

/** The exact sum; 0 for none. Throws {@link MoneyOverflow}. */
export function sum(amounts: readonly Minor[]): Minor {
  return minor(amounts.reduce((total, amount) => total + BigInt(checked(amount)), 0n))
}

/** The amount with the other sign. */
export function negate(amount: Minor): Minor {
  return amount === 0 ? 0 : -checked(amount)
}

/** An exact number of minor units as an amount, rounded half away from zero. Throws {@link MoneyOverflow}. */
export function rounded(exact: Exact): Minor {
  return minor(roundHalfAwayFromZero(exact))
}

/**
 * Quantity × price, rounded once, half away from zero: a line's net (EN 16931 BT-131). Five minutes at 60.00 an
 * hour are `times(ratio(5, 60), 6000)` = 500; the quantity is never rounded first.
 */
export function times(quantity: Exact, price: Minor): Minor {
  return rounded(mul(quantity, of(checked(price))))
}

/** A share of an amount, rounded half away from zero: 9.975 % of 8180.00 is 815.96, of −8180.00 is −815.96. */
export function percent(amount: Minor, rate: Rate): Minor {
  return rounded(fraction(BigInt(checked(amount)) * BigInt(rate), BigInt(PARTS_IN_WHOLE)))
}

/** A gross amount taken apart: `net + tax` is the gross. */
export type NetAndTax = { readonly net: Minor; readonly tax: Minor }

/**
 * Net and tax of a price that includes the tax: the net is rounded and the tax is the rest, so that the gross
 * stays what was typed. 2.99 with 4 % is 2.88 and 0.11. A rate of −100 % or less throws a RangeError.
 */
export function netOfGross(gross: Minor, rate: Rate): NetAndTax {
  if (!(rate > -PARTS_IN_WHOLE)) throw new RangeError(`no tax rate: ${rate} parts per million`)
  const net = rounded(
    div(of(checked(gross)), addExact(of(1), fraction(BigInt(rate), BigInt(PARTS_IN_WHOLE)))),
  )
  return { net, tax: add(gross, negate(net)) }
}

/** The amount in units as a plain decimal with the currency's digits and a dot: −5 of EUR is "-0.05". Exact, for files and XML. */
export function toDecimalString(amount: Minor, currency: Currency): `${number}` {
  const digits = minorDigits(currency)
  const text = String(Math.abs(checked(amount))).padStart(digits + 1, '0')
  const sign = amount < 0 ? '-' : ''
  const decimal = digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
  return decimal as `${number}`
}

/** Why a typed amount was refused. */
export type AmountRefusal = 'empty' | 'not-a-number' | 'too-precise' | 'too-large'

export type ParsedAmount =
  | { readonly ok: true; readonly amount: Minor }
  | { readonly ok: false; readonly why: AmountRefusal }

/** The decimal marks in use; what is not the mark may group thousands. */
export type DecimalMark = '.' | ','

/** Thousands may be set apart by the other mark, an apostrophe (Switzerland) or any kind of space. */
const GROUP_MARKS = { '.': "[,'’\\s]", ',': "[.'’\\s]" } as const

/**
 * An amount as typed in a form: an optional sign, digits with or without thousands groups (all by one mark, groups
 * of three), and at most the currency's digits after `mark`. One digit more is refused even when it is 0, since
 * "5.000" may have meant five thousand. Refuses amounts beyond {@link LARGEST_INPUT}.
 */
export function parseAmount(text: string, currency: Currency, mark: DecimalMark): ParsedAmount {
  const typed = text.trim()
  if (typed === '') return { ok: false, why: 'empty' }
  const group = GROUP_MARKS[mark]
  const pattern = new RegExp(
    `^([-+−]?)(\\d+|\\d{1,3}(?:(${group})\\d{3})(?:\\3\\d{3})*)?(?:\\${mark}(\\d*))?$`,
  )
  const match = pattern.exec(typed)
  const whole = (match?.[2] ?? '').replace(/\D/g, '')
  const part = match?.[4] ?? ''
  if (match === null || whole + part === '') return { ok: false, why: 'not-a-number' }
  const digits = minorDigits(currency)
  if (part.length > digits) return { ok: false, why: 'too-precise' }
  const size = BigInt(`${whole}${part.padEnd(digits, '0')}` || '0')
  if (size > BigInt(LARGEST_INPUT)) return { ok: false, why: 'too-large' }
  const amount = Number(size)
  return { ok: true, amount: match[1] === '-' || match[1] === '−' ? negate(amount) : amount }
}
