/** The timesheet of a week: what was worked for each engagement on each day, beside what was planned and promised. */

import { billedTime } from '../billing/rounding.ts'
import { workingCalendar } from '../capacity/availability.ts'
import { bookedIn, bookings, entriesIn } from '../capacity/bookedTime.ts'
import { committedIn } from '../capacity/commitment.ts'
import type { HolidayOf } from '../capacity/weekView.ts'
import type { Client } from '../plan/client.ts'
import { type Engagement, runsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day, dayNumber } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { startOfDay } from '../time/zone.ts'
import { overlapping } from './overlaps.ts'

/** One engagement on one day. Lengths are minutes. */
export interface SheetCell {
  readonly day: Day
  readonly entries: readonly TimeEntry[]
  readonly exact: number
  /** Sessions of the day in the home zone, without travel, tentative ones included. */
  readonly planned: number
}

export interface SheetRow {
  /** Null is own business. */
  readonly engagementId: Id | null
  readonly engagement: Engagement | null
  readonly client: Client | null
  readonly cells: readonly SheetCell[]
  readonly exact: number
  /** What is billable of it, exact and by the engagement's rounding. */
  readonly billable: number
  readonly rounded: number
  /** The rounding is of a whole invoice: a week has none of its own, so `rounded` is exact. */
  readonly roundsLater: boolean
  readonly planned: number
  /** What the engagement promises in the week; null where nothing. */
  readonly committed: number | null
}

export interface SheetDay {
  readonly day: Day
  readonly exact: number
  readonly planned: number
  /** Working minutes less time off. */
  readonly capacity: number
}

export interface Sheet {
  readonly from: Day
  readonly days: readonly SheetDay[]
  readonly rows: readonly SheetRow[]
  readonly exact: number
  readonly planned: number
  readonly capacity: number
  /** Entries of the week that share time with another. */
  readonly overlapping: ReadonlySet<Id>
}

const DAYS = 7

/**
 * The timesheet of the seven days from `from`. A row stands for every engagement with time or plans in the week, and
 * for the active ones that run in it; own business comes last and always has one.
 */
export function timesheet(plan: Plan, from: Day, holidays: HolidayOf): Sheet {
  const days = Array.from({ length: DAYS }, (_, i) => addDays(from, i))
  const to = addDays(from, DAYS - 1)
  const calendar = workingCalendar(plan, holidays)
  const entries = entriesIn(plan, from, to)
  const worked = grouped(entries)
  const planned = plannedByEngagement(plan, days, calendar.zone)
  const rows = rowsOf(plan, days, new Set([...worked.keys(), ...planned.keys()])).map(
    ({ engagement, client }): SheetRow => {
      const id = engagement?.id ?? null
      const mine = worked.get(id) ?? []
      const plans = planned.get(id) ?? new Map<Day, number>()
      const cells = days.map((day): SheetCell => {
        const ofDay = mine.filter((entry) => entry.day === day).sort(byStart)
        return { day, entries: ofDay, exact: sum(ofDay), planned: plans.get(day) ?? 0 }
      })
      const billable = mine.filter((entry) => entry.billable)
      const roundsLater = engagement?.rounding.scope === 'invoice' && engagement.rounding.mode !== 'none'
      return {
        engagementId: id,
        engagement,
        client,
        cells,
        exact: sum(mine),
        billable: sum(billable),
        rounded:
          engagement === null || roundsLater
            ? sum(billable)
            : billedTime(billable, engagement.rounding).billed,
        roundsLater,
        planned: cells.reduce((all, cell) => all + cell.planned, 0),
        committed: engagement === null ? null : committedIn(engagement, from, to, calendar),
      }
    },
  )
  const sheetDays = days.map((day, i): SheetDay => {
    const column = rows.map(({ cells }) => cells[i])
    return {
      day,
      exact: column.reduce((all, cell) => all + (cell?.exact ?? 0), 0),
      planned: column.reduce((all, cell) => all + (cell?.planned ?? 0), 0),
      capacity: calendar.day(dayNumber(day)).capacity,
    }
  })
  const total = (of: (day: SheetDay) => number) => sheetDays.reduce((all, day) => all + of(day), 0)
  return {
    from,
    days: sheetDays,
    rows,
    exact: total(({ exact }) => exact),
    planned: total((day) => day.planned),
    capacity: total(({ capacity }) => capacity),
    overlapping: overlapping(entriesIn(plan, addDays(from, -1), addDays(to, 1))),
  }
}

function grouped(entries: readonly TimeEntry[]): ReadonlyMap<Id | null, readonly TimeEntry[]> {
  const groups = new Map<Id | null, TimeEntry[]>()
  for (const entry of entries) {
    const list = groups.get(entry.engagementId)
    if (list === undefined) groups.set(entry.engagementId, [entry])
    else list.push(entry)
  }
  return groups
}

function plannedByEngagement(
  plan: Plan,
  days: readonly Day[],
  zone: string,
): ReadonlyMap<Id | null, ReadonlyMap<Day, number>> {
  const planned = new Map<Id | null, Map<Day, number>>()
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  for (const item of bookedIn(plan, startOfDay(first, zone), startOfDay(addDays(last, 1), zone)))
    for (const { fromWall, minutes } of bookings(item, zone)) {
      const day = wallDay(fromWall)
      if (day < first || day > last) continue
      const { engagementId } = item.occurrence
      const mine = planned.get(engagementId) ?? new Map<Day, number>()
      mine.set(day, (mine.get(day) ?? 0) + minutes)
      planned.set(engagementId, mine)
    }
  return planned
}

function rowsOf(
  plan: Plan,
  days: readonly Day[],
  used: ReadonlySet<Id | null>,
): { readonly engagement: Engagement | null; readonly client: Client | null }[] {
  const { clients, engagements } = plan.practice
  const shown = Object.values(engagements)
    .filter((one) => used.has(one.id) || (one.status === 'active' && days.some((day) => runsOn(one, day))))
    .map((engagement) => ({ engagement, client: own(clients, engagement.clientId) ?? null }))
    .sort(
      (a, b) =>
        (a.client?.order ?? 0) - (b.client?.order ?? 0) ||
        a.engagement.order - b.engagement.order ||
        (a.engagement.id < b.engagement.id ? -1 : 1),
    )
  return [...shown, { engagement: null, client: null }]
}

function byStart(a: TimeEntry, b: TimeEntry): number {
  return compare(a.start ?? '', b.start ?? '') || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sum(entries: readonly TimeEntry[]): number {
  return entries.reduce((minutes, entry) => minutes + entry.minutes, 0)
}
