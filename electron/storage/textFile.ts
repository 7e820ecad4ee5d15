import { dirname } from 'node:path'
import { nodeDisk } from './disk.ts'
import { writeWhole } from './writeWhole.ts'

/** A small file of its own beside the plan: what this computer remembers, never part of the plan. */
export interface TextFile {
  /** Null where there is no file, or none that can be read. */
  readonly read: () => string | null
  /** Resolves when the text is on the device; a later text is never overtaken by an earlier one. */
  readonly write: (text: string) => Promise<void>
}

/** The file at `path`, for its user alone to read. */
export function textFile(path: string): TextFile {
  let last: Promise<void> = Promise.resolve()
  return {
    read: () => {
      try {
        const bytes = nodeDisk.read(path)
        return bytes === null ? null : Buffer.from(bytes).toString('utf8')
      } catch {
        return null
      }
    },
    write: (text) => {
      const write = () => {
        nodeDisk.makeFolder(dirname(path))
        return writeWhole(path, Buffer.from(text), { mode: 0o600 })
      }
      const done = last.then(write)
      last = done.catch(() => {})
      return done
    },
  }
}
