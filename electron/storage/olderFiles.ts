import { basename, dirname, join } from 'node:path'
import { codeOf, type Disk } from './disk.ts'
import { writeWhole } from './writeWhole.ts'

/** Where the files of a plan of an older version are kept before they are written in the present one. */
export const olderFolder = (folder: string, version: number) =>
  join(dirname(folder), 'backups', `${basename(folder)}-version-${version}`)

/**
 * Copies the plan's files as they are, before anything is written in a newer version's form. What was copied once is not
 * copied again: after an interruption the files may be of either version.
 */
export async function keepOlderFiles(disk: Disk, folder: string, version: number): Promise<void> {
  const to = olderFolder(folder, version)
  for (const part of ['.', 'history']) {
    const [from, into] = [join(folder, part), join(to, part)]
    const names = disk.list(from).filter((name) => /\.jsonl?(\.prev)?$/.test(name) && !name.startsWith('.'))
    const there = new Set(disk.list(into))
    for (const name of names) {
      const bytes = there.has(name) ? null : bytesOf(disk, join(from, name))
      if (bytes === null) continue
      disk.makeFolder(into)
      await writeWhole(join(into, name), bytes, { disk, mode: 0o600 })
    }
  }
}

/** Null where there is no file, or a folder under its name, which holds no plan and must not keep one from being saved. */
function bytesOf(disk: Disk, path: string): Uint8Array | null {
  try {
    return disk.read(path)
  } catch (error) {
    if (codeOf(error) !== 'EISDIR') throw error
    return null
  }
}
