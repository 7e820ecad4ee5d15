/**
 * What a session says that iCalendar has no words for. It travels as JSON in a property of our own, so that an exported
 * plan comes back whole; other calendars pass it over.
 */
import { z } from 'zod'
import { DayInterval } from '../../plan/availability.ts'
import { DayField, Id, MinuteTotal } from '../../plan/fields.ts'
import { OwnLead } from '../../plan/reminding.ts'
import { OccurrenceChange, type Session, SessionKind } from '../../plan/session.ts'
import { parseRule } from '../../time/ruleText.ts'

/** The property's name. */
export const OWN_PROPERTY = 'X-HEADROOM'

export const OwnFacts = z.strictObject({
  engagementId: Id.nullable(),
  kind: SessionKind,
  billable: z.boolean(),
  areaId: Id.nullable(),
  deliverableId: Id.nullable(),
  travelBefore: MinuteTotal.max(1440),
  travelAfter: MinuteTotal.max(1440),
  /** How long before it to remind, where that is not as usual. */
  lead: z.exactOptional(OwnLead),
  /** The rule as it stands here, where it had to be written in another form. */
  rule: z.exactOptional(
    z
      .string()
      .max(2000)
      .refine((text) => parseRule(text).ok),
  ),
})

/** A session's, those of one changed occurrence, or a part of several days that is off. */
export const OwnProperty = z.union([
  z.strictObject({ session: OwnFacts }),
  z.strictObject({ change: OccurrenceChange }),
  z.strictObject({ timeOff: z.strictObject({ from: DayField, to: DayField, part: DayInterval }) }),
])
export type OwnProperty = z.infer<typeof OwnProperty>

/** A session's facts. */
export function ownFactsOf(session: Session, written: string | null): z.infer<typeof OwnFacts> {
  const { engagementId, kind, billable, areaId, deliverableId, travelBefore, travelAfter, lead } = session
  const rule = session.recurrence?.rule ?? ''
  return {
    engagementId,
    kind,
    billable,
    areaId,
    deliverableId,
    travelBefore,
    travelAfter,
    ...(lead === 'usual' ? {} : { lead }),
    ...(rule === '' || rule === written ? {} : { rule }),
  }
}

/** The property of a file; null where it is none of ours, or none any more. */
export function readOwnProperty(text: string): OwnProperty | null {
  try {
    const read = OwnProperty.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    // Not JSON: some other program's property of that name.
    return null
  }
}
