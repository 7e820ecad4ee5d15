/**
 * Days that must be thought of ahead: the last day to give notice of an agreement, its end, the end of its
 * confidentiality (30, 14 and 3 days ahead), its renewal, a deliverable that is due (3 days ahead and on the day), and
 * the day of the next contact with somebody.
 */
import type { Agreement } from '../plan/agreement.ts'
import {
  comesUp,
  confidentialityEnds,
  type Nearness,
  type Renewal,
  renewalOf,
} from '../plan/agreementTerm.ts'
import type { Client } from '../plan/client.ts'
import type { Deliverable } from '../plan/deliverable.ts'
import type { Engagement } from '../plan/engagement.ts'
import { own, type Plan } from '../plan/plan.ts'
import { addDays, type Day, daysBetween, maxDay } from '../time/day.ts'

export type Matter =
  | {
      readonly kind: 'notice' | 'end' | 'confidential' | 'renewal'
      readonly agreement: Agreement
      readonly client: Client
      readonly day: Day
    }
  | {
      readonly kind: 'deliverable'
      readonly deliverable: Deliverable
      readonly client: Client
      readonly day: Day
    }
  | {
      readonly kind: 'contact'
      readonly client: Client
      /** Whom to contact, or what about; empty is the client itself. */
      readonly who: string
      /** Whether it is a prospect's next step. */
      readonly prospect: boolean
      readonly day: Day
    }

/** A matter that is near, with the day on which its present step began. */
export interface NearMatter {
  /** Unlike that of any other matter, day and step. */
  readonly key: string
  readonly since: Day
  readonly matter: Matter
}

/** What is near on a day, the nearest first. Nothing of archived clients but keeping in touch with them. */
export function nearMatters(plan: Pick<Plan, 'practice'>, today: Day): readonly NearMatter[] {
  return [
    ...agreementMatters(plan, today),
    ...deliverableMatters(plan, today),
    ...contactMatters(plan, today),
  ].sort((a, b) => compare(a.matter.day, b.matter.day) || compare(a.key, b.key))
}

function agreementMatters({ practice }: Pick<Plan, 'practice'>, today: Day): NearMatter[] {
  return Object.values(practice.agreements).flatMap((agreement) => {
    const client = own(practice.clients, agreement.clientId)
    if (client === undefined || client.archived) return []
    const up = comesUp(agreement, today)
    const secret = confidentialityEnds(agreement, today)
    const renewal = renewalOf(agreement, today)
    return [
      ...(renewal === null ? [] : [renewed(agreement, client, renewal)]),
      ...(up === null ? [] : step(agreement, client, up.kind, up.day, up.near)),
      ...(secret === null ? [] : step(agreement, client, 'confidential', secret.day, secret.near)),
    ]
  })
}

function step(
  agreement: Agreement,
  client: Client,
  kind: 'notice' | 'end' | 'confidential',
  day: Day,
  near: Nearness,
): NearMatter[] {
  if (near === null) return []
  const key = `agreement|${agreement.id}|${kind}|${day}|${near}`
  return [{ key, since: addDays(day, -near), matter: { kind, agreement, client, day } }]
}

/** A renewal that nothing keeps from coming any more is told so many days ahead. */
const RENEWAL_DAYS = 3

function renewed(agreement: Agreement, client: Client, { day, bound }: Renewal): NearMatter {
  const key = `agreement|${agreement.id}|renewal|${day}`
  return {
    key,
    since: maxDay(addDays(day, -RENEWAL_DAYS), bound),
    matter: { kind: 'renewal', agreement, client, day },
  }
}

/** Steps before a deliverable is due at which it is told, in days. */
const DUE_DAYS = [0, 3]

/** Deliverables of running engagements that are not done. What is overdue is a flag's matter. */
function deliverableMatters({ practice }: Pick<Plan, 'practice'>, today: Day): NearMatter[] {
  return Object.values(practice.deliverables).flatMap((deliverable) => {
    const { id, due, done, engagementId } = deliverable
    const engagement = own(practice.engagements, engagementId)
    const client = engagement === undefined ? undefined : own(practice.clients, engagement.clientId)
    if (due === null || done || due < today || client === undefined || client.archived) return []
    if (engagement?.status !== 'active') return []
    const left = daysBetween(today, due)
    const near = DUE_DAYS.find((days) => left <= days)
    if (near === undefined) return []
    const key = `deliverable|${id}|${due}|${near}`
    const since = addDays(due, -near)
    return [{ key, since, matter: { kind: 'deliverable', deliverable, client, day: due } }]
  })
}

function contactMatters({ practice }: Pick<Plan, 'practice'>, today: Day): NearMatter[] {
  const found: NearMatter[] = []
  const add = (
    key: string,
    day: Day | null,
    about: Omit<Extract<Matter, { kind: 'contact' }>, 'kind' | 'day'>,
  ) => {
    if (day !== null && day <= today)
      found.push({ key: `contact|${key}|${day}`, since: day, matter: { kind: 'contact', day, ...about } })
  }
  for (const client of Object.values(practice.clients)) {
    add(client.id, client.nextContact, { client, who: '', prospect: false })
    for (const { id, name, nextContact } of client.contacts)
      add(`${client.id}|${id}`, nextContact, { client, who: name, prospect: false })
  }
  for (const engagement of Object.values(practice.engagements)) {
    const client = own(practice.clients, engagement.clientId)
    if (client !== undefined && isProspect(engagement))
      add(`prospect|${engagement.id}`, engagement.nextContact, {
        client,
        who: engagement.name,
        prospect: true,
      })
  }
  return found
}

function isProspect({ status }: Engagement): boolean {
  return status === 'prospect'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
