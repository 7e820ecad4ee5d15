import { holidaysFrom, noHolidays } from '../../shared/capacity/holidays.ts'
import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'

type Data = typeof import('../../shared/capacity/publicHolidays.ts')

/**
 * The holidays around a week, of whatever region a plan has: a change of the past may be one of the region. Their data is
 * large and loaded where it is needed; `lacks` says that it was asked for before.
 */
export class RegionHolidays {
  readonly #years: readonly number[]
  readonly #known = new Map<string, HolidayOf>()
  #data: Data | null = null
  lacks = false

  constructor(start: Day) {
    // The years that the window looks at for the week (`capacityNow.ts`).
    const days = [addDays(start, -31), addDays(start, 37)]
    this.#years = [...new Set(days.map((day) => Number(day.slice(0, 4))))]
  }

  async load(): Promise<void> {
    this.#data = await import('../../shared/capacity/publicHolidays.ts')
    this.lacks = false
  }

  /** The same function for the same region. */
  of({ practice }: Plan): HolidayOf {
    const region = practice.settings.holidays
    if (region === null) return noHolidays
    const { publicHolidays } = this.#data ?? {}
    if (publicHolidays === undefined) {
      this.lacks = true
      return noHolidays
    }
    const key = `${region.country} ${region.state ?? ''}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    // Only whether a day is one counts here, so the language of the names is no matter.
    const tables = this.#years.map((year) => publicHolidays(region, year, 'en'))
    const made = holidaysFrom(Object.assign({}, ...tables))
    this.#known.set(key, made)
    return made
  }
}
