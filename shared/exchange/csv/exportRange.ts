import { z } from 'zod'
import { DayField, Id } from '../../plan/fields.ts'
import type { Frozen } from '../../plan/frozen.ts'

/** What is exported: a client's, or everything with own business where `clientId` is null; first and last day included. */
export const ExportRange = z
  .strictObject({ clientId: Id.nullable(), from: DayField, to: DayField })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'end-before-start' })
export type ExportRange = Frozen<z.infer<typeof ExportRange>>
