/** Single changes, tried one after the other. */
import type { Day } from '../../time/day.ts'
import type { Fix, Flag } from '../flags/flag.ts'
import type { Candidate, Search, Sized } from './candidates.ts'
import { type Found, type Way, wayOf } from './choice.ts'
import { type Proof, prove } from './proof.ts'

/** A search that can tell the first day of a day's week. */
export interface ProvingSearch extends Search {
  readonly weekOf: (day: Day) => Day
}

/** Proofs that may still be made, and those that were made. */
export interface Tries {
  left: number
  readonly proofs: Map<Sized, Proof | null>
}

/** Tries of one fix, such as the places of one session's move. */
const MOST_OF_ONE = 4

/**
 * The candidates that hold, tried in their order while there are proofs left and more would be offered. Yields after
 * each proof.
 */
export function* provedSingles(
  search: ProvingSearch,
  candidates: readonly Sized[],
  tries: Tries,
  most: number,
): Generator<undefined, Found[]> {
  const found = new Map<string, Found>()
  const counts = new Map<string, number>()
  for (const candidate of candidates) {
    if (tries.left <= 0) break
    const { about, cost } = candidate
    const count = counts.get(about) ?? 0
    if (count >= MOST_OF_ONE || !isWanted(candidate, found, most)) continue
    counts.set(about, count + 1)
    const fix = tried(search, candidate, tries)
    yield
    if (fix !== null && (fix.clean || !found.has(about))) found.set(about, { fix, cost })
  }
  return [...found.values()]
}

/** Candidates come smallest first, so more of a way than can be offered need not be tried, nor what is found already. */
function isWanted({ about, kind }: Candidate, found: ReadonlyMap<string, Found>, most: number): boolean {
  if (found.get(about)?.fix.clean === true) return false
  const clean = [...found.values()].filter(({ fix }) => fix.clean)
  const way: Way = wayOf(kind)
  const ofWay = clean.filter(({ fix }) => wayOf(fix.kind) === way).length
  return clean.length < most ? ofWay < most : ofWay === 0
}

function tried(search: ProvingSearch, candidate: Sized, tries: Tries): Fix | null {
  const { kind, about, facts, command, days } = candidate
  tries.left--
  const starts = [search.start, ...days.map(search.weekOf)]
  const proof = prove(search.plan, search.flag, { command, starts }, search.context)
  tries.proofs.set(candidate, proof)
  if (proof === null || !isFix(search.flag, candidate, proof)) return null
  return { id: about, kind, facts, command, solves: proof.left === undefined, clean: proof.clean } as Fix
}

/**
 * Planning what was promised takes headroom of single days, so it may leave a week that is over as a whole more so;
 * it must not make a new flag. Every other fix must solve its flag and raise none as bad.
 */
function isFix(flag: Flag, { kind }: Candidate, { left, worse, raisesOver }: Proof): boolean {
  if (kind === 'plan-rest') return (left === undefined || left.short < flag.short) && !raisesOver
  return left === undefined && worse === undefined
}
