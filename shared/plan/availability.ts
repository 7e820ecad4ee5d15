import { z } from 'zod'
import { DayField, Id, Line, MinuteOfDay } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { Source } from './source.ts'

/** A stretch of a civil day, minutes from its midnight, end excluded. */
export const DayInterval = z
  .strictObject({ from: MinuteOfDay, to: MinuteOfDay })
  .refine((i) => i.from < i.to, { path: ['to'], error: 'end-before-start' })
export type DayInterval = Frozen<z.infer<typeof DayInterval>>

const WorkingDay = z
  .array(DayInterval)
  .max(12)
  .refine((day) => day.every((interval, i) => i === 0 || (day[i - 1]?.to ?? 0) <= interval.from), {
    error: 'intervals-overlap',
  })

/** Working hours per weekday (index 0 is Monday), in the home zone, valid from a day until the next pattern begins. */
export const WorkingPattern = z.strictObject({
  id: Id,
  from: DayField,
  week: z.tuple([WorkingDay, WorkingDay, WorkingDay, WorkingDay, WorkingDay, WorkingDay, WorkingDay]),
})
export type WorkingPattern = Frozen<z.infer<typeof WorkingPattern>>

/** Days (first to last, both included) or a part of each of them on which the planner does not work. */
export const TimeOff = z
  .strictObject({
    id: Id,
    title: Line,
    from: DayField,
    to: DayField,
    /** The part of each day that is off; null is the whole day. */
    part: DayInterval.nullable(),
    source: Source.nullable(),
  })
  .refine((off) => off.from <= off.to, { path: ['to'], error: 'end-before-start' })
export type TimeOff = Frozen<z.infer<typeof TimeOff>>
