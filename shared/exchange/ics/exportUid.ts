import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Source } from '../../plan/source.ts'

/** The UID of a record that came from no calendar: the same at every export. */
export function ownUid(id: Id): string {
  return `${id}@headroom`
}

/**
 * The UIDs of a plan's records: what came whole from a calendar keeps the calendar's, so that it is no second meeting
 * there; where several records share one (a series split here, single occurrences), each has its own.
 */
export function exportUids(
  plan: Plan,
): (record: { readonly id: Id; readonly source: Source | null }) => string {
  const counts = new Map<string, number>()
  const count = ({ source }: { readonly source: Source | null }) => {
    if (source !== null) counts.set(source.uid, (counts.get(source.uid) ?? 0) + 1)
  }
  const { series, timeOff, dayNotes } = plan.practice
  for (const map of [series, timeOff, dayNotes]) Object.values(map).forEach(count)
  for (const year of Object.values(plan.years)) Object.values(year.sessions).forEach(count)
  return ({ id, source }) => {
    const isWhole = source !== null && source.recurrenceId === null && counts.get(source.uid) === 1
    return isWhole ? source.uid : ownUid(id)
  }
}
