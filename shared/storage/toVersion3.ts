import type { ShardName } from './shard.ts'

type Loose = Readonly<Record<string, unknown>>
type Map<V = Loose> = Readonly<Record<string, V>>

/**
 * Version 3 brings, to clients, a telephone number, their usual tax and the rhythm of keeping in touch (with every
 * contact too, which now has an id); to engagements where they came from, what they are worth, the next contact and how
 * they ended; to terms the parts of a fixed price, whole days, the expiry of carried hours and carried overage; the
 * timer, the closed period and expenses. What is there already stays, since a year or a practice
 * without a document begins in today's shape.
 */
export function toVersion3(shard: ShardName, data: unknown): unknown {
  if (data === null) return null
  return shard === 'practice'
    ? practiceOf(data as Parameters<typeof practiceOf>[0])
    : yearOf(data as Parameters<typeof yearOf>[0])
}

interface OldPractice extends Loose {
  readonly clients: Map<Loose & { readonly contacts: readonly Loose[] }>
  readonly engagements: Map<Loose & { readonly terms: readonly OldTerms[] }>
  readonly settings: Loose
}

interface OldTerms extends Loose {
  readonly terms: Loose
}

const untouched = { nextContact: null, touchDays: null }

function practiceOf(practice: OldPractice): Loose {
  return {
    timer: null,
    closedThrough: null,
    ...practice,
    clients: each(practice.clients, (client) => ({
      phone: '',
      tax: null,
      ...untouched,
      ...client,
      contacts: client.contacts.map((contact, i) => ({ id: `contact-${i + 1}`, ...untouched, ...contact })),
    })),
    engagements: each(practice.engagements, (engagement) => ({
      origin: null,
      value: null,
      nextContact: null,
      outcome: null,
      ...engagement,
      terms: engagement.terms.map((version) => ({ ...version, terms: termsOf(version.terms) })),
    })),
    settings: { timer: { idle: 10, long: 600 }, ...practice.settings },
  }
}

function termsOf(terms: Loose): Loose {
  switch (terms.kind) {
    case 'daily':
      return { halfDays: true, ...terms }
    case 'fixed':
      return { instalments: [], ...terms }
    case 'retainer': {
      const rollover = terms.rollover as Loose
      return {
        overage: 'billed',
        ...terms,
        rollover: rollover.kind === 'none' ? rollover : { expiresAfter: null, ...rollover },
      }
    }
    default:
      return terms
  }
}

interface OldYear extends Loose {
  readonly entries: Map
  readonly invoices: Map<Loose & { readonly lines: readonly Loose[] }>
}

function yearOf(year: OldYear): Loose {
  return {
    expenses: {},
    ...year,
    entries: each(year.entries, (entry) => ({ lateFor: null, ...entry })),
    invoices: each(year.invoices, (invoice) => ({ ...invoice, lines: invoice.lines.map(lineOf) })),
  }
}

function lineOf(line: Loose): Loose {
  return { expenseIds: [], ...line, basis: basisOf(line.basis as Loose | null) }
}

function basisOf(basis: Loose | null): Loose | null {
  if (basis?.kind === 'price') return { instalmentId: null, ...basis }
  return basis?.kind === 'days' ? { halfDays: true, ...basis } : basis
}

function each<V, W>(map: Map<V>, change: (value: V) => W): Map<W> {
  return Object.fromEntries(Object.entries(map).map(([id, value]) => [id, change(value)]))
}
