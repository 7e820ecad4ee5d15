import { z } from 'zod'
import { Id, Note, ZoneField } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { OccurrenceRef } from './session.ts'

/** An instant in UTC to the second, `YYYY-MM-DDTHH:mm:ssZ`. */
export const InstantField = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, { error: 'instant' })
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: 'instant' })

/** What is being worked on now. There is one timer; what it measured becomes a time entry when it stops. */
export const Timer = z.strictObject({
  /** The id that the time entry will have. */
  entryId: Id,
  startedAt: InstantField,
  zone: ZoneField,
  /** Null is own-business time. */
  engagementId: Id.nullable(),
  deliverableId: Id.nullable(),
  areaId: Id.nullable(),
  note: Note,
  billable: z.boolean(),
  /** The planned occurrence that it works on. */
  session: OccurrenceRef.nullable(),
  /** The end of the last gap that was work: what lies before it is not asked about again. Null where none was. */
  keptThrough: InstantField.nullable(),
})
export type Timer = Frozen<z.infer<typeof Timer>>
