import { entriesIn } from '../capacity/bookedTime.ts'
import { runsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { addDays, type Day } from '../time/day.ts'
import { addWallMinutes, MINUTES_A_DAY } from '../time/wallClock.ts'
import { isClosed } from './lock.ts'

/**
 * The entries of the week before, a week later: for each engagement and day that has none yet in the seven days from
 * `from`. What had confirmed a session confirms none, and what did not happen is left out, as are closed days and
 * engagements that no longer run.
 */
export function copiedWeek(plan: Plan, from: Day, newId: () => Id): readonly TimeEntry[] {
  const cell = (engagementId: Id | null, day: Day) => `${engagementId}@${day}`
  const filled = new Set(
    entriesIn(plan, from, addDays(from, 6)).map(({ engagementId, day }) => cell(engagementId, day)),
  )
  return entriesIn(plan, addDays(from, -7), addDays(from, -1)).flatMap((entry) => {
    const day = addDays(entry.day, 7)
    const engagement = entry.engagementId === null ? null : own(plan.practice.engagements, entry.engagementId)
    if (engagement === undefined || (engagement !== null && !runsOn(engagement, day))) return []
    if (entry.minutes === 0 || isClosed(plan, day) || filled.has(cell(entry.engagementId, day))) return []
    const start = entry.start === null ? null : addWallMinutes(entry.start, 7 * MINUTES_A_DAY)
    return [{ ...entry, id: newId(), day, start, session: null, lateFor: null, importKey: null }]
  })
}
