import { billedEntries } from '../plan/billed.ts'
import type { Id } from '../plan/fields.ts'
import { findInvoice, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day, maxDay } from '../time/day.ts'

/** Why an entry no longer changes. `number` is null while the invoice is a draft. */
export type Lock =
  | { readonly kind: 'billed'; readonly invoiceId: Id; readonly number: string | null }
  | { readonly kind: 'closed'; readonly through: Day }

/** Why an entry no longer changes; null where it may. The commands refuse for the same reasons. */
export function lockOf(plan: Plan, entry: Pick<TimeEntry, 'id' | 'day'>): Lock | null {
  const invoiceId = billedEntries(plan).get(entry.id)
  if (invoiceId !== undefined)
    return { kind: 'billed', invoiceId, number: findInvoice(plan, invoiceId)?.issued?.number ?? null }
  return isClosed(plan, entry.day) ? { kind: 'closed', through: plan.practice.closedThrough ?? '' } : null
}

/** Whether the time of a day is closed. */
export function isClosed({ practice }: Plan, day: Day): boolean {
  return practice.closedThrough !== null && day <= practice.closedThrough
}

/**
 * An entry as it can be posted: as it is where its day is open, else late, on today or the first open day, whichever is
 * later, without its clock time and naming the day on which it was worked.
 */
export function posted(plan: Plan, entry: TimeEntry, today: Day): TimeEntry {
  const { closedThrough } = plan.practice
  if (closedThrough === null || entry.day > closedThrough) return entry
  return { ...entry, day: maxDay(today, addDays(closedThrough, 1)), start: null, lateFor: entry.day }
}
