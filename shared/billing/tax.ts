import { add, type Minor, percent, sum } from '../money/amount.ts'
import type { LineTax, TaxCategory } from '../plan/lineTax.ts'

/** A line's net amount with its tax. */
export interface TaxedAmount {
  readonly net: Minor
  readonly tax: LineTax
}

/** The lines of one category and rate (EN 16931 BG-23): what is taxable, and the tax on it. */
export interface TaxGroup {
  readonly category: TaxCategory
  /** Parts per million. */
  readonly rate: number
  /** BT-116, the exact sum of the lines' net amounts. */
  readonly net: Minor
  /** BT-117, rounded once, on the sum. */
  readonly tax: Minor
  /** The different reasons of its lines, in their order. */
  readonly reasons: readonly string[]
}

/**
 * Tax by the group method of EN 16931 (BR-CO-17): lines of one category and rate are summed, and the sum is taxed. Three
 * lines of 33.33 at 19 % make 19.00, where tax line by line would make 18.99. Groups come with the highest rate first.
 */
export function taxGroups(lines: readonly TaxedAmount[]): TaxGroup[] {
  const groups = new Map<string, TaxedAmount[]>()
  for (const line of lines) {
    const key = `${line.tax.category} ${line.tax.rate}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].map(taxGroup).sort((a, b) => b.rate - a.rate || order(a) - order(b))
}

function taxGroup(lines: readonly TaxedAmount[]): TaxGroup {
  const first = lines[0]?.tax
  if (first === undefined) throw new Error('a tax group without lines')
  const net = sum(lines.map((line) => line.net))
  return {
    category: first.category,
    rate: first.rate,
    net,
    tax: percent(net, first.rate),
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
