import { z } from 'zod'
import { DayField, Id, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { Source } from './source.ts'

/** A word on whole days that takes no time: an all-day event of a calendar that is not busy. Both days included. */
export const DayNote = z
  .strictObject({ id: Id, title: Title, from: DayField, to: DayField, source: Source.nullable() })
  .refine((note) => note.from <= note.to, { path: ['to'], error: 'end-before-start' })
export type DayNote = Frozen<z.infer<typeof DayNote>>
