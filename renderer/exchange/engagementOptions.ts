import type { Plan } from '../../shared/plan/plan.ts'
import type { Option } from '../ui/Select.tsx'

/** The id of the option that is own-business time: no engagement has it. */
export const OWN_BUSINESS = '-'

/** The engagements that time can be for, by client, then own business. Closed ones are there too: calendars reach back. */
export function engagementOptions(practice: Plan['practice'], ownBusiness: string): readonly Option[] {
  const clients = Object.values(practice.clients).toSorted((a, b) => a.order - b.order)
  const options = clients.flatMap((client) =>
    Object.values(practice.engagements)
      .filter((engagement) => engagement.clientId === client.id)
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, name }) => ({ id, label: `${client.name} · ${name}`, colour: client.colour })),
  )
  return [...options, { id: OWN_BUSINESS, label: ownBusiness, colour: 'slate' }]
}
