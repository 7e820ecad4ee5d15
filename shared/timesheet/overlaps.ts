import type { Id } from '../plan/fields.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { toEpochMinute } from '../time/zone.ts'

/**
 * The entries that share time with another, by their instants. Entries without a clock time share none, nor do two that
 * meet at one minute.
 */
export function overlapping(entries: readonly TimeEntry[]): ReadonlySet<Id> {
  const timed = entries
    .flatMap(({ id, start, zone, minutes }) => {
      if (start === null || minutes === 0) return []
      const from = toEpochMinute(start, zone)
      return [{ id, from, to: from + minutes }]
    })
    .sort((a, b) => a.from - b.from)
  const found = new Set<Id>()
  let longest = timed[0]
  for (const entry of timed.slice(1)) {
    if (longest !== undefined && entry.from < longest.to) found.add(longest.id).add(entry.id)
    if (longest === undefined || entry.to > longest.to) longest = entry
  }
  return found
}
