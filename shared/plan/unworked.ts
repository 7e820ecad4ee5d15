import { z } from 'zod'
import { DayField, Line } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { OccurrenceRef } from './session.ts'

/** A planned occurrence that did not happen: there is no time to enter for it. It stands in the year of its day. */
export const Unworked = z.strictObject({ session: OccurrenceRef, day: DayField, reason: Line })
export type Unworked = Frozen<z.infer<typeof Unworked>>
