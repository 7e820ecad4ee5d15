/** Pairs of changes, for a flag that no single one solves. */
import type { Command } from '../../commands/registry.ts'
import { addDays } from '../../time/day.ts'
import { wallDay } from '../../time/wallClock.ts'
import { type Fix, type FixPart, type Flag, isLastResort } from '../flags/flag.ts'
import { candidatesFor, partsFor, type Sized } from './candidates.ts'
import type { Found } from './choice.ts'
import { type Proof, prove } from './proof.ts'
import { homeDay } from './sessionCandidates.ts'
import type { ProvingSearch, Tries } from './singles.ts'

/** Pairs wanted at most; changes tried of one subject, and second changes tried for a first. */
const MOST_PAIRS = 3
const MOST_OF_ONE = 2
const MOST_SECONDS = 6

/**
 * The pairs that solve a flag, the smallest sums first, clean ones before the others. A first change either lessens the
 * flag, and the second is sought for what is left of it; or it solves the flag and raises another as bad, and the second
 * is sought for that one. Yields after each proof; `tries` bounds how many.
 */
export function* pairsFor(
  search: ProvingSearch,
  singles: readonly Sized[],
  tries: Tries,
): Generator<undefined, readonly Found[]> {
  const found = new Map<string, Found>()
  const firsts = fewOfEach(
    [...singles, ...partsFor(search)].filter(isOffered).sort((a, b) => a.cost - b.cost),
  )
  for (const first of firsts) {
    if (tries.left <= 0 || first.cost >= bound(found)) break
    const proof = tries.proofs.get(first) ?? provedNow(search, first, tries)
    yield
    const problem = proof === null ? undefined : whatIsLeft(search.flag, first, proof)
    if (proof === null || problem === undefined) continue
    for (const second of secondsFor(search, first, proof, problem)) {
      if (tries.left <= 0 || first.cost + second.cost >= bound(found)) break
      const id = [first.about, second.about].sort().join(' + ')
      if (found.get(id)?.fix.clean === true) continue
      const pair = proved(search, id, first, second, tries)
      yield
      if (pair === null) continue
      found.set(id, pair)
      if (pair.fix.clean) break
    }
  }
  return [...found.values()]
}

/** Taking something out is no part of a pair: where that is the way, it is enough alone. */
function isOffered({ kind }: Sized): boolean {
  return !isLastResort(kind) && kind !== 'plan-rest'
}

function fewOfEach(sized: readonly Sized[]): Sized[] {
  const counts = new Map<string, number>()
  return sized.filter(({ about }) => {
    const count = (counts.get(about) ?? 0) + 1
    counts.set(about, count)
    return count <= MOST_OF_ONE
  })
}

/** The flag that the second change has to solve; none where the first does not help, or is a fix already. */
function whatIsLeft(flag: Flag, first: Sized, { left, worse }: Proof): Flag | undefined {
  if (left === undefined) return worse
  // A session that is shorter finds more room, even where the flag is as large as before.
  return left.short < flag.short || first.kind === 'shorten' ? left : undefined
}

function secondsFor(search: ProvingSearch, first: Sized, { plan }: Proof, flag: Flag): Sized[] {
  // A deadline that the first change breaks may lie in a week that nobody looks at.
  const day = flag.days[0] ?? homeDay(search, flag.interval.from)
  const seconds = candidatesFor({ ...search, plan, flag, start: search.weekOf(day) })
  return fewOfEach(seconds.filter((second) => isOffered(second) && second.about !== first.about)).slice(
    0,
    MOST_SECONDS,
  )
}

function provedNow(search: ProvingSearch, first: Sized, tries: Tries): Proof | null {
  tries.left--
  return prove(search.plan, search.flag, trialOf(search, first.command, first), search.context)
}

function proved(search: ProvingSearch, id: string, first: Sized, second: Sized, tries: Tries): Found | null {
  tries.left--
  const command = together(first, second)
  const proof = prove(search.plan, search.flag, trialOf(search, command, first, second), search.context)
  if (proof === null || proof.left !== undefined || proof.worse !== undefined) return null
  const isOfOne = subjectOf(first) === subjectOf(second)
  const facts = { a: partOf(search, first), b: partOf(search, second), isOfOne }
  const fix: Fix = { id, kind: 'pair', facts, command, solves: true, clean: proof.clean }
  return { fix, cost: first.cost + second.cost }
}

function trialOf(search: ProvingSearch, command: Command, ...changes: readonly Sized[]) {
  const days = changes.flatMap((change) => change.days)
  return { command, starts: [search.start, ...days.map(search.weekOf)] }
}

/** Two moves are one move of two sessions. */
function together(first: Sized, second: Sized): Command {
  const [a, b] = [first.command, second.command]
  if (a.type === 'session/move' && b.type === 'session/move')
    return { type: 'session/move', moves: [...a.moves, ...b.moves] }
  return { type: 'batch', commands: [a, b] } as Command
}

function subjectOf({ kind, about }: Sized): string {
  return about.slice(kind.length)
}

/** The facts of a change, its day named as seen from the flag's week. */
function partOf({ start }: ProvingSearch, { kind, facts }: Sized): FixPart {
  if (kind !== 'move') return { kind, facts } as FixPart
  const day = wallDay(facts.start)
  return { kind, facts: { ...facts, sameWeek: start <= day && day < addDays(start, 7) } }
}

/** Larger sums would not be offered. */
function bound(found: ReadonlyMap<string, Found>): number {
  const clean = [...found.values()].filter(({ fix }) => fix.clean).map(({ cost }) => cost)
  return clean.sort((a, b) => a - b)[MOST_PAIRS - 1] ?? Number.POSITIVE_INFINITY
}
