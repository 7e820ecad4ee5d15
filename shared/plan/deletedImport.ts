import { z } from 'zod'
import type { WallClock } from '../time/wallClock.ts'
import { WallClockField } from './fields.ts'
import type { Frozen } from './frozen.ts'
import type { PlanDraft } from './plan.ts'
import type { Session } from './session.ts'
import type { Source } from './source.ts'

/**
 * What came from a calendar and was deleted here: a later import does not bring it back by itself. `recurrenceId` names
 * one occurrence of a series, or with `following` the first of all that were taken out.
 */
export const DeletedImport = z.strictObject({
  uid: z.string().min(1).max(1000),
  recurrenceId: WallClockField.nullable(),
  following: z.boolean(),
})
export type DeletedImport = Frozen<z.infer<typeof DeletedImport>>

/** The key under which a plan keeps it: the identity of the meeting. */
export const DeletedImportKey = z.string().min(1).max(1100)

/** The identity of a meeting or one of its occurrences: the calendar's UID and, for an occurrence, its original start. */
export function identityOf(uid: string, recurrenceId: WallClock | null): string {
  return recurrenceId === null ? uid : `${uid}\n${recurrenceId}`
}

/** Notes that an imported record is deleted here as a whole. What was noted of its occurrences says nothing more. */
export function noteDeletedImport(draft: PlanDraft, source: Source | null): void {
  if (source === null) return
  const { uid, recurrenceId } = source
  if (recurrenceId === null) forgetOccurrences(draft, uid)
  note(draft, { uid, recurrenceId, following: false })
}

/**
 * Notes that a session is deleted here as a whole. Where its series was split here and other parts stay, it is only what
 * begins with it.
 */
export function noteDeletedSession(draft: PlanDraft, session: Session): void {
  const { source, recurrence } = session
  if (source === null) return
  const others = Object.values(draft.practice.series).filter(
    (other) =>
      other.id !== session.id &&
      other.source?.uid === source.uid &&
      other.source.recurrenceId === source.recurrenceId,
  )
  if (recurrence === null || others.length === 0) noteDeletedImport(draft, source)
  else if (others.every(({ start }) => start < session.start))
    note(draft, { uid: source.uid, recurrenceId: session.start, following: true })
}

/** Notes that an occurrence of an imported series, or with `following` all from it on, is deleted here. */
export function noteDeletedOccurrence(
  draft: PlanDraft,
  { source }: Session,
  original: WallClock,
  following: boolean,
): void {
  if (source !== null) note(draft, { uid: source.uid, recurrenceId: original, following })
}

function note(draft: PlanDraft, deleted: DeletedImport): void {
  draft.practice.deletedImports[identityOf(deleted.uid, deleted.recurrenceId)] = deleted
}

function forgetOccurrences(draft: PlanDraft, uid: string): void {
  for (const [key, deleted] of Object.entries(draft.practice.deletedImports))
    if (deleted.uid === uid) delete draft.practice.deletedImports[key]
}
