/** How what is to be thought of reads in a notification. */
import type { Destination } from '../ipc/contract.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../time/zone.ts'
import type { Decision } from './decide.ts'
import { oneLine, type Speech, titleOf } from './describe.ts'
import { matterDetail, matterPlace, matterTitle } from './matterText.ts'
import { type Message, messageOf } from './message.ts'
import type { DayReminder } from './thoughts.ts'

/** Working time of a week and what is planned of it, in minutes. */
export interface PlannedWeek {
  readonly load: number
  readonly capacity: number
}

/** What a text about days needs to know. `plannedWeek` is null where the week could not be computed. */
export interface ThoughtContext {
  readonly today: Day
  readonly speech: Speech
  readonly plannedWeek: (start: Day) => PlannedWeek | null
}

type Thought = DayReminder['matter']

/** `SOW 2 ends on 24 Dec 2026`, `Today: 3 sessions to confirm`, `Plan the week from 30 Nov 2026`. */
export function thoughtTitle(
  thought: Thought,
  { today, speech }: Omit<ThoughtContext, 'plannedWeek'>,
): string {
  const { words, format } = speech
  switch (thought.kind) {
    case 'day-end':
      return words.desktop.dayEnd[thought.day === today ? 'today' : 'yesterday'](thought.open.length)
    case 'planning':
      return words.desktop.planning(format.dayMedium(thought.day))
    default:
      return matterTitle(thought, speech)
  }
}

function thoughtDetail(thought: Thought, { today, speech, plannedWeek }: ThoughtContext): string {
  const { words, format } = speech
  switch (thought.kind) {
    case 'day-end':
      return named(
        thought.open.map(({ occurrence }) => titleOf(occurrence)),
        speech,
      )
    case 'planning': {
      const week = plannedWeek(thought.day)
      if (week === null) return words.desktop.planningHelp
      return words.desktop.planned(format.duration(week.load), format.duration(week.capacity))
    }
    default:
      return matterDetail(thought, today, speech)
  }
}

/** Where it is dealt with. */
export function thoughtPlace(thought: Thought): Destination {
  switch (thought.kind) {
    case 'day-end':
      return { to: 'day', day: thought.day }
    case 'planning':
      return { to: 'week', day: thought.day, occurrence: null }
    default:
      return matterPlace(thought)
  }
}

const MOST_NAMED = 2

function named(titles: readonly string[], { words }: Speech): string {
  const shown = titles.slice(0, titles.length > MOST_NAMED + 1 ? MOST_NAMED : titles.length)
  const rest = titles.length - shown.length
  return oneLine(shown.join(', ') + (rest === 0 ? '' : ` ${words.desktop.moreSessions(rest)}`))
}

const MOST_LINES = 4

/** The one notification for all the days that are due, or null for none. */
export function dayMessageOf(due: readonly DayReminder[], context: ThoughtContext): Message | null {
  const [first] = due
  if (first === undefined) return null
  const about = {
    about: null,
    leads: thoughtPlace(first.matter),
    keys: due.map(({ key }) => key),
    until: Math.max(...due.map(({ end }) => end)),
  }
  if (due.length === 1)
    return {
      title: thoughtTitle(first.matter, context),
      body: thoughtDetail(first.matter, context),
      ...about,
    }
  const { matters, moreSessions } = context.speech.words.desktop
  const shown = due.slice(0, due.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES)
  const lines = shown.map(
    ({ matter }) => `${thoughtTitle(matter, context)} · ${thoughtDetail(matter, context)}`,
  )
  const rest = due.length - shown.length
  return {
    title: matters.several(due.length),
    body: [...lines, ...(rest === 0 ? [] : [moreSessions(rest)])].join('\n'),
    ...about,
  }
}

/**
 * The one notification that a decision asks for, or null for none: sessions and days together, so that waking up is no
 * burst. What is about sessions comes first, and a click leads there.
 */
export function notificationOf(
  plan: Plan,
  decision: Pick<Decision, 'show' | 'digest' | 'days'>,
  now: EpochMinute,
  { speech, plannedWeek }: Omit<ThoughtContext, 'today'>,
): Message | null {
  const today = wallDay(fromEpochMinute(now, plan.practice.settings.homeZone))
  const sessions = messageOf(plan, decision, now, speech)
  const days = dayMessageOf(decision.days, { today, speech, plannedWeek })
  if (sessions === null || days === null) return sessions ?? days
  const { words } = speech
  const count = decision.show.length + decision.days.length
  // What has only passed gives way to what is to come.
  const title = decision.show.length === 0 ? days.title : words.desktop.reminders(count)
  const firstLines = decision.show.length === 1 ? [`${sessions.title} · ${sessions.body}`] : [sessions.body]
  const dayLines = decision.days.length === 1 ? [`${days.title} · ${days.body}`] : [days.body]
  const body = decision.show.length === 0 ? [days.body, sessions.body] : [...firstLines, ...dayLines]
  return {
    title,
    body: body.join('\n'),
    ...(days.leads === undefined || decision.show.length > 0 ? {} : { leads: days.leads }),
    about: decision.show.length === 0 ? null : sessions.about,
    keys: [...sessions.keys, ...days.keys],
    until: Math.max(sessions.until ?? 0, days.until ?? 0),
  }
}
