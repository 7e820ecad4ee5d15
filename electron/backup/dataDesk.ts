import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, shell } from 'electron'
import type { BackupState, DataFault, LookReply, RestoreReply } from '../../shared/ipc/dataContract.ts'
import { census, differenceOf } from '../../shared/storage/census.ts'
import { danglingReferences } from '../../shared/storage/danglingReferences.ts'
import {
  openPlanFile,
  type PlanFile,
  type PlanFileOpened,
  sealPlanFile,
} from '../../shared/storage/planFile.ts'
import type { Words } from '../../shared/words/words.ts'
import type { Documents } from '../documents/documents.ts'
import { saveFault } from '../documents/saveDialog.ts'
import type { DataHandlers } from '../ipc/dataHandlers.ts'
import { adoptPlan } from '../storage/adopt.ts'
import type { Claim } from '../storage/claim.ts'
import type { Disk } from '../storage/disk.ts'
import type { Opening } from '../storage/opening.ts'
import { sha256 } from '../storage/shardStore.ts'
import type { TextFile } from '../storage/textFile.ts'
import { unlockKey } from '../vault/keyRecord.ts'
import { isSealed, openFile, recordIn } from '../vault/seals.ts'
import { unpacked } from './backupFiles.ts'
import { Backups } from './backups.ts'
import { addPdfs, pdfsOf } from './storedFiles.ts'

export interface DataDeskOptions {
  readonly userData: string
  /** The file system, which encrypts what is kept where the data is. */
  readonly disk: Disk
  readonly opening: Opening
  readonly claim: Claim
  /** What this computer remembers of backups: the second folder. */
  readonly memory: TextFile
  readonly window: () => BrowserWindow
  readonly documents: () => Documents
  readonly words: () => Words
  readonly now: () => number
  readonly fault: (where: string, error: unknown) => void
  /** What helps to find a fault, as text. */
  readonly diagnostics: () => string
  /** Ends the app and starts it anew, with the data alone where `safe`. */
  readonly restart: (safe: boolean) => void
}

/** The id of what was read from a file that the user picked. */
const imported = 'imported'
/** How often it is looked whether a backup is due, and how long after the start: milliseconds. */
const [HOUR, AFTER_START] = [3_600_000, 4000]

/** Everything about the data itself: backups, files with everything, and the ways out where files are damaged. */
export class DataDesk {
  readonly backups: Backups
  readonly #options: DataDeskOptions
  /** What was looked at last. */
  #looked: { readonly id: string; readonly file: PlanFile } | null = null
  /** The file that was picked last, where it is encrypted by another passphrase. */
  #encrypted: Uint8Array | null = null
  #stop: () => void = () => {}

  constructor(options: DataDeskOptions) {
    this.#options = options
    this.backups = new Backups({
      disk: options.disk,
      folder: join(options.userData, 'backups'),
      pdfs: this.#pdfs(),
      second: () => this.#second(),
      appVersion: app.getVersion(),
      now: options.now,
      onTrouble: options.fault,
    })
  }

  /** Makes backups from now on: soon, if the plan was read without trouble, and then daily. */
  start(): void {
    const due = (atStart: boolean) => void this.#makeIfDue(atStart)
    const soon = setTimeout(due, AFTER_START, true)
    const hourly = setInterval(due, HOUR, false)
    this.#stop = () => {
      clearTimeout(soon)
      clearInterval(hourly)
    }
  }

  stop(): void {
    this.#stop()
  }

  /** Saves one file with everything where the user says; for when the page cannot ask. */
  async saveEverything(): Promise<void> {
    await this.#export().catch((error: unknown) => this.#options.fault('export', error))
  }

  /** Starts the app with the data alone. */
  startSafely(): void {
    this.#options.restart(true)
  }

  /** Runs `act` while no backup is made; it is given the second folder. */
  alone<T>(act: (second: string | null) => Promise<T>): Promise<T> {
    return this.backups.alone(() => act(this.#second()))
  }

  /** The requests about the data, answered. */
  handlers(): DataHandlers {
    return {
      'data/backups': () => this.#state(),
      'data/backUp': async () => {
        const { host } = await this.#options.opening.get()
        return this.#orFault(async () => {
          await this.backups.make({ plan: host.plan(), rev: host.rev() }, 'asked')
          return { state: 'done' as const }
        })
      },
      'data/look': ({ id }) => this.#orFault(async () => this.#look(id, await this.backups.open(id))),
      'data/import': () => this.#orFault(() => this.#import()),
      'data/importWith': ({ passphrase }) => this.#orFault(() => this.#importWith(passphrase)),
      'data/restore': ({ id }) => this.#orFault(() => this.#restore(id)),
      'data/folder': ({ choose }) => this.#chooseFolder(choose),
      'data/export': () => this.#export(),
      'data/retry': async () => (await this.#options.opening.get()).store.settle(),
      'data/diagnostics': async () => {
        await clipboard.writeText(this.#options.diagnostics())
        return undefined
      },
      'data/show': async () => {
        await shell.openPath(this.#options.userData)
        return undefined
      },
      'data/goOn': () => this.#orFault(() => this.#goOn()),
      'data/openHere': () =>
        this.#orFault(async () => {
          await this.#options.claim.take()
          return this.#restarting()
        }),
      'data/startAgain': ({ safe }) => {
        this.#restarting(safe)
        return undefined
      },
    }
  }

  async #makeIfDue(atStart: boolean): Promise<void> {
    const open = this.#options.opening.now()
    if (open === null || open.host.readOnly() || open.notices.length > 0 || open.host.rev() === 0) return
    const at = { plan: open.host.plan(), rev: open.host.rev() }
    await this.backups.makeIfDue(at, atStart).catch((error: unknown) => this.#options.fault('backup', error))
  }

  #pdfs(): string {
    return join(this.#options.userData, 'invoices')
  }

  #second(): string | null {
    const text = this.#options.memory.read()
    return text === null || text === '' ? null : text
  }

  #state(): BackupState {
    const fault = this.backups.secondFault()
    const entries = this.backups.list().map(({ id, savedAt, why, bytes, head }) => {
      return { id, savedAt, why, bytes, counts: head?.counts ?? null }
    })
    return {
      entries,
      folder: join(this.#options.userData, 'backups'),
      second: this.#second(),
      secondFault: fault === null ? null : saveFault(fault, 'other').code,
    }
  }

  #look(id: string, opened: PlanFileOpened): LookReply {
    if (!opened.ok) return { state: 'failed', code: opened.why, detail: opened.detail }
    const { file } = opened
    this.#looked = { id, file }
    const present = this.#options.opening.now()?.host.plan() ?? null
    return {
      state: 'read',
      id,
      savedAt: file.savedAt,
      counts: census(file.plan),
      difference: present === null ? null : differenceOf(present, file.plan),
    }
  }

  async #import(): Promise<LookReply> {
    const { dialogs } = this.#options.words().data
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#options.window(), {
      title: dialogs.importTitle,
      defaultPath: app.getPath('documents'),
      properties: ['openFile'],
      filters: [{ name: dialogs.files, extensions: ['json', 'gz'] }],
    })
    const [path] = filePaths
    if (canceled || path === undefined) return { state: 'cancelled' }
    const bytes = this.#options.disk.read(path)
    if (bytes === null) return { state: 'failed', code: 'gone', detail: '' }
    this.#encrypted = isSealed(bytes) ? bytes : null
    return this.#encrypted === null ? this.#lookAtFile(bytes) : { state: 'encrypted' }
  }

  /** A file of another computer carries its own key record. */
  async #importWith(passphrase: string): Promise<LookReply> {
    const bytes = this.#encrypted
    if (bytes === null) return { state: 'failed', code: 'gone', detail: '' }
    const record = recordIn(bytes)
    if (record === null) return { state: 'failed', code: 'not-json', detail: '' }
    const key = await unlockKey(record, passphrase)
    if (key === null) return { state: 'encrypted' }
    const clear = openFile(bytes, key)
    return clear === null ? { state: 'failed', code: 'checksum', detail: '' } : this.#lookAtFile(clear)
  }

  async #lookAtFile(bytes: Uint8Array): Promise<LookReply> {
    const opened = openPlanFile(await unpacked(bytes), sha256)
    const dangling = opened.ok ? danglingReferences(opened.file.plan) : []
    if (dangling.length > 0) return { state: 'failed', code: 'references', detail: dangling[0] ?? '' }
    return this.#look(imported, opened)
  }

  async #restore(id: string): Promise<RestoreReply> {
    const looked = this.#looked
    if (looked?.id !== id) return { state: 'failed', code: 'gone', detail: '' }
    const { opening } = this.#options
    const open = opening.now()
    await addPdfs(this.#options.disk, this.#pdfs(), looked.file.files)
    if (open === null || open.host.readOnly()) return this.#adopt(looked.file)
    const at = { plan: open.host.plan(), rev: open.host.rev() }
    // An empty plan needs no way back.
    if (at.rev > 0) await this.backups.make(at, id === imported ? 'before-import' : 'before-restore')
    // A plan is checked by the schema when its file is opened.
    const plan = structuredClone(looked.file.plan) as never
    const reply = await open.host.execute({ type: 'plan/restore', plan })
    return reply.ok ? { state: 'done' } : { state: 'failed', code: 'other', detail: reply.refusal.code }
  }

  async #goOn(): Promise<RestoreReply> {
    const open = this.#options.opening.now()
    if (open === null || !open.host.readOnly()) return { state: 'failed', code: 'gone', detail: '' }
    // What a newer version wrote is whole: nothing of it may be left behind.
    if (open.notices.some(({ code }) => code === 'newer-version'))
      return { state: 'failed', code: 'newer-version', detail: '' }
    return this.#adopt({ plan: open.host.plan(), rev: open.host.rev() })
  }

  async #adopt({ plan, rev }: Pick<PlanFile, 'plan' | 'rev'>): Promise<RestoreReply> {
    const { opening, userData, now } = this.#options
    const known = [rev, opening.now()?.host.rev() ?? 0, ...this.backups.list().map((backup) => backup.rev)]
    await adoptPlan({
      disk: this.#options.disk,
      folder: join(userData, 'plan'),
      plan,
      rev: Math.max(...known) + 1,
      appVersion: app.getVersion(),
      now: now(),
    })
    return this.#restarting()
  }

  /** Starts the app anew after the reply has gone. */
  #restarting(safe = false): RestoreReply {
    setTimeout(this.#options.restart, 200, safe)
    return { state: 'restarting' }
  }

  async #chooseFolder(choose: boolean): Promise<BackupState> {
    const { memory, window, words } = this.#options
    if (!choose) {
      await memory.write('')
      return this.#state()
    }
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      title: words().data.dialogs.folderTitle,
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    })
    const [path] = filePaths
    if (canceled || path === undefined) return this.#state()
    await memory.write(path)
    const open = this.#options.opening.now()
    if (open !== null && open.host.rev() > 0)
      await this.backups
        .make({ plan: open.host.plan(), rev: open.host.rev() }, 'auto')
        .catch((error: unknown) => this.#options.fault('backup', error))
    return this.#state()
  }

  async #export() {
    const { documents, words, now } = this.#options
    const { host } = await this.#options.opening.get()
    const { dialogs } = words().data
    const savedAt = new Date(now()).toISOString()
    const [plan, rev, appVersion] = [host.plan(), host.rev(), app.getVersion()]
    const file = { rev, savedAt, appVersion, plan, files: pdfsOf(this.#options.disk, this.#pdfs()) }
    const asked = {
      title: dialogs.exportTitle,
      button: dialogs.exportButton,
      name: `Headroom ${savedAt.slice(0, 10)}.json`,
      kind: dialogs.files,
      extension: 'json',
    }
    return documents().saveText(asked, sealPlanFile(file, sha256, 1))
  }

  async #orFault<T>(act: () => Promise<T>): Promise<T | DataFault> {
    try {
      return await act()
    } catch (error) {
      this.#options.fault('data', error)
      return saveFault(error, 'other')
    }
  }
}
