import { castDraft, type Patch } from 'immer'
import { z } from 'zod'
import { Client } from '../plan/client.ts'
import { Engagement } from '../plan/engagement.ts'
import { type Id, Line } from '../plan/fields.ts'
import { addEntries, own, type Plan, yearOf } from '../plan/plan.ts'
import { TimeEntry } from '../plan/timeEntry.ts'
import { closedDay } from './closedDay.ts'
import { command } from './command.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Time that came from a file: its identity there is what keeps it from coming twice. */
const ImportedEntry = TimeEntry.refine((entry) => entry.importKey !== null, {
  path: ['importKey'],
  error: 'import-key-missing',
})

/**
 * Takes in the time of a file, with the clients and engagements that are created for it: one command, so one undo takes
 * an import back. It only adds: refused where a record or an imported row is there already, or its day is closed.
 */
export const importEntries = command({
  type: 'entry/import',
  schema: z.strictObject({
    type: z.literal('entry/import'),
    /** The name of the file. */
    source: Line,
    clients: z.array(Client).max(2000),
    engagements: z.array(Engagement).max(2000),
    entries: z.array(ImportedEntry).min(1).max(100_000),
  }),
  subject: (_plan, { source }) => source,
  check: (plan, { clients, engagements, entries }) => {
    const { practice } = plan
    const newClients = new Set(clients.map(({ id }) => id))
    const newEngagements = new Set(engagements.map(({ id }) => id))
    for (const [i, { id }] of clients.entries())
      if (own(practice.clients, id) !== undefined) return refuse(['clients', i], 'already-there')
    for (const [i, { id, clientId }] of engagements.entries()) {
      if (own(practice.engagements, id) !== undefined) return refuse(['engagements', i], 'already-there')
      if (!newClients.has(clientId) && own(practice.clients, clientId) === undefined)
        return refuse(['engagements', i, 'clientId'], 'client-gone')
    }
    const isThere = (id: Id) => newEngagements.has(id) || own(practice.engagements, id) !== undefined
    return entriesObjection(plan, entries, isThere)
  },
  recipe: (draft, { clients, engagements, entries }) => {
    for (const client of clients) draft.practice.clients[client.id] = castDraft(client)
    for (const engagement of engagements) draft.practice.engagements[engagement.id] = castDraft(engagement)
    addEntries(draft, entries)
  },
  patches: (plan, { clients, engagements, entries }) => [
    ...clients.map((client) => addition(['practice', 'clients', client.id], client)),
    ...engagements.map((engagement) => addition(['practice', 'engagements', engagement.id], engagement)),
    ...yearAdditions(plan, entries),
  ],
})

function addition(path: string[], value: unknown): Patch {
  return { op: 'add', path, value }
}

/** Entries of a year that is there one by one, the others with their year. */
function yearAdditions(plan: Plan, entries: readonly TimeEntry[]): readonly Patch[] {
  const single: Patch[] = []
  const newYears = new Map<string, Record<Id, TimeEntry>>()
  for (const entry of entries) {
    const key = yearOf(entry.day)
    if (own(plan.years, key) !== undefined) {
      single.push(addition(['years', key, 'entries', entry.id], entry))
      continue
    }
    const records = newYears.get(key) ?? {}
    records[entry.id] = entry
    newYears.set(key, records)
  }
  const years = [...newYears].map(([key, records]) =>
    addition(['years', key], { sessions: {}, entries: records, expenses: {}, invoices: {} }),
  )
  return [...single, ...years]
}

function entriesObjection(
  plan: Plan,
  entries: readonly TimeEntry[],
  isEngagement: (id: Id) => boolean,
): Refusal | null {
  const { ids, keys } = entriesThere(plan)
  for (const [i, entry] of entries.entries()) {
    const key = entry.importKey ?? ''
    if (ids.has(entry.id) || keys.has(key)) return refuse(['entries', i], 'already-there')
    ids.add(entry.id)
    keys.add(key)
    if (entry.engagementId !== null && !isEngagement(entry.engagementId))
      return refuse(['entries', i, 'engagementId'], 'engagement-gone')
    // What was worked before the app was there is no progress on a deliverable of now.
    if (entry.deliverableId !== null) return refuse(['entries', i, 'deliverableId'], 'deliverable-gone')
    if (entry.areaId !== null && own(plan.practice.areas, entry.areaId) === undefined)
      return refuse(['entries', i, 'areaId'], 'area-gone')
    const closed = closedDay(plan, entry.day)
    if (closed !== null) return refuse(['entries', i, 'day'], 'period-closed', closed)
  }
  return null
}

/** Ids and import keys of all entries of the plan, in sets of one's own. */
function entriesThere(plan: Plan): { readonly ids: Set<Id>; readonly keys: Set<string> } {
  const ids = new Set<Id>()
  const keys = new Set<string>()
  for (const { entries } of Object.values(plan.years))
    for (const entry of Object.values(entries)) {
      ids.add(entry.id)
      if (entry.importKey !== null) keys.add(entry.importKey)
    }
  return { ids, keys }
}
