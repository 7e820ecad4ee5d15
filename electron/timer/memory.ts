import { z } from 'zod'
import type { Id } from '../../shared/plan/fields.ts'
import { Watch } from '../../shared/timer/watch.ts'
import type { TextFile } from '../storage/textFile.ts'

/** The watches of the timers that ran last, the newest at the end. It belongs to this computer, not to the plan. */
const TimerMemory = z.strictObject({ version: z.literal(1), watches: z.array(Watch) })

/** So many timers are remembered, for those that Undo brings back. */
const MOST_WATCHES = 8

/** The heartbeats of timers as last kept, and their keeping. */
export class WatchMemory {
  readonly #file: TextFile
  readonly #fault: (where: string, fault: unknown) => void
  #watches: readonly Watch[]
  #written: readonly Watch[]

  /** Reads the file. One that cannot be read counts as lost: then all of a running timer is asked about. */
  constructor(file: TextFile, fault: (where: string, fault: unknown) => void) {
    this.#file = file
    this.#fault = fault
    this.#watches = this.#read()
    this.#written = this.#watches
  }

  of(entryId: Id): Watch | null {
    return this.#watches.find((watch) => watch.entryId === entryId) ?? null
  }

  /** Notes a watch; it is on disk after `keep`. */
  note(watch: Watch): void {
    if (this.of(watch.entryId) === watch) return
    const others = this.#watches.filter(({ entryId }) => entryId !== watch.entryId)
    this.#watches = [...others, watch].slice(-MOST_WATCHES)
  }

  /** Writes what is noted; resolves when it is on disk, or when the disk refused it: the next heartbeat tries again. */
  async keep(): Promise<void> {
    if (this.#written === this.#watches) return
    const watches = this.#watches
    this.#written = watches
    try {
      await this.#file.write(`${JSON.stringify({ version: 1, watches })}\n`)
    } catch (fault) {
      this.#written = []
      this.#fault('timer: keep', fault)
    }
  }

  #read(): readonly Watch[] {
    try {
      const text = this.#file.read()
      return text === null ? [] : TimerMemory.parse(JSON.parse(text)).watches
    } catch (fault) {
      this.#fault('timer: read', fault)
      return []
    }
  }
}
