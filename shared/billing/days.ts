import type { Rounding } from '../plan/engagement.ts'
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
  /** Half days billed. */
  readonly halves: number
}

/**
 * The half-day rule of a day rate: each calendar day is billed in half days, to the nearest half (a tie goes up), and at
 * least half a day where anything was worked. At 8 hours a day: 20 minutes are half a day, 5 h 59 half a day, 6 h a whole
 * day, 10 h a day and a half. The engagement's rounding is applied to the day's minutes first; its scope `invoice` means
 * the day here.
 */
export function billedDays(
  entries: readonly Worked[],
  rounding: Rounding,
  minutesPerDay: number,
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
      halves: halfDays(minutes, minutesPerDay),
    }
  })
}

function scopeWithinDay({ scope }: Rounding): Rounding['scope'] {
  return scope === 'invoice' ? 'day' : scope
}

function halfDays(minutes: number, minutesPerDay: number): number {
  if (minutes === 0) return 0
  return Math.max(1, Math.floor((4 * minutes + minutesPerDay) / (2 * minutesPerDay)))
}
