import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { type Refusal, refuse } from './refusal.ts'

interface Referring {
  readonly engagementId: Id | null
  readonly areaId?: Id | null | undefined
  readonly deliverableId?: Id | null | undefined
}

/** Refuses time that names an engagement, area or deliverable that does not exist, or a deliverable of another engagement. */
export function sessionReferences(
  plan: Plan,
  { engagementId, areaId, deliverableId }: Referring,
  path: readonly (string | number)[],
): Refusal | null {
  const { engagements, areas, deliverables } = plan.practice
  if (engagementId !== null && own(engagements, engagementId) === undefined)
    return refuse([...path, 'engagementId'], 'engagement-gone')
  if (areaId != null && own(areas, areaId) === undefined) return refuse([...path, 'areaId'], 'area-gone')
  if (deliverableId != null) {
    const deliverable = own(deliverables, deliverableId)
    if (deliverable === undefined) return refuse([...path, 'deliverableId'], 'deliverable-gone')
    if (deliverable.engagementId !== engagementId)
      return refuse([...path, 'deliverableId'], 'deliverable-elsewhere')
  }
  return null
}
