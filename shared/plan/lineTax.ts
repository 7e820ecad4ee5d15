import { z } from 'zod'
import { Line, PartsPerMillion } from './fields.ts'
import type { Frozen } from './frozen.ts'

/**
 * Tax category codes of EN 16931 (a subset of UNCL 5305): S standard or reduced rate, Z zero rate, E exempt, AE reverse
 * charge, K supply within the EU, G export, O outside the scope of tax.
 */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export const TaxCategory = z.enum(taxCategories)
export type TaxCategory = z.infer<typeof TaxCategory>

/**
 * Tax of one line. `reason` is printed. What fits together (a rate with S only, a reason with E, AE, K, G and O only) is
 * checked at issue, so that a draft may be half finished.
 */
export const LineTax = z.strictObject({ category: TaxCategory, rate: PartsPerMillion, reason: Line })
export type LineTax = Frozen<z.infer<typeof LineTax>>
