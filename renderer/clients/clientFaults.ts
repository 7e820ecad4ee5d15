import { vatFault } from '../../shared/billing/vatId.ts'
import type { Words } from '../../shared/words/words.ts'

/** An address of e-mail has something before and after one @, and a dot behind it; more only a letter could tell. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/

/** The sentence for what does not look like an e-mail address; null for one that does, and for none. */
export function emailFault(words: Words, email: string): string | null {
  return email.trim() === '' || EMAIL.test(email.trim()) ? null : words.clientPage.emailFault
}

/** The sentence for a tax id that has a mistake as the VAT id of its country; null where nothing is wrong. */
export function taxIdFault(words: Words, language: string, taxId: string, country: string): string | null {
  const fault = vatFault(taxId, country)
  if (fault === null) return null
  const name = country === '' ? '' : (new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? '')
  return words.clientPage.taxIdFault(fault, name)
}
