/**
 * What became of every reminder, one line each, for the planner to look up. It is kept on this computer alone: it names
 * sessions and clients, and no report takes it along.
 */
import { z } from 'zod'
import type { Frozen } from '../plan/frozen.ts'
import type { Plan } from '../plan/plan.ts'
import { wallDay } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../time/zone.ts'
import type { Told } from './decide.ts'
import { clientNameOf, oneLine, type Speech, titleOf } from './describe.ts'
import { thoughtTitle } from './thoughtText.ts'

/** `put-off`: a snooze. `in-window`: the desktop refused the notification, so the window told it. */
export const logOutcomes = ['shown', 'held', 'put-off', 'missed', 'left-out', 'in-window'] as const

/** In words: why it came when it did, why it waited, or why it did not come. */
export const logReasons = [
  'in-time',
  'asleep',
  'not-running',
  'after-quiet',
  'snoozed',
  'changed',
  'already-shown',
  'paused',
  'do-not-disturb',
  'day-off',
  'off-hours',
  'asked',
  'refused',
] as const

export const LogEntry = z.strictObject({
  /** When it was decided, and when it was due; minutes since 1970-01-01T00:00Z. */
  at: z.int(),
  due: z.int(),
  /** The reminder's key. */
  key: z.string().max(400),
  kind: z.enum(['session', 'day']),
  /** As the planner read it, on one line. */
  title: z.string().max(300),
  client: z.string().max(300),
  outcome: z.enum(logOutcomes),
  why: z.enum(logReasons),
})
export type LogEntry = Frozen<z.infer<typeof LogEntry>>

/** The lines that a look at the clock adds. */
export function logEntries(
  plan: Plan,
  told: readonly Told[],
  now: EpochMinute,
  speech: Speech,
): readonly LogEntry[] {
  const today = wallDay(fromEpochMinute(now, plan.practice.settings.homeZone))
  return told.map(({ key, due, reminder, day, fate }): LogEntry => {
    const names =
      reminder === null
        ? { title: oneLine(thoughtTitle(day.matter, { today, speech })), client: clientOf(day.matter) }
        : { title: titleOf(reminder.occurrence), client: clientNameOf(plan, reminder.occurrence, speech) }
    return { at: now, due, key, kind: reminder === null ? 'day' : 'session', ...names, ...fate }
  })
}

function clientOf(matter: NonNullable<Told['day']>['matter']): string {
  return 'client' in matter ? oneLine(matter.client.name) : ''
}
