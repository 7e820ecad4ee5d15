import { join } from 'node:path'
import type { Plan } from '../../shared/plan/plan.ts'
import { type BackupReason, superfluous } from '../../shared/storage/backupRules.ts'
import { openPlanFile, type PlanFileOpened, sealPlanFile } from '../../shared/storage/planFile.ts'
import type { Disk } from '../storage/disk.ts'
import { sha256 } from '../storage/shardStore.ts'
import { sweepTemporaries } from '../storage/writeWhole.ts'
import {
  type BackupFile,
  backupName,
  backupsIn,
  placeBackup,
  readBackup,
  writeBackup,
} from './backupFiles.ts'
import { copyPdfs } from './storedFiles.ts'

export interface BackupsOptions {
  readonly disk: Disk
  /** The folder beside the plan in which backups are always kept. */
  readonly folder: string
  /** Where the stored PDFs of invoices lie. */
  readonly pdfs: string
  /** A second folder, of the user's choice; null where none was chosen. */
  readonly second: () => string | null
  readonly appVersion: string
  readonly now: () => number
  readonly onTrouble: (where: string, error: unknown) => void
}

/** A plan at a revision. */
export interface PlanAt {
  readonly plan: Plan
  readonly rev: number
}

/**
 * The backups of the plan: each a file with everything, read back before it counts. The stored PDFs never change and are
 * many times larger than the plan, so they are copied once and lie beside the backups.
 */
export class Backups {
  readonly #options: BackupsOptions
  #making: Promise<unknown> = Promise.resolve()
  #secondFault: unknown = null

  constructor(options: BackupsOptions) {
    this.#options = options
  }

  /** All backups in both folders, the newest revision first. */
  list(): readonly BackupFile[] {
    const known = new Map<string, BackupFile>()
    for (const folder of this.#folders())
      for (const backup of this.#quietly(() => backupsIn(this.#options.disk, folder), []))
        if (!known.has(backup.id)) known.set(backup.id, backup)
    return [...known.values()].sort((a, b) => b.rev - a.rev || (a.id < b.id ? 1 : -1))
  }

  /** What kept the newest backup out of the second folder; null where nothing did. */
  secondFault(): unknown {
    return this.#secondFault
  }

  /** Runs `act` while no backup is made. */
  alone<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#making.then(act)
    this.#making = done.catch(() => {})
    return done
  }

  /** Makes a backup now; rejects where it cannot be kept beside the plan. A second folder that refuses is noted. */
  make(at: PlanAt, why: BackupReason): Promise<string> {
    return this.alone(() => this.#make(at, why))
  }

  /** Makes one if the plan has changed since the last, and none was made on this day. `atStart` makes one even so. */
  async makeIfDue(at: PlanAt, atStart: boolean): Promise<string | null> {
    const [newest] = this.list()
    if (newest !== undefined && newest.rev >= at.rev && newest.head !== null) return null
    if (!atStart && newest?.day === this.#today()) return null
    return this.make(at, 'auto')
  }

  /** Opens one of the backups. */
  async open(id: string): Promise<PlanFileOpened> {
    const { disk } = this.#options
    const found = this.list().some((backup) => backup.id === id)
    if (!found) return { ok: false, why: 'not-headroom', detail: '' }
    let opened: PlanFileOpened = { ok: false, why: 'not-json', detail: '' }
    for (const folder of this.#folders()) {
      const text = await readBackup(disk, join(folder, id)).catch(() => null)
      if (text === null) continue
      opened = openPlanFile(text, sha256)
      if (opened.ok) return opened
    }
    return opened
  }

  #today(): string {
    return new Date(this.#options.now()).toISOString().slice(0, 10)
  }

  #folders(): readonly string[] {
    const second = this.#options.second()
    return second === null ? [this.#options.folder] : [this.#options.folder, second]
  }

  #quietly<T>(read: () => T, otherwise: T): T {
    try {
      return read()
    } catch (error) {
      this.#options.onTrouble('backup', error)
      return otherwise
    }
  }

  async #make({ plan, rev }: PlanAt, why: BackupReason): Promise<string> {
    const { disk, folder, appVersion, now } = this.#options
    const savedAt = new Date(now()).toISOString()
    const id = backupName(savedAt, rev, why)
    const text = sealPlanFile({ rev, savedAt, appVersion, plan, files: {} }, sha256, 0)
    disk.makeFolder(folder)
    sweepTemporaries(folder, disk)
    const bytes = await writeBackup(disk, folder, id, text)
    await this.#finish(folder)
    const second = this.#options.second()
    this.#secondFault = null
    if (second !== null) await this.#copyTo(second, id, bytes)
    return id
  }

  async #copyTo(second: string, id: string, bytes: Uint8Array): Promise<void> {
    try {
      await placeBackup(this.#options.disk, second, id, bytes)
      await this.#finish(second)
    } catch (error) {
      this.#secondFault = error
      this.#options.onTrouble('backup: second folder', error)
    }
  }

  /** Takes away what is no longer needed, and adds the PDFs that are not there yet. */
  async #finish(folder: string): Promise<void> {
    const { disk, pdfs, onTrouble } = this.#options
    await copyPdfs(disk, pdfs, join(folder, 'invoices')).catch((error: unknown) =>
      onTrouble('backup: invoices', error),
    )
    for (const { id } of superfluous(backupsIn(disk, folder), this.#today())) disk.remove(join(folder, id))
  }
}
