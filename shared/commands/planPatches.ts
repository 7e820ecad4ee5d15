/** Patches applied by copying each record map on their way once: an import of 100,000 entries costs what its entries cost. */
import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer'
import type { PlanPatch } from '../ipc/contract.ts'
import { noteOrigin } from '../plan/madeFrom.ts'

enablePatches()

type Container = Record<string, unknown>

/**
 * What `base` becomes by the patches; throws where a path leads nowhere. What they do not touch keeps its reference,
 * and what is new is frozen, as immer would leave it. Immer itself takes lists and the whole plan, which are small: it
 * drafts and clones every value, for which 100,000 are too many.
 */
export function applyPlanPatches<T extends object>(base: T, patches: readonly PlanPatch[]): T {
  return applied(base, patches, null) ?? applyPatches(base, patches.map(forImmer))
}

/** The same with the patches that lead back. */
export function applyWithInverse<T extends object>(
  base: T,
  patches: readonly Patch[],
): { readonly after: T; readonly inverse: readonly Patch[] } {
  const inverse: Patch[] = []
  const after = applied(base, patches, inverse)
  if (after !== null) return { after, inverse: inverse.reverse() }
  const [next, , back] = produceWithPatches(base, (draft) => {
    applyPatches(draft, patches)
  })
  return { after: next, inverse: back }
}

/** A patch as immer types it: with a path that could be written to. */
function forImmer({ op, path, value }: PlanPatch): Patch {
  return { op, path: [...path], value }
}

/** The plan after the patches; null where they are not of maps alone. `back` takes what undoes each. */
function applied<T extends object>(
  base: T,
  patches: readonly PlanPatch[],
  back: PlanPatch[] | null,
): T | null {
  if (patches.length === 0) return base
  const copies: Copies = new Map()
  const root = copyOf(base, copies)
  for (const patch of patches) {
    const container = containerOf(root, patch.path, copies)
    if (container === null) return null
    const key = String(patch.path.at(-1))
    back?.push(backOf(container, key, patch.path))
    copies.get(container)?.keys.add(key)
    if (patch.op === 'remove') delete container[key]
    else {
      freezeDeep(patch.value)
      container[key] = patch.value
    }
  }
  for (const [copy, { from, keys }] of copies) noteOrigin(Object.freeze(copy), from, keys)
  return root as T
}

/** What puts a map's entry back as it is now. */
function backOf(container: Container, key: string, path: PlanPatch['path']): PlanPatch {
  return Object.hasOwn(container, key)
    ? { op: 'replace', path, value: container[key] }
    : { op: 'remove', path }
}

/** What was copied, from what, and which of its entries are others now. */
type Copies = Map<object, { readonly from: object; readonly keys: Set<string> }>

function copyOf(value: object, copies: Copies): Container {
  const copy = copied(value as Container)
  copies.set(copy, { from: value, keys: new Set() })
  return copy
}

/** The names in a map of a plan, which nobody writes to: a drag copies a year's thousands for each place that it passes. */
const names = new WeakMap<Container, readonly string[]>()

function namesIn(map: Container): readonly string[] {
  const known = names.get(map) ?? Object.keys(map)
  names.set(map, known)
  return known
}

/**
 * Key by key a map of thousands is copied at half the cost of a spread, of V8 11 and 13, and at a quarter where its names
 * are known; but for a name that would not be copied so.
 */
function copied(value: Container): Container {
  if (Object.hasOwn(value, '__proto__')) return { ...value }
  const copy: Container = {}
  for (const name of namesIn(value)) copy[name] = value[name]
  return copy
}

/** The map that a path ends in, copied with all on the way; null where the way is not one of maps alone. */
function containerOf(root: Container, path: PlanPatch['path'], copies: Copies): Container | null {
  if (path.length === 0) return null
  let at = root
  for (let i = 0; i < path.length - 1; i++) {
    const key = String(path[i])
    const next = Object.hasOwn(at, key) ? at[key] : undefined
    if (Array.isArray(next)) return null
    if (typeof next !== 'object' || next === null) throw new Error(`no ${path.join('.')} in the plan`)
    const own = copies.has(next) ? (next as Container) : copyOf(next, copies)
    at[key] = own
    copies.get(at)?.keys.add(key)
    at = own
  }
  // A name that would change what an object is, not what it holds; immer refuses it.
  return path.at(-1) === '__proto__' ? null : at
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const inner of Object.values(value)) freezeDeep(inner)
}
