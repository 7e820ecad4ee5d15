import { add, type Minor, negate, netOfGross, percent, rounded, sum } from '../money/amount.ts'
import { div, mul, of } from '../money/exact.ts'
import type { Invoice } from '../plan/invoice.ts'
import type { LineTax, TaxCategory } from '../plan/lineTax.ts'

/** A line's amount with its tax. */
export interface TaxedAmount {
  /** Without its tax or with it, as the prices are. */
  readonly amount: Minor
  readonly tax: LineTax
}

/** The lines of one category and rate (EN 16931 BG-23): what is taxable, and the tax on it. */
export interface TaxGroup {
  readonly category: TaxCategory
  /** Parts per million. */
  readonly rate: number
  /** BT-116: the exact sum of the lines' net amounts less the group's share of the discount, or what the gross sum is without its tax. */
  readonly net: Minor
  /** BT-117, rounded once, on the sum. */
  readonly tax: Minor
  /** The different reasons of its lines, in their order. */
  readonly reasons: readonly string[]
}

export interface Taxing {
  /** What is taken off all lines together, in minor units. */
  readonly off: Minor
  readonly prices: Invoice['prices']
}

/**
 * Tax by the group method of EN 16931 (BR-CO-17): lines of one category and rate are summed, and the sum is taxed. Three
 * lines of 33.33 at 19 % make 19.00, where tax line by line would make 18.99. Where prices are with their tax, the sum
 * stays as typed and the net is what it is without tax: 2.99 at 4 % is 2.88 and 0.11. Groups come with the highest rate
 * first.
 */
export function taxGroups(lines: readonly TaxedAmount[], { off, prices }: Taxing): TaxGroup[] {
  const groups = new Map<string, TaxedAmount[]>()
  for (const line of lines) {
    const key = `${line.tax.category} ${line.tax.rate}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  const found = [...groups.values()]
  const sums = found.map((group) => sum(group.map((line) => line.amount)))
  const shares = sharesOf(off, sums)
  return found
    .map((group, i) => taxGroup(group, add(sums[i] ?? 0, negate(shares[i] ?? 0)), prices))
    .sort((a, b) => b.rate - a.rate || order(a) - order(b))
}

/** An amount in parts by weights of any sign: each is what the sum up to it gained, so that they add up. */
function sharesOf(amount: Minor, weights: readonly Minor[]): Minor[] {
  const whole = sum(weights)
  let passed = 0
  let given = 0
  return weights.map((weight, i) => {
    passed = add(passed, weight)
    const isLast = i === weights.length - 1
    const upTo = isLast ? amount : whole === 0 ? 0 : rounded(div(mul(of(amount), of(passed)), of(whole)))
    const share = add(upTo, negate(given))
    given = upTo
    return share
  })
}

function taxGroup(lines: readonly TaxedAmount[], amount: Minor, prices: Invoice['prices']): TaxGroup {
  const first = lines[0]?.tax
  if (first === undefined) throw new Error('a tax group without lines')
  const { category, rate } = first
  return {
    category,
    rate,
    ...(prices === 'gross' ? netOfGross(amount, rate) : { net: amount, tax: percent(amount, rate) }),
    reasons: [...new Set(lines.map((line) => line.tax.reason.trim()).filter((reason) => reason !== ''))],
  }
}

const order = ({ category }: { readonly category: TaxCategory }) =>
  ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'].indexOf(category)

/** The tax of all groups (BT-110, BR-CO-14). */
export function taxTotal(groups: readonly TaxGroup[]): Minor {
  return groups.reduce((total, group) => add(total, group.tax), 0)
}

/** The words that an invoice under reverse charge must carry, whatever its language (Directive 2006/112/EC, Art. 226 (11a)). */
export const REVERSE_CHARGE = 'Reverse charge'

/** What is wrong with the tax of a line: the code of a refusal. */
export type TaxFault =
  | 'tax-rate-missing'
  | 'tax-rate-unexpected'
  | 'tax-reason-missing'
  | 'tax-reason-unexpected'
  | 'reverse-charge-words'

/**
 * Whether category, rate and reason fit together: a rate above zero with S and with nothing else (BR-S-05, BR-Z-05 and
 * their kin), a reason with E, AE, K, G and O and not with S and Z (BR-E-10, BR-S-10 and their kin).
 */
export function taxFault({ category, rate, reason }: LineTax): TaxFault | null {
  const hasReason = reason.trim() !== ''
  if (category === 'S' && rate === 0) return 'tax-rate-missing'
  if (category !== 'S' && rate !== 0) return 'tax-rate-unexpected'
  if (needsReason(category) && !hasReason) return 'tax-reason-missing'
  if (!needsReason(category) && hasReason) return 'tax-reason-unexpected'
  if (category === 'AE' && !reason.toLowerCase().includes(REVERSE_CHARGE.toLowerCase()))
    return 'reverse-charge-words'
  return null
}

/** Whether an invoice must say why a line of this category carries no tax. */
export function needsReason(category: TaxCategory): boolean {
  return category !== 'S' && category !== 'Z'
}
