/** Whom a step of the history was for, and where what it changed can be seen. */
import type { PlanPatch } from '../../ipc/contract.ts'
import type { Id } from '../../plan/fields.ts'
import { occurrenceKey } from '../../plan/occurrenceKey.ts'
import { findSession, own, type Plan } from '../../plan/plan.ts'
import { occurrencesOf } from '../../plan/series.ts'
import type { Session } from '../../plan/session.ts'
import { addDays, type Day, dayNumber } from '../../time/day.ts'
import { wallDay } from '../../time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../time/zone.ts'

/** Where a step leads: a session or a day of a week, a client's page, the time off and hours in the settings. */
export type StepPlace =
  | { readonly to: 'session'; readonly key: string; readonly day: Day }
  | { readonly to: 'day'; readonly day: Day }
  | { readonly to: 'client'; readonly clientId: Id }
  | { readonly to: 'settings' }

/** What was changed; an import changes thousands of records, of which the first stand for the rest. */
interface Changed {
  readonly kind: string
  readonly id: Id
}
const MOST_LOOKED_AT = 100

/** The records that patches are about: of the years by kind and id, of the practice by its map and id. */
function changedBy(patches: readonly PlanPatch[]): readonly Changed[] {
  return patches.slice(0, MOST_LOOKED_AT).flatMap(({ path }): Changed[] => {
    const [root, ...rest] = path.map(String)
    const [kind, id] = root === 'years' ? rest.slice(1) : rest
    return kind === undefined ? [] : [{ kind, id: id ?? '' }]
  })
}

/** The name of the client that a step was for; null where it was for none, or for several. */
export function clientOfStep(
  { patches }: { readonly patches: readonly PlanPatch[] },
  before: Plan,
  after: Plan,
): string | null {
  const ids = new Set(
    changedBy(patches).flatMap((changed) => clientOf(after, changed) ?? clientOf(before, changed) ?? []),
  )
  const [id] = ids
  if (id === undefined || ids.size > 1) return null
  return (own(after.practice.clients, id) ?? own(before.practice.clients, id))?.name ?? null
}

function clientOf(plan: Plan, { kind, id }: Changed): Id | null {
  const { engagements, deliverables } = plan.practice
  const engagementId = () => {
    if (kind === 'sessions' || kind === 'series') return findSession(plan, id)?.engagementId
    if (kind === 'deliverables') return own(deliverables, id)?.engagementId
    return kind === 'engagements' ? id : null
  }
  if (kind === 'clients') return own(plan.practice.clients, id)?.id ?? null
  return own(engagements, engagementId() ?? '')?.clientId ?? null
}

/** Where what a step changed is in the plan as it is now: sessions first. `start` is the first day of the week that is asked about. */
export function placeOfStep(
  { patches }: { readonly patches: readonly PlanPatch[] },
  now: Plan,
  start: Day,
): StepPlace | null {
  const changed = changedBy(patches)
  const first = <T>(find: (one: Changed) => T | null): T | null => {
    for (const one of changed) {
      const found = find(one)
      if (found !== null) return found
    }
    return null
  }
  return first((one) => sessionPlace(now, one, start)) ?? first((one) => otherPlace(now, one))
}

function sessionPlace(now: Plan, { kind, id }: Changed, start: Day): StepPlace | null {
  if (kind !== 'sessions' && kind !== 'series') return null
  const session = findSession(now, id)
  return session === undefined ? null : shown(session, start, now.practice.settings.homeZone)
}

/** A session on its day; of a series the first one of the week, or else the first there is. */
function shown(session: Session, start: Day, homeZone: string): StepPlace | null {
  const { id, zone, recurrence } = session
  const day = (wall: string) => wallDay(fromEpochMinute(toEpochMinute(wall, zone), homeZone))
  if (recurrence === null) return { to: 'session', key: occurrenceKey(id, null), day: day(session.start) }
  const inWeek = occurrencesOf(session, { from: addDays(start, -1), to: addDays(start, 7) }).find((one) => {
    const days = dayNumber(day(one.start)) - dayNumber(start)
    return days >= 0 && days < 7
  })
  return inWeek === undefined
    ? { to: 'day', day: day(session.start) }
    : { to: 'session', key: inWeek.key, day: day(inWeek.start) }
}

function otherPlace(now: Plan, changed: Changed): StepPlace | null {
  const { kind, id } = changed
  const { timeOff, patterns } = now.practice
  if (kind === 'timeOff') {
    const off = own(timeOff, id)
    return off === undefined ? null : { to: 'day', day: off.from }
  }
  if (kind === 'settings' || (kind === 'patterns' && own(patterns, id) !== undefined))
    return { to: 'settings' }
  const clientId = clientOf(now, changed)
  return clientId === null ? null : { to: 'client', clientId }
}
