import { join } from 'node:path'
import type { Disk } from '../storage/disk.ts'
import { writeWhole } from '../storage/writeWhole.ts'

/** A stored PDF's name: what an import may bring, too. */
const isPdf = (name: string) => /^[A-Za-z0-9%._-]{1,200}\.pdf$/.test(name) && !name.startsWith('.')

/** Copies the PDFs that the other folder does not have yet. They never change, so a name that is there is enough. */
export async function copyPdfs(disk: Disk, from: string, to: string): Promise<void> {
  const there = new Set(disk.list(to))
  const missing = disk.list(from).filter((name) => isPdf(name) && !there.has(name))
  if (missing.length === 0) return
  disk.makeFolder(to)
  for (const name of missing) {
    const bytes = disk.read(join(from, name))
    if (bytes !== null) await writeWhole(join(to, name), bytes, { disk, mode: 0o600 })
  }
}

/** The PDFs of a folder as they stand in an exported file. */
export function pdfsOf(disk: Disk, folder: string): Readonly<Record<string, string>> {
  const files = disk.list(folder).filter(isPdf).sort()
  return Object.fromEntries(
    files.map((name) => [name, Buffer.from(disk.read(join(folder, name)) ?? []).toString('base64')]),
  )
}

/** Writes the PDFs of an imported file that are not there yet; none that is there is replaced. */
export async function addPdfs(
  disk: Disk,
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const there = new Set(disk.list(folder))
  const missing = Object.entries(files).filter(([name]) => isPdf(name) && !there.has(name))
  if (missing.length === 0) return
  disk.makeFolder(folder)
  for (const [name, base64] of missing) {
    await writeWhole(join(folder, name), Buffer.from(base64, 'base64'), { disk, mode: 0o600 })
  }
}
