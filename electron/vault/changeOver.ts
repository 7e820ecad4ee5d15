import { join } from 'node:path'
import type { Disk } from '../storage/disk.ts'
import { sweepTemporaries, writeWhole } from '../storage/writeWhole.ts'

/** Content that is encrypted or is not: files of a folder, by their names. */
export interface Place {
  readonly folder: string
  readonly holds: (name: string) => boolean
}

/**
 * Writes every file of the places anew, encrypted or clear as the disk says now. Harmless to repeat. Nobody else may be
 * writing them. `raw` is the disk below. Rejects at the first file that cannot be written; each is one kind or the other,
 * whole, at any time.
 */
export async function changeOver(disk: Disk, raw: Disk, places: readonly Place[]): Promise<void> {
  for (const { folder, holds } of places) {
    sweepTemporaries(folder, raw)
    for (const name of raw.list(folder).filter(holds)) await changeFile(disk, raw, join(folder, name))
  }
}

async function changeFile(disk: Disk, raw: Disk, path: string): Promise<void> {
  const bytes = raw.read(path)
  if (bytes === null) return
  const after = isJournal(path) ? changedLines(disk, bytes) : disk.sealed(disk.unsealed(bytes))
  if (Buffer.compare(bytes, after) !== 0 && !isSameKind(disk, bytes, after))
    await writeWhole(path, after, { disk: raw, mode: 0o600 })
}

/** An encrypted file is another each time it is encrypted: one that is encrypted by this key already stays. */
function isSameKind(disk: Disk, before: Uint8Array, after: Uint8Array): boolean {
  const [a, b] = [disk.unsealed(before), disk.unsealed(after)]
  return a !== before && b !== after && Buffer.compare(a, b) === 0
}

/** A file of lines: a journal, put aside or given up, and the log of reminders. */
const isJournal = (path: string) => /(\.jsonl(\.damaged-[0-9TZ]+)?|reminders\.log(\.1)?)$/.test(path)

/** The lines stay lines, the one that was cut short too. */
function changedLines(disk: Disk, bytes: Uint8Array): Buffer {
  const lines = Buffer.from(bytes).toString('utf8').split('\n')
  const changed = lines.map((line) => {
    if (line === '') return line
    const clear = disk.unsealedLine(line)
    const after = disk.sealedLine(clear)
    // One that is encrypted already stays as it is.
    return clear !== line && after !== clear ? line : after
  })
  return Buffer.from(changed.join('\n'))
}
