import type { Client } from '../../shared/plan/client.ts'
import {
  type Budget,
  type Commitment,
  type Engagement,
  newEngagement,
  type Terms,
} from '../../shared/plan/engagement.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'
import { type History, historyOf } from './history.ts'

/** An engagement while it is edited, with the history of its terms and of its commitment. */
export interface EngagementForm
  extends Pick<Engagement, 'name' | 'status' | 'probability' | 'start' | 'end' | 'budget' | 'rounding'> {
  readonly terms: History<Terms>
  /** Never empty: null is nothing promised. */
  readonly commitments: History<Commitment | null>
}

/** The form of an engagement, or of a new one that starts on a day. */
export function engagementForm(engagement: Engagement | null, today: Day, name: string): EngagementForm {
  if (engagement === null)
    return {
      name,
      status: 'active',
      probability: 100,
      start: today,
      end: null,
      budget: null,
      rounding: { mode: 'none', increment: 15, scope: 'entry' },
      terms: [{ key: 0, from: today, value: newTerms('hourly'), saved: null }],
      commitments: [{ key: 0, from: today, value: null, saved: null }],
    }
  const { status, probability, start, end, budget, rounding, terms, commitments } = engagement
  const since = start ?? terms[0]?.from ?? today
  return {
    name: engagement.name,
    status,
    probability,
    start,
    end,
    budget,
    rounding,
    terms: historyOf(terms.map((version) => ({ from: version.from, value: version.terms }))),
    commitments: historyOf(
      commitments.length === 0
        ? [{ from: since, value: null }]
        : commitments.map(({ from, commitment }) => ({ from, value: commitment })),
    ),
  }
}

/** Terms of a kind with the values one begins with. */
export function newTerms(kind: Terms['kind']): Terms {
  switch (kind) {
    case 'hourly':
      return { kind, rate: 0 }
    case 'daily':
      return { kind, rate: 0, minutesPerDay: 480, halfDays: true }
    case 'fixed':
      return { kind, price: 0, instalments: [] }
    case 'retainer':
      return {
        kind,
        period: 'month',
        minutes: 40 * 60,
        price: 0,
        overageRate: 0,
        overage: 'billed',
        rollover: { kind: 'none' },
        resetDay: 1,
      }
  }
}

/** How hours are carried over, with the values one begins with. */
export function newRollover(kind: string): Extract<Terms, { kind: 'retainer' }>['rollover'] {
  if (kind === 'capped') return { kind, minutes: 8 * 60, expiresAfter: null }
  return kind === 'all' ? { kind, expiresAfter: null } : { kind: 'none' }
}

/** A commitment of a kind with the value one begins with. */
export function newCommitment(kind: Commitment['kind']): Commitment {
  return kind === 'daysPerWeek'
    ? { kind, halfDays: 4 }
    : { kind, minutes: (kind === 'hoursPerWeek' ? 8 : 32) * 60 }
}

/** A budget of a kind with the value one begins with; null for none. */
export function newBudget(kind: string): Budget | null {
  if (kind === 'hours') return { kind, minutes: 80 * 60 }
  return kind === 'money' ? { kind, amount: 0 } : null
}

/** The engagement that a form means. The first version of a new one begins when it does. */
export function engagementOf(
  form: EngagementForm,
  before: Engagement | null,
  fresh: { readonly id: Id; readonly client: Client; readonly order: number },
): Engagement {
  const { name, status, start, end, budget, rounding } = form
  const terms = form.terms.map(({ from, value }) => ({ from, terms: value }))
  const commitments = form.commitments.map(({ from, value }) => ({ from, commitment: value }))
  const isPromised = commitments.some(({ commitment }) => commitment !== null)
  const about = {
    name,
    status,
    start,
    end,
    budget,
    rounding,
    probability: status === 'prospect' ? form.probability : 100,
    terms: before === null ? begunOn(terms, start) : terms,
    commitments: isPromised ? (before === null ? begunOn(commitments, start) : commitments) : [],
  }
  if (before !== null) return { ...before, ...about }
  return newEngagement({ id: fresh.id, clientId: fresh.client.id, ...about, order: fresh.order })
}

function begunOn<V extends { readonly from: Day }>(history: readonly V[], start: Day | null): V[] {
  return history.map((version, i) => (i === 0 && start !== null ? { ...version, from: start } : version))
}
