/** What an exported plan says besides, taken into records where it still holds in the plan that it is read into. */
import { own, type Plan } from '../plan/plan.ts'
import type { OccurrenceChange, Session } from '../plan/session.ts'
import { fromEpochMinute, toEpochMinute } from '../time/zone.ts'
import type { CalendarEvent } from './calendarFile.ts'
import { writtenRule } from './ics/writtenRule.ts'
import type { ChangedOccurrence, Meeting } from './meetings.ts'

type Practice = Plan['practice']
type Named = Partial<Pick<Session, 'engagementId' | 'areaId' | 'deliverableId'>>

/** The engagement that an exported session was for; undefined where it names none that is here. */
export function ownEngagement(event: CalendarEvent, practice: Practice): string | null | undefined {
  if (event.own === null || !('session' in event.own)) return undefined
  const { engagementId } = event.own.session
  return engagementId === null || own(practice.engagements, engagementId) !== undefined
    ? engagementId
    : undefined
}

/** A new session with what its export says of it besides. */
export function withOwnFacts(session: Session, event: CalendarEvent, practice: Practice): Session {
  if (event.own === null || !('session' in event.own)) return session
  const { engagementId, rule: _, ...facts } = event.own.session
  const isFor = engagementId === session.engagementId
  const { billable } = isFor ? facts : session
  return {
    ...session,
    ...facts,
    billable,
    ...held({ ...facts, engagementId: session.engagementId }, practice),
  }
}

/** Area and deliverable as far as they exist here; a deliverable only of its engagement. */
function held({ engagementId, areaId, deliverableId }: Named, practice: Practice) {
  const deliverable = own(practice.deliverables, deliverableId ?? '')
  return {
    areaId: own(practice.areas, areaId ?? '') === undefined ? null : (areaId ?? null),
    deliverableId:
      deliverable === undefined || deliverable.engagementId !== engagementId ? null : deliverable.id,
  }
}

/** The rule as it stood where it was exported, unless it was changed since. */
export function ownRule(meeting: Meeting, written: string): string {
  const { event, timing } = meeting
  const rule = event.own !== null && 'session' in event.own ? event.own.session.rule : undefined
  return rule !== undefined && writtenRule(rule, timing.zone) === written ? rule : written
}

/** The change of an occurrence as it stood where it was exported, unless the event says something else by now. */
export function ownChange(
  { event, timing, original }: ChangedOccurrence,
  series: Meeting,
  read: OccurrenceChange,
  practice: Practice,
): OccurrenceChange {
  if (event.own === null || !('change' in event.own)) return read
  const { change } = event.own
  const at = toEpochMinute(change.start ?? original, change.zone ?? series.timing.zone)
  const isAsExported =
    // By the clocks of the series, on which the time was read: in the hour that they show twice an instant has no name.
    fromEpochMinute(at, timing.zone) === timing.start &&
    (change.minutes ?? series.timing.minutes) === timing.minutes &&
    (change.title ?? series.event.title) === event.title
  return isAsExported ? withoutStrangers(change, practice) : read
}

/** A change without what is not here. */
function withoutStrangers(
  change: OccurrenceChange,
  { engagements, areas, deliverables }: Practice,
): OccurrenceChange {
  const { engagementId, areaId, deliverableId, ...rest } = change
  const known = (id: string | null | undefined, records: Readonly<Record<string, unknown>>) =>
    id === null || (id !== undefined && own(records, id) !== undefined)
  return {
    ...rest,
    ...(engagementId !== undefined && known(engagementId, engagements) ? { engagementId } : {}),
    ...(areaId !== undefined && known(areaId, areas) ? { areaId } : {}),
    ...(deliverableId !== undefined && known(deliverableId, deliverables) ? { deliverableId } : {}),
  }
}
