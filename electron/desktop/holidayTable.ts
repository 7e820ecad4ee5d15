import { holidaysFrom, noHolidays } from '../../shared/capacity/holidays.ts'
import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import type { Settings } from '../../shared/plan/settings.ts'
import { addDays } from '../../shared/time/day.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../shared/time/zone.ts'

/**
 * The public holidays of the weeks around now. Their data is large, so it is loaded after the window is
 * up and only where a region is set; until then there are none, and `ready` is called when that changes.
 */
export class HolidayTable {
  readonly #fault: (where: string, fault: unknown) => void
  readonly #ready: () => void
  #wanted = ''
  #holidays: HolidayOf = noHolidays
  #loading = false

  constructor(fault: (where: string, fault: unknown) => void, ready: () => void) {
    this.#fault = fault
    this.#ready = ready
  }

  /** The same function while nothing changed. */
  around(now: EpochMinute, homeZone: string, region: Settings['holidays']): HolidayOf {
    const today = wallDay(fromEpochMinute(now, homeZone))
    const years = [...new Set([addDays(today, -7), addDays(today, 7)].map((day) => Number(day.slice(0, 4))))]
    const wanted = region === null ? '' : JSON.stringify([region, years])
    if (wanted === this.#wanted) return this.#holidays
    this.#wanted = wanted
    this.#holidays = noHolidays
    this.#loading = region !== null
    if (region !== null) void this.#load(wanted, region, years)
    return noHolidays
  }

  /** Whether there are holidays that are not known yet. */
  get loading(): boolean {
    return this.#loading
  }

  async #load(
    wanted: string,
    region: NonNullable<Settings['holidays']>,
    years: readonly number[],
  ): Promise<void> {
    try {
      const { publicHolidays } = await import('../../shared/capacity/publicHolidays.ts')
      if (wanted !== this.#wanted) return
      // The names are not shown here, so their language is no matter.
      const tables = years.map((year) => publicHolidays(region, year, 'en'))
      this.#holidays = holidaysFrom(Object.assign({}, ...tables))
      this.#loading = false
      this.#ready()
    } catch (fault) {
      // Without its holidays a day is a working day: nothing is kept back for them.
      this.#loading = false
      this.#fault('desktop: holidays', fault)
    }
  }
}
