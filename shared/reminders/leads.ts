/** How long before a session to remind of it. */
import { own, type Plan } from '../plan/plan.ts'
import type { Lead } from '../plan/reminding.ts'
import type { Occurrence } from '../plan/session.ts'

/**
 * Minutes before the start, the way there not counted; null is no reminder. A session's own word comes first, then its
 * client's for the kind of session, then the kind's.
 */
export function leadOf(plan: Plan, occurrence: Pick<Occurrence, 'lead' | 'engagementId' | 'kind'>): Lead {
  return occurrence.lead === 'usual' ? usualLead(plan, occurrence) : occurrence.lead
}

/** What applies to a session that has no lead of its own. */
export function usualLead(
  { practice }: Plan,
  { engagementId, kind }: Pick<Occurrence, 'engagementId' | 'kind'>,
): Lead {
  const engagement = engagementId === null ? undefined : own(practice.engagements, engagementId)
  const client = engagement === undefined ? undefined : own(practice.clients, engagement.clientId)
  const ofClient = client === undefined ? 'usual' : client.leads[kind]
  return ofClient === 'usual' ? practice.settings.reminders.lead[kind] : ofClient
}
