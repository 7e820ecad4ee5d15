/** An IBAN in its electronic form: capitals, no spaces. */
export function compactIban(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase()
}

/** The lengths that the IBAN registry gives to the countries of SEPA; other countries may have 15 to 34 characters. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{
    AD: 24,
    AT: 20,
    BE: 16,
    BG: 22,
    CH: 21,
    CY: 28,
    CZ: 24,
    DE: 22,
    DK: 18,
    EE: 20,
    ES: 24,
    FI: 18,
    FR: 27,
    GB: 22,
  },
  ...{
    GI: 23,
    GR: 27,
    HR: 21,
    HU: 28,
    IE: 22,
    IS: 26,
    IT: 27,
    LI: 21,
    LT: 20,
    LU: 20,
    LV: 21,
    MC: 27,
    MT: 31,
    NL: 18,
  },
  ...{ NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22 },
}

/** Whether a typed text is an IBAN: form, its country's length, and the check digits (ISO 13616, mod 97 of ISO 7064). */
export function isIban(typed: string): boolean {
  const iban = compactIban(typed)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  if (iban.length !== (LENGTHS[iban.slice(0, 2)] ?? iban.length)) return false
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}

/** An IBAN as printed, in groups of four (ISO 13616). */
export function printedIban(typed: string): string {
  return compactIban(typed).replace(/(.{4})(?=.)/g, '$1 ')
}
