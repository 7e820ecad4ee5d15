import { isValidBIC, isValidIBAN } from 'ibantools'

/** An IBAN in its electronic form: capitals, no spaces. */
export function compactIban(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase()
}

/** Whether a typed text is an IBAN: its country's form and length, and the check digits (ISO 13616, mod 97 of ISO 7064). */
export function isIban(typed: string): boolean {
  return isValidIBAN(compactIban(typed))
}

/** Whether a typed text has the form of a BIC (ISO 9362): 8 or 11 characters with a country. */
export function isBic(typed: string): boolean {
  return isValidBIC(typed.trim().toUpperCase())
}

/** An IBAN as printed, in groups of four (ISO 13616). */
export function printedIban(typed: string): string {
  return compactIban(typed).replace(/(.{4})(?=.)/g, '$1 ')
}
