/**
 * A disk in memory that can die at any call and then tell what a real one would hold: after the end of the process
 * (all that was written), or after a power cut (only what was flushed). Errors of the file system can be injected too.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type Disk, nodeDisk } from '../../electron/storage/disk.ts'

/** The disk is dead: nothing after the moment of the crash happens. */
export class Crash extends Error {
  override name = 'Crash'
}

/** A call that changes something or makes it lasting. */
export interface Call {
  readonly name: keyof Disk
  /** The file or folder concerned, relative to the root. */
  readonly path: string
  /** From 0. */
  readonly number: number
}

export type Moment = 'before' | 'after' | 'torn'

export interface ShadowOptions {
  readonly crashAt?: { readonly call: number; readonly moment: Moment }
  /** The error of a call, or null to let it happen. */
  readonly fail?: (call: Call) => NodeJS.ErrnoException | null
  /** Bytes that all files together may still grow by; writes become short, then fail with ENOSPC. */
  readonly room?: () => number
}

interface File {
  bytes: Buffer
  flushed: Buffer
}

/** An error as the file system throws it. */
export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: injected`), { code })
}

export class ShadowDisk implements Disk {
  readonly sealed = nodeDisk.sealed
  readonly unsealed = nodeDisk.unsealed
  readonly sealedLine = nodeDisk.sealedLine
  readonly unsealedLine = nodeDisk.unsealedLine
  readonly calls: Call[] = []
  readonly crashed: Promise<void>
  readonly #root: string
  readonly #options: ShadowOptions
  readonly #names = new Map<string, File>()
  #flushedNames = new Map<string, File>()
  readonly #open = new Map<number, { path: string; file: File }>()
  /** Folders that were given another name, which is not on the device yet. */
  #movedFolders: { readonly from: string; readonly to: string }[] = []
  #nextFd = 3
  #dead = false
  #die: () => void = () => {}

  /** Begins with what a real folder holds. */
  constructor(root: string, options: ShadowOptions = {}) {
    this.#root = root
    this.#options = options
    this.crashed = new Promise((die) => {
      this.#die = die
    })
    for (const path of filesBelow(root)) {
      const bytes = readFileSync(path)
      this.#names.set(path, { bytes, flushed: bytes })
    }
    this.#flushedNames = new Map(this.#names)
  }

  read = (path: string) => this.#names.get(path)?.bytes ?? null

  /** Files, and folders that hold any. */
  list = (folder: string) => {
    const below = [...this.#names.keys()].filter((path) => path.startsWith(`${folder}${sep}`))
    return [...new Set(below.map((path) => relative(folder, path).split(sep)[0] ?? ''))]
  }

  makeFolder = (folder: string) => this.#call('makeFolder', folder, () => {})

  open = (path: string, how: 'new' | 'append') =>
    this.#call('open', path, () => {
      const known = this.#names.get(path)
      if (how === 'new' && known !== undefined) throw systemError('EEXIST')
      const file = known ?? { bytes: Buffer.alloc(0), flushed: Buffer.alloc(0) }
      this.#names.set(path, file)
      this.#nextFd += 1
      this.#open.set(this.#nextFd, { path, file })
      return this.#nextFd
    })

  write = (fd: number, bytes: Uint8Array, from: number) => {
    const { path, file } = this.#at(fd)
    const append = (length: number) => {
      file.bytes = Buffer.concat([file.bytes, bytes.subarray(from, from + length)])
      return length
    }
    const whole = bytes.length - from
    const torn = () => void append(Math.floor(whole / 2))
    return this.#call(
      'write',
      path,
      () => {
        const room = this.#options.room?.() ?? Number.POSITIVE_INFINITY
        if (room <= 0) throw systemError('ENOSPC')
        return append(Math.min(whole, room))
      },
      torn,
    )
  }

  size = (fd: number) => this.#at(fd).file.bytes.length

  isAt = (fd: number, path: string) => this.#names.get(path) === this.#at(fd).file

  truncate = (fd: number, length: number) => {
    const { path, file } = this.#at(fd)
    this.#call('truncate', path, () => {
      file.bytes = file.bytes.subarray(0, length)
    })
  }

  flush = async (fd: number) => {
    const { path, file } = this.#at(fd)
    await Promise.resolve()
    this.#call('flush', path, () => {
      file.flushed = file.bytes
    })
  }

  close = (fd: number) => {
    this.#open.delete(fd)
  }

  link = (from: string, to: string) =>
    this.#call('link', to, () => {
      const file = this.#names.get(from)
      if (file === undefined) throw systemError('ENOENT')
      this.#names.set(to, file)
    })

  rename = (from: string, to: string) =>
    this.#call('rename', to, () => {
      const file = this.#names.get(from)
      if (file === undefined) {
        if (!moveFolder(this.#names, from, to)) throw systemError('ENOENT')
        this.#movedFolders.push({ from, to })
        return
      }
      this.#names.delete(from)
      this.#names.set(to, file)
    })

  remove = (path: string) => this.#call('remove', path, () => void this.#names.delete(path))

  flushFolder = async (folder: string) => {
    await Promise.resolve()
    this.#call('flushFolder', folder, () => {
      const isHere = ({ from }: { from: string }) => dirname(from) === folder
      for (const { from, to } of this.#movedFolders.filter(isHere)) moveFolder(this.#flushedNames, from, to)
      this.#movedFolders = this.#movedFolders.filter((moved) => !isHere(moved))
      for (const path of [...this.#flushedNames.keys()])
        if (dirname(path) === folder) this.#flushedNames.delete(path)
      for (const [path, file] of this.#names) if (dirname(path) === folder) this.#flushedNames.set(path, file)
    })
  }

  /** Puts into an empty real folder what is left after the end of the process, or after a power cut. */
  leave(folder: string, after: 'end' | 'power cut'): void {
    const isCut = after === 'power cut'
    for (const [path, file] of isCut ? this.#flushedNames : this.#names) {
      const target = join(folder, relative(this.#root, path))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, isCut ? file.flushed : file.bytes)
    }
  }

  #at(fd: number): { path: string; file: File } {
    const open = this.#open.get(fd)
    if (open === undefined) throw systemError('EBADF')
    return open
  }

  #call<T>(name: keyof Disk, path: string, happen: () => T, torn: () => void = () => {}): T {
    if (this.#dead) throw new Crash()
    const call = { name, path: relative(this.#root, path), number: this.calls.length }
    this.calls.push(call)
    const { crashAt, fail } = this.#options
    const isLast = crashAt?.call === call.number
    if (isLast && crashAt.moment !== 'after') {
      if (crashAt.moment === 'torn') torn()
      this.#crash()
    }
    const error = fail?.(call) ?? null
    if (error !== null) throw error
    const result = happen()
    if (isLast) this.#crash()
    return result
  }

  #crash(): never {
    this.#dead = true
    this.#die()
    throw new Crash()
  }
}

/** Gives everything below a folder its new path; false where there is no such folder. */
function moveFolder(names: Map<string, File>, from: string, to: string): boolean {
  const below = [...names].filter(([path]) => path.startsWith(`${from}${sep}`))
  for (const [path, file] of below) {
    names.delete(path)
    names.set(to + path.slice(from.length), file)
  }
  return below.length > 0
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
