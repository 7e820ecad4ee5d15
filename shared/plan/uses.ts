import type { Id } from './fields.ts'
import type { Plan } from './plan.ts'

/** How many sessions, entries, expenses and deliverables, with the running timer, name this engagement, deliverable or area. */
export function engagementUses(plan: Plan, kind: 'engagement' | 'deliverable' | 'area', id: Id): number {
  const field = `${kind}Id` as 'engagementId' | 'deliverableId' | 'areaId'
  const uses = (records: Readonly<Record<Id, object>>) =>
    Object.values(records).filter(
      (record) => (record as Partial<Record<typeof field, Id | null>>)[field] === id,
    ).length
  let count = uses(plan.practice.series) + uses(plan.practice.deliverables)
  if (plan.practice.timer !== null) count += uses({ timer: plan.practice.timer })
  for (const year of Object.values(plan.years))
    count += uses(year.sessions) + uses(year.entries) + uses(year.expenses)
  return count
}
