import { isDeepStrictEqual } from 'node:util'
import { applyPlanPatches } from '../shared/commands/planPatches.ts'
import type { History, HistoryStep, PlanPatch } from '../shared/ipc/contract.ts'
import type { Plan } from '../shared/plan/plan.ts'
import type { JournalLine } from '../shared/storage/journalLine.ts'
import { currentVersion } from '../shared/storage/migrations.ts'

/** One step that can be taken back or made again; `rev` is the revision at which it was first done. */
export interface Step {
  readonly rev: number
  readonly type: string
  readonly subject: string
  readonly undoable: boolean
  readonly patches: readonly PlanPatch[]
  readonly inverse: readonly PlanPatch[]
}

interface Stacks {
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

/**
 * What Undo and Redo would do, worked out from the lines of the journal. Undo and redo are revisions themselves, so the
 * lines alone say where the plan stands, after a restart too.
 */
export class StepHistory {
  #lines: JournalLine[]
  #stacks: Stacks
  readonly #older: () => readonly JournalLine[]
  readonly #before: (first: number) => () => JournalLine | null
  readonly #limit: number
  /** What lies further back was written by an older version. */
  #isAtUpgrade: boolean

  /**
   * `lines` are the newest; `older` gives the ones before them, a file at a time, and none when there are no more;
   * `before` gives those before a revision one at a time, newest first, and null when there are no more.
   */
  constructor(
    lines: readonly JournalLine[],
    older: () => readonly JournalLine[],
    limit = 2000,
    before: (first: number) => () => JournalLine | null = () => () => null,
  ) {
    this.#lines = [...ofThisVersion(lines)]
    this.#isAtUpgrade = this.#lines.length < lines.length
    this.#stacks = stacksAfter(this.#lines)
    this.#older = older
    this.#before = before
    this.#limit = limit
  }

  /** Takes note of a revision. */
  add(line: JournalLine): void {
    this.#lines.push(line)
    if (this.#lines.length > this.#limit * 2) {
      this.#lines = this.#lines.slice(-this.#limit)
      this.#stacks = stacksAfter(this.#lines)
    } else {
      this.#stacks = after(this.#stacks, line)
    }
  }

  /** The step that Undo would take back: the newest one that may be; steps that must stay are stepped over. */
  nextUndo(): Step | null {
    for (;;) {
      const step = this.#stacks.undo.findLast(({ undoable }) => undoable)
      if (step !== undefined) return step
      if (!this.#reachBack()) return null
    }
  }

  /** The step that Redo would make again. */
  nextRedo(): Step | null {
    return this.#stacks.redo.at(-1) ?? null
  }

  /** Both, as a window shows them. */
  summary(): History {
    return { undo: named(this.nextUndo()), redo: named(this.nextRedo()) }
  }

  /** Gives the lines up to a revision one at a time, newest first, and null when no more are kept. */
  back(from: number): () => JournalLine | null {
    let rev = from
    let file: (() => JournalLine | null) | null = null
    return () => {
      const first = this.#lines[0]?.rev ?? rev + 1
      if (file === null && rev >= first) return this.#lines[rev-- - first] ?? null
      file ??= this.#before(rev + 1)
      const line = file()
      return line?.version === currentVersion ? line : null
    }
  }

  #reachBack(): boolean {
    if (this.#isAtUpgrade || this.#lines.length >= this.#limit) return false
    const found = this.#older()
    const older = ofThisVersion(found)
    this.#isAtUpgrade = older.length < found.length
    if (older.length === 0) return false
    this.#lines = [...older, ...this.#lines]
    this.#stacks = stacksAfter(this.#lines)
    return true
  }
}

/** The newest lines whose patches fit the plan's present shape: steps are taken back as far as the last upgrade. */
function ofThisVersion(lines: readonly JournalLine[]): readonly JournalLine[] {
  return lines.slice(lines.findLastIndex(({ version }) => version !== currentVersion) + 1)
}

function named(step: Step | null): HistoryStep | null {
  return step === null ? null : { type: step.type, subject: step.subject }
}

function stacksAfter(lines: readonly JournalLine[]): Stacks {
  return lines.reduce(after, { undo: [], redo: [] })
}

function after({ undo, redo }: Stacks, line: JournalLine): Stacks {
  const { kind, of, type, subject, undoable, patches, inverse } = line
  const step = { rev: of ?? line.rev, type, subject, undoable }
  if (kind === 'do') return { undo: [...withoutDraft(undo, line), { ...step, patches, inverse }], redo: [] }
  // An undo line is its step turned round, so it suffices even where the step's own line is not at hand.
  if (kind === 'redo') {
    return {
      undo: [...undo, { ...step, patches, inverse }],
      redo: redo.filter(({ rev }) => rev !== step.rev),
    }
  }
  return {
    undo: undo.filter(({ rev }) => rev !== step.rev),
    redo: [...redo, { ...step, patches: inverse, inverse: patches }],
  }
}

/** An issued invoice has no way back to its draft: the steps that wrote that alone are stepped over with the issue. */
function withoutDraft(undo: readonly Step[], { type, patches }: JournalLine): readonly Step[] {
  const place = patches.find(({ path }) => path[2] === 'invoices')?.path.slice(0, 4)
  if (type !== 'invoice/issue' || place === undefined) return undo
  const isOfDraft = ({ path }: PlanPatch) => place.every((key, i) => path[i] === key)
  return undo.filter((step) => !step.patches.every(isOfDraft))
}

/**
 * The plan with a step taken back (or made again, with `there` and `back` exchanged), or null where something the step
 * wrote has been changed since by a step that stays: taking it back would destroy that.
 */
export function takeBack(plan: Plan, there: readonly PlanPatch[], back: readonly PlanPatch[]): Plan | null {
  try {
    const taken = applyPlanPatches(plan, back)
    const again = applyPlanPatches(taken, there)
    return isDeepStrictEqual(again, plan) ? taken : null
  } catch {
    // A path that leads nowhere any more.
    return null
  }
}
