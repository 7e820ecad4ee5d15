/**
 * A folder of calendar files that is looked at now and then: what is new or changed there is offered, never imported by
 * itself. Looked at rather than watched, since watching misses changes on shares and in synced folders.
 */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { CalendarFolder } from '../../shared/ipc/exchangeContract.ts'
import type { TextFile } from '../storage/textFile.ts'
import { isCalendarName } from './openedFiles.ts'

/** Milliseconds between two looks. */
const EVERY = 20_000
/** A file younger than this, in milliseconds, may still be written to. */
const SETTLED = 3_000
/** Files of one folder; more is no folder of exports. */
const MOST_FILES = 500

const Memory = z.object({
  folder: z.string().max(4096).nullable(),
  /** What was offered of each file: its time and size. */
  seen: z.record(z.string().max(1000), z.string().max(80)),
})
type Memory = z.infer<typeof Memory>
const nothing: Memory = { folder: null, seen: {} }

export interface WatchedFolderOptions {
  /** This computer's memory of the folder. */
  readonly file: TextFile
  readonly now: () => number
  /** Is told the paths that are new or changed, oldest first. */
  readonly onFound: (paths: readonly string[]) => void
  readonly fault: (where: string, fault: unknown) => void
}

export class WatchedFolder {
  readonly #options: WatchedFolderOptions
  #memory: Memory
  #isReadable = true
  #looking: Promise<void> | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(options: WatchedFolderOptions) {
    this.#options = options
    this.#memory = read(options.file)
  }

  state(): CalendarFolder {
    return { folder: this.#memory.folder, readable: this.#isReadable }
  }

  /** Begins to look, at once and then every {@link EVERY} milliseconds. */
  start(): void {
    this.stop()
    this.#timer = setInterval(() => void this.look(), EVERY)
    this.#timer.unref()
    void this.look()
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  /** Watches another folder; null watches none. What is there already is offered too. */
  async watch(folder: string | null): Promise<CalendarFolder> {
    await this.#looking
    await this.#keep({ folder, seen: {} })
    this.#isReadable = true
    await this.look()
    return this.state()
  }

  /** One look. A second one while it goes on waits for the same. */
  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async #lookOnce(): Promise<void> {
    const { folder, seen } = this.#memory
    if (folder === null) return
    const files = await filesIn(folder)
    this.#isReadable = files !== null
    if (files === null) return
    const settled = files.filter(({ changed }) => this.#options.now() - changed >= SETTLED)
    const found = settled.filter(({ name, stamp }) => seen[name] !== stamp)
    if (found.length === 0) return
    // A file that is gone for a moment, as while it is replaced, is not new when it is back.
    await this.#keep({
      folder,
      seen: { ...seen, ...Object.fromEntries(found.map(({ name, stamp }) => [name, stamp])) },
    })
    this.#options.onFound(
      found.toSorted((a, b) => a.changed - b.changed).map(({ name }) => join(folder, name)),
    )
  }

  async #keep(memory: Memory): Promise<void> {
    this.#memory = memory
    await this.#options.file
      .write(`${JSON.stringify(memory)}\n`)
      .catch((error: unknown) => this.#options.fault('calendar folder: keep', error))
  }
}

function read(file: TextFile): Memory {
  try {
    return Memory.parse(JSON.parse(file.read() ?? ''))
  } catch {
    return nothing
  }
}

interface FoundFile {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly changed: number
  readonly stamp: string
}

/** The calendar files of a folder; null where it cannot be read. Links and folders within are passed over. */
async function filesIn(folder: string): Promise<readonly FoundFile[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries
      .filter((entry) => entry.isFile() && isCalendarName(entry.name) && !entry.name.startsWith('.'))
      .slice(0, MOST_FILES)
    const files = await Promise.all(names.map(({ name }) => fileAt(folder, name)))
    return files.flatMap((file) => (file === null ? [] : [file]))
  } catch {
    // Unplugged, renamed or not permitted: the settings say so, and the next look tries again.
    return null
  }
}

async function fileAt(folder: string, name: string): Promise<FoundFile | null> {
  try {
    const { mtimeMs, size } = await stat(join(folder, name))
    return { name, changed: mtimeMs, stamp: `${Math.round(mtimeMs)} ${size}` }
  } catch {
    // Gone since the folder was read.
    return null
  }
}
