/** Flags about load: a day or a week that holds more than its capacity less the reserve. */
import type { Timed } from '../bookedTime.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { WeekDay, WeekTotals } from '../weekView.ts'
import type { Flag } from './flag.ts'
import { flagOf } from './makeFlag.ts'
import { engagementsOf } from './sessionFlags.ts'

/** `day-over`: each day that is not past and holds more than capacity − reserve. */
export function dayOverFlags(material: WeekMaterial, days: readonly WeekDay[]): Flag[] {
  return days
    .filter((day) => day.over && day.end > material.now)
    .map((day) => {
      const items = during(material.booked, day.start, day.end)
      const available = day.capacity - day.reserve
      return flagOf(material.plan, {
        key: `day-over:${day.day}`,
        code: 'day-over',
        severity: 'over',
        interval: { from: day.start, to: day.end },
        days: [day.day],
        occurrences: items.map(({ key }) => key),
        engagementIds: engagementsOf(items),
        clientId: null,
        needed: day.load,
        available,
        short: day.load - available,
        facts: { day: day.day, load: day.load, available, reserve: day.reserve },
      })
    })
}

/** `week-over`: the week is not past and holds more than capacity − reserve. */
export function weekOverFlags(material: WeekMaterial, totals: WeekTotals): Flag[] {
  if (!totals.over || material.end <= material.now) return []
  const available = totals.capacity - totals.reserve
  return [
    flagOf(material.plan, {
      key: `week-over:${material.from}`,
      code: 'week-over',
      severity: 'over',
      interval: { from: material.start, to: material.end },
      days: material.days.map(({ day }) => day),
      occurrences: material.booked.map(({ key }) => key),
      engagementIds: engagementsOf(material.booked),
      clientId: null,
      needed: totals.load,
      available,
      short: totals.load - available,
      facts: { from: material.from, to: material.to, load: totals.load, available, reserve: totals.reserve },
    }),
  ]
}

function during(booked: readonly Timed[], from: number, to: number): Timed[] {
  return booked.filter((item) => item.from < to && from < item.to)
}
