import type { Option } from './Select.tsx'

/** Countries by their ISO 3166 codes, named in a language and sorted by name. */
export function countryOptions(language: string): readonly Option[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return sorted(
    COUNTRIES.map((code) => ({ id: code, label: names.of(code) ?? code })),
    language,
  )
}

/** Currencies by their ISO 4217 codes, named in a language. */
export function currencyOptions(language: string): readonly Option[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({
    id: code,
    label: `${code} – ${names.of(code) ?? code}`,
  }))
}

/** All time zones that the runtime knows, and the one in use where it is spelled otherwise. */
export function zoneOptions(inUse: string): readonly Option[] {
  const zones = Intl.supportedValuesOf('timeZone')
  const all = zones.includes(inUse) ? zones : [inUse, ...zones]
  return all.map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }))
}

/** The weekdays in order from Monday, ids '1' to '7', named in a language. */
export function weekdayOptions(language: string): readonly Option[] {
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 1973 was a Monday.
  return Array.from({ length: 7 }, (_, i) => ({
    id: String(i + 1),
    label: names.format(Date.UTC(1973, 0, 1 + i)),
  }))
}

function sorted(options: readonly Option[], language: string): readonly Option[] {
  const order = new Intl.Collator(language)
  return options.toSorted((a, b) => order.compare(a.label, b.label))
}

/** ISO 3166-1 alpha-2, the officially assigned codes. */
const COUNTRIES =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE
GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM
KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH
SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG
VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/)
