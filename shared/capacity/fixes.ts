/** The ways out of a flag: each one command, proved before it is offered. */
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { type Day, dayOf } from '../time/day.ts'
import { type Candidate, candidatesFor, type Search } from './candidates.ts'
import { acceptCommand, type Fix, type Flag } from './flag.ts'
import { weekStartNumber } from './freeTime.ts'
import { type Proof, prove } from './proof.ts'
import { week } from './week.ts'
import { quarterAfter } from './weekMaterial.ts'
import type { CapacityContext, HolidayOf } from './weekView.ts'

/** Fixes shown for a flag, besides accepting it. */
const MOST_FIXES = 3
/** Proofs tried for a flag: bounds the search in time. */
const MOST_PROOFS = 18
/** A proof costs as much as its week has flags; this many times flags in all, and two proofs at least. */
const MOST_WORK = 18 * 200

interface Known {
  readonly plan: Plan
  readonly holidays: HolidayOf
  readonly now: number
  readonly fixes: readonly Fix[]
}

const known = new WeakMap<Flag, Known>()

/**
 * The fixes of a flag, best first, the last of them always to accept it. Every other one was applied to the plan and
 * made the flag go without raising one as bad (`plan-rest` may make it smaller only, and says so). Costs tens of
 * milliseconds for a crowded week: ask only for flags that are shown. `newId` names the sessions that a fix creates.
 */
export function fixesOf(plan: Plan, flag: Flag, context: CapacityContext, newId: () => Id): readonly Fix[] {
  const now = quarterAfter(context.now)
  const seen = known.get(flag)
  if (seen !== undefined && seen.plan === plan && seen.holidays === context.holidays && seen.now === now)
    return seen.fixes
  const fixes = [...searched(plan, flag, context, newId), acceptFix(flag)]
  known.set(flag, { plan, holidays: context.holidays, now, fixes })
  return fixes
}

function acceptFix(flag: Flag): Fix {
  return {
    id: 'accept',
    kind: 'accept',
    facts: {},
    command: acceptCommand(flag, ''),
    solves: false,
    clean: true,
  }
}

function searched(plan: Plan, flag: Flag, context: CapacityContext, newId: () => Id): Fix[] {
  const { firstWeekday } = plan.practice.settings
  const [first] = flag.days
  if (first === undefined) return []
  const weekOf = (day: Day) => dayOf(weekStartNumber(day, firstWeekday))
  const search: Search = { plan, flag, context, newId, start: weekOf(first) }
  const clean = new Map<string, Fix>()
  const others = new Map<string, Fix>()
  const inWeek = week(plan, search.start, context).flags.length
  const most = Math.max(2, Math.min(MOST_PROOFS, Math.floor(MOST_WORK / Math.max(1, inWeek))))
  let proofs = 0
  for (const candidate of candidatesFor(search)) {
    if (clean.size >= MOST_FIXES || proofs >= most) break
    if (clean.has(candidate.about)) continue
    proofs++
    const starts = [search.start, ...candidate.days.map(weekOf)]
    const proof = prove(plan, flag, { command: candidate.command, starts }, context)
    if (proof === null || !isFix(flag, candidate, proof)) continue
    const { kind, facts, command } = candidate
    const fix = {
      id: candidate.about,
      kind,
      facts,
      command,
      solves: proof.left === undefined,
      clean: proof.clean,
    } as Fix
    if (proof.clean) clean.set(candidate.about, fix)
    else if (!others.has(candidate.about)) others.set(candidate.about, fix)
  }
  const rest = [...others].filter(([about]) => !clean.has(about)).map(([, fix]) => fix)
  return [...clean.values(), ...rest].slice(0, MOST_FIXES)
}

/**
 * Planning what was promised takes headroom of single days, so it may leave a week that is over as a whole more so;
 * it must not make a new flag. Every other fix must solve its flag and raise none as bad.
 */
function isFix(flag: Flag, candidate: Candidate, { left, worse, raisesOver }: Proof): boolean {
  if (candidate.kind === 'plan-rest') return (left === undefined || left.short < flag.short) && !raisesOver
  return left === undefined && worse === undefined
}
