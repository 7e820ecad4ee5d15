/**
 * What was shown already, and what to show now. The ledger is kept on disk before anything is shown, so nothing is
 * shown twice, however often the app is asked, started or woken.
 */
import { z } from 'zod'
import type { Frozen } from '../plan/frozen.ts'
import type { Plan } from '../plan/plan.ts'
import type { EpochMinute } from '../time/zone.ts'
import { type Reminder, remindersDue } from './due.ts'
import { type DayReminder, dayRemindersDue } from './matters.ts'

const Handled = z.strictObject({
  due: z.int(),
  /** Shown as a reminder, or only named in a digest because its session was over. */
  how: z.enum(['shown', 'passed']),
})

const Key = z.string().max(400)

export const Ledger = z.strictObject({
  /** Up to when everything was dealt with; null before the first look. */
  checkedTo: z.int().nullable(),
  /** What was dealt with, by the reminder's key. */
  handled: z.record(Key, Handled),
  /** Shown, and wanted once more at an instant, by the reminder's key. */
  snoozed: z.record(Key, z.int()),
  /** Nothing is shown before this instant; what comes due is looked at then, as after sleep. */
  quietUntil: z.int().nullable(),
})
export type Ledger = Frozen<z.infer<typeof Ledger>>

/** The ledger of a first start. */
export const emptyLedger: Ledger = { checkedTo: null, handled: {}, snoozed: {}, quietUntil: null }

/** What a look at the clock asks for. */
export interface Decision {
  /** Due and still of use: the session is not over. Two or more are shown as one. */
  readonly show: readonly Reminder[]
  /** Came due while nobody looked, and the session is over: one line together. Null when there is none. */
  readonly digest: readonly Reminder[] | null
  /** Days to be thought of: notices, ends, contacts. Each step of each is told once. */
  readonly days: readonly DayReminder[]
  /** To be stored before anything is shown. */
  readonly ledger: Ledger
}

/** How far back a look goes after sleep or a late start, in minutes: over a weekend. What is older is forgotten. */
export const LOOK_BACK = 3 * 1440

/** How long the ledger remembers, in minutes; longer than any look back, so that it outlives a clock set back. */
const KEPT = 14 * 1440

/** A reminder shown by a clock that ran ahead is forgotten once the right clock is this many minutes behind it. */
const CLOCK_RAN_AHEAD = 1440

/** Clocks are adjusted by seconds all the time; that is no clock set back. */
const ADJUSTED = 2

/**
 * What to show now. Everything that came due since the last look is taken once: a session that goes on or is to come
 * is shown, one that is over goes into the digest. A session whose reminder was shown and that is then moved later is
 * due again at its new time. On a first start, or where the ledger was lost, nothing that is over is brought up.
 *
 * A clock that was set back brings nothing a second time: what was shown stays shown. What the clock that ran ahead
 * merely took for over, and what it showed more than a day early, counts as never handled, so it is not missed.
 */
export function decide(plan: Plan, ledger: Ledger, now: EpochMinute): Decision {
  if (isQuiet(ledger, now)) return { show: [], digest: null, days: [], ledger }
  const look = lookOf(ledger.checkedTo, now)
  const handled = stillKnown(ledger.handled, now)
  const isHandled = ({ key, due, end }: Reminder) => {
    const before = handled[key]
    return before !== undefined && due <= before.due && (before.how === 'shown' || end <= now)
  }
  const due = remindersDue(plan, look.since, now).filter((reminder) => !isHandled(reminder))
  const again = snoozedOver(plan, ledger, now).filter(
    ({ key }) => !due.some((reminder) => reminder.key === key),
  )
  const show = [...again, ...due.filter(({ end }) => now < end)]
  const days = daysToTell(plan, ledger, handled, now)
  const passed = due.filter(({ end }) => end <= now)
  for (const { key, due } of show) handled[key] = { due, how: 'shown' }
  for (const { key, due } of days) handled[key] = { due, how: 'shown' }
  for (const { key, due } of passed) handled[key] = { due, how: 'passed' }
  const digest = look.tellsPassed && passed.length > 0 ? passed : null
  const snoozed = Object.fromEntries(Object.entries(ledger.snoozed).filter(([, until]) => now < until))
  return { show, digest, days, ledger: { checkedTo: now, handled, snoozed, quietUntil: null } }
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

/** Reminders whose snooze is over and whose session, as it stands in the plan now, is not. */
function snoozedOver(plan: Plan, { snoozed }: Ledger, now: EpochMinute): readonly Reminder[] {
  const keys = Object.keys(snoozed).filter((key) => (snoozed[key] ?? now) <= now)
  if (keys.length === 0) return []
  return remindersDue(plan, now - LOOK_BACK, now).filter(({ key, end }) => keys.includes(key) && now < end)
}

/** Days are told late as long as the ledger knows that they were told: after two weeks' absence the next step tells them. */
const DAYS_LOOK_BACK = KEPT - 1440

/** What came due since the last look; what was typed after its day came is told by the screen, not by a reminder. */
function daysToTell(
  plan: Plan,
  { snoozed, checkedTo }: Ledger,
  handled: Readonly<Ledger['handled']>,
  now: EpochMinute,
): readonly DayReminder[] {
  const isKnown = checkedTo !== null && checkedTo <= now + ADJUSTED
  const since = isKnown ? checkedTo : now - LOOK_BACK
  const isAgain = (key: string) => (snoozed[key] ?? Number.POSITIVE_INFINITY) <= now
  return dayRemindersDue(plan, now - DAYS_LOOK_BACK, now).filter(
    ({ key, due }) => (since < due && !Object.hasOwn(handled, key)) || isAgain(key),
  )
}

/** From when on to look, and whether what is over is told. */
function lookOf(checkedTo: EpochMinute | null, now: EpochMinute) {
  const earliest = now - LOOK_BACK
  if (checkedTo === null || checkedTo > now + ADJUSTED) return { since: earliest, tellsPassed: false }
  return { since: Math.max(checkedTo, earliest), tellsPassed: true }
}

function stillKnown(handled: Ledger['handled'], now: EpochMinute): Record<string, Ledger['handled'][string]> {
  const known = Object.entries(handled).filter(
    ([, { due }]) => now - KEPT < due && due <= now + CLOCK_RAN_AHEAD,
  )
  return Object.fromEntries(known)
}
