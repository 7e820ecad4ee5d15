import { isSEPACountry } from 'ibantools'
import { type Minor, toDecimalString } from '../money/amount.ts'
import type { Seller } from '../plan/invoice.ts'
import { compactIban, isBic, isIban } from './iban.ts'

/** The largest amount of a SEPA credit transfer, in cents. */
const MOST = 99_999_999_999
/** Bytes that a code of version 13 holds at error correction M. */
const MOST_BYTES = 331
const LONGEST_NAME = 70
const LONGEST_TEXT = 140

/** A transfer that is asked for. */
export interface Transfer {
  readonly seller: Pick<Seller, 'name' | 'iban' | 'bic' | 'paymentCode'>
  readonly currency: string
  readonly amount: Minor
  /** What the payer should quote. */
  readonly text: string
}

/**
 * The text of the QR code by which banking apps fill in a SEPA transfer (EPC069-12, version 002, UTF-8). Null where none
 * is wanted or none can be: another currency than the euro, an amount out of range, no account within SEPA.
 */
export function epcCode({ seller, currency, amount, text }: Transfer): string | null {
  const iban = compactIban(seller.iban)
  const name = plain(seller.name)
  if (!seller.paymentCode || currency !== 'EUR' || amount < 1 || amount > MOST) return null
  if (!isIban(iban) || !isSEPACountry(iban.slice(0, 2)) || name === '') return null
  const bic = isBic(seller.bic) ? seller.bic.trim().toUpperCase() : ''
  const quoted = clipped(plain(text), LONGEST_TEXT)
  const codeOf = (holder: string) =>
    // The two empty lines are the purpose and the structured reference: with a free text there is none.
    [
      'BCD',
      '002',
      '1',
      'SCT',
      bic,
      holder,
      iban,
      `EUR${toDecimalString(amount, 'EUR')}`,
      '',
      '',
      quoted,
    ].join('\n')
  let holder = clipped(name, LONGEST_NAME)
  while (bytesOf(codeOf(holder)) > MOST_BYTES && holder !== '')
    holder = clipped(holder, [...holder].length - 1)
  return holder === '' ? null : codeOf(holder)
}

/** A text as one line. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()
}

function clipped(text: string, longest: number): string {
  return [...text].slice(0, longest).join('').trim()
}

/** Length in UTF-8, of a text without lone surrogates. */
function bytesOf(text: string): number {
  return [...text].reduce((sum, sign) => {
    const point = sign.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)
}
