/** What can be asked of the past: why a week or a day holds too much, or why work cannot be done in time. */
import { z } from 'zod'
import { DayField } from '../../plan/fields.ts'
import type { Frozen } from '../../plan/frozen.ts'
import type { Flag } from '../flags/flag.ts'

/** Pieces of work that one window may hold. */
const MOST_ITEMS = 10_000

/** `items` are the pieces of work of a deadline's window, by their ids (`DeadlineItem`). */
const About = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('week') }),
  z.strictObject({ kind: z.literal('day'), day: DayField }),
  z.strictObject({
    kind: z.literal('deadline'),
    items: z.array(z.string().min(1).max(400)).min(1).max(MOST_ITEMS).readonly(),
  }),
])

/** The question, in the week from `start`. */
export const WhyQuestion = z.strictObject({ start: DayField, about: About })
export type WhyQuestion = Frozen<z.infer<typeof WhyQuestion>>

/** The question that a flag of the week from `start` raises; null for flags that no change makes alone, or of another kind. */
export function questionOf(flag: Flag, start: string): WhyQuestion | null {
  switch (flag.code) {
    case 'week-over':
      return { start, about: { kind: 'week' } }
    case 'day-over':
      return { start, about: { kind: 'day', day: flag.facts.day } }
    case 'deadline':
      // What was due is due, and what fits only in shorter pieces is not impossible.
      return flag.facts.past || flag.facts.finer
        ? null
        : { start, about: { kind: 'deadline', items: flag.facts.items.map(({ id }) => id) } }
    default:
      return null
  }
}
