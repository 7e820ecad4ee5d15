/** What a change does to the weeks ahead, in a few figures. */
import { type DeadlineVerdict, deadlineVerdicts } from '../capacity/flags/deadlineVerdicts.ts'
import type { HorizonWeek } from '../capacity/horizon.ts'
import type { CapacityContext } from '../capacity/weekView.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'

export interface HorizonOutcome {
  /** Weeks in which more is promised and planned than there is. */
  readonly over: { readonly before: number; readonly after: number }
  /** What could still be promised in all weeks, in minutes. */
  readonly free: { readonly before: number; readonly after: number }
  /** Deliverables that can no longer be met, and those that can now. */
  readonly broken: readonly Id[]
  readonly mended: readonly Id[]
}

/** One side of a comparison. */
export interface Ahead {
  readonly plan: Plan
  readonly weeks: readonly HorizonWeek[]
}

/** Compares the weeks ahead before and after a change, as of a day. */
export function horizonOutcome(
  before: Ahead,
  after: Ahead,
  today: Day,
  context: CapacityContext,
): HorizonOutcome {
  const was = impossibleIn(deadlineVerdicts(before.plan, today, context))
  const is = impossibleIn(deadlineVerdicts(after.plan, today, context))
  return {
    over: { before: weeksOver(before.weeks), after: weeksOver(after.weeks) },
    free: { before: freeIn(before.weeks), after: freeIn(after.weeks) },
    broken: [...is].filter((id) => !was.has(id)),
    mended: [...was].filter((id) => !is.has(id)),
  }
}

function impossibleIn(verdicts: ReadonlyMap<Id, DeadlineVerdict>): ReadonlySet<Id> {
  return new Set([...verdicts].filter(([, verdict]) => verdict !== 'finer').map(([id]) => id))
}

/** Weeks that hold more than there is. */
export function weeksOver(weeks: readonly HorizonWeek[]): number {
  return weeks.filter(({ free }) => free < 0).length
}

function freeIn(weeks: readonly HorizonWeek[]): number {
  return weeks.reduce((sum, { free }) => sum + Math.max(0, free), 0)
}
