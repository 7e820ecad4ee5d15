import { billedEntries } from '../plan/billed.ts'
import type { Id } from '../plan/fields.ts'
import { findInvoice, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { Day } from '../time/day.ts'

/** The time entries of an engagement, sorted by what a draft may do with them. */
export interface Gathered {
  /** Billable and on no other invoice, in the draft's period. */
  readonly free: readonly TimeEntry[]
  /** Billable and on no other invoice, up to the period's end. */
  readonly freeUntilEnd: readonly TimeEntry[]
  /** Every billable entry, billed or not: what a retainer's ledger counts. */
  readonly billable: readonly TimeEntry[]
  /** Minutes of `free`. */
  readonly minutes: number
  /** Minutes in the period that are marked as not billable. */
  readonly notBillable: number
  /** Minutes in the period that stand on another draft. */
  readonly onOtherDraft: number
  /** Billable, before the period, and on no other invoice. */
  readonly earlier: readonly TimeEntry[]
}

/** Reads the plan's entries once; the function returned answers for each engagement. */
export function gather(
  plan: Plan,
  { from, to, id }: { readonly from: Day; readonly to: Day; readonly id: Id },
): (engagementId: Id) => Gathered {
  const billed = billedEntries(plan)
  const byEngagement = new Map<Id, TimeEntry[]>()
  for (const year of Object.values(plan.years)) {
    for (const entry of Object.values(year.entries)) {
      if (entry.engagementId === null) continue
      const entries = byEngagement.get(entry.engagementId)
      if (entries === undefined) byEngagement.set(entry.engagementId, [entry])
      else entries.push(entry)
    }
  }
  return (engagementId) => {
    const entries = (byEngagement.get(engagementId) ?? []).sort(byDay)
    const billable = entries.filter((entry) => entry.billable)
    const freeUntilEnd = billable.filter((entry) => entry.day <= to && (billed.get(entry.id) ?? id) === id)
    const free = freeUntilEnd.filter((entry) => entry.day >= from)
    const within = entries.filter((entry) => from <= entry.day && entry.day <= to)
    return {
      free,
      freeUntilEnd,
      billable,
      minutes: minutesOf(free),
      notBillable: minutesOf(within.filter((entry) => !entry.billable)),
      onOtherDraft: minutesOf(within.filter((entry) => isOnOtherDraft(plan, billed.get(entry.id), id))),
      earlier: freeUntilEnd.filter((entry) => entry.day < from),
    }
  }
}

function isOnOtherDraft(plan: Plan, invoiceId: Id | undefined, own: Id): boolean {
  return invoiceId !== undefined && invoiceId !== own && findInvoice(plan, invoiceId)?.issued === null
}

/** The sum of the entries' minutes. */
export function minutesOf(entries: readonly { readonly minutes: number }[]): number {
  return entries.reduce((sum, entry) => sum + entry.minutes, 0)
}

function byDay(a: TimeEntry, b: TimeEntry): number {
  const [first, second] = [a.start ?? a.day, b.start ?? b.day]
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1
}
