import { checkVAT, countries } from 'jsvat-next'

/** What is wrong with a VAT id. `prefix` is what it should begin with, or begins with (`elsewhere`). */
export interface VatFault {
  readonly code: /** A Greek id begins with EL, not with Greece's country code. */
    | 'greek'
    /** Not the pattern of its country. */
    | 'form'
    /** The pattern fits and the check digits do not: a digit was mistyped. */
    | 'digits'
    /** Begins with another country's prefix than the address has. */
    | 'elsewhere'
  readonly prefix: string
  /** The country's pattern: 9 a digit, X a letter or digit; empty where it does not matter. */
  readonly pattern: string
}

/** The patterns of VAT ids as VIES states them (9 a digit, X a letter or digit), by prefix, with Switzerland and Britain. */
const PATTERNS: Readonly<Record<string, string>> = {
  AT: 'ATU99999999',
  BE: 'BE9999999999',
  BG: 'BG999999999',
  CH: 'CHE-999.999.999',
  CY: 'CY99999999X',
  CZ: 'CZ99999999',
  DE: 'DE999999999',
  DK: 'DK99999999',
  EE: 'EE999999999',
  EL: 'EL999999999',
  ES: 'ESX9999999X',
  FI: 'FI99999999',
  FR: 'FRXX999999999',
  GB: 'GB999999999',
  HR: 'HR99999999999',
  HU: 'HU99999999',
  IE: 'IE9999999X',
  IT: 'IT99999999999',
  LT: 'LT999999999',
  LU: 'LU99999999',
  LV: 'LV99999999999',
  MT: 'MT99999999',
  NL: 'NL999999999B99',
  PL: 'PL9999999999',
  PT: 'PT999999999',
  RO: 'RO9999999999',
  SE: 'SE999999999999',
  SI: 'SI99999999',
  SK: 'SK9999999999',
  XI: 'XI999999999',
}

/** A VAT id without spaces, dots and dashes, in capitals. */
export function compactVatId(typed: string): string {
  return typed.replace(/[\s.\-–/]/g, '').toUpperCase()
}

/** The prefix of a country's VAT ids: its ISO 3166 code, but EL for Greece. */
export function vatPrefix(country: string): string {
  return country === 'GR' ? 'EL' : country
}

/**
 * What is wrong with a tax id as the VAT id of a country, or null. Only ids that begin with the letters of a country
 * whose check is known are judged: a local tax number without a prefix may stand there, too. An id of the country's own
 * prefix is checked by pattern and check digits.
 */
export function vatFault(typed: string, country: string): VatFault | null {
  const id = compactVatId(typed)
  const prefix = id.slice(0, 2)
  if (prefix === 'GR') return { code: 'greek', prefix: 'EL', pattern: PATTERNS.EL ?? '' }
  const pattern = PATTERNS[prefix]
  if (pattern === undefined) return null
  // Northern Ireland's ids are Britain's under another prefix.
  const { isValid, isValidFormat } = checkVAT(prefix === 'XI' ? `GB${id.slice(2)}` : id, countries)
  if (!isValidFormat) return { code: 'form', prefix, pattern }
  if (!isValid) return { code: 'digits', prefix, pattern }
  return belongs(prefix, country) ? null : { code: 'elsewhere', prefix, pattern: '' }
}

function belongs(prefix: string, country: string): boolean {
  return country === '' || prefix === vatPrefix(country) || (prefix === 'XI' && country === 'GB')
}
