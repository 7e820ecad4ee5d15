import { applyPlanPatches } from '../commands/planPatches.ts'
import type { PlanPatch } from '../ipc/contract.ts'
import type { JournalLine } from './journalLine.ts'
import { currentVersion, migrate } from './migrations.ts'
import { checkShard, type ShardData, type ShardName } from './shard.ts'

/** A shard's data in the shape of a version. */
export interface Versioned {
  readonly version: number
  readonly data: unknown
}

/**
 * The shard after all lines newer than `rev`, in today's shape. Lines that it already holds are skipped, so it does not
 * matter at which point folding was interrupted. Each line is applied to the shape that it was written for: data is
 * migrated where the first line of a newer version comes, and at the end. Null where a line does not fit or the result
 * breaks the schema: then shard and journal are not of one plan.
 */
export function replayShard(
  name: ShardName,
  shard: Versioned,
  rev: number,
  lines: readonly JournalLine[],
): { readonly data: ShardData } | null {
  let { version, data } = shard
  const isOlder = version < currentVersion
  const wanted = lines.filter((line) => line.rev > rev)
  try {
    for (let i = 0; i < wanted.length; ) {
      const to = wanted[i]?.version ?? version
      if (to < version) return null
      data = migrate(name, version, data, to)
      version = to
      let end = i
      while (wanted[end]?.version === version) end += 1
      data = patched(name, data, wanted.slice(i, end))
      i = end
    }
  } catch {
    return null
  }
  if (!isOlder) return { data: data as ShardData }
  const checked = checkShard(name, migrate(name, version, data))
  return checked.ok ? { data: checked.data } : null
}

function patched(name: ShardName, data: unknown, lines: readonly JournalLine[]): unknown {
  const patches = lines.flatMap((line) => patchesOf(name, line.patches))
  return patches.length === 0 ? data : applyPlanPatches({ shard: data }, patches).shard
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
