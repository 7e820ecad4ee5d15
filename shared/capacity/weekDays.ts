/** The load of each day of a week against what the day offers. */
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'
import type { DayAvailability } from './availability.ts'
import type { Timed } from './bookedTime.ts'
import type { WeekMaterial } from './weekMaterial.ts'
import type { WeekDay, WeekTotals } from './weekView.ts'

interface Sums {
  confirmed: number
  tentative: number
  travel: number
  /** Minutes times percent of probability. */
  weighted: number
}

/** The seven days. Load is split at local midnight; time that two sessions share counts for both. */
export function weekDays(material: WeekMaterial): WeekDay[] {
  const sums = material.days.map((): Sums => ({ confirmed: 0, tentative: 0, travel: 0, weighted: 0 }))
  for (const item of material.booked) addTo(sums, item, material)
  return material.days.map((day, i) => {
    const { confirmed, tentative, travel, weighted } = sums[i] as Sums
    const reserve = material.reserve[i] ?? 0
    const load = confirmed + tentative
    const headroom = day.capacity - reserve - load
    return {
      day: day.day,
      start: day.start,
      end: day.end,
      capacity: day.capacity,
      reserve,
      load,
      confirmed,
      tentative,
      travel,
      weighted: Math.round(weighted / 100),
      headroom,
      over: headroom < 0,
      off: day.off,
      working: day.working,
      workingHours: day.workingHours,
      notes: day.notes,
    }
  })
}

/** Runs at each target of a drag for a thousand sessions, too seldom to be compiled: so with plain loops. */
function addTo(sums: readonly Sums[], item: Timed, { days, plan }: WeekMaterial): void {
  const { engagementId, status } = item.occurrence
  for (let i = 0; i < days.length; i++) {
    const day = days[i]
    const sum = sums[i]
    if (day === undefined || sum === undefined || item.to <= day.start) break
    if (item.from >= day.end) continue
    const minutes = shared(item.from, item.to, day)
    if (status === 'tentative') sum.tentative += minutes
    else sum.confirmed += minutes
    sum.travel += minutes - shared(item.start, item.end, day)
    sum.weighted += minutes * chanceOf(plan, engagementId)
  }
}

/** Minutes of [from, to) on a day. */
function shared(from: number, to: number, day: DayAvailability): number {
  return Math.max(0, Math.min(to, day.end) - Math.max(from, day.start))
}

/** Which of the week's days an instant lies in; −1 outside. */
export function dayIndex(material: WeekMaterial, at: number): number {
  const { days } = material
  for (let i = 0; i < days.length; i++) {
    const day = days[i]
    if (day !== undefined && day.start <= at && at < day.end) return i
  }
  return -1
}

/** The chance in percent that a session of an engagement takes place: a prospect's probability, otherwise 100. */
export function chanceOf(plan: Plan, engagementId: Id | null): number {
  if (engagementId === null) return 100
  const engagement = own(plan.practice.engagements, engagementId)
  return engagement?.status === 'prospect' ? engagement.probability : 100
}

/** The week's sums. */
export function weekTotals(days: readonly WeekDay[], committed: number, remaining: number): WeekTotals {
  const sum = (of: (day: WeekDay) => number) => days.reduce((total, day) => total + of(day), 0)
  const headroom = sum((day) => day.headroom)
  return {
    capacity: sum((day) => day.capacity),
    reserve: sum((day) => day.reserve),
    load: sum((day) => day.load),
    confirmed: sum((day) => day.confirmed),
    tentative: sum((day) => day.tentative),
    travel: sum((day) => day.travel),
    weighted: sum((day) => day.weighted),
    headroom,
    over: headroom < 0,
    committed,
    remaining,
  }
}

/** The positive headroom of a day that is still to come; of a day that has begun, no more than the working time left. */
export function remainingOf(day: WeekDay, booked: readonly Timed[], now: number): number {
  if (day.end <= now) return 0
  if (now <= day.start) return Math.max(0, day.headroom)
  const left = overlapOf(day.working, { from: now, to: day.end })
  const taken = booked.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, day.end) - Math.max(from, now)),
    0,
  )
  return Math.max(0, Math.min(day.headroom, left - taken))
}

function overlapOf(parts: readonly Interval[], within: Interval): number {
  return parts.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, within.to) - Math.max(from, within.from)),
    0,
  )
}

/** The week's days that a stretch of time touches. */
export function daysOf(material: WeekMaterial, { from, to }: Interval): Day[] {
  return material.days.filter((day) => day.start < to && from < day.end).map((day) => day.day)
}
