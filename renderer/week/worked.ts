import type { Id } from '../../shared/plan/fields.ts'
import type { Plan, Year } from '../../shared/plan/plan.ts'
import { occurrenceKey } from '../../shared/plan/session.ts'

const ofYear = new WeakMap<Year['entries'], ReadonlyMap<string, Id>>()

/** The time entry that confirms an occurrence, by the occurrence's key; null where it was not marked as worked. */
export function workedEntry(plan: Plan, key: string): Id | null {
  for (const { entries } of Object.values(plan.years)) {
    const found = entriesByOccurrence(entries).get(key)
    if (found !== undefined) return found
  }
  return null
}

function entriesByOccurrence(entries: Year['entries']): ReadonlyMap<string, Id> {
  const known = ofYear.get(entries)
  if (known !== undefined) return known
  const made = new Map<string, Id>()
  for (const { id, session } of Object.values(entries))
    if (session !== null) made.set(occurrenceKey(session.sessionId, session.original), id)
  ofYear.set(entries, made)
  return made
}
