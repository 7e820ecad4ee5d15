import * as fs from 'node:fs'
import { promisify } from 'node:util'

/**
 * The calls to the file system that change something or make it lasting, so that a test can let any of them fail. What
 * is quick is synchronous; what waits for the device is not, so that the process goes on meanwhile.
 */
export interface Disk {
  /** The whole file, or null where there is none. */
  readonly read: (path: string) => Uint8Array | null
  /** The names in a folder; none where there is no folder. */
  readonly list: (folder: string) => readonly string[]
  readonly makeFolder: (folder: string) => void
  /** `new` refuses an existing file; `append` creates a missing one. Returns the descriptor. */
  readonly open: (path: string, how: 'new' | 'append', mode: number) => number
  /** Writes some of the bytes, perhaps not all, and returns how many. */
  readonly write: (fd: number, bytes: Uint8Array, from: number) => number
  readonly size: (fd: number) => number
  /** Whether the file is still the one at this path: one that was deleted or moved goes on taking bytes. */
  readonly isAt: (fd: number, path: string) => boolean
  readonly truncate: (fd: number, length: number) => void
  /** Content and length are on the device afterwards. */
  readonly flush: (fd: number) => Promise<void>
  readonly close: (fd: number) => void
  /** A second name for a file, or a copy where the file system has no such thing. */
  readonly link: (from: string, to: string) => void
  readonly rename: (from: string, to: string) => void
  readonly remove: (path: string) => void
  /** The names in a folder are on the device afterwards. */
  readonly flushFolder: (folder: string) => Promise<void>
  /** A whole file's bytes as they are to lie on the device: encrypted, where data is. `read` gives them back clear. */
  readonly sealed: (bytes: Uint8Array) => Uint8Array
  /** The other way, for bytes that were read by others than `read`; clear ones are given back as they are. */
  readonly unsealed: (bytes: Uint8Array) => Uint8Array
  /** The same for a line of a file that grows, without its end. */
  readonly sealedLine: (line: string) => string
  readonly unsealedLine: (line: string) => string
}

const fdatasync = promisify(fs.fdatasync)
const fsync = promisify(fs.fsync)

const same = <T>(content: T): T => content

/** The real file system; nothing is encrypted. */
export const nodeDisk: Disk = {
  read: (path) => orNull(() => fs.readFileSync(path)),
  list: (folder) => orNull(() => fs.readdirSync(folder)) ?? [],
  makeFolder: (folder) => fs.mkdirSync(folder, { recursive: true, mode: 0o700 }),
  open: (path, how, mode) => fs.openSync(path, how === 'new' ? 'wx' : 'a', mode),
  write: (fd, bytes, from) => fs.writeSync(fd, bytes, from, bytes.length - from),
  size: (fd) => fs.fstatSync(fd).size,
  isAt: (fd, path) => isSameFile(fs.fstatSync(fd), fs.statSync(path, { throwIfNoEntry: false })),
  truncate: (fd, length) => fs.ftruncateSync(fd, length),
  flush: (fd) => fdatasync(fd),
  close: (fd) => fs.closeSync(fd),
  link: (from, to) => linkOrCopy(from, to),
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
  flushFolder: (folder) => flushFolder(folder),
  sealed: same,
  unsealed: same,
  sealedLine: same,
  unsealedLine: same,
}

function isSameFile(file: fs.Stats, there: fs.Stats | undefined): boolean {
  return file.ino === there?.ino && file.dev === there.dev
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    fs.linkSync(from, to)
  } catch (error) {
    // FAT and some network file systems have no hard links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(codeOf(error))) throw error
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL)
  }
}

async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders; there NTFS keeps names in its own journal.
  if (process.platform === 'win32') return
  const fd = fs.openSync(folder, 'r')
  try {
    await fsync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** The code of a system error (`ENOSPC`, …), or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
