/**
 * Watches the running timer: heartbeats that are kept on disk, the gaps that they show, and the one warning when it runs
 * for long. It never changes the plan.
 */
import type { Plan } from '../../shared/plan/plan.ts'
import type { Timer } from '../../shared/plan/timer.ts'
import type { Gap } from '../../shared/timer/gap.ts'
import type { EpochSecond } from '../../shared/timer/instant.ts'
import {
  beginWatch,
  heartbeat,
  isLong,
  openGaps,
  type Presence,
  resumeWatch,
  type Watch,
} from '../../shared/timer/watch.ts'
import type { WatchMemory } from './memory.ts'

export interface TimerWatchParts {
  readonly plan: () => Plan
  /** Wall clock in milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  readonly presence: () => Presence
  readonly memory: WatchMemory
  /** The gaps that wait for an answer have changed. */
  readonly changed: (gaps: readonly Gap[]) => void
  /** Called once a timer, after it is on disk that it was. */
  readonly long: (timer: Timer) => void
}

/** Milliseconds between heartbeats; there are none while no timer runs. */
const BEAT = 15_000
/** A heartbeat is written so often, in seconds: a crash costs no more than this. */
const KEEP_EVERY = 60

const NONE: readonly Gap[] = []

export class TimerWatch {
  readonly #parts: TimerWatchParts
  #beating: NodeJS.Timeout | null = null
  #watch: Watch | null = null
  #keptAt: EpochSecond = 0
  #told: readonly Gap[] = NONE

  constructor(parts: TimerWatchParts) {
    this.#parts = parts
  }

  /** Headroom has started: a timer that runs did so without it. */
  start(): void {
    const { timer } = this.#parts.plan().practice
    if (timer !== null) this.#watch = resumeWatch(timer, this.#parts.memory.of(timer.entryId), this.#now())
    this.look()
  }

  /** A heartbeat, at any time: regularly, and when the plan or who is there has changed. */
  look(): void {
    const { timer, settings } = this.#parts.plan().practice
    this.#beat(timer !== null)
    if (timer === null) {
      this.#rest()
      return
    }
    const now = this.#now()
    const before = this.#watchOf(timer, now)
    const { idle, long } = settings.timer
    const next = heartbeat(before, this.#parts.presence(), now, idle === null ? null : idle * 60)
    const warns = isLong(next, timer, now, long)
    this.#set(warns ? { ...next, warned: true } : next)
    const isStale = Math.abs(now - this.#keptAt) >= KEEP_EVERY
    const hasNews = warns || before.gaps !== next.gaps || (before.away === null) !== (next.away === null)
    const kept = isStale || hasNews ? this.keep() : null
    if (warns) void kept?.then(() => this.#parts.long(timer))
    this.#tell(openGaps(next, timer))
  }

  /** What waits for an answer. */
  gaps(): readonly Gap[] {
    return this.#told
  }

  /** Puts the heartbeat on disk. */
  keep(): Promise<void> {
    this.#keptAt = this.#now()
    return this.#parts.memory.keep()
  }

  /** No more heartbeats; resolves when the last is on disk. */
  stop(): Promise<void> {
    if (this.#watch !== null) this.look()
    this.#beat(false)
    return this.keep()
  }

  #watchOf(timer: Timer, now: EpochSecond): Watch {
    if (this.#watch?.entryId === timer.entryId) return this.#watch
    return beginWatch(timer, this.#parts.memory.of(timer.entryId), this.#watch, now)
  }

  #set(watch: Watch): void {
    this.#watch = watch
    this.#parts.memory.note(watch)
  }

  /** The timer was stopped: its watch stays known, since Undo may bring it back. */
  #rest(): void {
    if (this.#watch !== null) void this.keep()
    this.#watch = null
    this.#tell(NONE)
  }

  #tell(gaps: readonly Gap[]): void {
    if (JSON.stringify(gaps) === JSON.stringify(this.#told)) return
    this.#told = gaps
    this.#parts.changed(gaps)
  }

  #beat(wanted: boolean): void {
    if (wanted === (this.#beating !== null)) return
    if (this.#beating !== null) clearInterval(this.#beating)
    this.#beating = wanted ? setInterval(() => this.look(), BEAT) : null
  }

  #now(): EpochSecond {
    return Math.floor(this.#parts.now() / 1000)
  }
}
