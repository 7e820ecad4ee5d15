/** The proof of a fix: it is applied to the plan, the weeks concerned are computed anew, and their flags compared. */
import { execute } from '../commands/execute.ts'
import type { Command } from '../commands/registry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import type { Flag, FlagCode } from './flag.ts'
import { week } from './week.ts'
import { weekDays } from './weekDays.ts'
import { weekFlags } from './weekFlags.ts'
import { weekMaterial } from './weekMaterial.ts'
import type { CapacityContext } from './weekView.ts'

/** What is tried: a command, the first days of the weeks that it touches, and the flags that it can change. */
export interface Trial {
  readonly command: Command
  readonly starts: readonly Day[]
  /** Left out: it may change any flag. */
  readonly codes?: ReadonlySet<FlagCode>
}

/** What a command does to a flag. */
export interface Proof {
  /** The plan after it. */
  readonly plan: Plan
  /** The flag as it is then; undefined where it is gone. */
  readonly left: Flag | undefined
  /** No flag came up, and none grew. */
  readonly clean: boolean
  /** The worst flag that came up and is as bad as the one solved, or grew by as much. */
  readonly worse: Flag | undefined
  /** A flag that must be solved came up. */
  readonly raisesOver: boolean
}

/** Applies a command and compares the flags of the weeks that it touches; null where it is refused. */
export function prove(plan: Plan, flag: Flag, trial: Trial, context: CapacityContext): Proof | null {
  const result = execute(plan, trial.command)
  if (!result.ok) return null
  const codes = trial.codes === undefined ? undefined : new Set([...trial.codes, flag.code])
  const starts = [...new Set(trial.starts)]
  const before = byKey(starts.flatMap((start) => week(plan, start, context).flags))
  const after = byKey(starts.flatMap((start) => flagsAfter(result.plan, start, codes, context)))
  let clean = true
  let worse: Flag | undefined
  let raisesOver = false
  for (const other of after.values()) {
    const old = before.get(other.key)
    const growth = other.short - (old?.short ?? 0)
    if (other.key === flag.key || (old !== undefined && growth <= 0)) continue
    clean = false
    if (old === undefined && other.severity === 'over') raisesOver = true
    const isWorse = rank(other) > rank(flag) || (rank(other) === rank(flag) && growth >= flag.short)
    if (isWorse && (worse === undefined || rank(other) > rank(worse))) worse = other
  }
  return { plan: result.plan, left: after.get(flag.key), clean, worse, raisesOver }
}

/** Computed anew and kept nowhere: a search tries many plans and drops them. */
function flagsAfter(
  plan: Plan,
  start: Day,
  codes: ReadonlySet<FlagCode> | undefined,
  context: CapacityContext,
): Flag[] {
  const material = weekMaterial(plan, start, context)
  return weekFlags(material, weekDays(material), codes)
}

function rank({ severity }: Flag): number {
  return severity === 'over' ? 1 : 0
}

function byKey(flags: readonly Flag[]): Map<string, Flag> {
  return new Map(flags.map((flag) => [flag.key, flag]))
}
