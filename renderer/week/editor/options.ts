import type { Id } from '../../../shared/plan/fields.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Option } from '../../ui/Select.tsx'

/** The option for nothing, or for own business: no record has this id. */
export const NONE = '-'

/** Engagements that are not closed, under their clients; own business last. */
export function engagementOptions(plan: Plan, ownBusiness: string): readonly Option[] {
  const clients = Object.values(plan.practice.clients).sort((a, b) => a.order - b.order)
  const engagements = Object.values(plan.practice.engagements).sort((a, b) => a.order - b.order)
  const options = clients.flatMap((client) =>
    engagements
      .filter(
        (engagement) =>
          engagement.clientId === client.id && engagement.status !== 'closed' && !client.archived,
      )
      .map(
        (engagement): Option => ({
          id: engagement.id,
          label: `${client.name} · ${engagement.name}`,
          colour: client.colour,
        }),
      ),
  )
  return [...options, { id: NONE, label: ownBusiness, colour: 'slate' }]
}

/** Open deliverables of an engagement, and none. */
export function deliverableOptions(plan: Plan, engagementId: Id | null, none: string): readonly Option[] {
  const open = Object.values(plan.practice.deliverables)
    .filter((deliverable) => deliverable.engagementId === engagementId && !deliverable.done)
    .sort((a, b) => a.order - b.order)
  return [{ id: NONE, label: none }, ...open.map(({ id, title }) => ({ id, label: title }))]
}

/** Responsibility areas in use, and none. */
export function areaOptions(plan: Plan, none: string): readonly Option[] {
  const areas = Object.values(plan.practice.areas)
    .filter((area) => !area.archived)
    .sort((a, b) => a.order - b.order)
  return [{ id: NONE, label: none }, ...areas.map(({ id, name }) => ({ id, label: name }))]
}
