import { createHash, randomBytes } from 'node:crypto'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Disk } from './disk.ts'
import { writeWhole } from './writeWhole.ts'

/** A computer, so that two on one synced folder can be told apart. */
export interface Machine {
  /** A digest: the same at each start of the same user on the same computer. */
  readonly id: string
  /** What people call it. */
  readonly name: string
}

/** This computer. */
export function thisMachine(): Machine {
  const traits = [hostname(), process.platform, process.arch, homedir()].join('\0')
  return { id: createHash('sha256').update(traits).digest('hex').slice(0, 16), name: hostname() }
}

const ClaimFile = z.object({
  format: z.literal('headroom-open'),
  machine: z.string(),
  name: z.string(),
  /** Of one run of the program. */
  run: z.string(),
  since: z.string(),
  closed: z.boolean(),
})
type ClaimFile = z.infer<typeof ClaimFile>

/** Another computer on which the plan is open, as far as its folder tells. */
export interface Elsewhere {
  readonly name: string
  /** ISO instant. */
  readonly since: string
}

/** Another computer has claimed the plan's files: nothing may be written over what it writes. */
export class ElsewhereError extends Error {
  readonly code = 'EELSEWHERE'
  constructor() {
    super('the plan is open on another computer')
  }
}

export interface ClaimOptions {
  readonly disk: Disk
  /** The folder of the plan's files. */
  readonly folder: string
  readonly machine: Machine
  readonly now: () => number
}

/**
 * Who has the plan open, noted in its own folder, so that it travels with the files where that folder is synced. One
 * computer starts a program once; of two computers the second finds the note of the first, and the first the note of the
 * second as soon as it comes. It is no lock: a folder that is synced later is told apart by the copies that the syncing
 * makes of files in conflict.
 */
export class Claim {
  readonly #options: ClaimOptions
  readonly #run = randomBytes(8).toString('hex')
  #taken = false

  constructor(options: ClaimOptions) {
    this.#options = options
  }

  /** Who else has it open; null where nobody has, or it is not known. */
  elsewhere(): Elsewhere | null {
    const claim = this.#read()
    if (claim === null || claim.closed || claim.machine === this.#options.machine.id) return null
    return { name: claim.name, since: claim.since }
  }

  /** Notes that this run has the plan open. */
  async take(): Promise<void> {
    await this.#write(false)
    this.#taken = true
  }

  /** Throws an `ElsewhereError` where another run on another computer has noted itself since. */
  check(): void {
    if (this.#taken && this.elsewhere() !== null) throw new ElsewhereError()
  }

  /** Notes that the plan is closed; whoever comes next need not ask. */
  async release(): Promise<void> {
    if (this.#taken && this.elsewhere() === null) await this.#write(true)
    this.#taken = false
  }

  #read(): ClaimFile | null {
    try {
      const bytes = this.#options.disk.read(claimFile(this.#options.folder))
      return bytes === null ? null : ClaimFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    } catch {
      return null
    }
  }

  #write(closed: boolean): Promise<void> {
    const { disk, folder, machine, now } = this.#options
    const file: ClaimFile = {
      format: 'headroom-open',
      machine: machine.id,
      name: machine.name,
      run: this.#run,
      since: new Date(now()).toISOString(),
      closed,
    }
    return writeWhole(claimFile(folder), Buffer.from(JSON.stringify(file)), { disk, mode: 0o600 })
  }
}

/** Where it is noted who has the plan open. It has no ending of a document: a plan is never looked for in it. */
export const claimFile = (folder: string) => join(folder, 'open')

/**
 * Copies that programs for synced folders made of the plan's files, because two computers had changed one: Dropbox,
 * OneDrive, Nextcloud and Syncthing put these words into their names.
 */
export function conflictCopies(disk: Disk, folder: string): readonly string[] {
  return disk
    .list(folder)
    .filter((name) => /conflict|konflikt|conflit/i.test(name) && /\.(json|jsonl)/.test(name))
}
