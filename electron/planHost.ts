import { booksRefusal } from '../shared/billing/standing.ts'
import { execute } from '../shared/commands/execute.ts'
import { type Refusal, refuse } from '../shared/commands/refusal.ts'
import type { HostCommand } from '../shared/commands/registry.ts'
import type { ExecuteReply, History, PlanChanged, PlanPatch } from '../shared/ipc/contract.ts'
import type { Plan } from '../shared/plan/plan.ts'
import type { JournalLine } from '../shared/storage/journalLine.ts'
import { currentVersion } from '../shared/storage/migrations.ts'
import { type Step, type StepHistory, takeBack } from './history.ts'

/** What keeps the journal. `append` resolves when the line is on disk; lines get there in the order given. */
export interface JournalKeeper {
  readonly append: (line: JournalLine, plan: Plan) => Promise<void>
  /** Whether lines given to `append` are waiting because the disk refused them. */
  readonly failing: () => boolean
}

export interface PlanHostOptions {
  readonly plan: Plan
  readonly rev: number
  readonly history: StepHistory
  readonly keeper: JournalKeeper
  readonly now: () => number
  /** Set where the files must not be written, such as those of a newer version. */
  readonly readOnly: boolean
}

export type ChangeListener = (message: PlanChanged, plan: Plan) => void

/**
 * The truth of the plan. A change is executed, kept, broadcast and acknowledged, in this order: a reply means that the
 * change is on disk. While the disk refuses, changes are broadcast all the same, so that the plan stays usable in
 * memory, but their replies wait until they are saved.
 */
export class PlanHost {
  /** What has been executed. */
  #head: { readonly plan: Plan; readonly rev: number }
  /** What has been broadcast. */
  #confirmed: { readonly plan: Plan; readonly rev: number }
  #waiting: { readonly plan: Plan; readonly message: PlanChanged }[] = []
  readonly #listeners = new Set<ChangeListener>()
  readonly #options: PlanHostOptions

  constructor(options: PlanHostOptions) {
    this.#options = options
    this.#head = { plan: options.plan, rev: options.rev }
    this.#confirmed = this.#head
  }

  /** The plan as it was last broadcast. */
  plan(): Plan {
    return this.#confirmed.plan
  }

  /** The revision of `plan()`. */
  rev(): number {
    return this.#confirmed.rev
  }

  readOnly(): boolean {
    return this.#options.readOnly
  }

  /** What Undo and Redo would do. */
  history(): History {
    return this.#options.history.summary()
  }

  /** What led to `plan()`, a line at a time, newest first; null when no more is kept. */
  past(): () => JournalLine | null {
    return this.#options.history.back(this.#confirmed.rev)
  }

  /** Tells `listener` of every change, in order; returns the function that stops it. */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Carries out a command that has passed its schema. `commandId` comes back in the broadcast. */
  async execute(command: HostCommand, commandId: string | null = null): Promise<ExecuteReply> {
    if (this.#options.readOnly) return refused(refuse([], 'read-only'))
    const result = execute(this.#head.plan, command)
    if (!result.ok) return result
    if (result.patches.length === 0) return { ok: true, rev: this.#head.rev }
    const { subject, undoable } = result
    const patches = result.patches as readonly PlanPatch[]
    const inverse = result.inverse as readonly PlanPatch[]
    return this.#commit(
      result.plan,
      { kind: 'do', of: null, type: command.type, subject, undoable, patches, inverse },
      commandId,
    )
  }

  /** Takes the newest step back, as a new revision. */
  async undo(): Promise<ExecuteReply> {
    return this.#step('undo', this.#options.history.nextUndo())
  }

  /** Makes the step that was taken back last again, as a new revision. */
  async redo(): Promise<ExecuteReply> {
    return this.#step('redo', this.#options.history.nextRedo())
  }

  /** Broadcasts what waits for the disk; called when the disk begins to refuse. */
  confirmAll(): void {
    this.#confirmUpTo(this.#head.rev)
  }

  async #step(kind: 'undo' | 'redo', step: Step | null): Promise<ExecuteReply> {
    if (this.#options.readOnly) return refused(refuse([], 'read-only'))
    if (step === null) return refused(refuse([], kind === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo'))
    const [there, back] = kind === 'undo' ? [step.patches, step.inverse] : [step.inverse, step.patches]
    const plan = takeBack(this.#head.plan, there, back)
    if (plan === null) return refused(refuse([], 'undo-conflict', { subject: step.subject }))
    const { type, subject, undoable } = step
    // The books of a sample come and go with it, those of a backup with the restore; nothing else takes back what was issued.
    const isWhole = type === 'plan/start' || type === 'plan/clear' || type === 'plan/restore'
    const books = isWhole ? null : booksRefusal(this.#head.plan, plan)
    if (books !== null) return refused(books)
    return this.#commit(
      plan,
      { kind, of: step.rev, type, subject, undoable, patches: back, inverse: there },
      null,
    )
  }

  async #commit(
    plan: Plan,
    change: Omit<JournalLine, 'rev' | 'version' | 'at'>,
    commandId: string | null,
  ): Promise<ExecuteReply> {
    const { keeper, history, now } = this.#options
    const rev = this.#head.rev + 1
    const line: JournalLine = {
      rev,
      version: currentVersion,
      at: new Date(now()).toISOString(),
      ...change,
    }
    this.#head = { plan, rev }
    history.add(line)
    const message = { rev, patches: line.patches, commandId, history: history.summary() }
    this.#waiting.push({ plan, message })
    const saved = keeper.append(line, plan)
    if (keeper.failing()) this.confirmAll()
    await saved
    this.#confirmUpTo(rev)
    return { ok: true, rev }
  }

  #confirmUpTo(rev: number): void {
    while (this.#waiting[0] !== undefined && this.#waiting[0].message.rev <= rev) {
      const { plan, message } = this.#waiting[0]
      this.#waiting.shift()
      this.#confirmed = { plan, rev: message.rev }
      for (const listener of this.#listeners) listener(message, plan)
    }
  }
}

function refused(refusal: Refusal): ExecuteReply {
  return { ok: false, refusal }
}
