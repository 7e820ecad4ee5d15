import { z } from 'zod'
import type { Day } from '../time/day.ts'
import { DayField, Id, Line, MinorPositive, MinuteTotal, Note, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** A part of a fixed price: billed on a day, when a deliverable is done, or when the engagement ends. */
export const Instalment = z.strictObject({
  id: Id,
  title: Line,
  amount: MinorPositive,
  on: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('day'), day: DayField }),
    z.strictObject({ kind: z.literal('deliverable'), deliverableId: Id }),
    z.strictObject({ kind: z.literal('end') }),
  ]),
})
export type Instalment = Frozen<z.infer<typeof Instalment>>

/** Periods after which carried hours expire, the oldest first; null is never. */
const expiresAfter = z.int().min(1).max(36).nullable()

/** How the work is paid. Prices are in the client's currency, minor units. */
export const Terms = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hourly'), rate: MinorPositive }),
  z.strictObject({
    kind: z.literal('daily'),
    rate: MinorPositive,
    minutesPerDay: z.int().min(60).max(1440),
    /** Whether a day is billed in halves, or whole only. */
    halfDays: z.boolean(),
  }),
  z
    .strictObject({
      kind: z.literal('fixed'),
      price: MinorPositive,
      /** The price in parts; none is one bill at the end. */
      instalments: z.array(Instalment).max(60),
    })
    .refine(({ price, instalments }) => instalments.length === 0 || sumOf(instalments) === price, {
      path: ['instalments'],
      error: 'instalments-sum',
    }),
  z.strictObject({
    kind: z.literal('retainer'),
    period: z.enum(['week', 'month']),
    minutes: MinuteTotal,
    price: MinorPositive,
    overageRate: MinorPositive,
    /** What is beyond the hours of a period: billed at the overage rate, or taken from the next grant. */
    overage: z.enum(['billed', 'carried']),
    rollover: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('all'), expiresAfter }),
      z.strictObject({ kind: z.literal('capped'), minutes: MinuteTotal, expiresAfter }),
    ]),
    /** Day of the month (1–31, the last day where the month is shorter) or ISO weekday on which a period begins. */
    resetDay: z.int().min(1).max(31),
  }),
])
export type Terms = Frozen<z.infer<typeof Terms>>

function sumOf(instalments: readonly { readonly amount: number }[]): number {
  return instalments.reduce((sum, { amount }) => sum + amount, 0)
}

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

/** How an engagement came about. */
export const originKinds = ['referral', 'network', 'event', 'existing', 'search', 'other'] as const
export const Origin = z.strictObject({
  kind: z.enum(originKinds),
  /** By whom, or at what. */
  from: Line,
})
export type Origin = Frozen<z.infer<typeof Origin>>

/** How an engagement ended: its work done, ended before, or never won. */
export const outcomeKinds = ['completed', 'ended', 'lost'] as const
export const Outcome = z.strictObject({
  kind: z.enum(outcomeKinds),
  on: DayField,
  reason: Line,
  /** What was achieved, as the portfolio of outcomes tells it. */
  result: Note,
})
export type Outcome = Frozen<z.infer<typeof Outcome>>

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
    origin: Origin.nullable(),
    /** What a prospect should bring in all, in the client's currency; null is what its terms and commitment make. */
    value: MinorPositive.nullable(),
    /** The day of the next step with a prospect. */
    nextContact: DayField.nullable(),
    outcome: Outcome.nullable(),
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

/** An active engagement without commitment, budget or rounding, and everything else at its usual value. */
export function newEngagement(
  given: Pick<Engagement, 'id' | 'clientId' | 'name' | 'start' | 'terms' | 'order'> & Partial<Engagement>,
): Engagement {
  return {
    status: 'active',
    probability: 100,
    end: null,
    commitments: [],
    budget: null,
    rounding: { mode: 'none', increment: 15, scope: 'entry' },
    origin: null,
    value: null,
    nextContact: null,
    outcome: null,
    notes: '',
    ...given,
  }
}

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
