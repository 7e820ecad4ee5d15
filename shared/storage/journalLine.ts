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
  /** The version of the plan's shape that the patches are meant for (`migrations.ts`); the first one was not written. */
  version: z.int().min(1).default(1),
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
  /** Every good line, in order. Where a revision is missing between two of them, what stood there is damaged. */
  readonly lines: readonly JournalLine[]
  /** UTF-16 units up to the end of the last good line: what follows is a line that was being written. */
  readonly goodLength: number
  /** Lines after the last good one that stand there whole, with their ends, and are damaged. */
  readonly damagedAtEnd: number
}

const ending = /,"sum":"([0-9a-f]{16,64})"\}$/

/** The text of a line, with its checksum and its end. */
export function journalText(line: JournalLine, digest: Digest): string {
  const { rev, version, at, kind, of, type, subject, undoable, patches, inverse } = line
  const body = JSON.stringify({ rev, version, at, kind, of, type, subject, undoable, patches, inverse })
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

/** What a line begins or ends with, clear or encrypted: noise with line ends in it is no number of changes. */
const likeLine = /^(\{"rev":|headroom-line-)|"sum":"[0-9a-f]{16,64}"\}$/

/**
 * Reads a journal. A last line without its end is one whose writing was interrupted: nobody was told that it is saved. A
 * bad line before good ones is damage, and shows as a gap in the revisions; one with its end after them is damage too.
 * `opened` gives the text of a line as it lies there.
 */
export function readJournal(
  text: string,
  digest: Digest,
  opened: (line: string) => string = (line) => line,
): JournalRead {
  const lines: JournalLine[] = []
  let goodLength = 0
  let bad: string[] = []
  for (const { text: whole, end } of wholeLines(text)) {
    const line = parseJournalLine(opened(whole), digest)
    if (line === null) {
      bad.push(whole)
      continue
    }
    lines.push(line)
    goodLength = end
    bad = []
  }
  const alike = bad.filter((whole) => likeLine.test(whole)).length
  return { lines, goodLength, damagedAtEnd: Math.max(alike, Math.min(bad.length, 1)) }
}

/** The lines without a gap around the border between revision `at` and the next, on both sides of it. */
export function unbrokenAround(lines: readonly JournalLine[], at: number): readonly JournalLine[] {
  const middle = lines.findIndex(({ rev }) => rev === at || rev === at + 1)
  const anchor = lines[middle]
  if (anchor === undefined) return []
  const isGap = ({ rev }: JournalLine, i: number) => rev !== anchor.rev + i - middle
  const before = lines.findLastIndex((line, i) => i < middle && isGap(line, i))
  const after = lines.findIndex((line, i) => i > middle && isGap(line, i))
  return lines.slice(before + 1, after < 0 ? undefined : after)
}

/** The lines up to the last one, as far back as no revision is missing. */
export function unbrokenEnd(lines: readonly JournalLine[]): readonly JournalLine[] {
  const last = lines.length - 1
  const gap = lines.findLastIndex(({ rev }, i) => i < last && rev !== (lines[last]?.rev ?? 0) - (last - i))
  return lines.slice(gap + 1)
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
