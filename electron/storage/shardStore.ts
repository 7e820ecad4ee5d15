import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type ElectronStore from 'electron-store'
import { type Opened, openText, type Sealed, sealText } from '../../shared/storage/envelope.ts'
import type { Digest } from '../../shared/storage/journalLine.ts'
import type { ShardName } from '../../shared/storage/shard.ts'
import type { Disk } from './disk.ts'
import { writeWhole } from './writeWhole.ts'

/** electron-store's class; a test outside of Electron gives the `conf` that it extends. */
export type StoreClass = new (options: StoreOptions) => ElectronStore<StoredDocument>
type StoreOptions = NonNullable<ConstructorParameters<typeof ElectronStore<StoredDocument>>[0]>
/** A document as electron-store holds it. */
export type StoredDocument = { [K in keyof Sealed]: Sealed[K] }

/** SHA-256 in hexadecimal. */
export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex')

/** A file that cannot be used: damaged, of a newer version, or not to be read at all. */
export type Problem = Exclude<Opened, { ok: true }> | { readonly why: 'unreadable'; readonly detail: string }

/** A shard's document that was found sound; null where there is no file. */
export type ShardRead =
  | { readonly ok: true; readonly sealed: Sealed | null }
  | { readonly ok: false; readonly problem: Problem }

/** Which generation of a shard's document. */
export type Generation = 'current' | 'previous'

const extensions = { current: 'json', previous: 'json.prev' } as const

/** The file of a shard. */
export function shardFile(folder: string, name: ShardName, generation: Generation = 'current'): string {
  return join(folder, `${name}.${extensions[generation]}`)
}

/** Reads a shard's document through electron-store and says what is wrong with it; nothing is written. */
export function readShard(
  Store: StoreClass,
  disk: Disk,
  folder: string,
  name: ShardName,
  generation: Generation,
): ShardRead {
  let sealed: Sealed | null = null
  const deserialize = (text: string): StoredDocument => {
    const opened = openText(clearText(disk, text), name, sha256)
    if (!opened.ok) throw new UnusableDocument(opened)
    sealed = opened.sealed
    return opened.sealed
  }
  try {
    openStore(Store, folder, name, generation, deserialize)
    return { ok: true, sealed }
  } catch (error) {
    const problem = error instanceof UnusableDocument ? error.problem : unreadable(error)
    return { ok: false, problem }
  }
}

/**
 * Holds the document of one shard in electron-store and writes it with our own durable writer: electron-store's own
 * writes once, ignores how much was written, and puts a cut file in the place of a good one on a nearly full disk.
 */
export class ShardStore {
  readonly #store: ElectronStore<StoredDocument>
  #held: Sealed
  #writing: Promise<void> = Promise.resolve()

  /** `trusted` is what the file holds as far as this process is concerned; whatever it does hold is not read. */
  constructor(Store: StoreClass, disk: Disk, folder: string, trusted: Sealed) {
    this.#held = trusted
    this.#store = openStore(Store, folder, trusted.shard, 'current', () => this.#held)
    replaceWriter(this.#store, (text) => {
      const previous = this.keepsPrevious ? shardFile(folder, trusted.shard, 'previous') : undefined
      const options = { disk, mode: 0o600, ...(previous === undefined ? {} : { previous }) }
      this.#writing = writeWhole(this.#store.path, Buffer.from(text), options)
    })
  }

  /** Whether the file that is replaced becomes the previous generation. Not where it is the damaged one. */
  keepsPrevious = true

  /** Puts a new document in the place of the old one; resolves when it is on the device. */
  async write(sealed: Sealed): Promise<void> {
    const before = this.#held
    this.#held = sealed
    try {
      this.#store.store = sealed
      await this.#writing
      this.keepsPrevious = true
    } catch (error) {
      this.#held = before
      throw error
    }
  }
}

class UnusableDocument extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.why)
    this.problem = problem
  }
}

/** electron-store reads its files itself, as text. */
function clearText(disk: Disk, text: string): string {
  const bytes = Buffer.from(text)
  const clear = disk.unsealed(bytes)
  return clear === bytes ? text : Buffer.from(clear).toString('utf8')
}

function unreadable(error: unknown): Problem {
  return { why: 'unreadable', detail: error instanceof Error && 'code' in error ? String(error.code) : '' }
}

function openStore(
  Store: StoreClass,
  folder: string,
  name: ShardName,
  generation: Generation,
  deserialize: (text: string) => StoredDocument,
): ElectronStore<StoredDocument> {
  return new Store({
    cwd: folder,
    name,
    fileExtension: extensions[generation],
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    configFileMode: 0o600,
    serialize: (document) => sealText(document, sha256),
    deserialize,
  })
}

/** conf 15 writes through `_write`; a version that does not must not be used, since its writer can cut the file. */
function replaceWriter(store: ElectronStore<StoredDocument>, write: (text: string) => void): void {
  const inside = store as unknown as { _write?: unknown; _serialize?: (document: unknown) => string }
  if (typeof inside._write !== 'function' || inside._serialize === undefined) {
    throw new Error('this electron-store cannot be given another writer')
  }
  const serialize = inside._serialize
  Object.defineProperty(store, '_write', { value: (document: unknown) => write(serialize(document)) })
}
