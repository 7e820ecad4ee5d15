/**
 * What a look at the clock has to deal with, each with the reason why it is now.
 *
 * An occurrence is reminded of once for its start, whatever the lead: where one was shown with another lead, this one
 * is left out; where it moved later, it comes again. Where a change of lead, travel or start puts the due time of one
 * that was awaited behind now, it comes at once, while it is still to come.
 */
import type { HolidayOf } from '../capacity/weekView.ts'
import type { Plan } from '../plan/plan.ts'
import type { EpochMinute } from '../time/zone.ts'
import { type Reminder, remindersDue } from './due.ts'
import { type HeldBy, KEPT, type Ledger } from './ledger.ts'
import { type DayReminder, dayRemindersDue } from './thoughts.ts'

/** Why a reminder comes now: at its time, or later for the reason named, or not, having been shown with another lead. */
export type Why =
  | 'in-time'
  | 'asleep'
  | 'not-running'
  | 'after-quiet'
  | 'snoozed'
  | 'changed'
  | 'already-shown'

/** A reminder of a session or of a day that came due. */
export type Candidate = {
  readonly key: string
  readonly due: EpochMinute
  readonly end: EpochMinute
  readonly why: Why
  /** What held it back until now; null where nothing did. */
  readonly held: HeldBy | null
} & (
  | { readonly reminder: Reminder; readonly day: null }
  | { readonly reminder: null; readonly day: DayReminder }
)

/** What a look works on. */
export interface Look {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly now: EpochMinute
  /** Everything due until then was dealt with. */
  readonly since: EpochMinute
  /** Sessions that were due before are forgotten. */
  readonly earliest: EpochMinute
  readonly holidays: HolidayOf
  readonly first: boolean
  readonly awaited: ReadonlySet<string>
}

/** Minutes after its time from which a reminder is late. */
const LATE = 2

/** Sessions by their due time, those put off first; then days. */
export function candidates(look: Look): readonly Candidate[] {
  const handled = byOccurrence(look.ledger.handled)
  const found = remindersDue(look.plan, look.earliest, look.now).flatMap((reminder): Candidate[] => {
    const why = whyNow(reminder, look, handled.get(reminder.occurrence.key) ?? [])
    const { key, due, end, occurrence } = reminder
    return why === null
      ? []
      : [{ key, due, end, why, held: heldOf(occurrence.key, look), reminder, day: null }]
  })
  const isAgain = ({ why }: Candidate) => why === 'snoozed'
  return [...found.filter(isAgain), ...found.filter((one) => !isAgain(one)), ...days(look)]
}

type Handled = readonly [key: string, Ledger['handled'][string]]

function whyNow(reminder: Reminder, look: Look, handled: readonly Handled[]): Why | null {
  const { ledger, now, since, awaited } = look
  const { key, due, start, end, occurrence } = reminder
  const names = (other: string) => occurrenceOf(other) === occurrence.key
  const isPutOff = Object.entries(ledger.snoozed).some(([other, until]) => until <= now && names(other))
  if (isPutOff && now < end) return 'snoozed'
  const before = handled.filter(
    ([other, { due, how }]) => start <= due + leadIn(other) && (how === 'shown' || end <= now),
  )
  if (before.length > 0)
    return since < due && !before.some(([other]) => other === key) ? 'already-shown' : null
  if (heldOf(occurrence.key, look) !== null) return 'after-quiet'
  if (since < due) return lateness(due, look)
  return awaited.has(occurrence.key) && now < start ? 'changed' : null
}

function heldOf(occurrence: string, { ledger }: Look): HeldBy | null {
  return Object.entries(ledger.held).find(([key]) => occurrenceOf(key) === occurrence)?.[1].by ?? null
}

/** Days are told late as long as the ledger knows that they were told: after two weeks' absence the next step tells them. */
const DAYS_LOOK_BACK = KEPT - 1440

/** What was typed after its day came is told by the screen, not by a reminder. */
function days(look: Look): readonly Candidate[] {
  const { plan, ledger, now, since, holidays } = look
  const { handled, held, snoozed } = ledger
  return dayRemindersDue(plan, now - DAYS_LOOK_BACK, now, holidays).flatMap((day): Candidate[] => {
    const { key, due, end } = day
    const candidate = (why: Why): Candidate[] => [
      { key, due, end, why, held: held[key]?.by ?? null, reminder: null, day },
    ]
    if ((snoozed[key] ?? Number.POSITIVE_INFINITY) <= now) return candidate('snoozed')
    if (Object.hasOwn(handled, key)) return []
    if (Object.hasOwn(held, key)) return candidate('after-quiet')
    return since < due ? candidate(lateness(due, look)) : []
  })
}

function lateness(due: EpochMinute, { now, first }: Look): Why {
  return now - due < LATE ? 'in-time' : first ? 'not-running' : 'asleep'
}

function byOccurrence(handled: Ledger['handled']): ReadonlyMap<string, readonly Handled[]> {
  const found = new Map<string, Handled[]>()
  for (const entry of Object.entries(handled)) {
    const occurrence = occurrenceOf(entry[0])
    found.set(occurrence, [...(found.get(occurrence) ?? []), entry])
  }
  return found
}

/** The occurrence that a session's reminder is of, from the reminder's key. */
function occurrenceOf(key: string): string {
  return key.slice(0, key.lastIndexOf('|'))
}

function leadIn(key: string): number {
  return Number(key.slice(key.lastIndexOf('|') + 1))
}
