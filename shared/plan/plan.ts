/**
 * The plan whole. Its shape is the shape on disk: one practice, and one year per calendar year, so a change copies at
 * most one year's map and costs the same after ten years as after one.
 */
import { castDraft, isDraft, original } from 'immer'
import { z } from 'zod'
import type { WallClock } from '../time/wallClock.ts'
import { AcceptedFlag } from './acceptedFlag.ts'
import { Agreement } from './agreement.ts'
import { Area } from './area.ts'
import { TimeOff, WorkingPattern } from './availability.ts'
import { Business, Numbering, newBusiness, Picture, PictureName } from './business.ts'
import { CalendarRule } from './calendarRule.ts'
import { Client } from './client.ts'
import { DayNote } from './dayNote.ts'
import { DeletedImport, DeletedImportKey } from './deletedImport.ts'
import { Deliverable } from './deliverable.ts'
import { Engagement } from './engagement.ts'
import { Expense } from './expense.ts'
import { DayField, Id } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { Invoice } from './invoice.ts'
import { Scenario } from './scenario.ts'
import { Session } from './session.ts'
import { newSettings, Settings } from './settings.ts'
import { TimeEntry } from './timeEntry.ts'
import { Timer } from './timer.ts'

/** Names a flag, and an entry of the plan: a name that every object has already is none. */
export const FlagKey = z
  .string()
  .min(1)
  .max(400)
  .refine((key) => key !== '__proto__', { error: 'id' })

/** What is not tied to a year. `series` are the sessions that recur: they reach over years. */
export const Practice = z.strictObject({
  clients: z.record(Id, Client),
  engagements: z.record(Id, Engagement),
  deliverables: z.record(Id, Deliverable),
  agreements: z.record(Id, Agreement),
  areas: z.record(Id, Area),
  patterns: z.record(Id, WorkingPattern),
  timeOff: z.record(Id, TimeOff),
  dayNotes: z.record(Id, DayNote),
  series: z.record(Id, Session),
  /** Which engagement events of calendars go to. */
  calendarRules: z.record(Id, CalendarRule),
  /** What came from calendars and was deleted here. */
  deletedImports: z.record(DeletedImportKey, DeletedImport),
  /** What is being worked on now. */
  timer: Timer.nullable(),
  /** The last day of the time that is closed: entries up to it no longer change. Null where none is. */
  closedThrough: DayField.nullable(),
  acceptedFlags: z.record(FlagKey, AcceptedFlag),
  scenarios: z.record(Id, Scenario),
  business: Business,
  numbering: Numbering,
  /** Where the numbers of credit notes come from; null where they are of the invoices' series. */
  creditNumbering: Numbering.nullable(),
  /** Logos, also those of invoices issued under an earlier one. */
  pictures: z.record(PictureName, Picture),
  settings: Settings,
})
export type Practice = Frozen<z.infer<typeof Practice>>

/** A calendar year: single sessions by their start, entries and expenses by their day, invoices by the day they were drafted. */
export const Year = z.strictObject({
  sessions: z.record(Id, Session),
  entries: z.record(Id, TimeEntry),
  expenses: z.record(Id, Expense),
  invoices: z.record(Id, Invoice),
})
export type Year = Frozen<z.infer<typeof Year>>

/** Four digits, the calendar year. */
export const YearKey = z.string().regex(/^\d{4}$/)
export type YearKey = z.infer<typeof YearKey>

export const Plan = z.strictObject({ practice: Practice, years: z.record(YearKey, Year) })
type MutablePlan = z.infer<typeof Plan>

/** The plan as everybody but a command's recipe sees it. */
export type Plan = Frozen<MutablePlan>
/** The plan as a command's recipe sees it: an immer draft. */
export type PlanDraft = MutablePlan

/** A year in which nothing stands. Shared, so that reading a missing year gives the same reference each time. */
export const emptyYear: Year = Object.freeze({
  sessions: Object.freeze({}),
  entries: Object.freeze({}),
  expenses: Object.freeze({}),
  invoices: Object.freeze({}),
})

/** A plan with nothing in it, for a planner in the given zone. */
export function emptyPlan(homeZone: string): Plan {
  return {
    practice: {
      clients: {},
      engagements: {},
      deliverables: {},
      agreements: {},
      areas: {},
      patterns: {},
      timeOff: {},
      dayNotes: {},
      series: {},
      calendarRules: {},
      deletedImports: {},
      timer: null,
      closedThrough: null,
      acceptedFlags: {},
      scenarios: {},
      business: newBusiness,
      numbering: { pattern: '{YYYY}-{###}', next: {} },
      creditNumbering: null,
      pictures: {},
      settings: newSettings(homeZone),
    },
    years: {},
  }
}

/** The calendar year of a day or a wall-clock time. */
export function yearOf(dayOrWallClock: WallClock): YearKey {
  return dayOrWallClock.slice(0, 4)
}

/** The session with this id, single or series. */
export function findSession(plan: Plan | PlanDraft, id: Id): Session | undefined {
  return own(plan.practice.series, id) ?? findInYears(plan, 'sessions', id)
}

/** The time entry with this id. */
export function findEntry(plan: Plan | PlanDraft, id: Id): TimeEntry | undefined {
  return findInYears(plan, 'entries', id)
}

/** The expense with this id. */
export function findExpense(plan: Plan | PlanDraft, id: Id): Expense | undefined {
  return findInYears(plan, 'expenses', id)
}

/** The invoice with this id. */
export function findInvoice(plan: Plan | PlanDraft, id: Id): Invoice | undefined {
  return findInYears(plan, 'invoices', id)
}

function findInYears<K extends keyof Year>(
  plan: Plan | PlanDraft,
  kind: K,
  id: Id,
): Year[K][string] | undefined {
  for (const key of yearsOf(plan, kind, id)) {
    const found = own((plan.years[key] as Year)[kind] as Record<Id, Year[K][string]>, id)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * The years in which a record may stand, the likely one alone where that is sure. Looking into a year of a draft makes
 * drafts of it, which costs more the more years there are; so the plan that the recipe began with is asked first.
 */
function yearsOf(plan: Plan | PlanDraft, kind: keyof Year, id: Id): readonly YearKey[] {
  const before = isDraft(plan) ? original(plan as PlanDraft) : undefined
  if (before === undefined) return Object.keys(plan.years)
  const key = Object.keys(before.years).find((year) => Object.hasOwn(before.years[year]?.[kind] ?? {}, id))
  const isThere = key !== undefined && Object.hasOwn(plan.years[key]?.[kind] ?? {}, id)
  return isThere ? [key] : Object.keys(plan.years)
}

/** A map's value by a key that came from outside: never something inherited. */
export function own<V>(map: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

/** Puts a session where it belongs (series, or the year of its start), removing it from where it stood before. */
export function putSession(draft: PlanDraft, session: Session): void {
  const year = session.recurrence === null ? yearOf(session.start) : null
  const sessions = year === null ? draft.practice.series : yearDraft(draft, year).sessions
  // One that stays where it stood keeps its place: what is made of the others finds them where they were.
  if (!Object.hasOwn(sessions, session.id)) removeSession(draft, session.id)
  sessions[session.id] = castDraft(session)
}

/** Takes a session out of the plan. */
export function removeSession(draft: PlanDraft, id: Id): void {
  if (Object.hasOwn(draft.practice.series, id)) delete draft.practice.series[id]
  removeInYears(draft, 'sessions', id)
}

/** Puts a time entry into the year of its day, removing it from where it stood before. */
export function putEntry(draft: PlanDraft, entry: TimeEntry): void {
  removeEntry(draft, entry.id)
  yearDraft(draft, yearOf(entry.day)).entries[entry.id] = castDraft(entry)
}

/** Puts entries whose ids are new into the years of their days: without a look for where each stood, so 100,000 take no longer than they must. */
export function addEntries(draft: PlanDraft, entries: readonly TimeEntry[]): void {
  const ofYear = new Map<YearKey, PlanDraft['years'][string]['entries']>()
  for (const entry of entries) {
    const key = yearOf(entry.day)
    let records = ofYear.get(key)
    if (records === undefined) {
      records = yearDraft(draft, key).entries
      ofYear.set(key, records)
    }
    records[entry.id] = castDraft(entry)
  }
}

/** Takes a time entry out of the plan. */
export function removeEntry(draft: PlanDraft, id: Id): void {
  removeInYears(draft, 'entries', id)
}

/** Puts an expense into the year of its day, removing it from where it stood before. */
export function putExpense(draft: PlanDraft, expense: Expense): void {
  removeExpense(draft, expense.id)
  yearDraft(draft, yearOf(expense.day)).expenses[expense.id] = castDraft(expense)
}

/** Takes an expense out of the plan. */
export function removeExpense(draft: PlanDraft, id: Id): void {
  removeInYears(draft, 'expenses', id)
}

/** Puts an invoice into the year in which it was drafted. */
export function putInvoice(draft: PlanDraft, invoice: Invoice): void {
  yearDraft(draft, yearOf(invoice.createdOn)).invoices[invoice.id] = castDraft(invoice)
}

/** Takes an invoice out of the plan. */
export function removeInvoice(draft: PlanDraft, id: Id): void {
  removeInYears(draft, 'invoices', id)
}

function removeInYears(draft: PlanDraft, kind: keyof Year, id: Id): void {
  for (const key of yearsOf(draft, kind, id)) {
    const records = draft.years[key]?.[kind]
    if (records !== undefined && Object.hasOwn(records, id)) delete records[id]
  }
}

function yearDraft(draft: PlanDraft, key: YearKey): PlanDraft['years'][string] {
  draft.years[key] ??= { sessions: {}, entries: {}, expenses: {}, invoices: {} }
  return draft.years[key]
}
