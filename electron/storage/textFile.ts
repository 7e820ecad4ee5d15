import { dirname } from 'node:path'
import { type Disk, nodeDisk } from './disk.ts'
import { writeWhole } from './writeWhole.ts'

/** A small file of its own beside the plan: what this computer remembers, never part of the plan. */
export interface TextFile {
  /** Null where there is no file, or none that can be read. */
  readonly read: () => string | null
  /** Resolves when the text is on the device; a later text is never overtaken by an earlier one. */
  readonly write: (text: string) => Promise<void>
}

/** A text file that can be changed over from clear to encrypted. */
export interface RewritableFile extends TextFile {
  /** Writes what is there once more, encrypted or clear as it is to be now. */
  readonly rewrite: () => Promise<void>
}

/** The file at `path`, for its user alone to read. */
export function textFile(path: string, disk: Disk = nodeDisk): RewritableFile {
  let last: Promise<void> = Promise.resolve()
  const inTurn = (act: () => Promise<void>) => {
    const done = last.then(act)
    last = done.catch(() => {})
    return done
  }
  return {
    read: () => {
      try {
        const bytes = disk.read(path)
        return bytes === null ? null : Buffer.from(bytes).toString('utf8')
      } catch {
        return null
      }
    },
    write: (text) =>
      inTurn(() => {
        disk.makeFolder(dirname(path))
        return writeWhole(path, Buffer.from(text), { disk, mode: 0o600 })
      }),
    rewrite: () =>
      inTurn(async () => {
        const bytes = disk.read(path)
        if (bytes !== null) await writeWhole(path, bytes, { disk, mode: 0o600 })
      }),
  }
}
