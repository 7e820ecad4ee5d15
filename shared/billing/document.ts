import { z } from 'zod'
import { annexReport } from '../documents/annexReport.ts'
import { Report } from '../documents/report.ts'
import { Picture } from '../plan/business.ts'
import type { PaperLanguage } from '../plan/fields.ts'
import { DayField } from '../plan/fields.ts'
import type { Frozen } from '../plan/frozen.ts'
import { Buyer, HomeAmounts, Invoice, Seller } from '../plan/invoice.ts'
import { findInvoice, own, type Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'
import { homeAmounts } from './home.ts'
import { sellerOf } from './seller.ts'
import { totalsOf } from './totals.ts'

/** All that the printed page needs to know, and nothing else of the plan. */
export const InvoiceDocument = z.strictObject({
  invoice: Invoice,
  /** Null for a draft. */
  number: z.string().nullable(),
  on: DayField,
  dueOn: DayField,
  seller: Seller,
  buyer: Buyer,
  /** The invoice that this one is about, as it was issued. */
  corrects: z.strictObject({ number: z.string(), on: DayField }).nullable(),
  /** The amounts in the seller's own currency, where that is another one. */
  home: HomeAmounts.nullable(),
  /** The seller's logo. */
  logo: Picture.nullable(),
  /** BCP 47, for money and dates. */
  locale: z.string().max(35),
  paper: z.enum(['A4', 'Letter']),
  /** The time behind the lines, on pages of its own after the invoice. */
  annex: Report.nullable(),
})
export type InvoiceDocument = Frozen<z.infer<typeof InvoiceDocument>>

/** The page of an invoice: as frozen where it is issued, else as it would be if it were issued `today`. */
export function invoiceDocument(plan: Plan, invoice: Invoice, today: Day): InvoiceDocument {
  const head = { ...partiesOf(plan, invoice, today), invoice, corrects: correctedBy(plan, invoice) }
  const document = {
    ...head,
    logo: own(plan.practice.pictures, head.seller.logo ?? '') ?? null,
    ...printed(invoice.language, head.buyer.address.country),
  }
  return { ...document, annex: annexReport(plan, document) }
}

type Parties = Pick<InvoiceDocument, 'number' | 'on' | 'dueOn' | 'seller' | 'buyer' | 'home'>

function partiesOf({ practice }: Plan, invoice: Invoice, today: Day): Parties {
  const { issued, currency, language, paymentDays } = invoice
  if (issued !== null) {
    const { number, on, dueOn, seller, buyer, home } = issued
    return { number, on, dueOn, seller, buyer, home }
  }
  const client = own(practice.clients, invoice.clientId)
  if (client === undefined) throw new Error(`invoice ${invoice.id} is for no client`)
  const { name, address, taxId, email } = client
  return {
    number: null,
    on: today,
    dueOn: addDays(today, paymentDays),
    seller: sellerOf(practice.business, currency, language),
    buyer: { name, address, taxId, email },
    home: homeAmounts(invoice, totalsOf(invoice), practice.business.currency),
  }
}

function correctedBy(plan: Plan, { corrects }: Invoice): InvoiceDocument['corrects'] {
  const issued = findInvoice(plan, corrects ?? '')?.issued
  return issued == null ? null : { number: issued.number, on: issued.on }
}

/** Countries whose way of writing numbers and dates is known for the languages of documents. */
const LOCALES: Readonly<Record<PaperLanguage, readonly string[]>> = {
  en: ['GB', 'US', 'IE', 'AU', 'CA', 'NZ', 'ZA', 'IN', 'SG'],
  de: ['DE', 'AT', 'CH', 'LI', 'LU'],
  fr: ['FR', 'BE', 'CH', 'LU', 'CA', 'MC'],
}

/** How a document for somebody in a country is written: numbers and dates, and on which paper. */
export function printed(language: PaperLanguage, country: string): Pick<InvoiceDocument, 'locale' | 'paper'> {
  const known = LOCALES[language].includes(country) ? country : LOCALES[language][0]
  return { locale: `${language}-${known}`, paper: country === 'US' || country === 'CA' ? 'Letter' : 'A4' }
}

/** A name for the file: `Invoice 2026-014 Northwind.pdf`, without what file systems refuse; at most 240 bytes and `.pdf`. */
export function documentFileName({ number, buyer }: InvoiceDocument, kind: string): string {
  return fileName([kind, number ?? '', buyer.name], 'pdf')
}

/** Parts of a name as a file's name, without what file systems refuse; at most 240 bytes and the extension. */
export function fileName(parts: readonly string[], extension: string): string {
  const safe = parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${[...safe]
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '')}.${extension}`
}
