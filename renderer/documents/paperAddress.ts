/** Addresses and the foot of a paper, as text. */
import type { InvoiceDocument } from '../../shared/billing/document.ts'
import { printedIban } from '../../shared/billing/iban.ts'
import type { Address, PaperLanguage } from '../../shared/plan/fields.ts'
import type { PaperWords } from '../../shared/words/words.ts'

const isText = (text: string) => text.trim() !== ''

/** Countries that write the number before the street. */
const NUMBER_FIRST = new Set(['GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'FR', 'LU'])
/** Countries that write the postcode after the town. */
const POSTCODE_LAST = new Set(['GB', 'IE', 'US', 'CA', 'AU', 'NZ'])

/** The two lines of a street and a town as post in the address's country wants them, without empty ones. */
export function streetAndTown({ street, number, postcode, town, country }: Address): string[] {
  const first = NUMBER_FIRST.has(country) ? [number, street] : [street, number]
  const second = POSTCODE_LAST.has(country) ? [town, postcode] : [postcode, town]
  return [first, second]
    .map((parts) =>
      parts
        .map((part) => part.trim())
        .filter(isText)
        .join(' '),
    )
    .filter(isText)
}

/** An address for a letter; the country is named, in capitals, where the letter crosses a border (UPU S42). */
export function postal(address: Address, from: Address, language: PaperLanguage): string[] {
  const abroad = address.country !== '' && address.country !== from.country
  const country = abroad
    ? (new Intl.DisplayNames(language, { type: 'region' }).of(address.country) ?? '')
    : ''
  return [...streetAndTown(address), country.toLocaleUpperCase(language)].filter(isText)
}

/**
 * Where the envelope's window shows the address. `din`: DIN 5008 form B, the address from 63 mm down, with the sender in a
 * line above it, and marks to fold and punch. `high`: from 53 mm down, which lies in the window of a US #10 envelope
 * (7/8 in from the left, 1/2 in from the bottom, 4 1/2 × 1 1/8 in; a letter folded in three has half an inch of play) and
 * in the left window of a Swiss C5 one (from 52 mm down), to which SN 010130 lets an address be set.
 */
export type Window = 'din' | 'high'

/** The window of a paper. */
export function windowOf({ paper, seller }: Pick<InvoiceDocument, 'paper' | 'seller'>): Window {
  const isSwiss = seller.address.country === 'CH' || seller.address.country === 'LI'
  return paper === 'Letter' || isSwiss ? 'high' : 'din'
}

/**
 * Whether VAT ids are named. What is outside the scope of tax names none (EN 16931, BR-O-02 to BR-O-04); a tax number of
 * the seller's may stand there.
 */
export function namesVatIds({ invoice: { lines } }: Pick<InvoiceDocument, 'invoice'>): boolean {
  return lines.length === 0 || lines.some(({ tax }) => tax.category !== 'O')
}

/** The columns at the foot: who, how to reach and register, and where money goes. */
export function footerColumns(
  document: Pick<InvoiceDocument, 'seller' | 'invoice'>,
  words: PaperWords['document'],
): string[][] {
  const { seller } = document
  const isVatId = /^[A-Z]{2}/.test(seller.taxId.trim())
  const labelled = (label: string, value: string) => (isText(value) ? [`${label} ${value.trim()}`] : [])
  return [
    [seller.name, ...streetAndTown(seller.address)],
    [
      seller.email,
      seller.phone,
      ...(isVatId && !namesVatIds(document)
        ? []
        : labelled(isVatId ? words.ourTaxId : words.taxNumber, seller.taxId)),
      ...labelled(words.registration, seller.registration),
    ],
    [seller.bank, ...labelled(words.iban, printedIban(seller.iban)), ...labelled(words.bic, seller.bic)],
  ].map((column) => column.filter(isText))
}
