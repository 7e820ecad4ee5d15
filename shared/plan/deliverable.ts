import { z } from 'zod'
import { DayField, Id, MinuteTotal, Note, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** A piece of work in an engagement; the same record is a roadmap milestone. Work may start on `release`, and ends by the end of `due`. */
export const Deliverable = z
  .strictObject({
    id: Id,
    engagementId: Id,
    title: Title,
    release: DayField.nullable(),
    due: DayField.nullable(),
    estimateMinutes: MinuteTotal,
    remainingMinutes: MinuteTotal,
    done: z.boolean(),
    areaId: Id.nullable(),
    notes: Note,
    order: z.number(),
  })
  .refine((d) => d.release === null || d.due === null || d.release <= d.due, {
    path: ['due'],
    error: 'due-before-release',
  })
export type Deliverable = Frozen<z.infer<typeof Deliverable>>

/** Done of all there is to do, 0 to 1. */
export function progressOf({ done, estimateMinutes, remainingMinutes }: Deliverable): number {
  const all = Math.max(estimateMinutes, remainingMinutes)
  return done ? 1 : all === 0 ? 0 : (all - remainingMinutes) / all
}
