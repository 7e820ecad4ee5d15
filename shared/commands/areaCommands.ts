import { z } from 'zod'
import { Id } from '../plan/fields.ts'
import { own, type PlanDraft } from '../plan/plan.ts'
import { command } from './command.ts'
import { refuse } from './refusal.ts'

/**
 * Takes a responsibility area away and gives all that carries it to another one, or to none. Time that is billed or
 * closed follows, too: what time was for is the planner's own order and stands on no invoice.
 */
export const mergeArea = command({
  type: 'area/merge',
  schema: z.strictObject({ type: z.literal('area/merge'), id: Id, into: Id.nullable() }),
  subject: (plan, { id }) => own(plan.practice.areas, id)?.name ?? '',
  check: (plan, { id, into }) => {
    if (own(plan.practice.areas, id) === undefined) return refuse(['id'], 'area-gone')
    if (into === id || (into !== null && own(plan.practice.areas, into) === undefined))
      return refuse(['into'], 'area-gone')
    return null
  },
  recipe: (draft, { id, into }) => {
    for (const record of carrying(draft, id)) record.areaId = into
    delete draft.practice.areas[id]
  },
})

interface Carrying {
  areaId?: Id | null
}

/** All in a draft of the plan that carries an area. */
function carrying(draft: PlanDraft, id: Id): Carrying[] {
  const { practice, years } = draft
  const found: Carrying[] = []
  const look = (map: Readonly<Record<string, Carrying>>) => {
    for (const record of Object.values(map)) if (record.areaId === id) found.push(record)
  }
  look(practice.deliverables)
  look(practice.series)
  for (const { recurrence } of Object.values(practice.series)) look(recurrence?.changed ?? {})
  for (const year of Object.values(years)) {
    look(year.sessions)
    look(year.entries)
  }
  if (practice.timer?.areaId === id) found.push(practice.timer)
  return found
}
