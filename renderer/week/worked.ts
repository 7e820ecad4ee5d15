import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { confirmingEntries } from '../../shared/timesheet/confirming.ts'

/** The time entry that confirms an occurrence, by the occurrence's key; null where it was not marked as worked. */
export function workedEntry(plan: Plan, key: string): Id | null {
  return confirmingEntries(plan, key)[0]?.id ?? null
}
