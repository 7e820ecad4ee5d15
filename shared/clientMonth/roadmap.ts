import { type Deliverable, progressOf } from '../plan/deliverable.ts'
import type { Engagement } from '../plan/engagement.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import type { ClientSheet } from '../timesheet/clientSheet.ts'

export type RoadmapState = 'done' | 'late' | 'open'

export interface RoadmapRow {
  readonly deliverable: Deliverable
  readonly engagement: Engagement
  readonly state: RoadmapState
  /** Done of all there is to do, 0 to 1. */
  readonly progress: number
}

interface Asked {
  readonly engagements: readonly Engagement[]
  readonly from: Day
  readonly to: Day
  readonly on: Day
  readonly sheet: ClientSheet
}

/**
 * What is agreed and open, and what is done and was worked on or due in the month: the plan does not keep on which day
 * something was done. The soonest due first, what has no due day last.
 */
export function roadmapRows({ practice }: Plan, asked: Asked): RoadmapRow[] {
  const { engagements, from, to, on, sheet } = asked
  const byId = new Map(engagements.map((engagement) => [engagement.id, engagement]))
  const worked = new Set(sheet.days.flatMap(({ entries }) => entries).map(({ entry }) => entry.deliverableId))
  const tells = ({ id, done, due }: Deliverable, { status }: Engagement) => {
    if (worked.has(id)) return true
    if (done) return due !== null && from <= due && due <= to
    return status === 'active' || status === 'paused'
  }
  return Object.values(practice.deliverables)
    .flatMap((deliverable): RoadmapRow[] => {
      const engagement = byId.get(deliverable.engagementId)
      if (engagement === undefined || !tells(deliverable, engagement)) return []
      return [{ deliverable, engagement, state: stateOf(deliverable, on), progress: progressOf(deliverable) }]
    })
    .sort(({ deliverable: a }, { deliverable: b }) => byDue(a, b))
}

function stateOf({ done, due }: Deliverable, on: Day): RoadmapState {
  if (done) return 'done'
  return due !== null && due < on ? 'late' : 'open'
}

function byDue(a: Deliverable, b: Deliverable): number {
  const [first, second] = [a.due ?? '~', b.due ?? '~']
  return first < second ? -1 : first > second ? 1 : a.order - b.order || (a.id < b.id ? -1 : 1)
}
