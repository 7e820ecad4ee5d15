import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { holidaysFrom, noHolidays } from '../../shared/capacity/holidays.ts'
import { week } from '../../shared/capacity/week.ts'
import type { CapacityContext, HolidayOf, WeekView } from '../../shared/capacity/weekView.ts'
import type { Language } from '../../shared/plan/fields.ts'
import type { Plan, YearKey } from '../../shared/plan/plan.ts'
import type { Settings } from '../../shared/plan/settings.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { clockStore, nowMinute, todayNow } from '../state/clock.ts'
import { placeNow } from '../state/navigation.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { reportFault } from '../state/report.ts'
import { useFormat } from '../state/words.ts'
import { useWeekUi, weekStore } from './weekStore.ts'

/** The public holidays known so far. Their data is large, so it comes with the first region that is set. */
const holidayStore = createStore<{
  readonly region: string
  readonly years: readonly string[]
  readonly of: HolidayOf
}>(() => ({
  region: '',
  years: [],
  of: noHolidays,
}))

const tables = new Map<string, Record<Day, string>>()

/** The view of a week of the plan, with the holidays of the settings and the present. */
export function useWeekView(start: Day): WeekView {
  return useWeekViewOf(
    usePlan((whole) => whole),
    start,
  )
}

/** The same of a plan. */
export function useWeekViewOf(plan: Plan, start: Day): WeekView {
  // The week's month decides a monthly commitment, so the year before and after a turn of the year count too.
  const context = useCapacityContext(addDays(start, -31), addDays(start, 37))
  return useMemo(() => week(plan, start, context), [plan, start, context])
}

/** What the engine needs beside the plan, with the holidays of the years from one day to another. */
export function useCapacityContext(from: Day, to: Day): CapacityContext {
  const holidays = useHolidays(from.slice(0, 4), to.slice(0, 4))
  const now = useStore(clockStore, ({ minute }) => minute)
  return useMemo(() => ({ holidays, now }), [holidays, now])
}

/** The week as the proposal to plan the rest would leave it; null where there is none. */
export function usePlannedView(start: Day): WeekView | null {
  const after = useWeekUi(({ planning }) => planning?.after ?? null)
  const holidays = useStore(holidayStore, (state) => state.of)
  const now = useStore(clockStore, ({ minute }) => minute)
  return useMemo(
    () => (after === null ? null : week(after, start, { holidays, now })),
    [after, start, holidays, now],
  )
}

/** What the engine needs beside the plan, now. */
export function contextNow(): CapacityContext {
  return { holidays: holidayStore.getState().of, now: nowMinute() }
}

/** The first day of the week that is shown, or of this week where another screen is. */
export function shownStart(): Day {
  const place = placeNow()
  const day = place.screen === 'week' ? place.start : todayNow()
  return weekStart(day, planNow().practice.settings.firstWeekday)
}

/** The view of the shown week, for what happens in an event: with what is proposed, while something is. */
export function viewNow(): WeekView {
  return week(weekStore.getState().planning?.after ?? planNow(), shownStart(), contextNow())
}

function useHolidays(from: YearKey, to: YearKey): HolidayOf {
  const region = usePlan((plan) => plan.practice.settings.holidays)
  const { language } = useFormat()
  useEffect(() => {
    void loadHolidays(region, { from, to }, language).catch(reportFault)
  }, [region, from, to, language])
  return useStore(holidayStore, (state) => state.of)
}

async function loadHolidays(
  region: Settings['holidays'],
  { from, to }: { readonly from: YearKey; readonly to: YearKey },
  language: Language,
): Promise<void> {
  const name = region === null ? '' : `${region.country} ${region.state ?? ''} ${language}`
  const known = holidayStore.getState()
  if (region === null) {
    if (known.region !== '') holidayStore.setState({ region: '', years: [], of: noHolidays })
    return
  }
  const wanted = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => String(Number(from) + i))
  if (known.region === name && wanted.every((year) => known.years.includes(year))) return
  const { publicHolidays } = await import('../../shared/capacity/publicHolidays.ts')
  for (const year of wanted) {
    const key = `${name} ${year}`
    if (!tables.has(key)) tables.set(key, publicHolidays(region, Number(year), language))
  }
  const years = [...new Set([...(known.region === name ? known.years : []), ...wanted])]
  const table = Object.assign({}, ...years.map((year) => tables.get(`${name} ${year}`) ?? {}))
  holidayStore.setState({ region: name, years, of: holidaysFrom(table) })
}
