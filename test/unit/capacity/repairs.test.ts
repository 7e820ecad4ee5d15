import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import type { Fix, Flag } from '../../../shared/capacity/flags/flag.ts'
import { week } from '../../../shared/capacity/week.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { times } from '../../support/effort.ts'
import { aBusyPlan } from './busyPlans.ts'
import { at, MONDAY } from './mockWeek.ts'

const monday = at('2026-11-23T00:00')
const tuesday = at('2026-11-24T11:00')

const A_MINUTE = 60_000

function ids(): () => string {
  let made = 0
  return () => `new-${made++}`
}

/** All flags of the flag's week and the three after it, into which a fix may move. */
function flagsOf(plan: Plan, context: typeof monday): Map<string, Flag> {
  const flags = [0, 7, 14, 21].flatMap((days) => week(plan, addDays(MONDAY, days), context).flags)
  return new Map(flags.map((flag) => [flag.key, flag]))
}

/** What is wrong with a fix, seen without the engine's own proof; `good` where nothing is. */
function verdict(plan: Plan, flag: Flag, fix: Fix, context: typeof monday): string {
  if (!Command.safeParse(fix.command).success) return 'not a valid command'
  const result = execute(plan, fix.command)
  if (!result.ok) return `refused: ${result.refusal.code}`
  const before = flagsOf(plan, context)
  const after = flagsOf(result.plan, context)
  if (fix.kind === 'accept') return after.get(flag.key)?.accepted === null ? 'not accepted' : 'good'
  if (fix.solves && after.has(flag.key)) return `${flag.key} still there after ${fix.id}`
  if (!fix.solves && (after.get(flag.key)?.short ?? 0) >= flag.short) return `${fix.id} does not help`
  const raised = [...after.values()].filter((other) => {
    const old = before.get(other.key)
    return other.key !== flag.key && (old === undefined || other.short > old.short)
  })
  const worse = raised.find((other) => {
    const growth = other.short - (before.get(other.key)?.short ?? 0)
    if (fix.kind === 'plan-rest') return other.severity === 'over' && !before.has(other.key)
    return other.severity === flag.severity ? growth >= flag.short : other.severity === 'over'
  })
  if (worse !== undefined) return `${fix.id} raises ${worse.key}`
  return fix.clean && raised.length > 0 ? `${fix.id} is not clean: ${raised.map(({ key }) => key)}` : 'good'
}

test(
  '[F1] every fix is a valid command that makes its flag go and raises none as bad',
  () => {
    fc.assert(
      fc.property(aBusyPlan, fc.constantFrom(monday, tuesday), (plan, context) => {
        for (const flag of week(plan, MONDAY, context).flags)
          for (const fix of fixesOf(plan, flag, context, ids()))
            expect(verdict(plan, flag, fix, context)).toBe('good')
      }),
      { numRuns: times(5, 400) },
    )
  },
  A_MINUTE,
)

/** The same change one step smaller: a day sooner, a quarter of an hour of work more, five minutes more of a session. */
function lessOf(plan: Plan, fix: Fix): Command | null {
  const { command } = fix
  if (command.type === 'practice/put') {
    const [record] = command.records
    if (record?.kind !== 'deliverable') return null
    const { value } = record
    const smaller =
      fix.kind === 'extend-due'
        ? { ...value, due: addDays(value.due ?? '', -1) }
        : { ...value, remainingMinutes: value.remainingMinutes + 15 }
    const before = plan.practice.deliverables[value.id]
    const isNone = smaller.due === before?.due && smaller.remainingMinutes >= before.remainingMinutes
    return isNone ? null : { type: 'practice/put', records: [{ kind: 'deliverable', value: smaller }] }
  }
  if (fix.kind !== 'shorten' || command.type !== 'session/change') return null
  return { ...command, change: { minutes: fix.facts.minutes + 5 } }
}

test(
  '[F2] a later date, a cut of work and a shorter session are the smallest that do',
  () => {
    fc.assert(
      fc.property(aBusyPlan, (plan) => {
        for (const flag of week(plan, MONDAY, monday).flags)
          for (const fix of fixesOf(plan, flag, monday, ids())) {
            const less = lessOf(plan, fix)
            const result = less === null ? null : execute(plan, less)
            if (result === null || !result.ok || !fix.clean) continue
            expect([fix.id, verdictOfLess(plan, result.plan, flag)]).toEqual([fix.id, 'not enough'])
          }
      }),
      { numRuns: times(5, 400) },
    )
  },
  A_MINUTE,
)

/** Not enough: the flag is still there, or has turned into one that was not there before. */
function verdictOfLess(plan: Plan, after: Plan, flag: Flag): string {
  const before = flagsOf(plan, monday)
  const flags = flagsOf(after, monday)
  const isNew = ({ key, short }: Flag) => short > (before.get(key)?.short ?? 0)
  return flags.has(flag.key) || [...flags.values()].some(isNew) ? 'not enough' : 'would do'
}
