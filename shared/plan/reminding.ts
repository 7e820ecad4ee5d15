import { z } from 'zod'
import { Weekday } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** Minutes before the start, the way there added; null is no reminder. */
export const Lead = z.int().min(0).max(1440).nullable()
export type Lead = z.infer<typeof Lead>

/** A lead of its own, or `usual`: a session's usual one is its client's, a client's is the one of the kind. */
export const OwnLead = z.union([z.literal('usual'), Lead])
export type OwnLead = z.infer<typeof OwnLead>

/** One value for each kind of session. */
const perKind = <S extends z.ZodType>(value: S) =>
  z.strictObject({ focus: value, meeting: value, travel: value, admin: value })

/** The leads of one client's sessions, where they are others than usual. */
export const ClientLeads = perKind(OwnLead)
export type ClientLeads = Frozen<z.infer<typeof ClientLeads>>

/** Leads that are all the usual ones. */
export const usualLeads: ClientLeads = { focus: 'usual', meeting: 'usual', travel: 'usual', admin: 'usual' }

/** A time of day in minutes from midnight. */
const TimeOfDay = z.int().min(0).max(1439)

/** Hours of every day on which nothing is shown, over midnight where they end before they begin. */
export const QuietHours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'quiet-empty' })
export type QuietHours = Frozen<z.infer<typeof QuietHours>>

/** What is held back while nobody works: nothing, what falls on days off, or also what lies outside working hours. */
export const quietTimes = ['never', 'days-off', 'off-hours'] as const

/** What the planner is reminded of, and when not. */
export const ReminderSettings = z.strictObject({
  enabled: z.boolean(),
  lead: perKind(Lead),
  /** Dates of agreements and of contacts. */
  dates: z.boolean(),
  /** Deliverables that are due. */
  deliverables: z.boolean(),
  /** At the end of a day whose sessions are not confirmed as worked. */
  dayEnd: z.boolean(),
  /** When to plan the week, on the clocks of the home zone; null is never. */
  planning: z.strictObject({ weekday: Weekday, at: TimeOfDay }).nullable(),
  quietTime: z.enum(quietTimes),
  /** "Do not disturb", on the clocks of the home zone; null is never. */
  quietHours: QuietHours.nullable(),
})
export type ReminderSettings = Frozen<z.infer<typeof ReminderSettings>>

/** What a new plan reminds of. */
export const newReminders: ReminderSettings = {
  enabled: true,
  lead: { focus: 0, meeting: 10, travel: 10, admin: null },
  dates: true,
  deliverables: true,
  dayEnd: true,
  planning: { weekday: 5, at: 15 * 60 },
  quietTime: 'days-off',
  quietHours: null,
}
