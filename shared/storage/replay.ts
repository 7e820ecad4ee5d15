/** Brings one shard from the revision it was written at to the newest in the journal. Pure. */
import { applyPatches, enablePatches, type Patch } from 'immer'
import type { PlanPatch } from '../ipc/contract.ts'
import type { JournalLine } from './journalLine.ts'
import type { ShardData, ShardName } from './shard.ts'

enablePatches()

/**
 * The shard after all lines newer than `rev`. Lines that it already holds are skipped, so it does not matter at which
 * point folding was interrupted. Null where a line does not fit: then shard and journal are not of one plan.
 */
export function replayShard(
  name: ShardName,
  data: ShardData,
  rev: number,
  lines: readonly JournalLine[],
): { readonly data: ShardData } | null {
  const patches = lines.filter((line) => line.rev > rev).flatMap((line) => patchesOf(name, line.patches))
  if (patches.length === 0) return { data }
  try {
    return { data: applyPatches({ shard: data }, patches as unknown as Patch[]).shard }
  } catch {
    return null
  }
}

/** The years that lines put something into. */
export function yearsIn(lines: readonly JournalLine[]): ReadonlySet<string> {
  const years = new Set<string>()
  for (const { path, value } of lines.flatMap((line) => line.patches)) {
    if (path[0] !== 'years') continue
    if (path.length > 1) years.add(String(path[1]))
    else for (const year of Object.keys(asMap(value))) years.add(year)
  }
  return years
}

/** A plan's patches as far as they concern one shard, with paths from `{ shard }`. */
function patchesOf(name: ShardName, patches: readonly PlanPatch[]): readonly PlanPatch[] {
  return patches.flatMap((patch) => patchOf(name, patch) ?? [])
}

function patchOf(name: ShardName, { op, path, value }: PlanPatch): PlanPatch | null {
  if (name === 'practice') {
    return path[0] === 'practice' ? { op, path: ['shard', ...path.slice(1)], value } : null
  }
  if (path[0] !== 'years') return null
  if (path.length === 1) return { op: 'replace', path: ['shard'], value: asMap(value)[name] ?? null }
  if (String(path[1]) !== name) return null
  if (path.length === 2) return { op: 'replace', path: ['shard'], value: op === 'remove' ? null : value }
  return { op, path: ['shard', ...path.slice(2)], value }
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
