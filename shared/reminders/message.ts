import type { Destination } from '../ipc/contract.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../time/zone.ts'
import type { Decision } from './decide.ts'
import { clientNameOf, type Speech, timesOf, titleOf } from './describe.ts'
import type { Reminder } from './due.ts'

/** A notification as plain text, and where a click on it leads. */
export interface Message {
  readonly title: string
  /** Lines are separated by line feeds. Plain text: what a desktop reads as markup is escaped where it is sent. */
  readonly body: string
  /** Where a click on it leads where it is about no session; left out where it only opens the window. */
  readonly leads?: Destination
  /** The session that it is about first of all, and its day in the home zone; null where it is about none. */
  readonly about: { readonly occurrence: string; readonly day: Day } | null
  /** Keys of the reminders in it, for a snooze; none where it only tells what has passed. */
  readonly keys: readonly string[]
  /** When the last of its sessions is over and it is of no more use; null where the desktop may put it away. */
  readonly until: EpochMinute | null
}

const MOST_LINES = 4

/**
 * The one notification that a decision asks for, or null for none. One reminder speaks for itself; several come as a
 * list, and what has passed is one line, so that waking up from sleep is no burst.
 */
export function messageOf(
  plan: Plan,
  decision: Pick<Decision, 'show' | 'digest'>,
  now: EpochMinute,
  speech: Speech,
): Message | null {
  const { show, digest } = decision
  const first = show[0] ?? digest?.[0]
  if (first === undefined) return null
  const { words } = speech
  const day = wallDay(fromEpochMinute(first.start, plan.practice.settings.homeZone))
  const place = {
    about: { occurrence: first.occurrence.key, day },
    keys: show.map(({ key }) => key),
    until: show.length === 0 ? null : Math.max(...show.map(({ end }) => end)),
  }
  const passed = digest === null ? [] : [passedLine(plan, digest, speech)]
  if (show.length === 0) return { title: words.desktop.awayTitle, body: passed.join('\n'), ...place }
  const [only] = show
  const single = show.length === 1 && only !== undefined
  const title = single ? titleFor(plan, only, now, speech) : words.desktop.severalDue(show.length)
  const lines = single ? [detail(plan, only, speech)] : list(plan, show, speech)
  return { title, body: [...lines, ...passed].join('\n'), ...place }
}

function titleFor(plan: Plan, { start, occurrence }: Reminder, now: EpochMinute, speech: Speech): string {
  const { words, format } = speech
  const title = titleOf(occurrence)
  if (now < start) return words.desktop.startsIn(title, format.duration(start - now))
  if (now === start) return words.desktop.startsNow(title)
  return words.desktop.startedAt(title, format.time(fromEpochMinute(start, plan.practice.settings.homeZone)))
}

function detail(plan: Plan, { start, end, occurrence }: Reminder, speech: Speech): string {
  const { words, format } = speech
  const travel = occurrence.travelBefore
  return [
    clientNameOf(plan, occurrence, speech),
    timesOf(plan, start, end, speech),
    ...(travel > 0 ? [words.desktop.travel(format.duration(travel))] : []),
  ].join(' · ')
}

function list(plan: Plan, reminders: readonly Reminder[], speech: Speech): readonly string[] {
  const shown = reminders.length > MOST_LINES ? MOST_LINES - 1 : reminders.length
  const { homeZone } = plan.practice.settings
  const lines = [...reminders]
    .sort((a, b) => a.start - b.start)
    .slice(0, shown)
    .map(({ start, occurrence }) => {
      const time = speech.format.time(fromEpochMinute(start, homeZone))
      return `${time} ${titleOf(occurrence)} · ${clientNameOf(plan, occurrence, speech)}`
    })
  const rest = reminders.length - shown
  return rest === 0 ? lines : [...lines, speech.words.desktop.moreSessions(rest)]
}

function passedLine(plan: Plan, passed: readonly Reminder[], speech: Speech): string {
  const [first] = passed
  if (first === undefined) throw new Error('a digest of nothing')
  const name = `${titleOf(first.occurrence)} (${timesOf(plan, first.start, first.end, speech)})`
  return speech.words.desktop.passed(name, passed.length - 1)
}
