import type { Rounding, Terms } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { Day } from '../time/day.ts'
import { billedTime, type Worked } from './rounding.ts'

/** A calendar day of work under a day rate. */
export interface BilledDay {
  readonly day: Day
  readonly entryIds: readonly Id[]
  /** Minutes as worked. */
  readonly exact: number
  /** Minutes after the engagement's rounding. */
  readonly rounded: number
  /** Half days billed, two for a whole one. */
  readonly halves: number
}

/** How long a day is, and whether it is billed in halves or whole only. */
export type DayLength = Pick<Extract<Terms, { kind: 'daily' }>, 'minutesPerDay' | 'halfDays'>

/**
 * The rule of a day rate: each calendar day is billed in half days, to the nearest half (a tie goes up), and at least
 * half a day where anything was worked. At 8 hours a day: 20 minutes are half a day, 5 h 59 half a day, 6 h a whole day,
 * 10 h a day and a half. Where no half days are billed, the same with whole days: 20 minutes are a day, 11 h 59 one, 12 h
 * two. The engagement's rounding is applied to the day's minutes first; its scope `invoice` means the day here.
 */
export function billedDays(
  entries: readonly Worked[],
  rounding: Rounding,
  { minutesPerDay, halfDays }: DayLength,
): BilledDay[] {
  const { groups: rounded } = billedTime(entries, { ...rounding, scope: scopeWithinDay(rounding) })
  const days = [...new Set(rounded.map((group) => group.day))]
  return days.map((day) => {
    const groups = rounded.filter((group) => group.day === day)
    const minutes = groups.reduce((sum, group) => sum + group.billed, 0)
    return {
      day,
      entryIds: groups.flatMap((group) => group.entryIds),
      exact: groups.reduce((sum, group) => sum + group.exact, 0),
      rounded: minutes,
      halves: halfDays ? nearest(minutes, minutesPerDay / 2) : 2 * nearest(minutes, minutesPerDay),
    }
  })
}

function scopeWithinDay({ scope }: Rounding): Rounding['scope'] {
  return scope === 'invoice' ? 'day' : scope
}

/** How many units are nearest to the minutes; a half goes up, and anything is one at least. */
function nearest(minutes: number, unit: number): number {
  return minutes === 0 ? 0 : Math.max(1, Math.floor((2 * minutes + unit) / (2 * unit)))
}
