import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gunzip, gunzipSync, gzip } from 'node:zlib'
import { type BackupName, type BackupReason, backupReasons } from '../../shared/storage/backupRules.ts'
import { type PlanFileHead, readHead } from '../../shared/storage/planFile.ts'
import { codeOf, type Disk } from '../storage/disk.ts'
import { sha256 } from '../storage/shardStore.ts'
import { writeWhole } from '../storage/writeWhole.ts'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** A backup as it lies in a folder. */
export interface BackupFile extends BackupName {
  /** ISO instant. */
  readonly savedAt: string
  readonly bytes: number
  /** What it says of itself; null where its beginning cannot be read. */
  readonly head: PlanFileHead | null
}

const pattern = /^headroom-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d{10})-([a-z-]+)\.json\.gz$/

/** The name of a backup's file; names sort by the time they were made at. */
export function backupName(savedAt: string, rev: number, why: BackupReason): string {
  const at = savedAt.replace(/[-:]|\.\d+/g, '')
  return `headroom-${at}-${String(rev).padStart(10, '0')}-${why}.json.gz`
}

/** What a name says; null for the name of anything else. */
export function readName(id: string): (BackupName & { readonly savedAt: string }) | null {
  const match = pattern.exec(id)
  const why = backupReasons.find((reason) => reason === match?.[8])
  if (match === null || why === undefined) return null
  const [, year, month, date, hour, minute, second] = match
  const day = `${year}-${month}-${date}`
  return { id, rev: Number(match[7]), day, why, savedAt: `${day}T${hour}:${minute}:${second}Z` }
}

/** The backups in a folder, the newest revision first; none where the folder is not there. */
export function backupsIn(disk: Disk, folder: string): readonly BackupFile[] {
  return disk
    .list(folder)
    .flatMap((id) => {
      const name = readName(id)
      const bytes = name === null ? null : readQuietly(disk, join(folder, id))
      return name === null || bytes === null ? [] : [{ ...name, bytes: bytes.length, head: headOf(bytes) }]
    })
    .sort((a, b) => b.rev - a.rev || (a.id < b.id ? 1 : -1))
}

/**
 * Writes a backup whole and reads it back: it counts only when what was read is what was to be written. One that is not
 * is taken away again.
 */
export async function writeBackup(disk: Disk, folder: string, id: string, text: string): Promise<Uint8Array> {
  const bytes = await zip(text)
  await placeBackup(disk, folder, id, bytes)
  const back = await readBackup(disk, join(folder, id)).catch(() => null)
  if (back === null || sha256(back) !== sha256(text)) {
    disk.remove(join(folder, id))
    throw new UnlikeWritten()
  }
  return bytes
}

/**
 * Puts the bytes of a backup into a folder and compares what is there then: what differs is taken away. A folder that is
 * missing is not made: it may be on a drive that is not there now.
 */
export async function placeBackup(disk: Disk, folder: string, id: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, id)
  await writeWhole(path, bytes, { disk, mode: 0o600 })
  const back = disk.read(path)
  if (back === null || Buffer.compare(back, bytes) !== 0) {
    disk.remove(path)
    throw new UnlikeWritten()
  }
}

/** The text of a backup or of an exported file, packed or not. */
export async function readBackup(disk: Disk, path: string): Promise<string> {
  const bytes = disk.read(path)
  if (bytes === null) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
  return unpacked(bytes)
}

/** The text of a backup's or an exported file's bytes. */
export async function unpacked(bytes: Uint8Array): Promise<string> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const text = isPacked ? await unzip(bytes) : Buffer.from(bytes)
  return text.toString('utf8').replace(/^\uFEFF/, '')
}

/** What was read back is not what was written. */
class UnlikeWritten extends Error {
  readonly code = 'EIO'
  constructor() {
    super('a backup could not be read back as it was written')
  }
}

/** Unpacks the beginning alone: a list of backups must not read plans. */
function headOf(bytes: Uint8Array): PlanFileHead | null {
  try {
    const start = gunzipSync(bytes.subarray(0, 4096), { finishFlush: constants.Z_SYNC_FLUSH })
    return readHead(start.toString('utf8'))
  } catch {
    return null
  }
}

function readQuietly(disk: Disk, path: string): Uint8Array | null {
  try {
    return disk.read(path)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null
  }
}
