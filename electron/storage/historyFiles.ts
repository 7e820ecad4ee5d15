import { join } from 'node:path'
import {
  type JournalLine,
  type JournalRead,
  parseJournalLine,
  readJournal,
  unbrokenEnd,
} from '../../shared/storage/journalLine.ts'
import { codeOf, type Disk } from './disk.ts'
import { sha256 } from './shardStore.ts'

/** How much of the past is kept for Undo: whichever is reached first. */
export const historyLimits = { bytes: 20 * 1024 * 1024, steps: 2000 }

/** A journal that was put aside when the shards held all of it. */
export interface HistoryFile {
  readonly path: string
  readonly first: number
  readonly last: number
}

/** The name under which a journal of these revisions is put aside. */
export function historyFileName(first: number, last: number): string {
  return `${digits(first)}-${digits(last)}.jsonl`
}

/** The journals that were put aside, oldest first. */
export function historyFiles(disk: Disk, folder: string): readonly HistoryFile[] {
  return disk
    .list(folder)
    .flatMap((name) => {
      const match = /^(\d{10})-(\d{10})\.jsonl$/.exec(name)
      return match === null
        ? []
        : [{ path: join(folder, name), first: Number(match[1]), last: Number(match[2]) }]
    })
    .sort((a, b) => a.last - b.last)
}

/** A journal's text and lines; empty where there is no such file. */
export function readJournalFile(disk: Disk, path: string): JournalRead & { readonly goodBytes: number } {
  const text = Buffer.from(disk.read(path) ?? []).toString('utf8')
  const read = readJournal(text, sha256, disk.unsealedLine)
  return { ...read, goodBytes: Buffer.byteLength(text.slice(0, read.goodLength)) }
}

/** The lines of a journal that was put aside, back from its last as far as none is missing; none where it cannot be read. */
function linesPutAside(disk: Disk, path: string): readonly JournalLine[] {
  try {
    return unbrokenEnd(readJournalFile(disk, path).lines)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return []
  }
}

/** Gives the lines before `first` a file at a time, newest file first, as long as no revision is missing between. */
export function olderLines(disk: Disk, folder: string, first: number): () => readonly JournalLine[] {
  let next = first
  return () => {
    const file = historyFiles(disk, folder).findLast(({ last }) => last === next - 1)
    if (file === undefined) return []
    const lines = linesPutAside(disk, file.path)
    if (lines.at(-1)?.rev !== next - 1) return []
    next = lines[0]?.rev ?? 0
    return lines
  }
}

/**
 * Gives the lines before `first` one at a time, newest first, as long as no revision is missing between. Each is parsed
 * when it is asked for, so that nobody waits for a file of thousands.
 */
export function linesBack(disk: Disk, folder: string, first: number): () => JournalLine | null {
  let next = first - 1
  let texts: string[] = []
  return () => {
    if (texts.length === 0) texts = textsPutAside(disk, folder, next)
    const text = texts.pop()
    const line = text === undefined ? null : parseJournalLine(disk.unsealedLine(text), sha256)
    if (line?.rev !== next) {
      // No journal ends with it, so nothing comes after a gap.
      next = Number.NaN
      texts = []
      return null
    }
    next--
    return line
  }
}

/** The lines of the journal that ends with a revision, as they lie there; none where it cannot be read. */
function textsPutAside(disk: Disk, folder: string, last: number): string[] {
  const file = historyFiles(disk, folder).findLast((one) => one.last === last)
  const bytes = file === undefined ? null : quietly(() => disk.read(file.path))
  return Buffer.from(bytes ?? [])
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
}

/** Removes the oldest journals beyond the limits; the newest one always stays. */
export function pruneHistory(disk: Disk, folder: string, limits = historyLimits): void {
  const files = historyFiles(disk, folder).toReversed()
  let bytes = 0
  let steps = 0
  for (const [i, { path, first, last }] of files.entries()) {
    if (i > 0 && (bytes > limits.bytes || steps >= limits.steps)) quietly(() => disk.remove(path))
    else bytes += quietly(() => disk.read(path)?.length) ?? 0
    steps += last - first + 1
  }
}

/** Something else under the name of a journal must not keep the others from being pruned. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (codeOf(error) === '') throw error
    return undefined
  }
}

function digits(rev: number): string {
  return String(rev).padStart(10, '0')
}
