import type { Deliverable } from '../plan/deliverable.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { ClientSheet } from '../timesheet/clientSheet.ts'

/** Exact minutes of a month that went into a deliverable; null is time without one, or with one that is gone. */
export interface DeliverableHours {
  readonly deliverable: Deliverable | null
  readonly exact: number
}

/** The sheet's time by deliverable, the most first and time without one last. The parts add up to the sheet's exact minutes. */
export function hoursByDeliverable({ practice }: Plan, { days }: ClientSheet): DeliverableHours[] {
  const sums = new Map<Id | null, number>()
  for (const { entry } of days.flatMap(({ entries }) => entries)) {
    const id = own(practice.deliverables, entry.deliverableId ?? '')?.id ?? null
    sums.set(id, (sums.get(id) ?? 0) + entry.minutes)
  }
  return [...sums]
    .map(([id, exact]) => ({ deliverable: own(practice.deliverables, id ?? '') ?? null, exact }))
    .sort(
      (a, b) =>
        Number(a.deliverable === null) - Number(b.deliverable === null) ||
        b.exact - a.exact ||
        (a.deliverable?.order ?? 0) - (b.deliverable?.order ?? 0),
    )
}
