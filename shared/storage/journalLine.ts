/**
 * The journal's text: one JSON line for each revision of the plan, with a checksum, so that a line cut short or
 * altered is recognised. Pure: the digest is a parameter.
 */
import { z } from 'zod'
import type { PlanPatch } from '../ipc/contract.ts'

/** A hexadecimal digest of a text's UTF-8 bytes, long enough to recognise damage. */
export type Digest = (text: string) => string

const Patch: z.ZodType<PlanPatch> = z.object({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.unknown().optional(),
})

const Line = z.object({
  rev: z.int().min(1),
  at: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  /** The revision of the `do` that an undo or redo is about. */
  of: z.int().min(1).nullable(),
  type: z.string(),
  subject: z.string(),
  undoable: z.boolean(),
  patches: z.array(Patch),
  inverse: z.array(Patch),
})

/** One revision: what was done, the way there and the way back. */
export interface JournalLine extends Readonly<Omit<z.infer<typeof Line>, 'patches' | 'inverse'>> {
  readonly patches: readonly PlanPatch[]
  readonly inverse: readonly PlanPatch[]
}

/** What a journal file held. */
export interface JournalRead {
  readonly lines: readonly JournalLine[]
  /** UTF-16 units up to the end of the last good line: what follows is a line that was being written. */
  readonly goodLength: number
  /** The first line that is bad though good ones follow it, or that breaks the count of revisions; from 1. */
  readonly damagedLine: number | null
  /** The highest revision seen anywhere, also after a damaged line. */
  readonly highest: number
}

const ending = /,"sum":"([0-9a-f]{16,64})"\}$/

/** The text of a line, with its checksum and its end. */
export function journalText(line: JournalLine, digest: Digest): string {
  const { rev, at, kind, of, type, subject, undoable, patches, inverse } = line
  const body = JSON.stringify({ rev, at, kind, of, type, subject, undoable, patches, inverse })
  return `${body.slice(0, -1)},"sum":"${digest(body)}"}\n`
}

/** One line without its end, or null where it is not a whole and unaltered one. */
export function parseJournalLine(text: string, digest: Digest): JournalLine | null {
  const sum = ending.exec(text)
  if (sum === null) return null
  const body = `${text.slice(0, sum.index)}}`
  if (digest(body) !== sum[1]) return null
  const parsed = Line.safeParse(JSON.parse(body))
  return parsed.success ? parsed.data : null
}

/**
 * Reads a journal. A bad last line is one whose writing was interrupted: nobody was told that it is saved, so it is
 * left out silently. A bad line before good ones is damage: the good lines before it are given back, with its number.
 */
export function readJournal(text: string, digest: Digest): JournalRead {
  const lines: JournalLine[] = []
  let goodLength = 0
  let firstBad: number | null = null
  let damagedLine: number | null = null
  let highest = 0
  let number = 0
  for (const part of wholeLines(text)) {
    number += 1
    const line = parseJournalLine(part.text, digest)
    if (line === null) {
      firstBad ??= number
      continue
    }
    highest = Math.max(highest, line.rev)
    const follows = lines.length === 0 || line.rev === (lines.at(-1)?.rev ?? 0) + 1
    if (firstBad !== null || !follows) {
      damagedLine ??= firstBad ?? number
    } else {
      lines.push(line)
      goodLength = part.end
    }
  }
  return { lines, goodLength, damagedLine, highest }
}

function* wholeLines(text: string): Generator<{ text: string; end: number }> {
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    // A last line without its end was cut short, whatever its checksum says.
    if (newline < 0) return
    yield { text: text.slice(start, newline), end: newline + 1 }
    start = newline + 1
  }
}
