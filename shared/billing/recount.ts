/**
 * A second way to an invoice's totals, for a check before issue. It shares no code with `totals.ts`, `tax.ts`,
 * `apportion.ts` or `shared/money`: it works on decimal digits with one long division, where they work on fractions.
 */
import type { Discount, Exchange } from '../plan/invoice.ts'
import type { Priced } from './totals.ts'

const MILLION = 1_000_000n

/** Net, tax and gross in minor units. */
export interface Recount {
  readonly net: bigint
  readonly tax: bigint
  readonly gross: bigint
}

/** Counts an invoice again. */
export function recount({ lines, prices, discount }: Priced): Recount {
  const taxable = new Map<string, { readonly rate: bigint; sum: bigint }>()
  let whole = 0n
  for (const { amount, per, price, discount: own, tax } of lines) {
    const base = commercially(BigInt(amount) * BigInt(price), BigInt(per))
    const left = base - takenOff(base, own)
    whole += left
    const key = `${tax.rate}/${tax.category}`
    const group = taxable.get(key)
    if (group === undefined) taxable.set(key, { rate: BigInt(tax.rate), sum: left })
    else group.sum += left
  }
  const off = takenOff(whole, discount)
  let net = 0n
  let tax = 0n
  let passed = 0n
  let given = 0n
  const groups = [...taxable.values()]
  for (const [i, { rate, sum }] of groups.entries()) {
    passed += sum
    const upTo = i === groups.length - 1 ? off : whole === 0n ? 0n : commercially(off * passed, whole)
    const left = sum - (off === 0n ? 0n : upTo - given)
    given = upTo
    if (prices === 'gross') {
      const without = commercially(left * MILLION, MILLION + rate)
      net += without
      tax += left - without
    } else {
      net += left
      tax += commercially(left * rate, MILLION)
    }
  }
  return { net, tax, gross: net + tax }
}

/** An invoice's net and tax in another currency: millionths of major units, moved by the digits of both currencies. */
export function recountHome(
  { net, tax }: Recount,
  { rate }: Exchange,
  digits: { readonly from: number; readonly to: number },
): Recount {
  const dividend = 10n ** BigInt(Math.max(0, digits.to - digits.from))
  const divisor = MILLION * 10n ** BigInt(Math.max(0, digits.from - digits.to))
  const [homeNet, homeTax] = [net, tax].map((one) => commercially(one * BigInt(rate) * dividend, divisor))
  return { net: homeNet ?? 0n, tax: homeTax ?? 0n, gross: (homeNet ?? 0n) + (homeTax ?? 0n) }
}

function takenOff(from: bigint, discount: Discount | null): bigint {
  if (discount === null) return 0n
  if (discount.kind === 'share') return commercially(from * BigInt(discount.rate), MILLION)
  if (from === 0n) return 0n
  return from < 0n ? -BigInt(discount.amount) : BigInt(discount.amount)
}

/** A quotient to one decimal by long division, then by hand: 5 and above goes away from zero. */
function commercially(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const size = (n: bigint) => (n < 0n ? -n : n)
  const tenths = String((size(dividend) * 10n) / size(divisor)).padStart(2, '0')
  const whole = BigInt(tenths.slice(0, -1)) + (tenths.slice(-1) >= '5' ? 1n : 0n)
  return negative ? -whole : whole
}
