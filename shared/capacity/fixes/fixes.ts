/** The ways out of a flag: each one command, proved before it is offered. */
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import { finished } from '../../steps.ts'
import { type Day, dayOf } from '../../time/day.ts'
import { acceptCommand, type Fix, type Flag, type FlagCode, isLastResort } from '../flags/flag.ts'
import { weekStartNumber } from '../freeTime.ts'
import { week } from '../week.ts'
import { quarterAfter } from '../weekMaterial.ts'
import type { CapacityContext, HolidayOf } from '../weekView.ts'
import { candidatesFor } from './candidates.ts'
import { bestOf, type Found } from './choice.ts'
import { pairsFor } from './pairs.ts'
import { provedSingles, type Tries } from './singles.ts'

/** Fixes shown for a flag, besides accepting it. */
const MOST_FIXES = 3
/** Proofs made for a flag's single changes, and then for pairs: they bound the search in time. */
const MOST_PROOFS = 14
const MOST_PAIR_PROOFS = 18
/** A proof costs as much as its week has flags; with more than this many, fewer are made, and two at least. */
const MANY_FLAGS = 200

interface Known {
  readonly plan: Plan
  readonly holidays: HolidayOf
  readonly now: number
  readonly fixes: readonly Fix[]
}

const known = new WeakMap<Flag, Known>()

/**
 * The fixes of a flag, best first, the last of them always to accept it. Every other one was applied to the plan and
 * made the flag go without raising one as bad (`plan-rest` may make it smaller only, and says so). The smallest come
 * first (`changeCost.ts`), those that raise nothing before those that raise something milder; to make a session
 * tentative or take it out comes last; where nothing else solves the flag, pairs of changes are sought. Costs tens of
 * milliseconds for a crowded week: ask only for flags that are shown. `newId` names the sessions that a fix creates.
 */
export function fixesOf(plan: Plan, flag: Flag, context: CapacityContext, newId: () => Id): readonly Fix[] {
  return finished(searchFixes(plan, flag, context, newId))
}

/** `fixesOf` in slices: yields after each proof, so that whoever runs it can let others go first. */
export function* searchFixes(
  plan: Plan,
  flag: Flag,
  context: CapacityContext,
  newId: () => Id,
): Generator<undefined, readonly Fix[]> {
  const now = quarterAfter(context.now)
  const seen = known.get(flag)
  if (seen !== undefined && seen.plan === plan && seen.holidays === context.holidays && seen.now === now)
    return seen.fixes
  const found = yield* searched(plan, flag, context, newId)
  const fixes = [...bestOf(found, MOST_FIXES).map(({ fix }) => fix), acceptFix(flag)]
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

/** Flags of which pairs are sought: those that two half measures can solve. */
const PAIRED: ReadonlySet<FlagCode> = new Set([
  'overlap',
  'day-over',
  'week-over',
  'client-over',
  'deadline',
  'no-gap',
  'outside-hours',
])

function* searched(
  plan: Plan,
  flag: Flag,
  context: CapacityContext,
  newId: () => Id,
): Generator<undefined, Found[]> {
  const [first] = flag.days
  if (first === undefined) return []
  const weekOf = (day: Day) => dayOf(weekStartNumber(day, plan.practice.settings.firstWeekday))
  const start = weekOf(first)
  const search = { plan, flag, context, newId, start, weekOf }
  const share = Math.min(1, MANY_FLAGS / Math.max(1, week(plan, start, context).flags.length))
  const tries: Tries = { left: Math.max(2, Math.floor(MOST_PROOFS * share)), proofs: new Map() }
  const singles = candidatesFor(search)
  const isLast = ({ kind }: { readonly kind: Fix['kind'] }) => isLastResort(kind)
  const found = yield* provedSingles(
    search,
    singles.filter((one) => !isLast(one)),
    tries,
    MOST_FIXES,
  )
  if (found.length === 0 && PAIRED.has(flag.code)) {
    tries.left = Math.floor(MOST_PAIR_PROOFS * share)
    found.push(...(yield* pairsFor(search, singles, tries)))
  }
  if (found.length >= MOST_FIXES) return found
  tries.left = Math.max(tries.left, 2)
  return [...found, ...(yield* provedSingles(search, singles.filter(isLast), tries, MOST_FIXES))]
}
