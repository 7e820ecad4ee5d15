import { z } from 'zod'
import type { Day } from '../time/day.ts'
import { DayField, Id, MinorPositive, MinuteTotal, Note, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** How the work is paid. Prices are in the client's currency, minor units. */
export const Terms = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hourly'), rate: MinorPositive }),
  z.strictObject({ kind: z.literal('daily'), rate: MinorPositive, minutesPerDay: z.int().min(60).max(1440) }),
  z.strictObject({ kind: z.literal('fixed'), price: MinorPositive }),
  z.strictObject({
    kind: z.literal('retainer'),
    period: z.enum(['week', 'month']),
    minutes: MinuteTotal,
    price: MinorPositive,
    overageRate: MinorPositive,
    rollover: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.literal('capped'), minutes: MinuteTotal }),
    ]),
    /** Day of the month (1–31, the last day where the month is shorter) or ISO weekday on which a period begins. */
    resetDay: z.int().min(1).max(31),
  }),
])
export type Terms = Frozen<z.infer<typeof Terms>>

/** The share of the week promised. Days are counted in halves; a part week is prorated by its working days. */
export const Commitment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hoursPerWeek'), minutes: MinuteTotal }),
  z.strictObject({ kind: z.literal('daysPerWeek'), halfDays: z.int().min(0).max(14) }),
  z.strictObject({ kind: z.literal('hoursPerMonth'), minutes: MinuteTotal }),
])
export type Commitment = Frozen<z.infer<typeof Commitment>>

/**
 * What the work may take in all: hours, or money in the client's currency. What is logged and planned is held against
 * it; nothing is billed less for it.
 */
export const Budget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hours'), minutes: MinuteTotal.min(1, { error: 'budget-nothing' }) }),
  z.strictObject({ kind: z.literal('money'), amount: MinorPositive.min(1, { error: 'budget-nothing' }) }),
])
export type Budget = Frozen<z.infer<typeof Budget>>

/** How exact minutes become billed minutes (facts.md, "Billable time"): aggregate in the scope, then round. */
export const Rounding = z.strictObject({
  mode: z.enum(['none', 'up', 'nearest', 'down']),
  increment: z.union([1, 3, 5, 6, 10, 15, 30, 60].map((minutes) => z.literal(minutes))),
  scope: z.enum(['entry', 'day', 'invoice']),
})
export type Rounding = Frozen<z.infer<typeof Rounding>>

export const engagementStatuses = ['prospect', 'active', 'paused', 'closed'] as const

/**
 * One agreement to work for a client. Terms and commitment have a history: each holds from its day until the next,
 * so a change of rate leaves the past as it was. The first version holds for everything before it too.
 */
export const Engagement = z
  .strictObject({
    id: Id,
    clientId: Id,
    name: Title,
    status: z.enum(engagementStatuses),
    /** Chance that a prospect becomes active, in percent; 100 for the others. */
    probability: z.int().min(0).max(100),
    start: DayField.nullable(),
    end: DayField.nullable(),
    terms: z
      .array(z.strictObject({ from: DayField, terms: Terms }))
      .min(1)
      .max(200),
    commitments: z.array(z.strictObject({ from: DayField, commitment: Commitment.nullable() })).max(200),
    budget: Budget.nullable(),
    rounding: Rounding,
    notes: Note,
    order: z.number(),
  })
  .refine((e) => e.start === null || e.end === null || e.start <= e.end, {
    path: ['end'],
    error: 'end-before-start',
  })
  .refine((e) => isAscending(e.terms), { path: ['terms'], error: 'history-order' })
  .refine((e) => isAscending(e.commitments), { path: ['commitments'], error: 'history-order' })
export type Engagement = Frozen<z.infer<typeof Engagement>>

function isAscending(history: readonly { from: Day }[]): boolean {
  return history.every((version, i) => i === 0 || (history[i - 1]?.from ?? '') < version.from)
}

function versionOn<V extends { from: Day }>(history: readonly V[], day: Day): V | undefined {
  if (history.length < 2) return history[0]
  return history.findLast((version) => version.from <= day) ?? history[0]
}

/** The terms in force on a day. */
export function termsOn(engagement: Engagement, day: Day): Terms {
  const version = versionOn(engagement.terms, day)
  if (version === undefined) throw new Error(`engagement ${engagement.id} has no terms`)
  return version.terms
}

/** The commitment in force on a day, whether or not the engagement runs on it; null where nothing was promised. */
export function commitmentOn(engagement: Engagement, day: Day): Commitment | null {
  return versionOn(engagement.commitments, day)?.commitment ?? null
}

/** Whether the engagement's dates include the day. */
export function runsOn(engagement: Engagement, day: Day): boolean {
  return (
    (engagement.start === null || engagement.start <= day) &&
    (engagement.end === null || day <= engagement.end)
  )
}
