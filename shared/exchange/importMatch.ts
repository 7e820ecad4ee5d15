/** What of a calendar the plan already holds. */
import type { TimeOff } from '../plan/availability.ts'
import type { DayNote } from '../plan/dayNote.ts'
import { identityOf } from '../plan/deletedImport.ts'
import type { Plan } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import type { Source } from '../plan/source.ts'
import type { WallClock } from '../time/wallClock.ts'

/** A record that came from a calendar. */
export type Imported =
  | { readonly kind: 'session'; readonly record: Session; readonly source: Source }
  | { readonly kind: 'timeOff'; readonly record: TimeOff; readonly source: Source }
  | { readonly kind: 'dayNote'; readonly record: DayNote; readonly source: Source }

/** The imported records of a plan, by identity and by UID. A UID is unique in the world, so calendars' names do not matter. */
export class ImportedRecords {
  private readonly byIdentity = new Map<string, Imported[]>()
  private readonly byUid = new Map<string, Imported[]>()

  constructor(plan: Plan) {
    const { series, timeOff, dayNotes } = plan.practice
    for (const record of Object.values(series)) this.add('session', record)
    for (const year of Object.values(plan.years))
      for (const record of Object.values(year.sessions)) this.add('session', record)
    for (const record of Object.values(timeOff)) this.add('timeOff', record)
    for (const record of Object.values(dayNotes)) this.add('dayNote', record)
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
    return [...this.byUid.values()].flat().filter(({ source }) => source.calendar === name)
  }

  private add<K extends Imported['kind']>(kind: K, record: Extract<Imported, { kind: K }>['record']): void {
    const { source } = record
    if (source === null) return
    const imported = { kind, record, source } as Imported
    push(this.byIdentity, identityOf(source.uid, source.recurrenceId), imported)
    push(this.byUid, source.uid, imported)
  }
}

function push(map: Map<string, Imported[]>, key: string, value: Imported): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
