/** What of a calendar the plan already holds. */
import type { TimeOff } from '../plan/availability.ts'
import type { DayNote } from '../plan/dayNote.ts'
import { identityOf } from '../plan/deletedImport.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import type { Source } from '../plan/source.ts'
import { each, type Steps } from '../steps.ts'
import type { WallClock } from '../time/wallClock.ts'
import { ownUid } from './ics/exportUid.ts'

/** A record that came from a calendar. */
export type Imported =
  | { readonly kind: 'session'; readonly record: Session; readonly source: Source }
  | { readonly kind: 'timeOff'; readonly record: TimeOff; readonly source: Source }
  | { readonly kind: 'dayNote'; readonly record: DayNote; readonly source: Source }

/** The imported records of a plan, by identity and by UID. A UID is unique in the world, so calendars' names do not matter. */
export class ImportedRecords {
  private readonly byIdentity = new Map<string, Imported[]>()
  private readonly byUid = new Map<string, Imported[]>()

  /** The imported records of a plan, found in steps. */
  static *of(plan: Plan): Steps<ImportedRecords> {
    const found = new ImportedRecords()
    const { series, timeOff, dayNotes } = plan.practice
    const sessions = [series, ...Object.values(plan.years).map((year) => year.sessions)]
    yield* each(
      sessions.flatMap((map) => Object.values(map)),
      (record) => found.add(record, (source) => ({ kind: 'session', record, source })),
    )
    for (const record of Object.values(timeOff))
      found.add(record, (source) => ({ kind: 'timeOff', record, source }))
    for (const record of Object.values(dayNotes))
      found.add(record, (source) => ({ kind: 'dayNote', record, source }))
    return found
  }

  /** The records of one identity; several where a series was split here. */
  of(uid: string, recurrenceId: WallClock | null): readonly Imported[] {
    return this.byIdentity.get(identityOf(uid, recurrenceId)) ?? []
  }

  /** All records of a UID: series, parts, occurrences. */
  ofUid(uid: string): readonly Imported[] {
    return this.byUid.get(uid) ?? []
  }

  /** All records that came from the calendar of this name. */
  ofCalendar(name: string): readonly Imported[] {
    return [...this.byUid.values()].flat().filter((one) => !isOwnExport(one) && one.source.calendar === name)
  }

  private add({ id, source }: Session | TimeOff | DayNote, imported: (source: Source) => Imported): void {
    this.put(imported(exportedSource(id)))
    if (source !== null) this.put(imported(source))
  }

  private put(imported: Imported): void {
    const { uid, recurrenceId } = imported.source
    push(this.byIdentity, identityOf(uid, recurrenceId), imported)
    push(this.byUid, uid, imported)
  }
}

/** Where a record would come from that was exported here with a UID of its own. Its digest is none: the record itself is compared. */
function exportedSource(id: Id): Source {
  return { calendar: '', uid: ownUid(id), recurrenceId: null, sequence: 0, modified: '', digest: '' }
}

/** Whether a record is found again in an export of this plan. */
export function isOwnExport({ source }: Imported): boolean {
  return source.digest === ''
}

function push(map: Map<string, Imported[]>, key: string, value: Imported): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
