import { occurrenceOfKey } from './occurrenceKey.ts'
import { findSession, type Plan } from './plan.ts'
import { isOccurrence, occurrenceAt } from './series.ts'
import type { Occurrence } from './session.ts'

/** The occurrence of a key; undefined where the plan has none, or none any more. */
export function findOccurrence(plan: Plan, key: string): Occurrence | undefined {
  const { sessionId, original } = occurrenceOfKey(key)
  const session = findSession(plan, sessionId)
  if (session === undefined || (session.recurrence === null) !== (original === null)) return undefined
  if (original !== null && !isOccurrence(session, original)) return undefined
  return occurrenceAt(session, original)
}
