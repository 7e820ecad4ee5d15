import { join } from 'node:path'
import type { SaveState } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Sealed } from '../../shared/storage/envelope.ts'
import { type JournalLine, journalText } from '../../shared/storage/journalLine.ts'
import { currentVersion } from '../../shared/storage/migrations.ts'
import { type ShardName, shardOf } from '../../shared/storage/shard.ts'
import type { JournalKeeper } from '../planHost.ts'
import type { Claim } from './claim.ts'
import { codeOf, type Disk } from './disk.ts'
import { historyFileName, historyLimits, pruneHistory } from './historyFiles.ts'
import { Journal } from './journal.ts'
import { historyFolder, journalFile, type LoadedPlan } from './loadPlan.ts'
import { keepOlderFiles } from './olderFiles.ts'
import { saveFailure } from './saveFailure.ts'
import { ShardStore, type StoreClass, sha256, shardFile } from './shardStore.ts'
import { sweepTemporaries, writeWhole } from './writeWhole.ts'

export interface PlanStoreOptions {
  readonly Store: StoreClass
  readonly disk: Disk
  readonly folder: string
  readonly loaded: LoadedPlan
  readonly appVersion: string
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  /** Runs `later` when nothing was saved for a while; calling again starts the wait anew. Returns how to give it up. */
  readonly whenIdle: (later: () => void) => () => void
  readonly limits?: StoreLimits
  /** Who has the plan open; without it nobody else is looked for. */
  readonly claim?: Claim
  readonly onState: (state: SaveState) => void
  /** Told of what went wrong without harm, such as a fold that must wait for a better time. */
  readonly onTrouble: (where: string, error: unknown) => void
}

/** How long the journal grows, in bytes, and how much of the past is kept. */
export interface StoreLimits {
  /** So much since the last folding is folded at once. */
  readonly foldAt: number
  /** A journal of this length is put aside after folding. */
  readonly putAsideAt: number
  readonly history: typeof historyLimits
}

const usualLimits: StoreLimits = { foldAt: 1024 * 1024, putAsideAt: 256 * 1024, history: historyLimits }

/**
 * Keeps the plan on disk: every revision as a line of the journal, and from time to time the whole in documents, one
 * for the practice and one a year. A document knows its revision and the journal keeps its lines until all documents
 * hold them, so folding can be interrupted anywhere.
 */
export class PlanStore implements JournalKeeper {
  readonly #options: PlanStoreOptions
  readonly #limits: StoreLimits
  readonly #journal: Journal
  readonly #documents: Map<ShardName, Document>
  /** The newest plan whose journal line is on the device. */
  #durable: { readonly plan: Plan; readonly rev: number }
  /** Damaged documents that were copied. */
  readonly #isAside = new Set<ShardName>()
  #firstInJournal: number
  /** The newest revision handed to the journal, saved or not. */
  #appended: number
  #foldedLength = 0
  #folding: Promise<void> | null = null
  #isOlderKept = false
  #writing: Promise<unknown> = Promise.resolve()
  #stopIdle: () => void = () => {}
  #state: SaveState = { state: 'saved', at: null }

  constructor(options: PlanStoreOptions) {
    const { loaded, disk, folder, pause } = options
    this.#options = options
    this.#limits = options.limits ?? usualLimits
    this.#durable = { plan: loaded.plan, rev: loaded.rev }
    this.#firstInJournal = loaded.journal.first ?? loaded.rev + 1
    this.#appended = loaded.rev
    this.#documents = new Map(
      [...loaded.documents].map(([name, sealed]) => [name, { held: sealed, store: null }]),
    )
    this.#journal = new Journal({
      disk,
      file: journalFile(folder),
      goodLength: loaded.journal.goodBytes,
      guard: () => options.claim?.check(),
      prepare: () => this.#alone(() => this.#prepare()),
      rebuild: () => this.#alone(() => this.#rebuild()),
      onSaved: () => this.#setState({ state: 'saved', at: new Date(options.now()).toISOString() }),
      onFailed: (error) => {
        options.onTrouble('journal', error)
        this.#setState(saveFailure(error))
      },
      pause,
    })
    if (!loaded.readOnly && this.#stale().length > 0 && loaded.rev > 0) this.#foldWhenIdle()
  }

  failing(): boolean {
    return this.#journal.failing()
  }

  state(): SaveState {
    return this.#state
  }

  async append(line: JournalLine, plan: Plan): Promise<void> {
    this.#appended = line.rev
    await this.#journal.append(this.#lineText(line))
    this.#durable = { plan, rev: line.rev }
    if (this.#journal.length() - this.#foldedLength > this.#limits.foldAt) void this.fold()
    else this.#foldWhenIdle()
  }

  #lineText(line: JournalLine): string {
    return `${this.#options.disk.sealedLine(journalText(line, sha256).trimEnd())}\n`
  }

  /** Writes the documents whose content has changed. Harmless when it fails: the journal has everything. */
  fold(): Promise<void> {
    this.#stopIdle()
    this.#folding ??= this.#alone(() => this.#foldNow())
      .then(() => this.#shorten())
      .catch((error: unknown) => this.#options.onTrouble('fold', error))
      .finally(() => {
        this.#folding = null
      })
    return this.#folding
  }

  /** Tries to get everything on the device, and folds; false where changes could not be saved. */
  async settle(): Promise<boolean> {
    const isSaved = await this.#journal.settle()
    if (!this.#options.loaded.readOnly && this.#durable.rev > 0) await this.fold()
    return isSaved
  }

  /**
   * Runs `act` while no document is written and all that was saved is in documents or journals that were put aside, so
   * that each file but the journal may be written anew. False where changes could not be saved; nothing has run then.
   */
  async whileSettled(act: () => Promise<void>): Promise<boolean> {
    if (this.#options.loaded.readOnly) return false
    // Somebody may go on working meanwhile.
    for (let attempt = 0; attempt < 20; attempt++) {
      if (!(await this.settle())) return false
      let isDone = false
      await this.#alone(async () => {
        await this.#foldNow()
        if (this.#appended !== this.#durable.rev || !this.#journal.idle()) return
        if (this.#journal.length() > 0) await this.#putAside(this.#durable.rev)
        await act()
        isDone = true
      })
      if (isDone) return true
    }
    return false
  }

  /** Closes the files. Changes that could not be saved are given up. */
  close(): void {
    this.#stopIdle()
    this.#journal.close()
  }

  /** Documents are written by one at a time. */
  #alone(write: () => Promise<void>): Promise<void> {
    const done = this.#writing.then(write)
    this.#writing = done.catch(() => {})
    return done
  }

  #setState(state: SaveState): void {
    this.#state = state
    this.#options.onState(state)
  }

  #foldWhenIdle(): void {
    this.#stopIdle()
    this.#stopIdle = this.#options.whenIdle(() => void this.fold())
  }

  /** The years first: the practice says that all before it are done. */
  #allDocuments(): readonly ShardName[] {
    const names = new Set([...Object.keys(this.#durable.plan.years), ...this.#documents.keys()])
    names.delete('practice')
    return [...[...names].sort(), 'practice']
  }

  /** The documents that do not hold what the plan holds; with any of them the practice, for its revision. */
  #stale(): readonly ShardName[] {
    const { plan, rev } = this.#durable
    const stale = this.#allDocuments().filter(
      (name) => this.#documents.get(name)?.held.data !== shardOf(plan, name) && name !== 'practice',
    )
    const practice = this.#documents.get('practice')?.held
    const isPracticeStale = practice?.data !== plan.practice || practice.rev !== rev
    return stale.length > 0 || isPracticeStale ? [...stale, 'practice'] : []
  }

  async #foldNow(): Promise<void> {
    this.#options.claim?.check()
    this.#options.disk.makeFolder(this.#options.folder)
    await this.#keepOlder()
    const at = this.#durable
    const length = this.#journal.length()
    for (const name of this.#stale()) await this.#writeDocument(name, at)
    this.#foldedLength = length
    const holdsAll = this.#appended === at.rev && this.#journal.idle()
    if (holdsAll && length >= this.#limits.putAsideAt) await this.#putAside(at.rev)
  }

  /** Runs before the first write: what is of an older version is kept as it is, or nothing is written. */
  async #keepOlder(): Promise<void> {
    const { disk, folder, loaded } = this.#options
    if (loaded.olderVersion === null || this.#isOlderKept) return
    await keepOlderFiles(disk, folder, loaded.olderVersion)
    this.#isOlderKept = true
  }

  /**
   * While somebody works without a pause the journal is never at rest when a folding ends, and would grow on. Past its
   * limit the lines that come wait for once until the documents hold the rest and it is put aside.
   */
  async #shorten(): Promise<void> {
    if (this.#journal.length() <= this.#limits.foldAt) return
    await this.#journal.between(() =>
      this.#alone(async () => {
        this.#options.claim?.check()
        await this.#writeStale()
        if (this.#journal.length() > 0) await this.#putAside(this.#durable.rev)
      }),
    )
  }

  async #writeDocument(name: ShardName, { plan, rev }: { plan: Plan; rev: number }): Promise<void> {
    const { Store, disk, folder, appVersion, now, loaded } = this.#options
    const sealed: Sealed = {
      shard: name,
      version: currentVersion,
      rev,
      savedAt: new Date(now()).toISOString(),
      appVersion,
      years: name === 'practice' ? this.#yearsWithDocuments() : null,
      data: shardOf(plan, name),
    }
    const known = this.#documents.get(name)
    let store = known?.store ?? null
    if (store === null) {
      // Before electron-store looks at it: that refuses a folder in the place of a file.
      if (loaded.damaged.has(name)) await this.#setAside(name)
      store = new ShardStore(Store, disk, folder, known?.held ?? sealed)
      // Where this shard was not read from its own file, that file is no generation to go back to.
      store.keepsPrevious = known !== undefined
    }
    await store.write(sealed)
    this.#documents.set(name, { held: sealed, store })
  }

  #yearsWithDocuments(): readonly string[] {
    return [...this.#documents.keys()].filter((name) => name !== 'practice').sort()
  }

  /** Copies a damaged file, so that whatever it holds is still there after it was replaced. */
  async #setAside(name: ShardName): Promise<void> {
    const { disk, folder, now } = this.#options
    // Once is enough, however often the writing after it fails.
    if (this.#isAside.has(name)) return
    const file = shardFile(folder, name)
    const aside = `${file}.damaged-${stamp(now())}`
    try {
      const bytes = disk.read(file)
      if (bytes !== null) await writeWhole(aside, bytes, { disk, mode: 0o600 })
    } catch (error) {
      // A folder under the name of a file would keep it from ever being written.
      if (codeOf(error) !== 'EISDIR') throw error
      disk.rename(file, aside)
    }
    this.#isAside.add(name)
  }

  /** Runs before the first line of this process: what is on disk must be sound for the line to mean anything. */
  async #prepare(): Promise<void> {
    const { disk, folder, loaded } = this.#options
    disk.makeFolder(folder)
    disk.makeFolder(historyFolder(folder))
    sweepTemporaries(folder, disk)
    await this.#keepOlder()
    if (!this.#documents.has('practice') || loaded.journal.broken) await this.#writeStale()
    if (loaded.journal.broken && (disk.read(journalFile(folder))?.length ?? 0) > 0)
      await this.#giveUpJournal()
  }

  /** The journal was deleted or cut while this process runs: the documents are written anew, as if it had been folded. */
  async #rebuild(): Promise<void> {
    const { disk, folder } = this.#options
    disk.makeFolder(folder)
    disk.makeFolder(historyFolder(folder))
    for (const name of this.#allDocuments()) await this.#writeDocument(name, this.#durable)
    if ((disk.read(journalFile(folder))?.length ?? 0) > 0) await this.#giveUpJournal()
    this.#firstInJournal = this.#durable.rev + 1
  }

  async #writeStale(): Promise<void> {
    for (const name of this.#stale()) await this.#writeDocument(name, this.#durable)
  }

  /** Puts a journal that is of no use any more out of the way, as it is. */
  async #giveUpJournal(): Promise<void> {
    const { folder, now } = this.#options
    await this.#journal.moveTo(`${journalFile(folder)}.damaged-${stamp(now())}`)
    this.#firstInJournal = this.#durable.rev + 1
  }

  async #putAside(rev: number): Promise<void> {
    const { disk, folder } = this.#options
    const to = join(historyFolder(folder), historyFileName(this.#firstInJournal, rev))
    await this.#journal.moveTo(to)
    this.#firstInJournal = rev + 1
    this.#foldedLength = 0
    pruneHistory(disk, historyFolder(folder), this.#limits.history)
  }
}

interface Document {
  readonly held: Sealed
  readonly store: ShardStore | null
}

/** An instant as it can stand in a file's name on every system. */
function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:.]/g, '')
}
