import { z } from 'zod'
import { emptyLedger, Ledger } from '../../shared/reminders/ledger.ts'

/** What this computer was shown and told. It belongs to the desktop, not to the plan. */
const DesktopMemory = z.strictObject({
  version: z.literal(1),
  ledger: Ledger,
  /** What was said once about closing the window. */
  told: z.strictObject({ tray: z.boolean(), minimised: z.boolean() }),
})
export type DesktopMemory = {
  readonly version: 1
  readonly ledger: Ledger
  readonly told: { readonly tray: boolean; readonly minimised: boolean }
}

/** Where the memory is kept; `write` resolves when the text is durable and rejects when it is not. */
export interface MemoryFile {
  /** Null where there is no file yet. */
  readonly read: () => string | null
  readonly write: (text: string) => Promise<void>
}

const fresh: DesktopMemory = { version: 1, ledger: emptyLedger, told: { tray: false, minimised: false } }

/** The memory as last kept, and its keeping. */
export class Memory {
  readonly #file: MemoryFile
  readonly #fault: (where: string, fault: unknown) => void
  #now: DesktopMemory
  /** Writes follow one another: the last one to finish must hold the newest memory. */
  #written: Promise<void> = Promise.resolve()

  /** Reads the file. One that cannot be read counts as lost: at worst something is said once more. */
  constructor(file: MemoryFile, fault: (where: string, fault: unknown) => void) {
    this.#file = file
    this.#fault = fault
    this.#now = this.#read()
  }

  get(): DesktopMemory {
    return this.#now
  }

  /**
   * Keeps a change; resolves when it is on disk. When the disk refuses, it resolves too and the change holds until the
   * app ends: a reminder that comes twice after a restart is better than none.
   */
  keep(change: Partial<Pick<DesktopMemory, 'ledger' | 'told'>>): Promise<void> {
    this.#now = { ...this.#now, ...change }
    this.#written = this.#written.then(() => this.#write())
    return this.#written
  }

  async #write(): Promise<void> {
    try {
      await this.#file.write(`${JSON.stringify(this.#now)}\n`)
    } catch (fault) {
      this.#fault('reminders: keep', fault)
    }
  }

  #read(): DesktopMemory {
    try {
      const text = this.#file.read()
      return text === null ? fresh : DesktopMemory.parse(JSON.parse(text))
    } catch (fault) {
      this.#fault('reminders: read', fault)
      return fresh
    }
  }
}
