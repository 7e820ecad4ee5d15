import { castDraft } from 'immer'
import { z } from 'zod'
import { billedEntries } from '../plan/billed.ts'
import { DayField, Id } from '../plan/fields.ts'
import { findEntry, putEntry, removeEntry } from '../plan/plan.ts'
import { TimeEntry } from '../plan/timeEntry.ts'
import { closedDay } from './closedDay.ts'
import { command } from './command.ts'
import { settleRemaining } from './loggedWork.ts'
import { sessionReferences } from './references.ts'
import { refuse } from './refusal.ts'

/**
 * Writes time that was worked: confirmed sessions, a timer, a timesheet line. Replaces entries with the same id; refused
 * where one is billed, or lies (or lay) in a closed period. What remains of the deliverables that it was for shrinks by it.
 */
export const putEntries = command({
  type: 'entry/put',
  schema: z.strictObject({ type: z.literal('entry/put'), entries: z.array(TimeEntry).min(1).max(100_000) }),
  subject: (_plan, { entries }) => entries[0]?.note ?? '',
  check: (plan, { entries }) => {
    const billed = billedEntries(plan)
    for (const [i, entry] of entries.entries()) {
      if (billed.has(entry.id)) return refuse(['entries', i], 'entry-billed', { day: entry.day })
      const closed = closedDay(plan, entry.day, findEntry(plan, entry.id)?.day)
      if (closed !== null) return refuse(['entries', i, 'day'], 'period-closed', closed)
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

/** Deletes time entries, and gives their time back to what remains of their deliverables; refused for one that is on an invoice or in a closed period. */
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
      const closed = closedDay(plan, entry.day)
      if (closed !== null) return refuse(['ids', i], 'period-closed', closed)
    }
    return null
  },
  recipe: (draft, { ids }) => {
    settleRemaining(draft, [], ids)
    for (const id of ids) removeEntry(draft, id)
  },
})

/**
 * Closes the time up to a day, that day included: its entries no longer change, and what is entered late is posted to the
 * open period. Null opens all of it again; so does an earlier day for what lies behind it.
 */
export const closePeriod = command({
  type: 'entry/close',
  schema: z.strictObject({ type: z.literal('entry/close'), through: DayField.nullable() }),
  subject: (_plan, { through }) => through ?? '',
  check: () => null,
  recipe: (draft, { through }) => {
    draft.practice.closedThrough = through
  },
})
