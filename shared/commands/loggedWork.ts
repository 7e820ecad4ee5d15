/** What logging time does to the deliverable that it was for. */
import { isDraft, original } from 'immer'
import type { Id } from '../plan/fields.ts'
import { findEntry, own, type Plan, type PlanDraft } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'

/** The most that a record's `MinuteTotal` holds. */
const MOST_REMAINING = 6_000_000

/**
 * Lowers what remains of deliverables by the time that entries log to them, and gives it back where an entry goes or
 * changes. Called before the entries are written: `written` replace those of the same ids, `deleted` go.
 *
 * What remains is never below nothing: time beyond it is overrun. Where nothing remains, the time that was logged beyond
 * the estimate is what was overrun, and that much is not given back. What the planner sets by hand stands, and goes on
 * from there.
 */
export function settleRemaining(
  draft: PlanDraft,
  written: readonly TimeEntry[],
  deleted: readonly Id[],
): void {
  const before = isDraft(draft) ? (original(draft) ?? draft) : draft
  const after = new Map(written.map((entry) => [entry.id, entry]))
  const change = new Map<Id, number>()
  const add = (entry: TimeEntry | undefined, sign: 1 | -1) => {
    if (entry === undefined || entry.deliverableId === null) return
    change.set(entry.deliverableId, (change.get(entry.deliverableId) ?? 0) + sign * entry.minutes)
  }
  for (const id of new Set([...after.keys(), ...deleted])) {
    add(findEntry(before, id), -1)
    add(after.get(id), 1)
  }
  for (const [id, minutes] of change) if (minutes !== 0) settle(draft, before, id, minutes)
}

function settle(draft: PlanDraft, before: Plan, id: Id, logged: number): void {
  const deliverable = own(draft.practice.deliverables, id)
  if (deliverable === undefined) return
  const { remainingMinutes, estimateMinutes } = deliverable
  const isOverrun = logged < 0 && remainingMinutes === 0
  const overrun = isOverrun ? Math.max(0, loggedTo(before, id) - estimateMinutes) : 0
  deliverable.remainingMinutes = Math.min(MOST_REMAINING, Math.max(0, remainingMinutes - logged - overrun))
}

/** All minutes that were logged to a deliverable. */
export function loggedTo(plan: Plan, deliverableId: Id): number {
  let minutes = 0
  for (const { entries } of Object.values(plan.years))
    for (const entry of Object.values(entries))
      if (entry.deliverableId === deliverableId) minutes += entry.minutes
  return minutes
}
