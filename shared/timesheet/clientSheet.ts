/** What a client signs: the time of a period by day, exact and as it is billed, and what it comes to. */
import { z } from 'zod'
import { type BilledUnderTerms, billedTogether } from '../billing/entryShares.ts'
import { exportedEntries } from '../exchange/csv/timeCsv.ts'
import type { Client } from '../plan/client.ts'
import type { Engagement } from '../plan/engagement.ts'
import { DayField, Id } from '../plan/fields.ts'
import type { Frozen } from '../plan/frozen.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { Day } from '../time/day.ts'

/** Whose timesheet of which days; `unbilled` also shows time that is not billable, which then counts for nothing. */
export const SheetRequest = z
  .strictObject({ clientId: Id, from: DayField, to: DayField, unbilled: z.boolean() })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'end-before-start' })
export type SheetRequest = Frozen<z.infer<typeof SheetRequest>>

/** An entry of the sheet. `billable` is told at the last entry of those that are rounded together, else null. */
export interface SheetEntry {
  readonly entry: TimeEntry
  readonly engagement: Engagement
  readonly billable: number | null
}

export interface ClientSheetDay {
  readonly day: Day
  readonly entries: readonly SheetEntry[]
  readonly exact: number
  /** What is told at the day's entries, in all; null where an engagement of the day is rounded over the invoice. */
  readonly billable: number | null
}

export interface EngagementTotal {
  readonly engagement: Engagement
  readonly exact: number
  readonly billable: number
}

export interface ClientSheet {
  readonly client: Client
  readonly from: Day
  readonly to: Day
  readonly days: readonly ClientSheetDay[]
  readonly engagements: readonly EngagementTotal[]
  /** By area, in the order of the areas; null is time without one. Exact minutes. */
  readonly areas: readonly { readonly name: string | null; readonly exact: number }[]
  readonly exact: number
  readonly billable: number
}

/** The sheet of a client's period; null for a client that does not exist. */
export function clientSheet(plan: Plan, request: SheetRequest): ClientSheet | null {
  const client = own(plan.practice.clients, request.clientId)
  if (client === undefined) return null
  const entries = exportedEntries(plan, request).filter((entry) => entry.billable || request.unbilled)
  const bills = billedTogether(plan, entries)
  const engagements = totalsByEngagement(plan, entries, bills)
  return {
    client,
    from: request.from,
    to: request.to,
    days: daysOf(plan, entries, bills),
    engagements,
    areas: totalsByArea(plan, entries),
    exact: minutesOf(entries),
    billable: engagements.reduce((minutes, total) => minutes + total.billable, 0),
  }
}

function daysOf(
  plan: Plan,
  entries: readonly TimeEntry[],
  bills: readonly BilledUnderTerms[],
): ClientSheetDay[] {
  const told = toldAt(bills)
  const later = new Set(bills.filter(roundsLater).flatMap((bill) => bill.entries.map(({ id }) => id)))
  return [...new Set(entries.map(({ day }) => day))].map((day) => {
    const ofDay = entries.filter((entry) => entry.day === day)
    const rows = ofDay.flatMap((entry): SheetEntry[] => {
      const engagement = own(plan.practice.engagements, entry.engagementId ?? '')
      return engagement === undefined ? [] : [{ entry, engagement, billable: told.get(entry.id) ?? null }]
    })
    const billable = rows.reduce((minutes, row) => minutes + (row.billable ?? 0), 0)
    const isOpen = ofDay.some(({ id }) => later.has(id))
    return { day, entries: rows, exact: minutesOf(ofDay), billable: isOpen ? null : billable }
  })
}

/** The minutes of what is rounded together, at the last of its entries as the sheet lists them. */
function toldAt(bills: readonly BilledUnderTerms[]): ReadonlyMap<Id, number> {
  const told = new Map<Id, number>()
  for (const bill of bills)
    for (const group of roundsLater(bill) ? [] : bill.groups) {
      const together = new Set(group.entryIds)
      told.set(bill.entries.findLast(({ id }) => together.has(id))?.id ?? '', group.billed)
    }
  return told
}

/** Rounded over the whole invoice: no day and no entry has billed minutes of its own. */
function roundsLater({ engagement: { rounding }, terms }: BilledUnderTerms): boolean {
  return rounding.scope === 'invoice' && rounding.mode !== 'none' && terms.kind !== 'daily'
}

function totalsByEngagement(
  { practice }: Plan,
  entries: readonly TimeEntry[],
  bills: readonly BilledUnderTerms[],
): EngagementTotal[] {
  return Object.values(practice.engagements)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((engagement) => {
      const mine = bills.filter((bill) => bill.engagement === engagement)
      const groups = mine.flatMap((bill) => bill.groups)
      return {
        engagement,
        exact: minutesOf(entries.filter(({ engagementId }) => engagementId === engagement.id)),
        billable: groups.reduce((minutes, group) => minutes + group.billed, 0),
      }
    })
    .filter(({ exact }) => exact > 0)
}

function totalsByArea({ practice }: Plan, entries: readonly TimeEntry[]): ClientSheet['areas'] {
  const named = Object.values(practice.areas).sort((a, b) => a.order - b.order)
  const known = (id: Id | null) => own(practice.areas, id ?? '')
  return [
    ...named.map(({ id, name }) => ({
      name,
      exact: minutesOf(entries.filter(({ areaId }) => areaId === id)),
    })),
    { name: null, exact: minutesOf(entries.filter(({ areaId }) => known(areaId) === undefined)) },
  ].filter(({ exact }) => exact > 0)
}

function minutesOf(entries: readonly TimeEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.minutes, 0)
}
