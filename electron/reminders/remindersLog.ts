/** The log of reminders on this computer: lines of JSON, two files of bounded size, the older one replaced. */
import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs'
import { LogEntry } from '../../shared/reminders/remindersLog.ts'
import { type Disk, nodeDisk } from '../storage/disk.ts'

/** Bytes after which a file is full: some two thousand lines, which is a year and more. */
const FULL = 512 * 1024

type Lines = Pick<Disk, 'sealedLine' | 'unsealedLine'>

/** The newest that are given to the window. */
const MOST_READ = 2000

/** Appends and reads; a disk that refuses costs lines of the log and no reminder. */
export class RemindersLog {
  readonly #path: string
  readonly #fault: (where: string, fault: unknown) => void
  readonly #lines: Lines

  /** `lines` says how a line lies on the device: encrypted, where the data is. */
  constructor(path: string, fault: (where: string, fault: unknown) => void, lines: Lines = nodeDisk) {
    this.#path = path
    this.#fault = fault
    this.#lines = lines
  }

  add(entries: readonly LogEntry[]): void {
    if (entries.length === 0) return
    try {
      if (sizeOf(this.#path) >= FULL) renameSync(this.#path, this.#older())
      const lines = entries.map((entry) => this.#lines.sealedLine(JSON.stringify(entry)))
      appendFileSync(this.#path, `${lines.join('\n')}\n`, { mode: 0o600 })
    } catch (fault) {
      this.#fault('reminders: log', fault)
    }
  }

  /** The newest first. A line that a crash cut off, or that another version wrote, is passed over. */
  read(): readonly LogEntry[] {
    const lines = [this.#older(), this.#path].flatMap((path) => textOf(path).split('\n'))
    return lines
      .map((line) => entryOf(this.#lines.unsealedLine(line)))
      .filter((entry) => entry !== null)
      .slice(-MOST_READ)
      .reverse()
  }

  #older(): string {
    return `${this.#path}.1`
  }
}

function entryOf(line: string): LogEntry | null {
  if (line === '') return null
  try {
    const read = LogEntry.safeParse(JSON.parse(line))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // No log yet, or none that can be read: what is there to show is nothing.
    return ''
  }
}
