import { dirname } from 'node:path'
import type { Disk } from './disk.ts'
import { writeAll } from './writeWhole.ts'

export interface JournalOptions {
  readonly disk: Disk
  readonly file: string
  /** Bytes of the file that are known to be good; what follows is cut off before the first line is added. */
  readonly goodLength: number
  /** Throws where nothing may be written now; asked before each write. */
  readonly guard?: () => void
  /** Makes the other files sound; runs before the first line is added, and again if it failed. */
  readonly prepare: () => Promise<void>
  /** Runs when lines that were saved are gone from the file: keeps elsewhere what they held, and clears the way. */
  readonly rebuild: () => Promise<void>
  readonly onSaved: () => void
  readonly onFailed: (error: unknown) => void
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>
}

interface Waiting {
  readonly text: string
  readonly saved: () => void
}

interface Between {
  readonly act: () => Promise<void>
  readonly done: (ran: Promise<boolean> | boolean) => void
}

const firstPause = 250
const longestPause = 10_000

/**
 * An append-only file. `append` resolves when the line is on the device; lines that arrive while the device is busy go
 * there together. An error keeps the lines waiting, in order: they are tried again with growing pauses and at each new
 * line, and the file is cut back to what is known to be good first, so a line is never half there between two others.
 */
export class Journal {
  readonly #options: JournalOptions
  #goodLength: number
  #fd: number | null = null
  #waiting: Waiting[] = []
  #busy = false
  #pauseNext = firstPause
  #failing = false
  #prepared = false
  #closed = false
  #wake: () => void = () => {}
  #watching: ((succeeded: boolean) => void)[] = []
  /** What is to be done between two batches. */
  #between: Between | null = null
  #isBetween = false

  constructor(options: JournalOptions) {
    this.#options = options
    this.#goodLength = options.goodLength
  }

  /** Whether lines wait because the last attempt failed. */
  failing(): boolean {
    return this.#failing
  }

  /** Whether every line is on the device. */
  idle(): boolean {
    return this.#waiting.length === 0 && !this.#busy
  }

  /** Bytes in the file. */
  length(): number {
    return this.#goodLength
  }

  append(text: string): Promise<void> {
    if (this.#closed) throw new Error('the journal is closed')
    return new Promise((saved) => {
      this.#waiting.push({ text, saved })
      this.#wake()
      if (!this.#busy) void this.#drain()
    })
  }

  /** Tries at once what is waiting; whether everything is on the device then. */
  async settle(): Promise<boolean> {
    while (!this.idle()) {
      const attempt = new Promise<boolean>((done) => this.#watching.push(done))
      this.#wake()
      if (!(await attempt)) return false
    }
    return true
  }

  /**
   * Runs `act` while no line is being written, as soon as those are on the device that are on their way; lines that come
   * meanwhile wait. False where the device refuses lines just now, or something else is to run: nothing has run then.
   */
  async between(act: () => Promise<void>): Promise<boolean> {
    if (this.#closed || this.#failing || this.#between !== null) return false
    const ran = new Promise<boolean>((done) => {
      this.#between = { act, done }
    })
    if (!this.#busy) void this.#drain()
    return ran
  }

  /** Moves the file away, so that the next line begins a new one. Only while no line is being written. */
  async moveTo(path: string): Promise<void> {
    if (this.#fd !== null && !this.idle() && !this.#isBetween) throw new Error('the journal is busy')
    const { disk, file } = this.#options
    this.#release()
    disk.rename(file, path)
    this.#goodLength = 0
    await disk.flushFolder(dirname(path))
    await disk.flushFolder(dirname(file))
  }

  /** Gives up what could not be saved, and closes the file. */
  close(): void {
    this.#closed = true
    this.#waiting = []
    this.#notBetween()
    this.#wake()
    this.#release()
  }

  async #drain(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length > 0 || this.#between !== null) {
      if (this.#between !== null) await this.#doBetween(this.#between)
      if (this.#waiting.length === 0) continue
      const batch = [...this.#waiting]
      try {
        this.#options.guard?.()
      } catch (error) {
        // Nothing was written, and what stands in the file may be somebody else's.
        await this.#refused(error)
        continue
      }
      try {
        await this.#write(batch.map(({ text }) => text).join(''))
      } catch (error) {
        await this.#failed(error)
        continue
      }
      this.#waiting.splice(0, batch.length)
      this.#failing = false
      this.#pauseNext = firstPause
      this.#options.onSaved()
      for (const { saved } of batch) saved()
      this.#attempted(true)
    }
    // In the same turn as the last look at what waits: a line that comes later finds nobody busy.
    this.#busy = false
  }

  async #doBetween(between: Between): Promise<void> {
    this.#between = null
    this.#isBetween = true
    const ran = between.act().then(() => true)
    between.done(ran)
    // A failure is the caller's: the lines go on.
    await ran.catch(() => {})
    this.#isBetween = false
  }

  #notBetween(): void {
    this.#between?.done(false)
    this.#between = null
  }

  async #failed(error: unknown): Promise<void> {
    this.#cutBack()
    await this.#refused(error)
  }

  async #refused(error: unknown): Promise<void> {
    this.#failing = true
    this.#notBetween()
    this.#options.onFailed(error)
    const woken = new Promise<void>((wake) => {
      this.#wake = wake
    })
    this.#attempted(false)
    await Promise.race([woken, this.#options.pause(this.#pauseNext)])
    this.#pauseNext = Math.min(this.#pauseNext * 2, longestPause)
  }

  #attempted(succeeded: boolean): void {
    for (const done of this.#watching.splice(0)) done(succeeded)
  }

  async #write(text: string): Promise<void> {
    const { disk, file } = this.#options
    if (!this.#prepared) await this.#options.prepare()
    this.#prepared = true
    this.#fd ??= await this.#open()
    const bytes = Buffer.from(text)
    writeAll(disk, this.#fd, bytes)
    await disk.flush(this.#fd)
    if (!disk.isAt(this.#fd, file)) throw new Error('the journal was deleted or moved')
    this.#goodLength += bytes.length
  }

  async #open(): Promise<number> {
    const { disk, file, rebuild } = this.#options
    disk.makeFolder(dirname(file))
    let fd = disk.open(file, 'append', 0o600)
    if (disk.size(fd) < this.#goodLength) {
      disk.close(fd)
      await rebuild()
      this.#goodLength = 0
      fd = disk.open(file, 'append', 0o600)
    }
    try {
      if (disk.size(fd) > this.#goodLength) disk.truncate(fd, this.#goodLength)
      // A new file's name must be on the device before a line in it counts as saved.
      if (this.#goodLength === 0) await disk.flushFolder(dirname(file))
      return fd
    } catch (error) {
      disk.close(fd)
      throw error
    }
  }

  /**
   * Forgets the descriptor: the next attempt opens the file again, cuts it back and writes the lines anew. That holds
   * after a failed flush too, when the system may have dropped what it could not write.
   */
  #cutBack(): void {
    const { disk } = this.#options
    try {
      if (this.#fd !== null) disk.truncate(this.#fd, this.#goodLength)
    } catch {
      // Opening it again cuts it back.
    }
    this.#release()
  }

  #release(): void {
    const fd = this.#fd
    this.#fd = null
    if (fd !== null) this.#options.disk.close(fd)
  }
}
