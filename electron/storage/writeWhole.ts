import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { codeOf, type Disk, nodeDisk } from './disk.ts'

export interface WriteOptions {
  readonly disk?: Disk
  /** Permissions of the file, less the umask. */
  readonly mode?: number
  /** Where the file that is replaced stays, under a second name. */
  readonly previous?: string
}

/**
 * Writes a file whole or not at all. Either it holds all the bytes and is on the device when the promise resolves, or
 * the promise rejects and the file is what it was: a nearly full disk must never cut it short. All bytes are written,
 * flushed and counted under another name first, which then takes the file's place.
 */
export async function writeWhole(path: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  const { disk = nodeDisk, mode = 0o666, previous } = options
  const folder = dirname(path)
  const temporary = join(folder, temporaryName(basename(path)))
  try {
    await writeNew(disk, temporary, disk.sealed(bytes), mode)
    if (previous !== undefined) keepPrevious(disk, path, previous)
    disk.rename(temporary, path)
  } catch (error) {
    removeQuietly(disk, temporary)
    throw error
  }
  await disk.flushFolder(folder)
}

/** Removes what an interrupted `writeWhole` left in a folder. */
export function sweepTemporaries(folder: string, disk: Disk = nodeDisk): void {
  for (const name of disk.list(folder)) {
    if (/^\..+\.tmp-[0-9a-f]{12}$/.test(name)) removeQuietly(disk, join(folder, name))
  }
}

function temporaryName(name: string): string {
  return `.${name}.tmp-${randomBytes(6).toString('hex')}`
}

async function writeNew(disk: Disk, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const fd = disk.open(path, 'new', mode)
  try {
    writeAll(disk, fd, bytes)
    await disk.flush(fd)
    const size = disk.size(fd)
    if (size !== bytes.length) throw new ShortWrite(bytes.length, size)
  } finally {
    disk.close(fd)
  }
}

/** Writes until all bytes are taken. A write that takes none is an error, or it would never end. */
export function writeAll(disk: Disk, fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    const taken = disk.write(fd, bytes, done)
    if (taken <= 0) throw new ShortWrite(bytes.length, done)
    done += taken
  }
}

/** The device took fewer bytes than it was given, without an error. */
export class ShortWrite extends Error {
  readonly code = 'ENOSPC'
  constructor(wanted: number, written: number) {
    super(`wrote ${written} of ${wanted} bytes`)
  }
}

/** Gives the present file a second name. There is always one generation whole: the new name is made before the old goes. */
function keepPrevious(disk: Disk, path: string, previous: string): void {
  const between = join(dirname(previous), temporaryName(basename(previous)))
  try {
    disk.link(path, between)
    replace(disk, between, previous)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** Gives a file the name of another. A folder under that name is put out of the way, as it is. */
function replace(disk: Disk, from: string, to: string): void {
  try {
    disk.rename(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EISDIR') throw error
    disk.rename(to, `${to}.damaged-${randomBytes(6).toString('hex')}`)
    disk.rename(from, to)
  }
}

function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.remove(path)
  } catch {
    // It is swept another time.
  }
}
