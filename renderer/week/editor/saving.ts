import { occurrenceKey, occurrenceOfKey } from '../../../shared/plan/occurrenceKey.ts'
import { findSession, type Plan } from '../../../shared/plan/plan.ts'
import { isOccurrence, occurrenceAt } from '../../../shared/plan/series.ts'
import type { Occurrence } from '../../../shared/plan/session.ts'
import type { WallClock } from '../../../shared/time/wallClock.ts'
import type { ScopeKind } from '../edits.ts'
import { type Draft, shiftedStart } from './draft.ts'
import type { DraftErrors } from './draftErrors.ts'

/** The occurrence of a key in the plan as it is; undefined once it is gone. */
export function occurrenceIn(plan: Plan, key: string): Occurrence | undefined {
  const { sessionId, original } = occurrenceOfKey(key)
  const session = findSession(plan, sessionId)
  if (session === undefined) return undefined
  if (original === null) return session.recurrence === null ? occurrenceAt(session, null) : undefined
  return isOccurrence(session, original) ? occurrenceAt(session, original) : undefined
}

/** What of a change to a draft is a change at all. */
export function differing(base: Draft, change: Partial<Draft>): Partial<Draft> {
  const changed = Object.entries(change).filter(
    ([field, value]) => JSON.stringify(base[field as keyof Draft]) !== JSON.stringify(value),
  )
  return Object.fromEntries(changed)
}

/** What was typed less what is not valid: a field that is wrong keeps no other from being saved. */
export function validPart(typed: Partial<Draft>, errors: DraftErrors): Partial<Draft> {
  const wrong = new Set(Object.keys(errors).map((field) => (field === 'start' ? 'minute' : field)))
  return Object.fromEntries(Object.entries(typed).filter(([field]) => !wrong.has(field)))
}

/**
 * The key that an occurrence goes by once an edit of it is carried out, in the plan after it. `start` is what it was given
 * on its own clocks, `newId` what the second half of a split series took. Null where it cannot be found again.
 */
export function keyAfter(
  plan: Plan,
  occurrence: Occurrence,
  edit: { readonly start: WallClock; readonly scope: ScopeKind; readonly newId: string },
): string | null {
  const session = findSession(plan, edit.newId) ?? findSession(plan, occurrence.id)
  if (session === undefined) return null
  if (session.recurrence === null) return occurrenceKey(session.id, null)
  const original = occurrence.original ?? edit.start
  const moved = shiftedStart(original, occurrence.original === null ? original : occurrence.start, edit.start)
  const likely = edit.scope === 'this' ? [original] : [moved, original]
  const found = likely.find((at) => isOccurrence(session, at))
  return found === undefined ? null : occurrenceKey(session.id, found)
}
