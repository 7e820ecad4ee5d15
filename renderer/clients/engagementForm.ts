import type { Client } from '../../shared/plan/client.ts'
import type { Budget, Commitment, Engagement, Terms } from '../../shared/plan/engagement.ts'
import { commitmentOn, newEngagement, termsOn } from '../../shared/plan/engagement.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'

/** An engagement while it is edited: the terms and commitment of one day, and the day from which a change of them holds. */
export interface EngagementForm
  extends Pick<Engagement, 'name' | 'status' | 'probability' | 'start' | 'end' | 'budget' | 'rounding'> {
  readonly terms: Terms
  readonly commitment: Commitment | null
  readonly changesFrom: Day
}

/** The form of an engagement as of a day, or of a new one. */
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
      terms: newTerms('hourly'),
      commitment: null,
      changesFrom: today,
    }
  const { status, probability, start, end, budget, rounding } = engagement
  const terms = termsOn(engagement, today)
  const commitment = commitmentOn(engagement, today)
  return {
    name: engagement.name,
    status,
    probability,
    start,
    end,
    budget,
    rounding,
    terms,
    commitment,
    changesFrom: today,
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

/** Whether the form changes what is paid or promised, so that the day it holds from matters. */
export function changesTerms(engagement: Engagement, form: EngagementForm, today: Day): boolean {
  return (
    !isSame(termsOn(engagement, today), form.terms) ||
    !isSame(commitmentOn(engagement, today), form.commitment)
  )
}

/**
 * The engagement that a form means. A change of terms or commitment becomes a version from `changesFrom` on; versions
 * from later days give way to it, earlier ones stay as they were.
 */
export function engagementOf(
  form: EngagementForm,
  before: Engagement | null,
  today: Day,
  fresh: { readonly id: Id; readonly client: Client; readonly order: number },
): Engagement {
  const { name, status, start, end, budget, rounding, terms, commitment, changesFrom } = form
  const about = {
    name,
    status,
    start,
    end,
    budget,
    rounding,
    probability: status === 'prospect' ? form.probability : 100,
  }
  if (before === null) {
    const from = start ?? today
    return newEngagement({
      id: fresh.id,
      clientId: fresh.client.id,
      ...about,
      terms: [{ from, terms }],
      commitments: commitment === null ? [] : [{ from, commitment }],
      order: fresh.order,
    })
  }
  const sameTerms = isSame(termsOn(before, today), terms)
  const sameCommitment = isSame(commitmentOn(before, today), commitment)
  return {
    ...before,
    ...about,
    terms: sameTerms ? before.terms : withVersion(before.terms, { from: changesFrom, terms }),
    commitments: sameCommitment
      ? before.commitments
      : newCommitments(before, { from: changesFrom, commitment }),
  }
}

/** The first version also holds for the time before it: a first promise must not reach back. */
function newCommitments(
  before: Engagement,
  version: { readonly from: Day; readonly commitment: Commitment | null },
): Engagement['commitments'] {
  if (before.commitments.length > 0) return withVersion(before.commitments, version)
  const since = before.start ?? before.terms[0]?.from ?? version.from
  return since < version.from ? [{ from: since, commitment: null }, version] : [version]
}

function withVersion<V extends { readonly from: Day }>(history: readonly V[], version: V): readonly V[] {
  return [...history.filter(({ from }) => from < version.from), version]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
