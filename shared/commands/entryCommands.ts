import { castDraft } from 'immer'
import { z } from 'zod'
import { billedEntries } from '../plan/billed.ts'
import { Id } from '../plan/fields.ts'
import { findEntry, putEntry, removeEntry } from '../plan/plan.ts'
import { TimeEntry } from '../plan/timeEntry.ts'
import { command } from './command.ts'
import { settleRemaining } from './loggedWork.ts'
import { sessionReferences } from './references.ts'
import { refuse } from './refusal.ts'

/**
 * Writes time that was worked: confirmed sessions, a timer, a timesheet line. Replaces entries with the same id unless
 * billed. What remains of the deliverables that it was for shrinks by it.
 */
export const putEntries = command({
  type: 'entry/put',
  schema: z.strictObject({ type: z.literal('entry/put'), entries: z.array(TimeEntry).min(1).max(100_000) }),
  subject: (_plan, { entries }) => entries[0]?.note ?? '',
  check: (plan, { entries }) => {
    const billed = billedEntries(plan)
    for (const [i, entry] of entries.entries()) {
      if (billed.has(entry.id)) return refuse(['entries', i], 'entry-billed', { day: entry.day })
      const refusal = sessionReferences(plan, entry, ['entries', i])
      if (refusal !== null) return refusal
    }
    return null
  },
  recipe: (draft, { entries }) => {
    settleRemaining(draft, entries, [])
    for (const entry of entries) putEntry(draft, castDraft(entry))
  },
})

/** Deletes time entries, and gives their time back to what remains of their deliverables; refused for one that is on an invoice. */
export const deleteEntries = command({
  type: 'entry/delete',
  schema: z.strictObject({ type: z.literal('entry/delete'), ids: z.array(Id).min(1).max(100_000) }),
  subject: (plan, { ids }) => findEntry(plan, ids[0] ?? '')?.note ?? '',
  check: (plan, { ids }) => {
    const billed = billedEntries(plan)
    for (const [i, id] of ids.entries()) {
      const entry = findEntry(plan, id)
      if (entry === undefined) return refuse(['ids', i], 'entry-gone')
      if (billed.has(id)) return refuse(['ids', i], 'entry-billed', { day: entry.day })
    }
    return null
  },
  recipe: (draft, { ids }) => {
    settleRemaining(draft, [], ids)
    for (const id of ids) removeEntry(draft, id)
  },
})
