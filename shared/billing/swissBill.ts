import type { Data, Debtor } from 'swissqrbill/types'
import { calculateQRReferenceChecksum, calculateSCORReferenceChecksum, isQRIBAN } from 'swissqrbill/utils'
import { type Minor, toDecimalString } from '../money/amount.ts'
import type { Address } from '../plan/fields.ts'
import type { Buyer, Seller } from '../plan/invoice.ts'
import { compactIban, isIban } from './iban.ts'

/** The data of a Swiss QR bill, as the library takes it. */
export type SwissBill = Data

/** The largest amount of a QR bill, in hundredths. */
const MOST = 99_999_999_999

/** A payment that a QR bill asks for. */
export interface SwissPayment {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly currency: string
  readonly amount: Minor
  /** The invoice's number. */
  readonly number: string
  /** What else the payer reads. */
  readonly message: string
}

/**
 * The Swiss QR bill of a payment (SIX, Implementation Guidelines QR-bill 2.3): CHF or EUR to an account in Switzerland or
 * Liechtenstein, with structured addresses only. A QR-IBAN goes with a QR reference, another account with a creditor
 * reference (ISO 11649). Null where none is wanted or none can be.
 */
export function swissBill({
  seller,
  buyer,
  currency,
  amount,
  number,
  message,
}: SwissPayment): SwissBill | null {
  const account = compactIban(seller.iban)
  if (!seller.paymentCode || amount < 1 || amount > MOST || !/^(CH|LI)/.test(account) || !isIban(account))
    return null
  if (currency !== 'CHF' && currency !== 'EUR') return null
  const creditor = partyOf(seller)
  const reference = referenceOf(account, number)
  if (creditor === null || (reference === null && isQRIBAN(account))) return null
  const debtor = partyOf(buyer)
  return {
    currency,
    amount: Number(toDecimalString(amount, currency)),
    creditor: { ...creditor, account },
    ...(debtor === null ? {} : { debtor }),
    ...(reference === null ? {} : { reference }),
    message: clipped(message, 140),
  }
}

/** What the guidelines allow: Latin letters with their marks, digits, punctuation, and the euro (appendix D). */
const ALLOWED = /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u20ac]*$/

/** Name and address of somebody; null where they cannot stand on a bill. */
function partyOf({ name, address }: { readonly name: string; readonly address: Address }): Debtor | null {
  const { street, number, postcode, town, country } = address
  const texts = [name, street, number, postcode, town].map((text) => text.trim().replace(/\s+/g, ' '))
  const [who = '', road = '', house = '', code = '', place = ''] = texts
  if (!texts.every((text) => ALLOWED.test(text))) return null
  if (who === '' || code === '' || place === '' || country === '') return null
  return {
    name: clipped(who, 70),
    address: clipped(road, 70),
    ...(house === '' ? {} : { buildingNumber: clipped(house, 16) }),
    zip: clipped(code, 16),
    city: clipped(place, 35),
    country,
  }
}

/** The reference that the account asks for, made of the invoice's number; null where none can be. */
function referenceOf(account: string, number: string): string | null {
  if (isQRIBAN(account)) {
    const digits = number.replace(/\D/g, '')
    if (digits === '' || digits.length > 26) return null
    const padded = digits.padStart(26, '0')
    return padded + calculateQRReferenceChecksum(padded)
  }
  const signs = number.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (signs === '' || signs.length > 21) return null
  return `RF${calculateSCORReferenceChecksum(signs)}${signs}`
}

function clipped(text: string, longest: number): string {
  return text.slice(0, longest).trim()
}
