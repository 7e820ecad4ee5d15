/** An ISO 4217 alphabetic code in capitals. */
export type Currency = string

/**
 * The minor-unit digits that ISO 4217 (list one) gives other than 2. `Intl` is not asked: it follows CLDR, which
 * counts cash in use and has fewer digits for some (0 for IDR, where ISO has 2).
 */
const DIGITS: ReadonlyMap<Currency, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV'].map(
    (code) => [code, 0] as const,
  ),
  ...['XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
])

/** Codes of ISO 4217 without a minor unit that nobody is billed in: metals, bond units, drawing rights, tests, none. */
const NO_MONEY: ReadonlySet<string> = new Set([
  'XAG',
  'XAU',
  'XBA',
  'XBB',
  'XBC',
  'XBD',
  'XDR',
  'XPD',
  'XPT',
  'XSU',
  'XTS',
  'XUA',
  'XXX',
])

/** Codes newer than the oldest runtime we meet; together with {@link DIGITS} they make up for what its list lacks. */
const NEW_CODES = ['XCG', 'ZWG'] as const

let known: ReadonlySet<string> | undefined

const knownCodes = (): ReadonlySet<string> => {
  known ??= new Set(
    [...Intl.supportedValuesOf('currency'), ...DIGITS.keys(), ...NEW_CODES].filter(
      (code) => !NO_MONEY.has(code),
    ),
  )
  return known
}

/** Whether a text is the code of a currency, in capitals. Old ones (DEM) are known, since old plans are read. */
export function isCurrency(text: string): text is Currency {
  return knownCodes().has(text)
}

/** Every code that {@link isCurrency} accepts, sorted. */
export function currencies(): Currency[] {
  return [...knownCodes()].sort()
}

/** The digits of a currency's minor unit by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: Currency): number {
  return DIGITS.get(currency) ?? 2
}

/** How many minor units make one unit: 100 for EUR, 1 for JPY, 1000 for KWD. */
export function minorUnits(currency: Currency): number {
  return 10 ** minorDigits(currency)
}
