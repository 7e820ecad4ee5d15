import { join } from 'node:path'
import type { StartNotice } from '../../shared/ipc/contract.ts'
import { emptyPlan, type Plan, type Practice, type Year } from '../../shared/plan/plan.ts'
import type { Sealed } from '../../shared/storage/envelope.ts'
import { type JournalLine, unbrokenAround, unbrokenEnd } from '../../shared/storage/journalLine.ts'
import { currentVersion } from '../../shared/storage/migrations.ts'
import { yearsIn } from '../../shared/storage/replay.ts'
import { type ShardName, shardName } from '../../shared/storage/shard.ts'
import { codeOf, type Disk } from './disk.ts'
import { type Found, findShard, nowhere, type Rebuilt, rebuild, revOf } from './findShard.ts'
import { historyFiles, olderLines, readJournalFile } from './historyFiles.ts'
import type { StoreClass } from './shardStore.ts'

export interface LoadOptions {
  readonly Store: StoreClass
  readonly disk: Disk
  readonly folder: string
  /** The zone of a plan that is not there yet. */
  readonly zone: string
  /** Lets the rest of the process run between two files. */
  readonly breathe: () => Promise<void>
}

/** What the files hold, and what must be done before they may be written. */
export interface LoadedPlan {
  readonly plan: Plan
  readonly rev: number
  /** The newest lines of the journal without a gap, for Undo. */
  readonly lines: readonly JournalLine[]
  /** Whether the lines, and those put aside before them, lead to this very plan. */
  readonly undoable: boolean
  /** The sound documents; whatever else the plan holds is written at the next chance. */
  readonly documents: ReadonlyMap<ShardName, Sealed>
  /** Shards whose own file is damaged: it is copied aside before it is replaced. */
  readonly damaged: ReadonlySet<ShardName>
  readonly journal: {
    readonly goodBytes: number
    /** The first revision in the file; null for a file without lines. */
    readonly first: number | null
    /** Lines that were needed are missing: everything is written anew before the next line. */
    readonly broken: boolean
  }
  readonly notices: readonly StartNotice[]
  /** The oldest version that any of the files is of, where that is not the present one: they are kept as they are. */
  readonly olderVersion: number | null
  /** The files must not be written: they are of a newer version, or hold what could not be read. */
  readonly readOnly: boolean
}

/** Where the journal stands in the plan's folder. */
export const journalFile = (folder: string) => join(folder, 'journal.jsonl')
/** Where journals are put aside. */
export const historyFolder = (folder: string) => join(folder, 'history')

/**
 * Reads the plan: each shard's document, or its previous generation where that is damaged, and the journal's lines that
 * they do not hold yet. Writes nothing. The practice is written last whenever the journal is folded into the documents,
 * so its revision says up to where all of them hold everything.
 */
export async function loadPlan(options: LoadOptions): Promise<LoadedPlan> {
  const { disk, folder, breathe } = options
  const journal = journalIn(disk, folder)
  const practice = findShard(options, 'practice', journal.lines.length > 0)
  const finds = new Map<ShardName, Found>([['practice', practice]])
  for (const name of yearsToRead(options, practice.sealed)) {
    await breathe()
    finds.set(name, findShard(options, name, true))
  }
  return assemble(options, finds, journal)
}

function yearsToRead({ disk, folder }: LoadOptions, practice: Sealed | null): readonly ShardName[] {
  const years = new Set<ShardName>(practice?.years ?? [])
  for (const file of disk.list(folder)) {
    const name = shardName(/^(.+?)\.json(\.prev)?$/.exec(file)?.[1] ?? '')
    if (name !== null && name !== 'practice') years.add(name)
  }
  return [...years].sort()
}

type Journal = ReturnType<typeof readJournalFile> & { readonly readable: boolean }

/** Where something that is no file is in the journal's place, what it held cannot be known. */
function journalIn(disk: Disk, folder: string): Journal {
  try {
    return { ...readJournalFile(disk, journalFile(folder)), readable: true }
  } catch (error) {
    // Whatever else keeps it from being read may pass: the start is tried again.
    if (codeOf(error) !== 'EISDIR') throw error
    return { lines: [], goodLength: 0, goodBytes: 0, damagedAtEnd: 0, readable: false }
  }
}

function assemble(options: LoadOptions, finds: ReadonlyMap<ShardName, Found>, journal: Journal): LoadedPlan {
  const found = [...finds.values()]
  const folded = foldedRev(options, found, journal)
  const back = Math.min(folded, ...found.filter(isRecovered).map(revOf))
  const lines = linesFrom(options, journal.lines, back + 1)
  const newer = lines.find(({ version }) => version > currentVersion)
  const run = unbrokenAround(
    lines.filter(({ version }) => version <= currentVersion),
    folded,
  )
  const reached = Math.max(folded, run.at(-1)?.rev ?? 0)
  // A document may be ahead of a journal that was cut: no revision is given twice.
  const highest = Math.max(
    reached,
    lines.at(-1)?.rev ?? 0,
    lastClaimed(options, journal, folded),
    ...found.map(revOf),
  )
  // What a newer version wrote is not missing: it is left alone.
  const isBroken = newer === undefined && highest > reached
  const newYears = [...yearsIn(run)].filter((year) => !finds.has(year)).map(nowhere)
  const shards = [...found, ...newYears].map((f) => rebuild(f, run, reached, options.zone))
  const notices = shards.flatMap(({ notice }) => notice ?? [])
  if (!journal.readable) notices.push({ code: 'nothing-readable', params: { file: 'journal' } })
  if (newer !== undefined) notices.push({ code: 'newer-version', params: { version: String(newer.version) } })
  const isWhole = !isBroken && shards.every(({ lost }) => lost === 0)
  const undoable =
    isWhole && (journal.lines.at(-1)?.rev ?? newestPutAside(options.disk, options.folder)) === highest
  return {
    plan: planOf(shards, options.zone),
    rev: highest,
    lines: undoable ? unbrokenEnd(journal.lines) : [],
    undoable,
    documents: new Map(
      isBroken ? [] : found.flatMap((f) => (f.from === 'current' ? [[f.name, f.sealed]] : [])),
    ),
    damaged: new Set(found.flatMap(({ name, problem }) => (problem === null ? [] : [name]))),
    journal: { goodBytes: journal.goodBytes, first: journal.lines[0]?.rev ?? null, broken: isBroken },
    olderVersion: olderVersionOf(found, lines),
    notices: isBroken ? [...notices, gapNotice(highest - reached)] : notices,
    readOnly: notices.some(({ code }) => code === 'newer-version' || code === 'nothing-readable'),
  }
}

/** A document that was read of an older version has its data as it stood there. */
function olderVersionOf(found: readonly Found[], lines: readonly JournalLine[]): number | null {
  const versions = [
    ...found.flatMap(({ sealed }) => (sealed?.older === undefined ? [] : [sealed.version])),
    ...lines.map(({ version }) => version),
  ].filter((version) => version < currentVersion)
  return versions.length === 0 ? null : Math.min(...versions)
}

const isRecovered = ({ from }: Found) => from === 'previous' || from === 'lost'

/**
 * The revision up to which every sound document holds everything: the practice's, which is written last. Where that is
 * not known, the journals that were put aside tell, since that happens only when the documents hold all of them.
 */
function foldedRev({ disk, folder }: LoadOptions, found: readonly Found[], journal: Journal): number {
  const practice = found.find(({ name }) => name === 'practice')
  if (practice?.from === 'current') return practice.sealed.rev
  const first = journal.lines[0]?.rev ?? 1
  return Math.max(...found.map(revOf), first - 1, newestPutAside(disk, folder))
}

/**
 * The revision that the last damaged line of the journal was of; 0 where none is damaged. Where no line is good, one is
 * taken to be missing at least.
 */
function lastClaimed(
  { disk, folder }: LoadOptions,
  { lines, damagedAtEnd }: Journal,
  folded: number,
): number {
  if (damagedAtEnd === 0) return 0
  const last = lines.at(-1)?.rev
  if (last !== undefined) return last + damagedAtEnd
  return Math.max(newestPutAside(disk, folder) + damagedAtEnd, folded + 1)
}

/** The journal's lines, with those put aside before them as far back as `first`. */
function linesFrom(
  { disk, folder }: LoadOptions,
  journal: readonly JournalLine[],
  first: number,
): readonly JournalLine[] {
  let lines = journal
  const before = lines[0]?.rev ?? newestPutAside(disk, folder) + 1
  const older = olderLines(disk, historyFolder(folder), before)
  while ((lines[0]?.rev ?? before) > first) {
    const more = older()
    if (more.length === 0) break
    lines = [...more, ...lines]
  }
  return lines
}

function newestPutAside(disk: Disk, folder: string): number {
  return historyFiles(disk, historyFolder(folder)).at(-1)?.last ?? 0
}

function planOf(shards: readonly Rebuilt[], zone: string): Plan {
  const practice = shards.find(({ name }) => name === 'practice')?.data as Practice | null | undefined
  const years = shards.flatMap(({ name, data }) =>
    name === 'practice' || data === null ? [] : [[name, data as Year]],
  )
  return { practice: practice ?? emptyPlan(zone).practice, years: Object.fromEntries(years) }
}

function gapNotice(lost: number): StartNotice {
  return { code: 'recovered-journal', params: { file: 'journal', lost } }
}
