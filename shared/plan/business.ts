import { z } from 'zod'
import { Address, CurrencyField, emptyAddress, Id, Line, Note, type PaperLanguage } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { LineTax } from './lineTax.ts'

/** Where money goes. */
const account = {
  /** With or without spaces, as typed; ISO 13616 is checked by the form and at issue. */
  iban: z.string().max(42, { error: 'too-long' }),
  bic: z.string().max(11, { error: 'too-long' }),
  bank: Line,
}

/** A further account, for invoices in its currency. */
export const Account = z.strictObject({ id: Id, currency: CurrencyField, ...account })
export type Account = Frozen<z.infer<typeof Account>>

/** What stands on every invoice in a language: above the lines, and under them. */
export const PaperTexts = z.strictObject({ opening: Note, footer: Note })
export type PaperTexts = Frozen<z.infer<typeof PaperTexts>>

/** The name of a picture among `Practice.pictures`: the SHA-256 of its bytes. */
export const PictureName = z.string().regex(/^[0-9a-f]{64}$/)

/** Who issues the invoices (EN 16931 BG-4) and how they are paid. */
export const Business = z.strictObject({
  name: Line,
  address: Address,
  email: Line,
  phone: Line,
  /** VAT identifier with its country's prefix, or the local tax number. */
  taxId: z.string().max(40, { error: 'too-long' }),
  registration: Line,
  ...account,
  /** Accounts for other currencies than the one above; the first of an invoice's currency is printed on it. */
  accounts: z.array(Account).max(20),
  currency: CurrencyField,
  /** The tax that a line of a new invoice proposes. */
  tax: LineTax,
  /** Whether the business charges no tax under its country's scheme for small businesses. */
  smallBusiness: z.boolean(),
  /** Days from issue until an invoice is due, for new clients. */
  paymentDays: z.int().min(0).max(365),
  /** Whether invoices carry a code to pay by: EPC for euros, the Swiss QR bill for francs. */
  paymentCode: z.boolean(),
  logo: PictureName.nullable(),
  texts: z.strictObject({ en: PaperTexts, de: PaperTexts, fr: PaperTexts } satisfies Record<
    PaperLanguage,
    typeof PaperTexts
  >),
})
export type Business = Frozen<z.infer<typeof Business>>

/** The example IBAN of the ISO 13616 registry, which no account has: the sample's, so what it issued is nobody's bill. */
export const EXAMPLE_IBAN = 'DE89370400440532013000'

const noTexts: PaperTexts = { opening: '', footer: '' }

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
  accounts: [],
  tax: { category: 'S', rate: 0, reason: '' },
  smallBusiness: false,
  paymentDays: 30,
  paymentCode: true,
  logo: null,
  texts: { en: noTexts, de: noTexts, fr: noTexts },
}

/** A picture for the head of the papers, as base64. */
export const Picture = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg']),
  data: z.base64().max(400_000, { error: 'picture-too-large' }),
})
export type Picture = Frozen<z.infer<typeof Picture>>

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
