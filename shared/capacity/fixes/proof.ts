/** The proof of a fix: it is applied to the plan, the weeks concerned are computed anew, and their flags compared. */
import { execute } from '../../commands/execute.ts'
import type { Command } from '../../commands/registry.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import { allDeadlineFlags, notPromised } from '../flags/deadlineFlags.ts'
import type { Flag, FlagCode } from '../flags/flag.ts'
import { weekFlags } from '../flags/weekFlags.ts'
import { week } from '../week.ts'
import { weekDays } from '../weekDays.ts'
import { type WeekMaterial, weekMaterial } from '../weekMaterial.ts'
import type { CapacityContext, WeekDay } from '../weekView.ts'

/** What is tried: a command and the first days of the weeks that it touches. */
export interface Trial {
  readonly command: Command
  readonly starts: readonly Day[]
}

/** What a command does to a flag. */
export interface Proof {
  /** The plan after it. */
  readonly plan: Plan
  /** The flag as it is then; undefined where it is gone. */
  readonly left: Flag | undefined
  /** A flag that came up and is as bad as the one solved, or one that grew by as much: the first that was found. */
  readonly worse: Flag | undefined
  /** Nothing is left or worse, no flag came up, and none grew. */
  readonly clean: boolean
  /** A flag that must be solved came up. */
  readonly raisesOver: boolean
}

const PROMISES: ReadonlySet<FlagCode> = new Set(['client-over', 'client-under'])

/** The codes in the order in which they are looked at: what one day shows, then periods, then what looks far ahead. */
const STAGES: readonly ReadonlySet<FlagCode>[] = [
  new Set(['overlap', 'day-over', 'week-over', 'outside-hours', 'no-gap', 'contract']),
  PROMISES,
  new Set(['deadline']),
  new Set(['budget']),
]

/**
 * Applies a command and compares the flags of the weeks that it touches; null where it is refused. It stops where the
 * answer is known: the flag is left, or one came up that is as bad. Only of a promise that is short does it go on, since
 * a part of what is promised is worth planning if it raises nothing that must be solved.
 */
export function prove(plan: Plan, flag: Flag, trial: Trial, context: CapacityContext): Proof | null {
  const result = execute(plan, trial.command)
  if (!result.ok) return null
  const starts = [...new Set(trial.starts)]
  const before = byKey(flagsBefore(plan, starts, context))
  const weeks = starts.map((start): Week => {
    const material = weekMaterial(result.plan, start, context)
    return { material, days: weekDays(material) }
  })
  const own = new Set([flag.code])
  const left = flagsOf(weeks, own).find(({ key }) => key === flag.key)
  const found = { worse: undefined as Flag | undefined, clean: left === undefined, raisesOver: false }
  const isKnown = left !== undefined && flag.code !== 'client-under'
  for (const stage of isKnown ? [] : stagesFor(flag, trial.command)) {
    for (const other of flagsOf(weeks, stage)) {
      const old = before.get(other.key)
      const growth = other.short - (old?.short ?? 0)
      if (other.key === flag.key || (old !== undefined && growth <= 0)) continue
      found.clean = false
      if (old === undefined && other.severity === 'over') found.raisesOver = true
      const isWorse = rank(other) > rank(flag) || (rank(other) === rank(flag) && growth >= flag.short)
      if (isWorse) found.worse ??= other
    }
    if (found.worse !== undefined) break
  }
  return { plan: result.plan, left, ...found }
}

/** Work that is promised otherwise changes deadlines alone. */
function stagesFor(flag: Flag, command: Command): readonly ReadonlySet<FlagCode>[] {
  const isDeliverable =
    command.type === 'practice/put' && command.records.every(({ kind }) => kind === 'deliverable')
  return isDeliverable ? STAGES.filter((codes) => codes.has('deadline') || codes.has(flag.code)) : STAGES
}

interface Week {
  readonly material: WeekMaterial
  readonly days: readonly WeekDay[]
}

/** Computed anew and kept nowhere: a search tries many plans and drops them. A flag of two weeks is one. */
function flagsOf(weeks: readonly Week[], codes: ReadonlySet<FlagCode>): readonly Flag[] {
  const [first] = weeks
  if (first !== undefined && codes.has('deadline'))
    return farDeadlines(first.material, () => flagsOf(weeks, PROMISES))
  const flags = weeks.flatMap(({ material, days }) => weekFlags(material, days, codes))
  return [...byKey(flags).values()]
}

/** The flags of the weeks, and all deadlines. */
function flagsBefore(plan: Plan, starts: readonly Day[], context: CapacityContext): Flag[] {
  const flags = starts.flatMap((day) => week(plan, day, context).flags)
  const [start] = starts
  if (start === undefined) return flags
  return [...farDeadlines(weekMaterial(plan, start, context), () => flags), ...flags]
}

/** Deadlines of whatever week, but for those that a promise which is short tells already. */
function farDeadlines(material: WeekMaterial, promises: () => readonly Flag[]): Flag[] {
  return notPromised(allDeadlineFlags(material), promises)
}

function rank({ severity }: Flag): number {
  return severity === 'over' ? 1 : 0
}

function byKey(flags: readonly Flag[]): Map<string, Flag> {
  return new Map(flags.map((flag) => [flag.key, flag]))
}
