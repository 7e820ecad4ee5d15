import type { LogEntry } from '../../shared/reminders/remindersLog.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'
import type { RemindersLog } from './remindersLog.ts'

/** More than can wait for an answer at once. */
const MOST_KNOWN = 200

/** Writes down what becomes of reminders; what happens to one later is told with the names that it had. */
export class ReminderRecorder {
  readonly #log: RemindersLog
  readonly #known = new Map<string, LogEntry>()

  constructor(log: RemindersLog) {
    this.#log = log
  }

  decided(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      this.#known.delete(entry.key)
      this.#known.set(entry.key, entry)
    }
    for (const key of [...this.#known.keys()].slice(0, -MOST_KNOWN)) this.#known.delete(key)
    this.#log.add(entries)
  }

  /** Reminders were put off by the planner until an instant. */
  putOff(keys: readonly string[], at: EpochMinute, until: EpochMinute): void {
    this.#again(keys, { at, due: until, outcome: 'put-off', why: 'asked' })
  }

  /** The desktop showed none of them, so the window did. */
  refused(keys: readonly string[], at: EpochMinute): void {
    this.#again(keys, { at, outcome: 'in-window', why: 'refused' })
  }

  #again(
    keys: readonly string[],
    change: Pick<LogEntry, 'at' | 'outcome' | 'why'> & Partial<Pick<LogEntry, 'due'>>,
  ): void {
    const entries = keys.map((key) => this.#known.get(key)).filter((entry) => entry !== undefined)
    this.#log.add(entries.map((entry) => ({ ...entry, ...change })))
  }
}
