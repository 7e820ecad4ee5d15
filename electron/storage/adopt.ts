import { basename, dirname, join } from 'node:path'
import type { Plan } from '../../shared/plan/plan.ts'
import { sealText } from '../../shared/storage/envelope.ts'
import { currentVersion } from '../../shared/storage/migrations.ts'
import { shardOf } from '../../shared/storage/shard.ts'
import type { Disk } from './disk.ts'
import { sha256, shardFile } from './shardStore.ts'
import { writeWhole } from './writeWhole.ts'

export interface Adoption {
  readonly disk: Disk
  /** The folder of the plan's files. */
  readonly folder: string
  readonly plan: Plan
  /** Above every revision that the old files or the new plan ever had. */
  readonly rev: number
  readonly appVersion: string
  readonly now: number
}

/**
 * Gives the plan new files, where the old ones cannot be written to because they hold what could not be read. The old
 * folder is kept as it is, under another name; the new one takes its place only when it is whole. No process may have
 * the plan open for writing.
 */
export async function adoptPlan({ disk, folder, plan, rev, appVersion, now }: Adoption): Promise<void> {
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '')
  const ready = `${folder}.restored-${stamp}`
  const savedAt = new Date(now).toISOString()
  const years = Object.keys(plan.years).sort()
  disk.makeFolder(ready)
  for (const shard of [...years, 'practice']) {
    const head = { shard, version: currentVersion, rev, savedAt, appVersion }
    const text = sealText(
      { ...head, years: shard === 'practice' ? years : null, data: shardOf(plan, shard) },
      sha256,
    )
    await writeWhole(shardFile(ready, shard), Buffer.from(text), { disk, mode: 0o600 })
  }
  if (disk.list(folder).length > 0) disk.rename(folder, `${folder}.damaged-${stamp}`)
  await finishAdoption(disk, folder)
}

/** Ends an adoption that was interrupted after the old folder had gone: the new one was whole by then. */
export async function finishAdoption(disk: Disk, folder: string): Promise<void> {
  if (disk.list(folder).length > 0) return
  const ready = disk
    .list(dirname(folder))
    .filter((name) => name.startsWith(`${basename(folder)}.restored-`))
    .sort()
    .at(-1)
  if (ready === undefined || !disk.list(join(dirname(folder), ready)).includes('practice.json')) return
  disk.rename(join(dirname(folder), ready), folder)
  await disk.flushFolder(dirname(folder))
}
