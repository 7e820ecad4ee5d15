import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import { execute, planNow } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { formatNow, wordsNow } from '../state/words.ts'

/** What on the horizon can be moved: an engagement's last day, and a deliverable's due day. */
export interface Moved {
  readonly kind: 'end' | 'deliverable'
  readonly id: Id
  readonly day: Day
}

/** The plan as it would be; nothing is changed yet. */
export function withMoved(plan: Plan, moved: Moved | null): Plan {
  if (moved === null) return plan
  const { practice } = plan
  const { kind, id, day } = moved
  if (kind === 'end') {
    const engagement = practice.engagements[id]
    if (engagement === undefined) return plan
    return {
      ...plan,
      practice: { ...practice, engagements: { ...practice.engagements, [id]: { ...engagement, end: day } } },
    }
  }
  const deliverable = practice.deliverables[id]
  if (deliverable === undefined) return plan
  return {
    ...plan,
    practice: { ...practice, deliverables: { ...practice.deliverables, [id]: { ...deliverable, due: day } } },
  }
}

/** The first day that it may be moved to. */
export function earliest({ practice }: Plan, { kind, id }: Pick<Moved, 'kind' | 'id'>): Day {
  const first = kind === 'end' ? practice.engagements[id]?.start : practice.deliverables[id]?.release
  return first ?? '0001-01-01'
}

/** Moves an engagement's last day, as a step that can be undone. */
export async function moveEnd(id: Id, end: Day): Promise<void> {
  const now = planNow().practice.engagements[id]
  if (now === undefined) return
  const reply = await execute({
    type: 'practice/put',
    records: [{ kind: 'engagement', value: { ...now, end } as never }],
  })
  if (reply.ok) toastWithUndo(wordsNow().horizon.movedEnd(now.name, formatNow().dayMedium(end)))
}
