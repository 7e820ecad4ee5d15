import type { Plan } from '../../shared/plan/plan.ts'
import type { Option } from '../ui/Select.tsx'

/** The engagements that time can be for, by client. Closed ones are there too: calendars reach back. */
export function engagementOptions(practice: Plan['practice']): readonly Option[] {
  const clients = Object.values(practice.clients).toSorted((a, b) => a.order - b.order)
  return clients.flatMap((client) =>
    Object.values(practice.engagements)
      .filter((engagement) => engagement.clientId === client.id)
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, name }) => ({ id, label: name, colour: client.colour, section: client.name })),
  )
}
