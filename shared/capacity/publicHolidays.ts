/**
 * Public holidays by region and year, from the offline data of `date-holidays`. The data is 1.5 MB: load this module
 * with `import()`, after the first frame, and only where a region is set.
 */
import Holidays from 'date-holidays'
import type { Language } from '../plan/fields.ts'
import type { Settings } from '../plan/settings.ts'
import type { Day } from '../time/day.ts'

export type HolidayRegion = NonNullable<Settings['holidays']>

/** A country with its regions, for the settings screen. */
export interface HolidayCountry {
  readonly country: string
  readonly name: string
  readonly states: readonly { readonly state: string; readonly name: string }[]
}

/** The days off that the law gives in a region in a year, day → name. Empty for a region that the data does not know. */
export function publicHolidays(region: HolidayRegion, year: number, language: Language): Record<Day, string> {
  const data = new Holidays()
  if (region.state === null) data.init(region.country)
  else data.init(region.country, region.state)
  const table: Record<Day, string> = {}
  data.setLanguages([language])
  for (const holiday of data.getHolidays(year, language)) {
    if (holiday.type !== 'public') continue
    const day = holiday.date.slice(0, 10)
    table[day] = table[day] === undefined ? holiday.name : `${table[day]}, ${holiday.name}`
  }
  return table
}

/** Every country that the data knows, with its regions, sorted by name. */
export function holidayCountries(language: Language): readonly HolidayCountry[] {
  const data = new Holidays()
  return Object.entries(data.getCountries(language) ?? {})
    .map(([country, name]) => ({
      country,
      name,
      states: Object.entries(data.getStates(country, language) ?? {})
        .map(([state, stateName]) => ({ state, name: stateName }))
        .sort((a, b) => a.name.localeCompare(b.name, language)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language))
}
