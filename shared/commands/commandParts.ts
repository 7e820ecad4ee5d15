/**
 * An import as several texts: neither process stops for a hundred thousand records at once, and a text crosses at once
 * where records would be walked field by field.
 */
import type { z } from 'zod'
import { Command } from './registry.ts'

/** Records of one part: it is written, read and checked within a frame. */
const RECORDS_A_PART = 400

/** The commands that may be large, with nothing in them but what makes them valid. */
type Large = Extract<Command, { type: 'entry/import' | 'calendar/import' }>

/** A command's parts, each a command of the same kind on its own; null for one that crosses whole. Texts are made when asked for. */
export function partsOf(command: Command): readonly (() => string)[] | null {
  if (command.type === 'entry/import') {
    const { entries } = command
    return slices(entries, (slice, i) => ({
      ...command,
      ...(i === 0 ? {} : { clients: [], engagements: [] }),
      entries: slice,
    }))
  }
  if (command.type !== 'calendar/import') return null
  const { sessions } = command
  const rest = {
    timeOff: [],
    dayNotes: [],
    removed: { sessions: [], timeOff: [], dayNotes: [] },
    restored: [],
    rules: { put: [], removed: [] },
  }
  return slices(sessions, (slice, i) => ({ ...command, ...(i === 0 ? {} : rest), sessions: slice }))
}

function slices<T>(
  records: readonly T[],
  make: (slice: readonly T[], index: number) => Large,
): readonly (() => string)[] | null {
  if (records.length <= RECORDS_A_PART) return null
  return Array.from({ length: Math.ceil(records.length / RECORDS_A_PART) }, (_, i) => () => {
    const from = i * RECORDS_A_PART
    return JSON.stringify(make(records.slice(from, from + RECORDS_A_PART), i))
  })
}

/** A command put together again from its parts, each checked by its schema as it comes. */
export class PartedCommand {
  #whole: Large | null = null
  readonly #sessions: Extract<Large, { type: 'calendar/import' }>['sessions'][number][] = []
  readonly #entries: Extract<Large, { type: 'entry/import' }>['entries'][number][] = []

  /** Takes the next part; what is wrong with it, or null. Throws for a text that is no part of a command. */
  add(text: string): z.core.$ZodIssue | null {
    const checked = Command.safeParse(JSON.parse(text))
    if (!checked.success) return checked.error.issues[0] ?? null
    const part: Command = checked.data
    if (part.type !== 'entry/import' && part.type !== 'calendar/import') throw new Error('not a part')
    this.#whole ??= part
    if (part.type !== this.#whole.type) throw new Error('parts of two commands')
    if (part.type === 'entry/import') for (const entry of part.entries) this.#entries.push(entry)
    else for (const session of part.sessions) this.#sessions.push(session)
    return null
  }

  /** The command, when all its parts are there. */
  whole(): Command {
    const whole = this.#whole
    if (whole === null) throw new Error('no part of a command came')
    return whole.type === 'entry/import'
      ? { ...whole, entries: this.#entries }
      : { ...whole, sessions: this.#sessions }
  }
}
