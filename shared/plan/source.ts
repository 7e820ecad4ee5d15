import { z } from 'zod'
import { Line, WallClockField } from './fields.ts'
import type { Frozen } from './frozen.ts'

/**
 * Where an imported record came from. `uid` and `recurrenceId` are the calendar's own identity (RFC 5545 §3.8.4.7,
 * §3.8.4.4), so a second import finds the record again; `digest` tells whether the calendar changed since.
 */
export const Source = z.strictObject({
  calendar: Line,
  uid: z.string().min(1).max(1000),
  recurrenceId: WallClockField.nullable(),
  sequence: z.int().min(0),
  /** When the calendar changed it last, as `YYYYMMDDTHHMMSSZ`; empty where it does not say. */
  modified: z.string().regex(/^(\d{8}T\d{6}Z)?$/),
  digest: z.string().max(80),
})
export type Source = Frozen<z.infer<typeof Source>>
