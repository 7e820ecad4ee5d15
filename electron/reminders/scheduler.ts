import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { type Decision, decide } from '../../shared/reminders/decide.ts'
import { LONGEST_LEAD, nextDue, remindersDue } from '../../shared/reminders/due.ts'
import { type Ledger, nextAsked, quiet, snooze } from '../../shared/reminders/ledger.ts'
import { disturbsUntil } from '../../shared/reminders/quiet.ts'
import { nextDayDue } from '../../shared/reminders/thoughts.ts'
import type { EpochMinute } from '../../shared/time/zone.ts'

export interface SchedulerParts {
  readonly plan: () => Plan
  /** Wall clock in milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  /** Public holidays around an instant; null while they are read, and `check` is called when they are there. */
  readonly holidays: (now: EpochMinute) => HolidayOf | null
  readonly ledger: () => Ledger
  /** Resolves when the ledger is on disk. */
  readonly keep: (ledger: Ledger) => Promise<void>
  /** Called after the ledger is on disk, and only when there is something to show. */
  readonly show: (decision: Decision, now: EpochMinute) => void
  /** Called with what is new about reminders, whether or not it is shown. */
  readonly record: (told: Decision['told'], now: EpochMinute) => void
  /** Called when reminders are put off. */
  readonly putOff: (keys: readonly string[], now: EpochMinute, until: EpochMinute) => void
  /** Called at every look: the clock has moved. */
  readonly ticked: (now: EpochMinute) => void
}

/** Milliseconds between two looks at the wall clock at most: timers stand still in sleep and know no clock change. */
const LONGEST_WAIT = 30_000

/** The ledger is kept at least so often (minutes), so that a start after a crash knows when the last look was. */
const KEEP_EVERY = 15

/**
 * Looks at the wall clock when the next reminder is due, and every 30 seconds at least; never waits by one long
 * timer. `check` may be called at any time and any number of times: after sleep, unlock or a change of the plan.
 */
export class ReminderScheduler {
  readonly #parts: SchedulerParts
  #timer: NodeJS.Timeout | null = null
  #ledger: Ledger
  #kept: Ledger
  #keeping: Promise<void> = Promise.resolve()
  #first = true
  #awaited: ReadonlySet<string> = new Set()

  constructor(parts: SchedulerParts) {
    this.#parts = parts
    this.#ledger = parts.ledger()
    this.#kept = this.#ledger
  }

  /** Shows what is due now and sets the next look. */
  check(): void {
    // First of all: whatever goes wrong below, there will be another look.
    this.#wait(LONGEST_WAIT)
    const plan = this.#parts.plan()
    const milliseconds = this.#parts.now()
    const now = Math.floor(milliseconds / 60_000)
    const holidays = this.#parts.holidays(now)
    this.#parts.ticked(now)
    if (holidays === null) return
    const decision = decide(plan, this.#ledger, now, {
      holidays,
      first: this.#first,
      awaited: this.#awaited,
    })
    this.#first = false
    this.#ledger = decision.ledger
    this.#awaited = new Set(
      remindersDue(plan, now, now + LONGEST_LEAD).map(({ occurrence }) => occurrence.key),
    )
    const { show, digest, days, told } = decision
    const shows = show.length > 0 || digest !== null || days.length > 0
    // The ledger in memory has moved on already, so a look that comes while the disk writes shows nothing twice.
    if (shows) void this.keep().then(() => this.#parts.show(decision, now))
    else if (this.#isStale(decision.ledger)) void this.keep()
    if (told.length > 0) this.#parts.record(told, now)
    const next = [
      nextDue(plan, now, 1),
      nextDayDue(plan, now, holidays),
      nextAsked(this.#ledger, now),
      disturbsUntil(plan, now),
    ].filter((at) => at !== null)
    if (next.length > 0) this.#wait(Math.min(...next) * 60_000 - milliseconds)
  }

  /** Asks for reminders once more, minutes from now. */
  snooze(keys: readonly string[], minutes: number): void {
    const now = this.#minute()
    this.#parts.putOff(keys, now, now + minutes)
    this.#change(snooze(this.#ledger, keys, now + minutes))
  }

  /** Shows nothing before an instant; null ends that. */
  quiet(until: EpochMinute | null): void {
    this.#change(quiet(this.#ledger, until))
  }

  #change(ledger: Ledger): void {
    this.#ledger = ledger
    void this.keep()
    this.check()
  }

  #minute(): EpochMinute {
    return Math.floor(this.#parts.now() / 60_000)
  }

  /** Puts the ledger on disk as it is: before sleep and before the app ends. */
  keep(): Promise<void> {
    if (this.#kept !== this.#ledger) {
      this.#kept = this.#ledger
      this.#keeping = this.#parts.keep(this.#ledger)
    }
    return this.#keeping
  }

  /** No more looks; resolves when the ledger is on disk. */
  stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    return this.keep()
  }

  #isStale({ checkedTo, handled, held }: Ledger): boolean {
    const before = this.#kept
    if (before.checkedTo === null || checkedTo === null) return true
    const isNew = (now: object, then: object) => Object.keys(now).some((key) => !Object.hasOwn(then, key))
    const grown = isNew(handled, before.handled) || isNew(held, before.held)
    return grown || Math.abs(checkedTo - before.checkedTo) >= KEEP_EVERY
  }

  #wait(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.check(), Math.min(LONGEST_WAIT, Math.max(milliseconds, 1)))
  }
}
