import { basename, dirname, join } from 'node:path'
import { readName } from '../backup/backupFiles.ts'
import type { Disk } from '../storage/disk.ts'
import type { Place } from './changeOver.ts'

const all = () => true
/** The journal itself is put aside before, and what is written to it since is of the new kind. */
const allButJournal = (name: string) => name !== 'journal.jsonl'
const isPdf = (name: string) => name.endsWith('.pdf')

export interface DataPlaces {
  readonly userData: string
  /** A second folder for backups; null where there is none. */
  readonly second: string | null
}

/** Every folder with data in it, and which of its files. The user's other files in a second folder are left alone. */
export function dataPlaces({ userData, second }: DataPlaces, disk: Disk): readonly Place[] {
  const plan = join(userData, 'plan')
  const backups = join(userData, 'backups')
  return [
    { folder: plan, holds: (name) => allButJournal(name) && /\.(json|jsonl)/.test(name) },
    { folder: join(plan, 'history'), holds: all },
    ...keptAside(plan, disk).flatMap((folder) => [
      { folder, holds: (name: string) => /\.(json|jsonl)/.test(name) },
      { folder: join(folder, 'history'), holds: all },
    ]),
    { folder: userData, holds: (name) => /^reminders\.log(\.1)?$/.test(name) },
    { folder: join(userData, 'invoices'), holds: isPdf },
    ...[backups, ...(second === null ? [] : [second])].flatMap((folder) => [
      { folder, holds: (name: string) => readName(name) !== null },
      { folder: join(folder, 'invoices'), holds: isPdf },
    ]),
  ]
}

/** Plans that were replaced and kept: `plan.damaged-…`. */
function keptAside(plan: string, disk: Disk): readonly string[] {
  const kept = `${basename(plan)}.`
  return disk
    .list(dirname(plan))
    .filter((name) => name.startsWith(kept) && /\.(damaged|restored)-/.test(name))
    .map((name) => join(dirname(plan), name))
}
