/** Records for tests: each with sensible values, of which a test names only those that it is about. */

import type { Agreement } from '../../shared/plan/agreement.ts'
import type { WorkingPattern } from '../../shared/plan/availability.ts'
import { type Client, type Contact, newClient } from '../../shared/plan/client.ts'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import { type Engagement, newEngagement, type Terms } from '../../shared/plan/engagement.ts'
import type { Expense } from '../../shared/plan/expense.ts'
import { emptyPlan, emptyYear, type Plan, type Year } from '../../shared/plan/plan.ts'
import type { Session } from '../../shared/plan/session.ts'
import type { Settings } from '../../shared/plan/settings.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'

export const HOME = 'Europe/Berlin'

const HOURLY: Terms = { kind: 'hourly', rate: 12_000 }

type Retainer = Extract<Terms, { kind: 'retainer' }>

/** A client in Berlin that pays in euros. */
export function aClient(given: Partial<Client> = {}): Client {
  return {
    ...newClient({
      id: 'northwind',
      name: 'Northwind',
      colour: 'blue',
      currency: 'EUR',
      zone: HOME,
      language: 'en',
      order: 1,
    }),
    ...given,
  }
}

/** Ann, of `aClient`. */
export function aContact(given: Partial<Contact> = {}): Contact {
  return {
    id: 'contact-1',
    name: 'Ann',
    role: '',
    email: 'ann@northwind.example',
    phone: '',
    nextContact: null,
    touchDays: null,
    ...given,
  }
}

/** An active hourly engagement of `aClient` without a commitment. */
export function anEngagement(given: Partial<Engagement> & { readonly pays?: Terms } = {}): Engagement {
  const { pays, ...rest } = given
  return newEngagement({
    id: 'northwind-cto',
    clientId: 'northwind',
    name: 'Fractional CTO',
    start: '2026-01-01',
    terms: [{ from: '2026-01-01', terms: pays ?? HOURLY }],
    order: 1,
    ...rest,
  })
}

/** One hour of confirmed focus work on Monday 23 November 2026 at nine. */
export function aSession(given: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    engagementId: 'northwind-cto',
    title: 'Platform roadmap',
    kind: 'focus',
    start: '2026-11-23T09:00',
    minutes: 60,
    zone: HOME,
    status: 'confirmed',
    billable: true,
    areaId: null,
    deliverableId: null,
    travelBefore: 0,
    travelAfter: 0,
    lead: 'usual',
    notes: '',
    recurrence: null,
    source: null,
    ...given,
  }
}

/** `aSession` that recurs by a rule, weekly unless told. */
export function aSeries(given: Partial<Session> & { readonly rule?: string } = {}): Session {
  const { rule = 'FREQ=WEEKLY;BYDAY=MO', ...rest } = given
  return aSession({ id: 'series-1', recurrence: { rule, except: [], extra: [], changed: {} }, ...rest })
}

/** Two hours worked on Monday 23 November 2026 from nine. */
export function anEntry(given: Partial<TimeEntry> = {}): TimeEntry {
  return {
    id: 'entry-1',
    engagementId: 'northwind-cto',
    day: '2026-11-23',
    start: '2026-11-23T09:00',
    zone: HOME,
    minutes: 120,
    note: 'Platform roadmap',
    areaId: null,
    deliverableId: null,
    billable: true,
    session: null,
    lateFor: null,
    importKey: null,
    ...given,
  }
}

/** A train ride for `aClient` on Friday 20 November 2026: 89.90 EUR with 7 % of tax in it, billed without its tax. */
export function anExpense(given: Partial<Expense> = {}): Expense {
  return {
    id: 'expense-1',
    day: '2026-11-20',
    clientId: 'northwind',
    engagementId: null,
    title: 'Train to Hamburg',
    amount: 8990,
    currency: 'EUR',
    taxRate: 70_000,
    billable: true,
    passOn: 'net',
    receipt: '',
    notes: '',
    importKey: null,
    ...given,
  }
}

/** Ten hours of `Milestone 2`, due on Friday 4 December 2026. */
export function aDeliverable(given: Partial<Deliverable> = {}): Deliverable {
  return {
    id: 'milestone-2',
    engagementId: 'northwind-cto',
    title: 'Milestone 2',
    release: null,
    due: '2026-12-04',
    estimateMinutes: 600,
    remainingMinutes: 600,
    done: false,
    areaId: null,
    notes: '',
    order: 1,
    ...given,
  }
}

/** Forty hours a calendar month for 6,000.00, what is over billed at 165.00 an hour; unused hours expire. */
export function aRetainer(given: Partial<Omit<Retainer, 'kind'>> = {}): Retainer {
  return {
    kind: 'retainer',
    period: 'month',
    minutes: 2400,
    price: 600_000,
    overageRate: 16_500,
    overage: 'billed',
    rollover: { kind: 'none' },
    resetDay: 1,
    ...given,
  }
}

/** A master agreement of `aClient` since the start of 2026, without an end. */
export function anAgreement(given: Partial<Agreement> = {}): Agreement {
  return {
    id: 'master-1',
    clientId: 'northwind',
    kind: 'master',
    title: 'Master services agreement',
    parties: '',
    signed: null,
    start: '2026-01-01',
    end: null,
    renewalMonths: null,
    noticeDays: null,
    confidentialUntil: null,
    file: '',
    notes: '',
    order: 1,
    ...given,
  }
}

/** Monday to Thursday 9–13 and 14–18, Friday 9–13: the mock's 36 hours. */
export function aPattern(given: Partial<WorkingPattern> = {}): WorkingPattern {
  const morning = { from: 540, to: 780 }
  const full = [morning, { from: 840, to: 1080 }]
  return { id: 'pattern-1', from: '2026-01-01', week: [full, full, full, full, [morning], [], []], ...given }
}

/** What a plan is made of; each list goes where the plan keeps it. */
export interface PlanParts {
  readonly clients?: readonly Client[]
  readonly engagements?: readonly Engagement[]
  readonly deliverables?: readonly Deliverable[]
  readonly agreements?: readonly Agreement[]
  readonly patterns?: readonly WorkingPattern[]
  readonly sessions?: readonly Session[]
  readonly entries?: readonly TimeEntry[]
  readonly expenses?: readonly Expense[]
  readonly settings?: Partial<Settings>
}

/** A plan with the given records, at home in Berlin; `aPattern` where no pattern is given. */
export function aPlan(parts: PlanParts = {}): Plan {
  const empty = emptyPlan(HOME)
  const years: Record<
    string,
    Omit<Year, 'sessions' | 'entries' | 'expenses'> & {
      sessions: Record<string, Session>
      entries: Record<string, TimeEntry>
      expenses: Record<string, Expense>
    }
  > = {}
  const year = (key: string) => {
    years[key] ??= { ...emptyYear, sessions: {}, entries: {}, expenses: {} }
    return years[key]
  }
  for (const session of parts.sessions ?? [])
    if (session.recurrence === null) year(session.start.slice(0, 4)).sessions[session.id] = session
  for (const entry of parts.entries ?? []) year(entry.day.slice(0, 4)).entries[entry.id] = entry
  for (const expense of parts.expenses ?? []) year(expense.day.slice(0, 4)).expenses[expense.id] = expense
  return {
    practice: {
      ...empty.practice,
      clients: byId(parts.clients ?? []),
      engagements: byId(parts.engagements ?? []),
      deliverables: byId(parts.deliverables ?? []),
      agreements: byId(parts.agreements ?? []),
      patterns: byId(parts.patterns ?? [aPattern()]),
      series: byId((parts.sessions ?? []).filter((session) => session.recurrence !== null)),
      settings: { ...empty.practice.settings, ...parts.settings },
    },
    years,
  }
}

function byId<R extends { readonly id: string }>(records: readonly R[]): Record<string, R> {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}
