/** What came from calendars and was deleted here, as an import asks for it. */
import { type DeletedImport, identityOf } from '../plan/deletedImport.ts'
import type { Plan } from '../plan/plan.ts'
import { isOccurrence, occurrencesOf, splitSeries } from '../plan/series.ts'
import type { Session } from '../plan/session.ts'
import { type WallClock, wallDay } from '../time/wallClock.ts'

/** The deleted records of a plan, by UID. */
export class DeletedImports {
  private readonly byUid = new Map<string, DeletedImport[]>()

  constructor(records: Plan['practice']['deletedImports']) {
    for (const deleted of Object.values(records)) {
      const known = this.byUid.get(deleted.uid)
      if (known === undefined) this.byUid.set(deleted.uid, [deleted])
      else known.push(deleted)
    }
  }

  /** Whether a meeting or occurrence was deleted, by itself, with its series, or with what followed an earlier one. */
  has(uid: string, recurrenceId: WallClock | null): boolean {
    return (this.byUid.get(uid) ?? []).some((deleted) => {
      if (deleted.recurrenceId === null || deleted.recurrenceId === recurrenceId) return true
      return deleted.following && recurrenceId !== null && deleted.recurrenceId < recurrenceId
    })
  }

  /** Whether anything of this UID was deleted. */
  knows(uid: string): boolean {
    return this.byUid.has(uid)
  }

  /** The keys under which the plan keeps what is brought back with a meeting: with a series, all of it. */
  keysOf(uid: string, recurrenceId: WallClock | null): readonly string[] {
    return (this.byUid.get(uid) ?? [])
      .filter((deleted) => recurrenceId === null || deleted.recurrenceId === recurrenceId)
      .map((deleted) => identityOf(deleted.uid, deleted.recurrenceId))
  }

  /** A series as the calendar has it, without the occurrences that were deleted here. */
  leaveOut(session: Session, uid: string): Session {
    return (this.byUid.get(uid) ?? []).reduce(withoutDeleted, session)
  }
}

/** Nothing deleted: for what the user brings back. */
export const nothingDeleted = new DeletedImports({})

function withoutDeleted(session: Session, { recurrenceId, following }: DeletedImport): Session {
  const { recurrence } = session
  if (recurrence === null || recurrenceId === null) return session
  if (following) return splitSeries(session, recurrenceId, session.id).before ?? session
  const gone = deletedStarts(session, recurrenceId)
  if (gone.length === 0) return session
  const changed = Object.entries(recurrence.changed).filter(([original]) => !gone.includes(original))
  const except = [...new Set([...recurrence.except, ...gone])].sort()
  return { ...session, recurrence: { ...recurrence, except, changed: Object.fromEntries(changed) } }
}

/** The deleted start, or where the series stands at another hour by now, its starts of that day. */
function deletedStarts(session: Session, original: WallClock): readonly WallClock[] {
  if (isOccurrence(session, original)) return [original]
  const day = wallDay(original)
  return occurrencesOf(session, { from: day, to: day }).flatMap((one) =>
    one.original === null ? [] : [one.original],
  )
}
