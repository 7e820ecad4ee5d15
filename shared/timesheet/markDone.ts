import type { Command } from '../commands/registry.ts'
import type { Id } from '../plan/fields.ts'
import { findOccurrence } from '../plan/findOccurrence.ts'
import type { Plan } from '../plan/plan.ts'
import { confirmingEntries } from './confirming.ts'
import { confirmingEntry } from './dayPlan.ts'

/**
 * The command that confirms an occurrence as planned, with the id of its time entry; null where there is nothing to
 * confirm: it was decided about already, or is not in the plan any more.
 */
export function markDone(plan: Plan, key: string, id: Id): Command | null {
  const occurrence = findOccurrence(plan, key)
  if (occurrence === undefined || confirmingEntries(plan, key).length > 0) return null
  return { type: 'entry/put', entries: [confirmingEntry(occurrence, id)] }
}
