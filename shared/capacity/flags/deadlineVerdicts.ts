/** What the `deadline` flags say of each deliverable, whatever week they are told in. */
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import { weekMaterial } from '../weekMaterial.ts'
import type { CapacityContext } from '../weekView.ts'
import { allDeadlineFlags } from './deadlineFlags.ts'

/** Due in the past with work left; impossible in the time that is free; or possible only in pieces shorter than the shortest block. */
export type DeadlineVerdict = 'past' | 'impossible' | 'finer'

/** The verdicts of the deliverables whose deadline does not hold, as of today. What is not in it holds, or has none. */
export function deadlineVerdicts(
  plan: Plan,
  today: Day,
  context: CapacityContext,
): ReadonlyMap<Id, DeadlineVerdict> {
  const verdicts = new Map<Id, DeadlineVerdict>()
  for (const flag of allDeadlineFlags(weekMaterial(plan, today, context))) {
    if (flag.code !== 'deadline') continue
    const { past, finer, items } = flag.facts
    const verdict = past ? 'past' : finer ? 'finer' : 'impossible'
    for (const { id, named, retainer } of items)
      if (named && retainer === null && (verdict !== 'finer' || !verdicts.has(id))) verdicts.set(id, verdict)
  }
  return verdicts
}
