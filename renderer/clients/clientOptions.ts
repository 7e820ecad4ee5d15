import type { Client } from '../../shared/plan/client.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Option } from '../ui/Select.tsx'

/** The clients in their order, to choose one from: those that are wanted, or all. */
export function clientOptions(
  clients: Readonly<Record<Id, Client>>,
  isWanted: (client: Client) => boolean = () => true,
): readonly Option[] {
  return Object.values(clients)
    .filter(isWanted)
    .sort((a, b) => a.order - b.order)
    .map(({ id, name, colour }) => ({ id, label: name, colour }))
}
