/**
 * What was shown already, and what to show now. The ledger is kept on disk before anything is shown, so nothing is
 * shown twice, however often the app is asked, started or woken.
 */
import { z } from 'zod'
import type { Plan } from '../plan/plan.ts'
import type { EpochMinute } from '../time/zone.ts'
import { type Reminder, remindersDue } from './due.ts'

const Handled = z.strictObject({
  due: z.int(),
  /** Shown as a reminder, or only named in a digest because its session was over. */
  how: z.enum(['shown', 'passed']),
})

/** What was dealt with, by reminder key, and up to which instant everything was. Null: never looked. */
export const Ledger = z.strictObject({
  checkedTo: z.int().nullable(),
  handled: z.record(z.string().max(400), Handled),
})
export type Ledger = {
  readonly checkedTo: EpochMinute | null
  readonly handled: Readonly<Record<string, Readonly<z.infer<typeof Handled>>>>
}

/** The ledger of a first start. */
export const emptyLedger: Ledger = { checkedTo: null, handled: {} }

/** What a look at the clock asks for. */
export interface Decision {
  /** Due and still of use: the session is not over. Two or more are shown as one. */
  readonly show: readonly Reminder[]
  /** Came due while nobody looked, and the session is over: one line together. Null when there is none. */
  readonly digest: readonly Reminder[] | null
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
  const look = lookOf(ledger.checkedTo, now)
  const handled = stillKnown(ledger.handled, now)
  const isHandled = ({ key, due, end }: Reminder) => {
    const before = handled[key]
    return before !== undefined && due <= before.due && (before.how === 'shown' || end <= now)
  }
  const due = remindersDue(plan, look.since, now).filter((reminder) => !isHandled(reminder))
  const show = due.filter(({ end }) => now < end)
  const passed = due.filter(({ end }) => end <= now)
  for (const { key, due } of show) handled[key] = { due, how: 'shown' }
  for (const { key, due } of passed) handled[key] = { due, how: 'passed' }
  const digest = look.tellsPassed && passed.length > 0 ? passed : null
  return { show, digest, ledger: { checkedTo: look.checkedTo, handled } }
}

/** From when on to look, whether what is over is told, and up to when everything will have been looked at. */
function lookOf(checkedTo: EpochMinute | null, now: EpochMinute) {
  const earliest = now - LOOK_BACK
  if (checkedTo === null || checkedTo > now + ADJUSTED)
    return { since: earliest, tellsPassed: false, checkedTo: now }
  return { since: Math.max(checkedTo, earliest), tellsPassed: true, checkedTo: Math.max(checkedTo, now) }
}

function stillKnown(handled: Ledger['handled'], now: EpochMinute): Record<string, Ledger['handled'][string]> {
  const known = Object.entries(handled).filter(
    ([, { due }]) => now - KEPT < due && due <= now + CLOCK_RAN_AHEAD,
  )
  return Object.fromEntries(known)
}
