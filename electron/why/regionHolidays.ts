import { holidaysFrom, noHolidays } from '../../shared/capacity/holidays.ts'
import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'

/** The holidays around a week, of whatever region a plan has: a change of the past may be one of the region. */
export async function regionHolidays(start: Day): Promise<(plan: Plan) => HolidayOf> {
  // The years that the window looks at for the week (`capacityNow.ts`).
  const years = [...new Set([addDays(start, -31), addDays(start, 37)].map((day) => Number(day.slice(0, 4))))]
  const { publicHolidays } = await import('../../shared/capacity/publicHolidays.ts')
  const known = new Map<string, HolidayOf>()
  return ({ practice }) => {
    const region = practice.settings.holidays
    if (region === null) return noHolidays
    const key = `${region.country} ${region.state ?? ''}`
    const table = known.get(key)
    if (table !== undefined) return table
    // Only whether a day is one counts here, so the language of the names is no matter.
    const made = holidaysFrom(Object.assign({}, ...years.map((year) => publicHolidays(region, year, 'en'))))
    known.set(key, made)
    return made
  }
}
