import { workingCalendar } from '../capacity/availability.ts'
import { noHolidays } from '../capacity/holidays.ts'
import type { Plan } from '../plan/plan.ts'
import { type Day, dayNumber, weekdayOf } from '../time/day.ts'

/** The working pattern of a day's week: its minutes, and the mean length of its working days in whole minutes; 0 where none works. */
export function patternWeek(
  plan: Plan,
  day: Day,
): { readonly minutesAWeek: number; readonly minutesADay: number } {
  const calendar = workingCalendar(plan, noHolidays)
  const monday = dayNumber(day) - weekdayOf(day) + 1
  const days = [0, 1, 2, 3, 4, 5, 6].map((i) => calendar.day(monday + i).patternMinutes)
  const minutesAWeek = days.reduce((sum, minutes) => sum + minutes, 0)
  const working = days.filter((minutes) => minutes > 0).length
  return { minutesAWeek, minutesADay: working === 0 ? 0 : Math.round(minutesAWeek / working) }
}
