import { type Client, newClient } from '../../shared/plan/client.ts'
import {
  type Commitment,
  commitmentOn,
  type Engagement,
  newEngagement,
  type Origin,
  originKinds,
  type Terms,
  termsOn,
} from '../../shared/plan/engagement.ts'
import { colourNames, type Id, type Language } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { type Day, maxDay } from '../../shared/time/day.ts'

/** A prospect while it is edited, with the terms and the commitment of its beginning. */
export interface ProspectForm
  extends Pick<Engagement, 'name' | 'probability' | 'start' | 'end' | 'value' | 'nextContact' | 'notes'> {
  /** Null is a new client, of this name. */
  readonly clientId: Id | null
  readonly clientName: string
  readonly terms: Terms
  readonly commitment: Commitment | null
  readonly origin: Origin['kind'] | 'none'
  readonly originFrom: string
}

/** The chance that a prospect begins with: neither sure nor hopeless. */
const EVEN_CHANCE = 50
const USUAL_MINUTES = 8 * 60

/** The day whose terms and commitment a prospect's form shows: its expected start, or today where that is past. */
export function formDay(engagement: Pick<Engagement, 'start'>, today: Day): Day {
  return maxDay(engagement.start ?? today, today)
}

/** The form of a prospect, or of a new one. */
export function prospectForm(engagement: Engagement | null, today: Day): ProspectForm {
  if (engagement === null)
    return {
      clientId: null,
      clientName: '',
      name: '',
      probability: EVEN_CHANCE,
      start: null,
      end: null,
      value: null,
      nextContact: null,
      notes: '',
      terms: { kind: 'hourly', rate: 0 },
      commitment: { kind: 'hoursPerWeek', minutes: USUAL_MINUTES },
      origin: 'none',
      originFrom: '',
    }
  const { clientId, name, probability, start, end, value, nextContact, notes, origin } = engagement
  const day = formDay(engagement, today)
  return {
    clientId,
    clientName: '',
    name,
    probability,
    start,
    end,
    value,
    nextContact,
    notes,
    terms: termsOn(engagement, day),
    commitment: commitmentOn(engagement, day),
    origin: origin?.kind ?? 'none',
    originFrom: origin?.from ?? '',
  }
}

/** What a form needs to become records. */
export interface Fresh {
  readonly id: Id
  readonly clientId: Id
  readonly language: Language
}

/** The prospect that a form means. A change of terms or commitment replaces the version of its beginning: nothing was billed by it. */
export function prospectOf(
  form: ProspectForm,
  before: Engagement | null,
  plan: Plan,
  today: Day,
  fresh: Fresh,
): Engagement {
  const { name, probability, start, end, value, nextContact, notes, terms, commitment } = form
  const kind = originKinds.find((known) => known === form.origin)
  const about = {
    name,
    probability,
    start,
    end,
    value,
    nextContact,
    notes,
    origin: kind === undefined ? null : { kind, from: form.originFrom.trim() },
  }
  if (before === null) {
    const from = start ?? today
    return newEngagement({
      ...about,
      id: fresh.id,
      clientId: form.clientId ?? fresh.clientId,
      status: 'prospect',
      terms: [{ from, terms }],
      commitments: commitment === null ? [] : [{ from, commitment }],
      order: Math.max(0, ...Object.values(plan.practice.engagements).map((other) => other.order)) + 1,
    })
  }
  const day = formDay(before, today)
  return {
    ...before,
    ...about,
    terms: replaced(before.terms, day, (version) => ({ ...version, terms })),
    commitments:
      before.commitments.length === 0
        ? commitment === null
          ? []
          : [{ from: start ?? today, commitment }]
        : replaced(before.commitments, day, (version) => ({ ...version, commitment })),
  }
}

/** A history with the version of a day changed. */
function replaced<V extends { readonly from: Day }>(
  history: readonly V[],
  day: Day,
  change: (version: V) => V,
): readonly V[] {
  const at = Math.max(
    0,
    history.findLastIndex(({ from }) => from <= day),
  )
  return history.map((version, i) => (i === at ? change(version) : version))
}

/** The client that a form makes; null where it names one. */
export function clientOfForm(
  { clientId, clientName }: ProspectForm,
  { practice }: Plan,
  fresh: Fresh,
): Client | null {
  if (clientId !== null) return null
  const all = Object.values(practice.clients)
  const taken = new Set(all.map(({ colour }) => colour))
  return newClient({
    id: fresh.clientId,
    name: clientName.trim(),
    colour:
      colourNames.find((name) => !taken.has(name)) ?? colourNames[all.length % colourNames.length] ?? 'blue',
    currency: practice.business.currency,
    paymentDays: practice.business.paymentDays,
    zone: practice.settings.homeZone,
    language: fresh.language,
    order: Math.max(0, ...all.map(({ order }) => order)) + 1,
  })
}
