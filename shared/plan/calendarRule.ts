import { z } from 'zod'
import { Id, Line } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** By what a kept rule knows the events it is for, the more telling first. */
export const ruleSigns = ['domain', 'title', 'calendar'] as const
export type RuleSign = (typeof ruleSigns)[number]

/**
 * Which engagement events of calendars go to, as the planner once said: those with somebody invited from a domain, with
 * these words in the title, or of the calendar of this name.
 */
export const CalendarRule = z.strictObject({
  id: Id,
  by: z.enum(ruleSigns),
  text: Line.min(1),
  /** Null is own-business time. */
  engagementId: Id.nullable(),
})
export type CalendarRule = Frozen<z.infer<typeof CalendarRule>>
