/**
 * The versions in which the plan was ever written, and the way from each to the next. A frozen example of every
 * version stands in test/fixtures/storage; a step is never changed once it was released.
 */
import type { ShardName } from './shard.ts'
import { toVersion2 } from './toVersion2.ts'
import { toVersion3 } from './toVersion3.ts'
import { toVersion4 } from './toVersion4.ts'

/** The version that is written now. */
export const currentVersion = 4

/** Turns a shard's data of one version into the next version's. Pure; the result is checked by the schema. */
export type Migration = (shard: ShardName, data: unknown) => unknown

/** `migrations[n]` leads from version n to n + 1. */
export const migrations: Readonly<Record<number, Migration>> = {
  1: toVersion2,
  2: toVersion3,
  3: toVersion4,
}

/** Brings data of an older version to `to`. Throws where a step is missing: that is a mistake in this file. */
export function migrate(
  shard: ShardName,
  version: number,
  data: unknown,
  to: number = currentVersion,
  steps: Readonly<Record<number, Migration>> = migrations,
): unknown {
  let migrated = data
  for (let from = version; from < to; from += 1) {
    const step = steps[from]
    if (step === undefined) throw new Error(`no migration from version ${from}`)
    migrated = step(shard, migrated)
  }
  return migrated
}
