/**
 * What to show now. Everything that came due since the last look is taken once: a session that goes on or is to come
 * is shown, one that is over goes into the digest, what falls into a quiet time is held until that ends. On a first
 * start, or where the ledger was lost, nothing that is over is brought up.
 *
 * A clock that was set back brings nothing a second time: what was shown stays shown. What the clock that ran ahead
 * merely took for over, and what it showed more than a day early, counts as never handled, so it is not missed.
 */
import { noHolidays } from '../capacity/holidays.ts'
import type { HolidayOf } from '../capacity/weekView.ts'
import type { Plan } from '../plan/plan.ts'
import type { EpochMinute } from '../time/zone.ts'
import { type Candidate, candidates, type Why } from './candidates.ts'
import type { Reminder } from './due.ts'
import { type HeldBy, isQuiet, type Ledger, stillKnown } from './ledger.ts'
import { type Quiet, quietAt } from './quiet.ts'
import type { DayReminder } from './thoughts.ts'

/** What a look at the clock cannot know from plan and ledger. */
export interface LookContext {
  readonly holidays: HolidayOf
  /** Whether it is the first look since the app started. */
  readonly first: boolean
  /** Keys of the occurrences that the look before found to come due later. */
  readonly awaited: ReadonlySet<string>
}

const nothingKnown: LookContext = { holidays: noHolidays, first: false, awaited: new Set() }

/** What became of a reminder, and why. */
export type Fate =
  | { readonly outcome: 'shown'; readonly why: Exclude<Why, 'already-shown'> }
  | { readonly outcome: 'held'; readonly why: HeldBy }
  | { readonly outcome: 'missed' | 'left-out'; readonly why: Why }

/** A reminder that came due, and what became of it. */
export type Told = Candidate & { readonly fate: Fate }

/** What a look at the clock asks for. */
export interface Decision {
  /** Due and still of use: the session is not over. Two or more are shown as one. */
  readonly show: readonly Reminder[]
  /** Came due while nobody looked or all was quiet, and the session is over: one line together. Null for none. */
  readonly digest: readonly Reminder[] | null
  /** Days to be thought of: notices, ends, contacts. Each step of each is told once. */
  readonly days: readonly DayReminder[]
  /** What is new about all that came due, for the log. */
  readonly told: readonly Told[]
  /** To be stored before anything is shown. */
  readonly ledger: Ledger
}

/** How far back a look goes after sleep or a late start, in minutes: over a weekend. What is older is forgotten. */
export const LOOK_BACK = 3 * 1440

/** Clocks are adjusted by seconds all the time; that is no clock set back. */
const ADJUSTED = 2

/** What to show now, and what the ledger says after. */
export function decide(
  plan: Plan,
  ledger: Ledger,
  now: EpochMinute,
  context: LookContext = nothingKnown,
): Decision {
  const { checkedTo } = ledger
  const isKnown = checkedTo !== null && checkedTo <= now + ADJUSTED
  const handled = stillKnown(ledger.handled, now)
  const earliest = now - LOOK_BACK
  const since = isKnown ? checkedTo : earliest
  const quiet = isQuiet(ledger, now) ? paused : quietAt(plan, now, context.holidays)
  const all = candidates({ ...context, plan, ledger: { ...ledger, handled }, now, since, earliest }).map(
    (candidate): Told => ({ ...candidate, fate: fateOf(candidate, quiet, now) }),
  )
  const shown = all.filter(({ fate }) => fate.outcome === 'shown')
  const missed = remindersIn(all.filter(({ fate }) => fate.outcome === 'missed'))
  return {
    show: remindersIn(shown),
    digest: isKnown && missed.length > 0 ? missed : null,
    days: shown.flatMap(({ day }) => (day === null ? [] : [day])),
    told: all.filter((told) => isNews(told, isKnown)),
    ledger: { ...ledgerAfter(ledger, all, now), handled: { ...handled, ...handledBy(all) } },
  }
}

const paused: Quiet = { ofSession: () => 'paused', ofThought: () => 'paused' }

function fateOf({ reminder, day, why, end, held }: Candidate, quiet: Quiet, now: EpochMinute): Fate {
  if (why === 'already-shown') return { outcome: 'left-out', why }
  const by = reminder === null ? quiet.ofThought(day, held) : quiet.ofSession(reminder, held)
  // What waits for work goes on waiting for it, though the hours of quiet came meanwhile.
  if (by !== null) return { outcome: 'held', why: held === 'day-off' || held === 'off-hours' ? held : by }
  return now < end ? { outcome: 'shown', why } : { outcome: 'missed', why }
}

/** What a first start finds to be over is none of its business, and what goes on being held is told already. */
function isNews({ fate, why }: Told, isKnown: boolean): boolean {
  if (fate.outcome === 'missed') return isKnown
  return fate.outcome !== 'held' || !(why === 'after-quiet' || why === 'snoozed')
}

function remindersIn(told: readonly Told[]): readonly Reminder[] {
  return told.flatMap(({ reminder }) => (reminder === null ? [] : [reminder]))
}

function handledBy(all: readonly Told[]): Ledger['handled'] {
  return Object.fromEntries(
    all
      .filter(({ fate }) => fate.outcome !== 'held')
      .map(({ key, due, fate }) => [key, { due, how: fate.outcome === 'missed' ? 'passed' : 'shown' }]),
  )
}

function ledgerAfter(ledger: Ledger, all: readonly Told[], now: EpochMinute): Omit<Ledger, 'handled'> {
  const held = all.flatMap((told) => (told.fate.outcome === 'held' ? [{ ...told, by: told.fate.why }] : []))
  return {
    checkedTo: now,
    held: Object.fromEntries(
      held.filter(({ why }) => why !== 'snoozed').map(({ key, due, by }) => [key, { due, by }]),
    ),
    // What was put off into a quiet time is asked for until that ends.
    snoozed: {
      ...Object.fromEntries(Object.entries(ledger.snoozed).filter(([, until]) => now < until)),
      ...Object.fromEntries(held.filter(({ why }) => why === 'snoozed').map(({ key }) => [key, now])),
    },
    quietUntil: isQuiet(ledger, now) ? ledger.quietUntil : null,
  }
}
