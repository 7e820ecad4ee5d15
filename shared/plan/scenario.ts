import { z } from 'zod'
import { DayField, Id, MinuteTotal, Title, Weekday } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** One thing that would be otherwise. */
export const ScenarioChange = z.discriminatedUnion('kind', [
  /** A prospect is won from a day on, with its own promise (null) or so many minutes a week. */
  z.strictObject({
    kind: z.literal('take'),
    engagementId: Id,
    from: DayField,
    minutes: MinuteTotal.max(10_080).nullable(),
  }),
  /** A client's engagements end before a day, and what was planned for it from then on goes. */
  z.strictObject({ kind: z.literal('drop'), clientId: Id, from: DayField }),
  /** Some weekdays are free in a stretch of days. */
  z
    .strictObject({
      kind: z.literal('shorter'),
      from: DayField,
      to: DayField,
      freeDays: z.array(Weekday).min(1, { error: 'no-weekday' }).max(7),
    })
    .refine((change) => change.from <= change.to, { path: ['to'], error: 'end-before-start' }),
  /** Nobody works in a stretch of days. */
  z
    .strictObject({ kind: z.literal('off'), from: DayField, to: DayField })
    .refine((change) => change.from <= change.to, { path: ['to'], error: 'end-before-start' }),
])
export type ScenarioChange = Frozen<z.infer<typeof ScenarioChange>>

/** What if: changes that are laid over the plan to look at, and become real only when the planner says so. */
export const Scenario = z.strictObject({
  id: Id,
  name: Title,
  changes: z.array(ScenarioChange).min(1, { error: 'scenario-empty' }).max(20),
  order: z.number(),
})
export type Scenario = Frozen<z.infer<typeof Scenario>>
