/** What a calendar import writes, as patches: 100,000 sessions without a draft. */
import type { Patch } from 'immer'
import type { Id } from '../plan/fields.ts'
import { own, type Plan, type YearKey, yearOf } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'

/** Records of the practice that are put by their id, and ids that are taken out. */
interface Listed {
  readonly put: readonly { readonly id: Id }[]
  readonly removed: readonly string[]
}

/** The patches for records that stand in a map of the practice. Those that are put win over those taken out. */
export function practicePatches(
  plan: Plan,
  name: 'timeOff' | 'dayNotes' | 'calendarRules' | 'deletedImports',
  { put, removed }: Listed,
): readonly Patch[] {
  const there: Readonly<Record<string, unknown>> = plan.practice[name]
  const path = (key: string) => ['practice', name, key]
  const isPut = new Set(put.map(({ id }) => id))
  const gone = [...new Set(removed)].filter((key) => Object.hasOwn(there, key) && !isPut.has(key))
  return [
    ...gone.map((key): Patch => ({ op: 'remove', path: path(key) })),
    ...put.map(
      (record): Patch => ({
        op: Object.hasOwn(there, record.id) ? 'replace' : 'add',
        path: path(record.id),
        value: record,
      }),
    ),
  ]
}

/** The patches for sessions, each in its year or among the series; one that moves there leaves where it stood. */
export function sessionPatches(
  plan: Plan,
  put: readonly Session[],
  removed: readonly Id[],
): readonly Patch[] {
  const stands = placesOf(plan)
  const patches: Patch[] = []
  const newYears = new Map<YearKey, Record<Id, Session>>()
  // Where two say the same id, the last one is meant.
  const last = new Map(put.map((session) => [session.id, session]))
  const remove = (id: Id) => {
    const place = stands.get(id)
    if (place !== undefined) patches.push({ op: 'remove', path: pathTo(place, id) })
  }
  for (const id of new Set(removed)) if (!last.has(id)) remove(id)
  for (const session of last.values()) {
    const place = session.recurrence === null ? yearOf(session.start) : SERIES
    const before = stands.get(session.id)
    if (before !== undefined && before !== place) remove(session.id)
    if (place === SERIES || own(plan.years, place) !== undefined) {
      const op = before === place ? 'replace' : 'add'
      patches.push({ op, path: pathTo(place, session.id), value: session })
      continue
    }
    const records = newYears.get(place) ?? {}
    records[session.id] = session
    newYears.set(place, records)
  }
  for (const [key, sessions] of newYears)
    patches.push({
      op: 'add',
      path: ['years', key],
      value: { sessions, entries: {}, expenses: {}, invoices: {} },
    })
  return patches
}

const SERIES = 'series'
/** `series`, or the year. */
type Place = typeof SERIES | YearKey

/** Where each session of the plan stands. */
function placesOf(plan: Plan): ReadonlyMap<Id, Place> {
  const places = new Map<Id, Place>()
  for (const id of Object.keys(plan.practice.series)) places.set(id, SERIES)
  for (const [key, { sessions }] of Object.entries(plan.years))
    for (const id of Object.keys(sessions)) places.set(id, key)
  return places
}

function pathTo(place: Place, id: Id): string[] {
  return place === SERIES ? ['practice', 'series', id] : ['years', place, 'sessions', id]
}
