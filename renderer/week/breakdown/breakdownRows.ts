import type { LoadBreakdown } from '../../../shared/capacity/loadBreakdown.ts'
import type { LoadSums } from '../../../shared/capacity/loadCells.ts'
import type { Colour } from '../../../shared/plan/fields.ts'
import { own, type Plan } from '../../../shared/plan/plan.ts'
import type { Words } from '../../../shared/words/words.ts'

/** A line of a table: a client, an engagement under it, or an area. */
export interface BreakdownRow {
  readonly id: string
  readonly name: string
  /** What stands beside the name: a client's only engagement. */
  readonly beside: string
  readonly colour: Colour | null
  /** An engagement under its client. Its minutes are in the client's already. */
  readonly isPart: boolean
  readonly sums: LoadSums
}

/** Columns of the tables, as the sums name them. */
export type SumColumn = keyof LoadSums

/** Clients, each with its engagements below it where it has more than one. */
export function clientRows(
  plan: Plan,
  { clients, engagements }: LoadBreakdown,
  words: Words,
): BreakdownRow[] {
  return clients.flatMap((sums): BreakdownRow[] => {
    const { clientId } = sums
    const client = clientId === null ? undefined : own(plan.practice.clients, clientId)
    const mine = engagements.filter((part) => part.clientId === clientId)
    const nameOf = (id: string | null) =>
      (id === null ? undefined : own(plan.practice.engagements, id)?.name) ?? ''
    const [first] = mine
    const head: BreakdownRow = {
      id: `client ${clientId ?? ''}`,
      name: client?.name ?? words.week.ownBusiness,
      beside: mine.length === 1 && first !== undefined ? nameOf(first.engagementId) : '',
      colour: client?.colour ?? 'slate',
      isPart: false,
      sums,
    }
    if (mine.length < 2) return [head]
    const parts = mine.map((part) => ({
      id: `engagement ${part.engagementId ?? ''}`,
      name: nameOf(part.engagementId),
      beside: '',
      colour: null,
      isPart: true,
      sums: part,
    }))
    return [head, ...parts]
  })
}

/** Responsibility areas; what was given none comes last. */
export function areaRows(plan: Plan, { areas }: LoadBreakdown, words: Words): BreakdownRow[] {
  return areas.map((sums) => ({
    id: `area ${sums.areaId ?? ''}`,
    name:
      (sums.areaId === null ? undefined : own(plan.practice.areas, sums.areaId)?.name) ??
      words.capacity.breakdown.noArea,
    beside: '',
    colour: null,
    isPart: false,
    sums,
  }))
}

/** The columns that say something: the load always, its parts only where they are not all of it or nothing. */
export function columnsOf(whole: LoadSums, clients: readonly LoadSums[]): readonly SumColumn[] {
  const isWeighted = clients.some(({ load, weighted }) => load !== weighted)
  return [
    'load',
    ...(whole.tentative > 0 ? (['confirmed', 'tentative'] as const) : []),
    ...(isWeighted ? (['weighted'] as const) : []),
    ...(whole.travel > 0 ? (['travel'] as const) : []),
    ...(whole.worked > 0 ? (['worked'] as const) : []),
  ]
}
