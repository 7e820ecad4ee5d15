/** How many flags are open, for those who only need the number. */
import type { Plan } from '../../plan/plan.ts'
import { addDays, type Day } from '../../time/day.ts'
import { week } from '../week.ts'
import type { CapacityContext } from '../weekView.ts'
import type { Flag } from './flag.ts'

/** Flags that were not accepted, by severity. */
export interface OpenFlags {
  readonly over: number
  readonly watch: number
}

/** Counts the flags that were not accepted, without those of the given keys. */
export function openFlags(flags: readonly Flag[], without: ReadonlySet<string> = new Set()): OpenFlags {
  let over = 0
  let watch = 0
  for (const { accepted, severity, key } of flags) {
    if (accepted !== null || without.has(key)) continue
    if (severity === 'over') over++
    else watch++
  }
  return { over, watch }
}

/** A week after the one that is looked at, and what is open in it. */
export interface WeekAhead extends OpenFlags {
  readonly start: Day
}

/**
 * What is open in the week that lies `weeks` after the one from `start`, and is not told in that one already: a
 * deadline is a flag of each week that its window meets.
 */
export function weekAhead(plan: Plan, start: Day, weeks: number, context: CapacityContext): WeekAhead {
  const told = new Set(week(plan, start, context).flags.map(({ key }) => key))
  const day = addDays(start, 7 * weeks)
  return { start: day, ...openFlags(week(plan, day, context).flags, told) }
}
