import type { StartNotice } from '../../shared/ipc/contract.ts'
import { emptyPlan } from '../../shared/plan/plan.ts'
import type { Sealed } from '../../shared/storage/envelope.ts'
import type { JournalLine } from '../../shared/storage/journalLine.ts'
import { currentVersion } from '../../shared/storage/migrations.ts'
import { replayShard, type Versioned } from '../../shared/storage/replay.ts'
import type { ShardData, ShardName } from '../../shared/storage/shard.ts'
import type { Disk } from './disk.ts'
import type { Problem, StoreClass } from './shardStore.ts'
import { readShard } from './shardStore.ts'

/** What there is of a shard on disk. `lost` means that one should be there and neither generation is of use. */
export type Found = { readonly name: ShardName; readonly problem: Problem | null } & (
  | { readonly from: 'current' | 'previous'; readonly sealed: Sealed }
  | { readonly from: 'nowhere' | 'lost'; readonly sealed: null }
)

/** A shard after the journal, and what the user must be told of how it came about. */
export interface Rebuilt {
  readonly name: ShardName
  readonly data: ShardData
  /** Revisions that could not be recovered. */
  readonly lost: number
  readonly notice: StartNotice | null
}

interface Place {
  readonly Store: StoreClass
  readonly disk: Disk
  readonly folder: string
}

/** Looks for a sound document of a shard: its file, then the previous generation. `expected` says that one was written. */
export function findShard({ Store, disk, folder }: Place, name: ShardName, expected: boolean): Found {
  const current = readShard(Store, disk, folder, name, 'current')
  if (current.ok && current.sealed !== null)
    return { name, problem: null, from: 'current', sealed: current.sealed }
  const problem = current.ok ? null : current.problem
  if (problem?.why === 'newer-version') return { name, problem, from: 'lost', sealed: null }
  const previous = readShard(Store, disk, folder, name, 'previous')
  if (previous.ok && previous.sealed !== null)
    return { name, problem, from: 'previous', sealed: previous.sealed }
  const isLost = expected || problem !== null || !previous.ok
  return { name, problem, from: isLost ? 'lost' : 'nowhere', sealed: null }
}

/** A shard that no document was ever written of. */
export function nowhere(name: ShardName): Found {
  return { name, problem: null, from: 'nowhere', sealed: null }
}

/** The revision up to which a find holds everything. */
export function revOf({ sealed }: Found): number {
  return sealed?.rev ?? 0
}

/**
 * Brings a find to revision `reached` with lines that have no gap. A document that the lines do not reach back to is
 * left as it is: applying later changes to it would mix two states.
 */
export function rebuild(found: Found, lines: readonly JournalLine[], reached: number, zone: string): Rebuilt {
  const { name, from, problem } = found
  if (problem?.why === 'newer-version') {
    return {
      name,
      data: null,
      lost: 0,
      notice: { code: 'newer-version', params: { version: problem.detail } },
    }
  }
  const base = revOf(found)
  const isSound = from === 'current' || from === 'nowhere'
  const reaches = isSound || (lines[0]?.rev ?? reached + 1) <= base + 1
  if (from === 'lost' && (!reaches || lines.length === 0)) return unreadable(name)
  const wanted = reaches ? lines : []
  const replayed = replayShard(name, startOf(found, wanted, zone), base, wanted)
  if (replayed === null) return unreadable(name)
  const lost = reaches ? 0 : reached - base
  return { name, data: replayed.data, lost, notice: noticeOf(found, lost) }
}

/** What the lines are applied to, in the shape that the first of them was written for. */
function startOf({ name, sealed }: Found, lines: readonly JournalLine[], zone: string): Versioned {
  if (sealed === null) return { version: lines[0]?.version ?? currentVersion, data: emptyShard(name, zone) }
  return sealed.older === undefined
    ? { version: currentVersion, data: sealed.data }
    : { version: sealed.version, data: sealed.older }
}

/** What a shard is before anything was put into it. */
function emptyShard(name: ShardName, zone: string): ShardData {
  return name === 'practice' ? emptyPlan(zone).practice : null
}

function unreadable(name: ShardName): Rebuilt {
  return { name, data: null, lost: 0, notice: { code: 'nothing-readable', params: { file: name } } }
}

function noticeOf({ name, from, sealed }: Found, lost: number): StartNotice | null {
  if (from === 'lost') return { code: 'recovered-journal', params: { file: name, lost } }
  if (from !== 'previous') return null
  return { code: 'recovered-previous', params: { file: name, lost, savedAt: sealed?.savedAt ?? '' } }
}
