import type { Plan } from '../../shared/plan/plan.ts'
import type { Option } from '../ui/Select.tsx'

/** The clients in their order, to choose one from. */
export function clientOptions(plan: Plan): readonly Option[] {
  return Object.values(plan.practice.clients)
    .sort((a, b) => a.order - b.order)
    .map(({ id, name, colour }) => ({ id, label: name, colour }))
}
