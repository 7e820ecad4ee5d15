/**
 * A second way to an invoice's totals, for a check before issue. It shares no code with `totals.ts`, `tax.ts` or
 * `shared/money`: it works on decimal digits with one long division, where they work on fractions.
 */
import type { PricedLine } from './totals.ts'

/** Net, tax and gross in minor units. */
export interface Recount {
  readonly net: bigint
  readonly tax: bigint
  readonly gross: bigint
}

/** Counts an invoice again. */
export function recount(lines: readonly PricedLine[]): Recount {
  const taxable = new Map<string, { rate: bigint; net: bigint }>()
  let net = 0n
  for (const { amount, per, price, tax } of lines) {
    const lineNet = commercially(BigInt(amount) * BigInt(price), BigInt(per))
    net += lineNet
    const key = `${tax.rate}/${tax.category}`
    const group = taxable.get(key) ?? { rate: BigInt(tax.rate), net: 0n }
    taxable.set(key, { ...group, net: group.net + lineNet })
  }
  let tax = 0n
  for (const group of taxable.values()) tax += commercially(group.net * group.rate, 1_000_000n)
  return { net, tax, gross: net + tax }
}

/** A quotient to one decimal by long division, then by hand: 5 and above goes away from zero. */
function commercially(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n
  const tenths = String(((negative ? -dividend : dividend) * 10n) / divisor).padStart(2, '0')
  const whole = BigInt(tenths.slice(0, -1)) + (tenths.slice(-1) >= '5' ? 1n : 0n)
  return negative ? -whole : whole
}
