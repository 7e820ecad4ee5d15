import type { Id } from './fields.ts'
import type { Plan } from './plan.ts'

/** How many sessions, entries, expenses, deliverables and instalments, with the running timer, name this engagement, deliverable or area. */
export function engagementUses(plan: Plan, kind: 'engagement' | 'deliverable' | 'area', id: Id): number {
  const field = `${kind}Id` as 'engagementId' | 'deliverableId' | 'areaId'
  const uses = (records: Readonly<Record<Id, object>>) =>
    Object.values(records).filter(
      (record) => (record as Partial<Record<typeof field, Id | null>>)[field] === id,
    ).length
  let count = uses(plan.practice.series) + uses(plan.practice.deliverables)
  if (plan.practice.timer !== null) count += uses({ timer: plan.practice.timer })
  if (kind === 'deliverable') count += instalmentUses(plan, id)
  for (const year of Object.values(plan.years))
    count += uses(year.sessions) + uses(year.entries) + uses(year.expenses)
  return count
}

/** How many instalments are due with a deliverable; one that is in several versions of the terms counts once. */
function instalmentUses(plan: Plan, id: Id): number {
  const found = new Set<Id>()
  for (const { terms: history } of Object.values(plan.practice.engagements))
    for (const { terms } of history)
      if (terms.kind === 'fixed')
        for (const { id: instalment, on } of terms.instalments)
          if (on.kind === 'deliverable' && on.deliverableId === id) found.add(instalment)
  return found.size
}
