import { occurrenceKey } from '../plan/occurrenceKey.ts'
import type { Plan, Year } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'

const ofYear = new WeakMap<Year['entries'], ReadonlyMap<string, readonly TimeEntry[]>>()
const NONE: readonly TimeEntry[] = []

/** The time entries that confirm an occurrence, by the occurrence's key: one as a rule, several where it was worked in parts. */
export function confirmingEntries(plan: Plan, key: string): readonly TimeEntry[] {
  let found = NONE
  for (const { entries } of Object.values(plan.years)) {
    const here = byOccurrence(entries).get(key)
    if (here !== undefined) found = found.length === 0 ? here : [...found, ...here]
  }
  return found
}

function byOccurrence(entries: Year['entries']): ReadonlyMap<string, readonly TimeEntry[]> {
  const known = ofYear.get(entries)
  if (known !== undefined) return known
  const made = new Map<string, TimeEntry[]>()
  for (const entry of Object.values(entries)) {
    if (entry.session === null) continue
    const key = occurrenceKey(entry.session.sessionId, entry.session.original)
    const list = made.get(key)
    if (list === undefined) made.set(key, [entry])
    else list.push(entry)
  }
  ofYear.set(entries, made)
  return made
}
