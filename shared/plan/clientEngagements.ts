import type { Engagement } from './engagement.ts'
import type { Id } from './fields.ts'
import type { Plan } from './plan.ts'

/** A client's engagements of any status, in their order. */
export function clientEngagements({ practice }: Plan, clientId: Id): Engagement[] {
  return Object.values(practice.engagements)
    .filter((engagement) => engagement.clientId === clientId)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}
