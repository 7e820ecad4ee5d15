/** Whom to keep in touch with, and when. */
import type { Command } from '../commands/registry.ts'
import type { Client, Contact } from '../plan/client.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { addDays, type Day, daysBetween } from '../time/day.ts'

/** A client, or a contact of one, as somebody to keep in touch with. */
export interface Touch {
  /** Unlike that of any other touch. */
  readonly key: string
  readonly client: Client
  /** Null is the client itself. */
  readonly contact: Contact | null
  readonly next: Day | null
  readonly everyDays: number | null
  /** Days since it was due: 0 is today, below nothing is to come; null without a date. */
  readonly over: number | null
  /** Whether nothing runs for the client and nothing is in sight: those one forgets first. */
  readonly isPast: boolean
}

/** Everybody with a date or a rhythm: the longest overdue first, those without a date last, past clients before others. */
export function touches(plan: Plan, today: Day): readonly Touch[] {
  return everybody(plan, today)
    .filter(({ next, everyDays }) => next !== null || everyDays !== null)
    .sort(
      (a, b) =>
        compareDays(a.next, b.next) || Number(b.isPast) - Number(a.isPast) || a.client.order - b.client.order,
    )
}

/** Everybody else, past clients first. */
export function others(plan: Plan, today: Day): readonly Touch[] {
  return everybody(plan, today)
    .filter(({ next, everyDays }) => next === null && everyDays === null)
    .sort((a, b) => Number(b.isPast) - Number(a.isPast) || a.client.order - b.client.order)
}

function everybody({ practice }: Plan, today: Day): Touch[] {
  const open = new Set<Id>()
  for (const { clientId, status, end } of Object.values(practice.engagements))
    if (status !== 'closed' && (end === null || end >= today)) open.add(clientId)
  return Object.values(practice.clients).flatMap((client) => {
    const isPast = client.archived || !open.has(client.id)
    const touch = (contact: Contact | null): Touch => {
      const { nextContact: next, touchDays: everyDays } = contact ?? client
      return {
        key: contact === null ? client.id : `${client.id} ${contact.id}`,
        client,
        contact,
        next,
        everyDays,
        over: next === null ? null : daysBetween(next, today),
        isPast,
      }
    }
    return [touch(null), ...client.contacts.map(touch)]
  })
}

function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/** Contact was made on a day: the next is due a rhythm later, or no more where there is none. */
export function touchedCommand(plan: Plan, touch: Touch, on: Day): Command | null {
  const { everyDays } = touch
  return touchCommand(plan, touch, {
    nextContact: everyDays === null ? null : addDays(on, everyDays),
    touchDays: everyDays,
  })
}

/** Sets date and rhythm; null where client or contact is gone. */
export function touchCommand(
  { practice }: Plan,
  { client: { id }, contact }: Pick<Touch, 'client' | 'contact'>,
  change: Pick<Client, 'nextContact' | 'touchDays'>,
): Command | null {
  const client = own(practice.clients, id)
  if (client === undefined) return null
  if (contact === null)
    return { type: 'practice/put', records: [{ kind: 'client', value: { ...client, ...change } }] }
  if (!client.contacts.some((other) => other.id === contact.id)) return null
  const contacts = client.contacts.map((other) => (other.id === contact.id ? { ...other, ...change } : other))
  return { type: 'practice/put', records: [{ kind: 'client', value: { ...client, contacts } }] }
}
