/** The command that carries an import of worked time out. */
import type { Command } from '../../commands/registry.ts'
import { isCurrency } from '../../money/currency.ts'
import { type Client, newClient } from '../../plan/client.ts'
import { type Engagement, newEngagement } from '../../plan/engagement.ts'
import { colourNames, type Id, type Language } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import type { TimeEntry } from '../../plan/timeEntry.ts'
import type { Day } from '../../time/day.ts'
import { posted } from '../../timesheet/lock.ts'
import type { WorkedRead, WorkedRow } from './workedFile.ts'
import {
  fateOf,
  groupName,
  keysThere,
  type ProposedGroup,
  type WorkedChoices,
  type WorkedProposal,
} from './workedProposal.ts'

export type ImportEntries = Extract<Command, { type: 'entry/import' }>

/** What records are made with. */
export interface WriteContext {
  readonly newId: () => Id
  readonly language: Language
  /** The name of the file. */
  readonly source: string
  readonly zone: string
  /** The day on which closed time is entered late, if it is open. */
  readonly today: Day
}

/** The command for a proposal; null where it takes nothing in. Groups without an answer are left, as are those left out. */
export function importCommand(
  plan: Plan,
  read: WorkedRead,
  proposal: WorkedProposal,
  choices: WorkedChoices,
  context: WriteContext,
): ImportEntries | null {
  const { clients, engagements, idOf } = created(plan, read, proposal.groups, context)
  const targets = new Map(proposal.groups.map(({ name, target }) => [name, target]))
  const engagementOf = read.groups.map((group): Id | null | undefined => {
    const target = targets.get(groupName(group))
    switch (target?.kind) {
      case 'engagement':
        return target.id
      case 'create':
        return idOf.get(groupName(group))
      case 'own':
        return null
      default:
        return undefined
    }
  })
  const there = keysThere(plan, read.assumptions.source.value)
  const { closedThrough } = plan.practice
  const entries: TimeEntry[] = []
  for (const row of read.rows) {
    const engagementId = engagementOf[row.group]
    const fate = fateOf(row, there, closedThrough)
    if (engagementId === undefined || fate === 'there' || (fate === 'closed' && !choices.late)) continue
    entries.push(posted(plan, entryOf(row, engagementId, choices, context.zone), context.today))
  }
  if (entries.length === 0) return null
  return { type: 'entry/import', source: context.source.slice(0, 500), clients, engagements, entries }
}

function entryOf(row: WorkedRow, engagementId: Id | null, choices: WorkedChoices, zone: string): TimeEntry {
  return {
    id: `w-${row.key}`,
    engagementId,
    day: row.day,
    start: row.start,
    zone,
    minutes: row.minutes,
    note: noteOf(row, choices),
    areaId: null,
    deliverableId: null,
    billable: engagementId !== null && (row.billable ?? choices.billable),
    session: null,
    lateFor: null,
    importKey: row.key,
  }
}

/** The note with its task before it and its tags behind it, as chosen. */
export function noteOf({ task, note, tags }: WorkedRow, choices: WorkedChoices): string {
  const named = [choices.task ? task : '', note].filter((part) => part !== '').join(': ')
  return [named, choices.tags && tags !== '' ? `[${tags}]` : ''].filter((part) => part !== '').join(' ')
}

const compared = (name: string) => name.trim().toLowerCase()

/** The clients and engagements that are created, and which of them each group gets. A client of the same name is not created twice. */
function created(
  plan: Plan,
  read: WorkedRead,
  groups: readonly ProposedGroup[],
  context: WriteContext,
): {
  readonly clients: Client[]
  readonly engagements: Engagement[]
  readonly idOf: ReadonlyMap<string, Id>
} {
  const known = new Map(
    Object.values(plan.practice.clients).map((client) => [compared(client.name), client.id]),
  )
  const clients: Client[] = []
  const engagements: Engagement[] = []
  const idOf = new Map<string, Id>()
  for (const group of groups) {
    if (group.target?.kind !== 'create' || group.rows === 0) continue
    const name = group.client === '' ? group.project : group.client
    let clientId = known.get(compared(name))
    if (clientId === undefined) {
      const client = createdClient(plan, name, clients.length, read.assumptions.currency, context)
      clients.push(client)
      clientId = client.id
      known.set(compared(name), clientId)
    }
    const engagement = createdEngagement(plan, group, clientId, engagements.length, context)
    engagements.push(engagement)
    idOf.set(group.name, engagement.id)
  }
  return { clients, engagements, idOf }
}

function createdClient(
  plan: Plan,
  name: string,
  before: number,
  currency: string | null,
  context: WriteContext,
): Client {
  const { clients, settings, business } = plan.practice
  const there = Object.values(clients)
  const used = there.length + before
  return newClient({
    id: context.newId(),
    name,
    colour: colourNames[used % colourNames.length] ?? 'slate',
    currency: currency !== null && isCurrency(currency) ? currency : business.currency,
    zone: settings.homeZone,
    language: context.language,
    order: Math.max(0, ...there.map(({ order }) => order)) + 1 + before,
  })
}

/** By the hour, at a rate that the file does not tell: nothing until the user sets it. */
function createdEngagement(
  plan: Plan,
  group: ProposedGroup,
  clientId: Id,
  before: number,
  context: WriteContext,
): Engagement {
  const orders = Object.values(plan.practice.engagements).map(({ order }) => order)
  return newEngagement({
    id: context.newId(),
    clientId,
    name: group.project === '' ? group.client : group.project,
    start: null,
    terms: [{ from: group.firstDay, terms: { kind: 'hourly', rate: 0 } }],
    order: Math.max(0, ...orders) + 1 + before,
  })
}
