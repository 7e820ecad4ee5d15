import type { Presence } from '../../shared/timer/watch.ts'
import type { DesktopRules } from '../desktop/platform.ts'

type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'

/** The part of Electron's powerMonitor that tells who is there. */
export interface PowerSource {
  getSystemIdleTime(): number
  getSystemIdleState(idleThreshold: number): string
  on(event: PowerEvent, listen: () => void): unknown
  removeListener(event: PowerEvent, listen: () => void): unknown
}

/** Seconds within which a key and the news of sleep may cross. */
const TOLD_EARLY = 5

/** Whether somebody is at the computer, as the desktop tells. */
export class PresenceSource {
  readonly #power: PowerSource
  readonly #rules: DesktopRules
  readonly #now: () => number
  #locked = false
  /** When the system said that it falls asleep, in milliseconds; null while it is awake. */
  #asleepSince: number | null = null

  /** `now` is the wall clock in milliseconds. */
  constructor(power: PowerSource, rules: DesktopRules, now: () => number) {
    this.#power = power
    this.#rules = rules
    this.#now = now
  }

  now(): Presence {
    const idle = this.#power.getSystemIdleTime()
    return { idle, locked: this.#isLocked(), asleep: this.#isAsleep(idle) }
  }

  /** Calls back whenever it changes by an event of the system; returns the function that stops it. */
  follow(changed: () => void): () => void {
    const events = {
      suspend: () => this.#setAsleep(this.#now(), changed),
      resume: () => this.#setAsleep(null, changed),
      'lock-screen': () => this.#setLocked(true, changed),
      'unlock-screen': () => this.#setLocked(false, changed),
    }
    const names = Object.keys(events) as PowerEvent[]
    for (const name of names) this.#power.on(name, events[name])
    return () => {
      for (const name of names) this.#power.removeListener(name, events[name])
    }
  }

  #setAsleep(since: number | null, changed: () => void): void {
    this.#asleepSince = since
    changed()
  }

  #setLocked(isLocked: boolean, changed: () => void): void {
    this.#locked = isLocked
    changed()
  }

  /** Not every system says that it woke up; but a key that was pressed since does. */
  #isAsleep(idle: number): boolean {
    if (this.#asleepSince === null) return false
    return idle >= (this.#now() - this.#asleepSince) / 1000 - TOLD_EARLY
  }

  #isLocked(): boolean {
    if (this.#rules.tellsLock) return this.#locked
    return this.#power.getSystemIdleState(1) === 'locked'
  }
}
