import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../clock.ts'
import { scrub } from './scrub.ts'

/** Bytes after which the log file is put aside; so many older ones are kept. */
const largest = 256 * 1024
const older = 2

/** What went wrong, in a file that rotates and holds no names or amounts of clients. */
export interface Log {
  readonly note: (text: string) => void
  readonly fault: (where: string, fault: unknown) => void
  /** A fault that a page reported. */
  readonly page: (message: string, stack: string) => void
}

/** A log at `file`. A log that cannot be written is given up in silence: it must never be the reason of a failure. */
export function openLog(file: string, clock: Clock): Log {
  const write = (text: string) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      rotate(file)
      const at = new Date(clock.now()).toISOString()
      appendFileSync(file, `${at} ${text.slice(0, 8000)}\n`, { mode: 0o600 })
    } catch {}
  }
  return {
    note: write,
    fault: (where, fault) => write(`${where}: ${describe(fault)}`),
    page: (message, stack) => write(`page: ${scrub(message)}\n${scrub(framesOf(stack))}`),
  }
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return scrub(String(fault))
  const code = 'code' in fault ? ` [${String(fault.code)}]` : ''
  return `${fault.name}${code}: ${scrub(fault.message)}\n${scrub(framesOf(fault.stack ?? ''))}`
}

/** The lines of a stack that name places in the code. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s*at /.test(line))
    .join('\n')
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < largest) return
  for (let i = older; i > 0; i -= 1) {
    const from = i === 1 ? file : `${file}.${i - 1}`
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${i}`)
  }
}
