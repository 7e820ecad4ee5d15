import type { InvoiceLine } from '../../shared/plan/invoice.ts'
import type { Format } from '../../shared/words/format.ts'

/** A line's quantity as printed: hours as h:mm, other units with the decimals that they have. */
export function quantityText(
  { unit, amount, per }: Pick<InvoiceLine, 'unit' | 'amount' | 'per'>,
  format: Format,
): string {
  if (unit === 'hour') return format.clockDuration(amount)
  return format.number(amount / per, decimalsOf(amount, per))
}

function decimalsOf(amount: number, per: number): number {
  const hundredths = (amount * 100) / per
  return hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2
}

/** A typed quantity of at most two decimals as `amount / per`; null for more. */
export function quantityOf(value: number): { readonly amount: number; readonly per: number } | null {
  const hundredths = Math.round(value * 100)
  if (Math.abs(value * 100 - hundredths) > 1e-6) return null
  if (hundredths % 100 === 0) return { amount: hundredths / 100, per: 1 }
  return hundredths % 50 === 0 ? { amount: hundredths / 50, per: 2 } : { amount: hundredths, per: 100 }
}

/** A line's quantity in another unit: 2:30 h become 2.5 of anything else, and back. */
export function inUnit(
  { unit: before, amount, per }: Pick<InvoiceLine, 'unit' | 'amount' | 'per'>,
  unit: InvoiceLine['unit'],
): { readonly amount: number; readonly per: number } {
  if (unit === before || (unit !== 'hour' && before !== 'hour')) return { amount, per }
  if (unit === 'hour') return { amount: Math.round((amount / per) * 60), per: 60 }
  return quantityOf(Math.round((amount / per) * 100) / 100) ?? { amount: 1, per: 1 }
}
