import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'

/** What a record of a plan names that is not in it: `sessions/ID: engagement ID`. Empty where the plan is of one piece. */
export function danglingReferences({ practice, years }: Plan): readonly string[] {
  const { clients, engagements, deliverables, agreements, areas, series, timer } = practice
  const found: string[] = []
  const targets = { clientId: clients, engagementId: engagements, deliverableId: deliverables, areaId: areas }
  const check = (where: string, records: Readonly<Record<Id, object>>) => {
    for (const [id, record] of Object.entries(records))
      for (const [field, map] of Object.entries(targets)) {
        const named: unknown = own(record as Readonly<Record<string, unknown>>, field)
        if (typeof named === 'string' && !Object.hasOwn(map, named))
          found.push(`${where}/${id}: ${field} ${named}`)
      }
  }
  check('engagements', engagements)
  check('deliverables', deliverables)
  check('agreements', agreements)
  check('series', series)
  if (timer !== null) check('timer', { timer })
  for (const year of Object.values(years))
    for (const kind of ['sessions', 'entries', 'expenses', 'invoices'] as const) check(kind, year[kind])
  return found
}
