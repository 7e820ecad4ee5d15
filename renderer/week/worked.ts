import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { confirmingEntries } from '../../shared/timesheet/confirming.ts'

/** What became of a session: it was worked, or it did not happen. */
export type Became = 'worked' | 'not-happened'

/** The time entry that confirms an occurrence, by the occurrence's key; null where nobody said yet what became of it. */
export function workedEntry(plan: Plan, key: string): Id | null {
  return confirmingEntries(plan, key)[0]?.id ?? null
}

/** What became of an occurrence, by its key; null where nobody said yet. */
export function becameOf(plan: Plan, key: string): Became | null {
  const entries = confirmingEntries(plan, key)
  if (entries.length === 0) return null
  return entries.some(({ minutes }) => minutes > 0) ? 'worked' : 'not-happened'
}
