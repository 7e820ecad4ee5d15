/** Member states of the European Union, ISO 3166-1. */
const UNION: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** Whether a country (ISO 3166-1) is a member state of the European Union. */
export function isInUnion(country: string): boolean {
  return UNION.has(country)
}
