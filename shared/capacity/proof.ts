/** The proof of a fix: it is applied to the plan, the weeks concerned are computed anew, and their flags compared. */
import { execute } from '../commands/execute.ts'
import type { Command } from '../commands/registry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import type { Flag } from './flag.ts'
import { flagsOnly, week } from './week.ts'
import type { CapacityContext } from './weekView.ts'

/** What a command does to a flag. */
export interface Proof {
  /** The flag is gone. */
  readonly solves: boolean
  /** The flag's shortage became smaller, or it is gone. */
  readonly helps: boolean
  /** No flag came up, and none grew. */
  readonly clean: boolean
  /** A flag came up that is as bad as the one solved, or one grew by as much. */
  readonly worse: boolean
  /** A flag that must be solved came up. */
  readonly raisesOver: boolean
}

/** Applies a command and compares the flags of the weeks that start on `starts`; null where it is refused. */
export function prove(
  plan: Plan,
  flag: Flag,
  command: Command,
  starts: readonly Day[],
  context: CapacityContext,
): Proof | null {
  const result = execute(plan, command)
  if (!result.ok) return null
  const before = flagsByKey(starts, (start) => week(plan, start, context).flags)
  const after = flagsByKey(starts, (start) => flagsOnly(result.plan, start, context))
  const left = after.get(flag.key)
  let clean = true
  let worse = false
  let raisesOver = false
  for (const other of after.values()) {
    const old = before.get(other.key)
    const growth = other.short - (old?.short ?? 0)
    if (other.key === flag.key || (old !== undefined && growth <= 0)) continue
    clean = false
    if (old === undefined && other.severity === 'over') raisesOver = true
    if (rank(other) > rank(flag) || (rank(other) === rank(flag) && growth >= flag.short)) worse = true
  }
  const solves = left === undefined
  return { solves, helps: solves || left.short < flag.short, clean, worse, raisesOver }
}

function rank({ severity }: Flag): number {
  return severity === 'over' ? 1 : 0
}

function flagsByKey(starts: readonly Day[], flagsOf: (start: Day) => readonly Flag[]): Map<string, Flag> {
  const flags = new Map<string, Flag>()
  for (const start of new Set(starts)) for (const flag of flagsOf(start)) flags.set(flag.key, flag)
  return flags
}
