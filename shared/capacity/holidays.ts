import type { Day } from '../time/day.ts'
import type { HolidayOf } from './weekView.ts'

/** No public holidays: no region is set, or its table is not there yet. */
export const noHolidays: HolidayOf = () => null

/** The holidays of a table day → name, as `publicHolidays` makes it. The table may hold several years. */
export function holidaysFrom(table: Readonly<Record<Day, string>>): HolidayOf {
  return (day) => (Object.hasOwn(table, day) ? (table[day] ?? null) : null)
}
