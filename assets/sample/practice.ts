/**
 * The sample practice: a fractional CTO with four clients, one prospect and a current week that is overcommitted in
 * several ways, twelve weeks of past time and four of plan. Everything is relative to today and the same for the same day.
 */
import type { Area } from '../../shared/plan/area.ts'
import type { WorkingPattern } from '../../shared/plan/availability.ts'
import { EXAMPLE_IBAN } from '../../shared/plan/business.ts'
import type { Expense } from '../../shared/plan/expense.ts'
import type { Language } from '../../shared/plan/fields.ts'
import { emptyPlan, emptyYear, type Plan, type Year } from '../../shared/plan/plan.ts'
import { occurrencesOf } from '../../shared/plan/series.ts'
import { newSession, type Occurrence, type Session } from '../../shared/plan/session.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { sampleAgreements, sampleClients, sampleDeliverables, sampleEngagements } from './clients.ts'
import { sampleExpenses } from './expenses.ts'
import { withInvoices } from './invoices.ts'
import { samplePastClients, samplePipeline } from './pipeline.ts'
import { currentWeek, type Drawn, futureWeek, pastWeek, sampleSeries } from './weeks.ts'
import { type SampleWords, sampleWords } from './words.ts'

const PAST_WEEKS = 12
const FUTURE_WEEKS = 4

export interface SampleOptions {
  readonly today: Day
  /** The planner's home zone. */
  readonly zone: string
  readonly language: Language
}

/** Builds the sample practice around a day. */
export function samplePractice({ today, zone, language }: SampleOptions): Plan {
  const words = sampleWords(language)
  const monday = weekStart(today, 1)
  const series = sampleSeries(words, monday, zone)
  const singles = sampleSingles(words, monday, zone)
  const worked = sampleEntries([...series, ...singles], addDays(monday, -7 * PAST_WEEKS), addDays(today, -1))
  const empty = emptyPlan(zone)
  const years: Record<
    string,
    Omit<Year, 'sessions' | 'entries' | 'expenses'> & {
      sessions: Record<string, Session>
      entries: Record<string, TimeEntry>
      expenses: Record<string, Expense>
    }
  > = {}
  const year = (day: Day) => {
    const key = day.slice(0, 4)
    years[key] ??= { ...emptyYear, sessions: {}, entries: {}, expenses: {} }
    return years[key]
  }
  for (const session of singles) year(session.start).sessions[session.id] = session
  for (const entry of worked) year(entry.day).entries[entry.id] = entry
  for (const expense of sampleExpenses(words, monday)) year(expense.day).expenses[expense.id] = expense
  const practice: Plan = {
    practice: {
      ...empty.practice,
      clients: byId([...sampleClients(language, zone, monday), ...samplePastClients(language, zone, monday)]),
      engagements: byId([...sampleEngagements(words, monday), ...samplePipeline(words, monday)]),
      deliverables: byId(sampleDeliverables(words, monday)),
      agreements: byId(sampleAgreements(words, monday)),
      areas: byId(sampleAreas(words)),
      patterns: byId([samplePattern(addDays(monday, -7 * 52))]),
      timeOff: byId([
        {
          id: 'time-off-1',
          title: words.timeOff,
          from: addDays(monday, 7 * 3 + 3),
          to: addDays(monday, 7 * 3 + 4),
          part: null,
          source: null,
        },
      ]),
      series: byId(series),
      business: {
        ...empty.practice.business,
        name: 'Alex Marsh Consulting',
        address: { street: 'Sternstraße', number: '7', postcode: '20357', town: 'Hamburg', country: 'DE' },
        email: 'alex@marsh.example',
        phone: '+49 40 5550 123',
        taxId: 'DE123456788',
        iban: EXAMPLE_IBAN,
        bic: 'COBADEFFXXX',
        bank: 'Commerzbank',
        tax: { category: 'S', rate: 190_000, reason: '' },
        texts: {
          en: { opening: '', footer: sampleWords('en').footer },
          de: { opening: '', footer: sampleWords('de').footer },
          fr: { opening: '', footer: 'Je vous remercie de votre confiance.' },
        },
      },
    },
    years,
  }
  return withInvoices(practice, today)
}

function sampleSingles(words: SampleWords, monday: Day, zone: string): Session[] {
  const drawn: Drawn[] = []
  for (let week = -PAST_WEEKS; week < 0; week++)
    drawn.push(...pastWeek(words, addDays(monday, 7 * week), week + PAST_WEEKS))
  drawn.push(...currentWeek(words, monday))
  for (let week = 1; week <= FUTURE_WEEKS; week++)
    drawn.push(...futureWeek(words, addDays(monday, 7 * week), week))
  return drawn.map((session, i) => newSession({ id: `sample-${i + 1}`, zone, ...session }))
}

/** How much longer or shorter than planned a session really took, in minutes: repeats, and is right on average. */
const DEVIATIONS = [0, 10, 0, -15, 25, 0, 5, -10, 0, 15, -30, 0] as const

function sampleEntries(sessions: readonly Session[], from: Day, to: Day): TimeEntry[] {
  return sessions
    .flatMap((session) => occurrencesOf(session, { from, to }))
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((occurrence, i) => workedEntry(occurrence, i))
}

function workedEntry(occurrence: Occurrence, i: number): TimeEntry {
  return {
    id: `sample-entry-${i + 1}`,
    engagementId: occurrence.engagementId,
    day: occurrence.start.slice(0, 10),
    start: occurrence.start,
    zone: occurrence.zone,
    minutes: Math.max(15, occurrence.minutes + (DEVIATIONS[i % DEVIATIONS.length] ?? 0)),
    note: occurrence.title,
    areaId: occurrence.areaId,
    deliverableId: occurrence.deliverableId,
    billable: occurrence.billable,
    session: { sessionId: occurrence.id, original: occurrence.original },
    lateFor: null,
    importKey: null,
  }
}

/** The responsibility areas a new plan starts with. */
export function sampleAreas(words: SampleWords): Area[] {
  return Object.entries(words.areas).map(([id, name], i) => ({ id, name, archived: false, order: i + 1 }))
}

/** Monday to Thursday nine to five, Friday until one. */
export function samplePattern(from: Day): WorkingPattern {
  const full = [{ from: 540, to: 1020 }]
  return { id: 'pattern-1', from, week: [full, full, full, full, [{ from: 540, to: 780 }], [], []] }
}

function byId<R extends { readonly id: string }>(records: readonly R[]): Record<string, R> {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}
