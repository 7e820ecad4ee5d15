import { z } from 'zod'
import { Address, CurrencyField, emptyAddress, Line, Note } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { LineTax } from './lineTax.ts'

/** Who issues the invoices (EN 16931 BG-4) and how they are paid. */
export const Business = z.strictObject({
  name: Line,
  address: Address,
  email: Line,
  phone: Line,
  /** VAT identifier with its country's prefix, or the local tax number. */
  taxId: z.string().max(40, { error: 'too-long' }),
  registration: Line,
  /** With or without spaces, as typed; ISO 13616 is checked by the form and at issue. */
  iban: z.string().max(42, { error: 'too-long' }),
  bic: z.string().max(11, { error: 'too-long' }),
  bank: Line,
  currency: CurrencyField,
  /** The tax that a line of a new invoice proposes. */
  tax: LineTax,
  /** Text under every invoice. */
  footer: Note,
})
export type Business = Frozen<z.infer<typeof Business>>

/** The example IBAN of the ISO 13616 registry, which no account has: the sample's, so what it issued is nobody's bill. */
export const EXAMPLE_IBAN = 'DE89370400440532013000'

/** A business about which nothing is known yet. Its tax (standard, rate zero) cannot be issued: the user has to decide. */
export const newBusiness: Business = {
  name: '',
  address: emptyAddress,
  email: '',
  phone: '',
  taxId: '',
  registration: '',
  iban: '',
  bic: '',
  bank: '',
  currency: 'EUR',
  tax: { category: 'S', rate: 0, reason: '' },
  footer: '',
}

/**
 * Where an invoice's number comes from. `{YYYY}` and `{#…}` (at least as many digits as `#`) are replaced; numbers
 * restart each year only if the year is part of the pattern. `next` holds the next number of each series (a year, or
 * `all`) and is the only source of numbers: they are never counted from rows and never freed.
 */
export const Numbering = z.strictObject({
  pattern: z
    .string()
    .max(60, { error: 'too-long' })
    .regex(/^[^{}]*(\{YYYY\}[^{}]*)?\{#+\}[^{}]*$/, { error: 'number-pattern' }),
  next: z.record(z.string().max(8), z.int().min(1).max(999_999_999)),
})
export type Numbering = Frozen<z.infer<typeof Numbering>>
