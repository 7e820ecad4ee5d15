import { applyPatches, type Patch } from 'immer'
import { PartedCommand } from '../../shared/commands/commandParts.ts'
import { execute } from '../../shared/commands/execute.ts'
import { type Refusal, refuse } from '../../shared/commands/refusal.ts'
import { Command } from '../../shared/commands/registry.ts'
import { isUnused } from '../../shared/commands/startCommands.ts'
import type {
  Bridge,
  Desktop,
  EventName,
  Events,
  ExecuteReply,
  HistoryStep,
  PlanOpened,
  Replies,
  RequestName,
  RequestPayload,
} from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Gap } from '../../shared/timer/gap.ts'

/** A desktop at 09:30 in Berlin on Tuesday 24 November 2026, where the mock's week is. */
export const aDesktop: Desktop = {
  platform: 'linux',
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  version: '0.1.0',
  fixedNow: '2026-11-24T08:30:00Z',
  safe: false,
}

interface Step {
  readonly forth: readonly Patch[]
  readonly back: readonly Patch[]
  readonly step: HistoryStep
}

/** A stand-in for the main process in memory: the real `execute`, revisions, broadcasts and history; no disk. */
export class FakeMain implements Bridge {
  plan: Plan
  rev = 1
  /** Requests as they came, for what a test wants to know was asked. */
  readonly requests: { name: RequestName; payload: unknown }[] = []
  /** Refuses the next command whatever it is. */
  refuseNext: Refusal | null = null
  /** What is answered to requests that only the real main can carry out. */
  readonly answers: { -readonly [N in RequestName]?: Replies[N] } = {}
  /** The gaps of the timer that wait for an answer. */
  gaps: readonly Gap[] = []
  /** Years left out of the first message. */
  lateYears: readonly string[] = []
  readonly #listeners = new Map<EventName, Set<(event: never) => void>>()
  readonly #done: Step[] = []
  readonly #undone: Step[] = []
  readonly #desktop: Desktop
  readonly #over: Partial<PlanOpened>
  #held: (() => void)[] | null = null
  #parts = new PartedCommand()

  constructor(plan: Plan, desktop: Partial<Desktop> = {}, over: Partial<PlanOpened> = {}) {
    this.plan = plan
    this.#desktop = { ...aDesktop, ...desktop }
    this.#over = over
  }

  /** Keeps replies and broadcasts back until `release`, as a slow disk would. */
  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const send of held) send()
  }

  /** Loses the broadcasts that are held back, as a window that slept would. */
  lose(): void {
    this.#held = null
  }

  /** Sends an event to the window. */
  emit<N extends EventName>(name: N, event: Events[N]): void {
    for (const listen of this.#listeners.get(name) ?? []) listen(event as never)
  }

  pathOf(file: object): string {
    return file instanceof File ? `/dropped/${file.name}` : ''
  }

  on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    listeners.add(listen as (event: never) => void)
    return () => listeners.delete(listen as (event: never) => void)
  }

  request: Bridge['request'] = async (name, payload) => {
    this.requests.push({ name, payload })
    // What the window predicts in the turn in which it asks is there before main answers, as between two processes.
    if (name === 'plan/executePart') await Promise.resolve()
    const reply = this.#answer(name, payload) as Replies[typeof name]
    if (this.#held === null) return structuredClone(reply)
    return new Promise((resolve) => this.#held?.push(() => resolve(structuredClone(reply))))
  }

  #answer(name: RequestName, payload: unknown): unknown {
    switch (name) {
      case 'plan/open':
        return this.#opened()
      case 'plan/rest':
        return JSON.stringify({
          rev: this.rev,
          years: Object.fromEntries(this.lateYears.map((key) => [key, this.plan.years[key]])),
        })
      case 'plan/execute':
        return this.#execute(payload as { id: string; command: unknown })
      case 'plan/executePart':
        return this.#executePart(payload as RequestPayload<'plan/executePart'>)
      case 'plan/undo':
        return this.#step(this.#done, this.#undone, (step) => step.back, 'nothing-to-undo')
      case 'plan/redo':
        return this.#step(this.#undone, this.#done, (step) => step.forth, 'nothing-to-redo')
      case 'plan/start':
        return { ok: true, rev: this.rev }
      case 'timer/gaps':
        return this.gaps
      case 'about/licences':
        return this.answers[name] ?? { parts: [], chromium: false }
      case 'reminders/log':
        return this.answers[name] ?? []
      case 'data/backups':
        return this.answers[name] ?? { entries: [], folder: '/data/backups', second: null, secondFault: null }
      case 'vault/state':
        return (
          this.answers[name] ?? {
            state: 'off',
            keychain: { on: false, available: false },
            changing: false,
          }
        )
      case 'calendar/choose':
      case 'csv/save':
      case 'chart/save':
      case 'calendar/save':
      case 'timesheet/pdf':
        return this.answers[name] ?? { state: 'cancelled' }
      case 'calendar/folder':
        return { folder: null, readable: true }
      case 'tray/look':
        return this.answers[name] ?? true
      case 'login/look':
      case 'login/set':
        return this.answers[name] ?? { state: 'unknown' }
      case 'receipt/choose':
        return null
      case 'receipt/open':
        return { state: 'there' }
      default:
        return this.answers[name]
    }
  }

  #opened(): PlanOpened {
    const years = Object.fromEntries(
      Object.entries(this.plan.years).filter(([key]) => !this.lateYears.includes(key)),
    )
    return {
      rev: this.rev,
      practice: this.plan.practice,
      years,
      complete: this.lateYears.length === 0,
      unused: isUnused(this.plan),
      readOnly: false,
      history: this.#history(),
      save: { state: 'saved', at: null },
      notices: [],
      desktop: this.#desktop,
      ...this.#over,
    }
  }

  #execute({ id, command }: { id: string; command: unknown }): ExecuteReply {
    const checked = Command.parse(structuredClone(command))
    const refusal = this.refuseNext
    this.refuseNext = null
    if (refusal !== null) return { ok: false, refusal }
    const result = execute(this.plan, checked)
    if (!result.ok) return result
    if (result.undoable) {
      const step = { type: checked.type, subject: result.subject }
      this.#done.push({ forth: [...result.patches], back: [...result.inverse], step })
      this.#undone.length = 0
    }
    this.plan = result.plan
    this.#changed([...result.patches], id)
    return { ok: true, rev: this.rev }
  }

  #executePart({ id, part, of, text }: RequestPayload<'plan/executePart'>): ExecuteReply | null {
    if (part === 0) this.#parts = new PartedCommand()
    this.#parts.add(text)
    return part === of - 1 ? this.#execute({ id, command: this.#parts.whole() }) : null
  }

  #step(from: Step[], to: Step[], patchesOf: (step: Step) => readonly Patch[], code: string): ExecuteReply {
    const step = from.pop()
    if (step === undefined) return { ok: false, refusal: refuse([], code) }
    to.push(step)
    this.plan = applyPatches(this.plan, patchesOf(step))
    this.#changed(patchesOf(step), null)
    return { ok: true, rev: this.rev }
  }

  #changed(patches: readonly Patch[], commandId: string | null): void {
    this.rev += 1
    const message = structuredClone({
      rev: this.rev,
      // As main does: the window that asked for thousands knows them.
      patches: commandId !== null && patches.length > 1000 ? null : [...patches],
      commandId,
      history: this.#history(),
    })
    const send = () => this.emit('plan/changed', message)
    if (this.#held === null) send()
    else this.#held.push(send)
  }

  #history() {
    return { undo: this.#done.at(-1)?.step ?? null, redo: this.#undone.at(-1)?.step ?? null }
  }
}

/** Puts a main process with this plan behind the window's bridge. */
export function installBridge(given: {
  readonly plan: Plan
  readonly desktop?: Partial<Desktop>
  readonly opened?: Partial<PlanOpened>
}): FakeMain {
  const main = new FakeMain(given.plan, given.desktop, given.opened)
  Object.defineProperty(window, 'headroom', { value: main, configurable: true })
  return main
}
