import { z } from 'zod'
import { DayField, Id, LONGEST_MINUTES, MinuteTotal, Note, WallClockField, ZoneField } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { OccurrenceRef } from './session.ts'

/**
 * Time that was worked. `start` is null where only the day and the length are known (a timesheet line, an import
 * without clock times): no clock time is ever invented. It belongs to the day on which it starts.
 */
export const TimeEntry = z
  .strictObject({
    id: Id,
    /** Null is own-business time. */
    engagementId: Id.nullable(),
    day: DayField,
    start: WallClockField.nullable(),
    zone: ZoneField,
    /** As worked; 0 where the planned session that it names did not happen. */
    minutes: MinuteTotal.max(LONGEST_MINUTES, { error: 'minutes-too-long' }),
    note: Note,
    areaId: Id.nullable(),
    deliverableId: Id.nullable(),
    billable: z.boolean(),
    /** The planned occurrence that it confirms. */
    session: OccurrenceRef.nullable(),
    /**
     * The day on which it was worked, where that day's period was closed already: the entry is posted to `day`, in the
     * open period, and names the day that it belongs to. Null for all others.
     */
    lateFor: DayField.nullable(),
    /** Identity in the file that it was imported from. */
    importKey: z.string().max(200).nullable(),
  })
  .refine((entry) => entry.start === null || entry.start.startsWith(entry.day), {
    path: ['start'],
    error: 'start-not-on-day',
  })
  .refine((entry) => entry.minutes > 0 || (entry.session !== null && !entry.billable), {
    path: ['minutes'],
    error: 'minutes-positive',
  })
  .refine((entry) => entry.lateFor === null || (entry.lateFor < entry.day && entry.start === null), {
    path: ['lateFor'],
    error: 'late-not-before',
  })
export type TimeEntry = Frozen<z.infer<typeof TimeEntry>>
