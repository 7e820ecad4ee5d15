/**
 * What was shown already. The ledger is kept on disk before anything is shown, so nothing is shown twice, however often
 * the app is asked, started or woken.
 */
import { z } from 'zod'
import type { Frozen } from '../plan/frozen.ts'
import type { EpochMinute } from '../time/zone.ts'

const Handled = z.strictObject({
  due: z.int(),
  /** Shown as a reminder, or only named in a digest because its session was over. */
  how: z.enum(['shown', 'passed']),
})

/** Why something is held back. */
export const heldBy = ['paused', 'do-not-disturb', 'day-off', 'off-hours'] as const
export type HeldBy = (typeof heldBy)[number]

const Key = z.string().max(400)

export const Ledger = z.strictObject({
  /** Up to when everything was dealt with; null before the first look. */
  checkedTo: z.int().nullable(),
  /** What was dealt with, by the reminder's key. */
  handled: z.record(Key, Handled),
  /** Came due while it was quiet, and by what it is held, by the reminder's key. Ledgers of before have none. */
  held: z.record(Key, z.strictObject({ due: z.int(), by: z.enum(heldBy) })).default({}),
  /** Shown, and wanted once more at an instant, by the reminder's key. */
  snoozed: z.record(Key, z.int()),
  /** Nothing is shown before this instant; what comes due is looked at then, as after sleep. */
  quietUntil: z.int().nullable(),
})
export type Ledger = Frozen<z.infer<typeof Ledger>>

/** The ledger of a first start. */
export const emptyLedger: Ledger = { checkedTo: null, handled: {}, held: {}, snoozed: {}, quietUntil: null }

/** How long the ledger remembers, in minutes; longer than any look back, so that it outlives a clock set back. */
export const KEPT = 14 * 1440

/** A reminder shown by a clock that ran ahead is forgotten once the right clock is this many minutes behind it. */
const CLOCK_RAN_AHEAD = 1440

/** What was handled and is still remembered. */
export function stillKnown(handled: Ledger['handled'], now: EpochMinute): Ledger['handled'] {
  return Object.fromEntries(
    Object.entries(handled).filter(([, { due }]) => now - KEPT < due && due <= now + CLOCK_RAN_AHEAD),
  )
}

/** The ledger with reminders that were shown asked for once more at an instant. */
export function snooze(ledger: Ledger, keys: readonly string[], until: EpochMinute): Ledger {
  return { ...ledger, snoozed: { ...ledger.snoozed, ...Object.fromEntries(keys.map((key) => [key, until])) } }
}

/** The ledger that shows nothing before an instant, or, with null, no longer keeps quiet. */
export function quiet(ledger: Ledger, until: EpochMinute | null): Ledger {
  return { ...ledger, quietUntil: until }
}

/** Nobody asks for more than until tomorrow; a longer quiet comes from a clock that was wrong. */
const LONGEST_QUIET = 2 * 1440

/** Whether nothing is to be shown now. */
export function isQuiet({ quietUntil }: Ledger, now: EpochMinute): boolean {
  return quietUntil !== null && now < quietUntil && quietUntil - now <= LONGEST_QUIET
}

/** The next instant after now at which the ledger alone asks for a look; null for none. */
export function nextAsked({ snoozed, quietUntil }: Ledger, now: EpochMinute): EpochMinute | null {
  const asked = [...Object.values(snoozed), ...(quietUntil === null ? [] : [quietUntil])].filter(
    (at) => now < at,
  )
  return asked.length === 0 ? null : Math.min(...asked)
}
