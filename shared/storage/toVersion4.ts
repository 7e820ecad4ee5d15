import type { ShardName } from './shard.ts'

type Loose = Readonly<Record<string, unknown>>
type Map<V = Loose> = Readonly<Record<string, V>>

const usualLeads = { focus: 'usual', meeting: 'usual', travel: 'usual', admin: 'usual' }

const newReminders = {
  dates: true,
  deliverables: true,
  dayEnd: true,
  planning: { weekday: 5, at: 900 },
  quietTime: 'days-off',
  quietHours: null,
}

/**
 * Version 4 brings, to the business, a logo, further accounts, texts in each language of papers (the footer of before
 * stands in all of them), the usual days to pay, the scheme for small businesses and the code to pay by; to invoices
 * their kind, prices with tax, discounts, exchange rates, and what becomes of them after issue; scenarios; of calendars
 * the rules for engagements, what was deleted here, and when what came from them last changed there; of the timer, which of its gaps were work; of reminders, what
 * else is reminded of, quiet times, and leads of a client or of one session.
 */
export function toVersion4(shard: ShardName, data: unknown): unknown {
  if (data === null) return null
  return shard === 'practice'
    ? practiceOf(data as Parameters<typeof practiceOf>[0])
    : yearOf(data as Parameters<typeof yearOf>[0])
}

interface OldPractice extends Loose {
  readonly business: Loose & { readonly footer?: string }
  readonly settings: Loose & { readonly reminders: Loose }
  readonly clients: Map
  readonly series: Map<Imported>
  readonly timeOff: Map<Imported>
  readonly dayNotes: Map<Imported>
  readonly timer?: Loose | null
}

function practiceOf(practice: OldPractice): Loose {
  return {
    scenarios: {},
    creditNumbering: null,
    pictures: {},
    calendarRules: {},
    deletedImports: {},
    ...practice,
    settings: settingsOf(practice.settings),
    clients: each(practice.clients, (client) => ({ leads: usualLeads, ...client })),
    series: each(practice.series, sessionOf),
    timeOff: each(practice.timeOff, importedOf),
    dayNotes: each(practice.dayNotes, importedOf),
    timer: practice.timer == null ? null : { keptThrough: null, ...practice.timer },
    business: businessOf(practice.business),
  }
}

/** What is reminded of anew is as in a new plan; the times of before stand. */
function settingsOf(settings: OldPractice['settings']): Loose {
  return { ...settings, reminders: { ...newReminders, ...settings.reminders } }
}

function businessOf({ footer = '', ...business }: OldPractice['business']): Loose {
  const texts = { opening: '', footer }
  return {
    accounts: [],
    smallBusiness: false,
    paymentDays: 30,
    paymentCode: true,
    logo: null,
    texts: { en: texts, de: texts, fr: texts },
    ...business,
  }
}

interface Imported extends Loose {
  readonly source?: Loose | null
}

function importedOf(record: Imported): Loose {
  return record.source == null ? record : { ...record, source: { modified: '', ...record.source } }
}

function sessionOf(session: Imported): Loose {
  return { lead: 'usual', ...importedOf(session) }
}

interface OldInvoice extends Loose {
  readonly lines: readonly Loose[]
  readonly issued: (Loose & { readonly seller: Loose }) | null
}

interface OldYear extends Loose {
  readonly sessions: Map<Imported>
  readonly invoices: Map<OldInvoice>
}

function yearOf(year: OldYear): Loose {
  return {
    ...year,
    sessions: each(year.sessions, sessionOf),
    invoices: each(year.invoices, invoiceOf),
  }
}

/** An issued invoice has no code to pay by: what was sent had none. */
function invoiceOf(invoice: OldInvoice): Loose {
  const { issued, lines } = invoice
  return {
    kind: 'invoice',
    corrects: null,
    reopens: false,
    prices: 'net',
    discount: null,
    exchange: null,
    reference: '',
    annex: false,
    sent: null,
    letters: [],
    writtenOff: null,
    pdf: null,
    ...invoice,
    lines: lines.map((line) => ({ discount: null, ...line, basis: basisOf(line.basis as Loose | null) })),
    issued:
      issued === null
        ? null
        : {
            home: null,
            taxRests: [],
            ...issued,
            seller: { paymentCode: false, logo: null, opening: '', ...issued.seller },
          },
  }
}

function basisOf(basis: Loose | null): Loose | null {
  return basis?.kind === 'hours' ? { shared: 0, ...basis } : basis
}

function each<V, W>(map: Map<V>, change: (value: V) => W): Map<W> {
  return Object.fromEntries(Object.entries(map).map(([id, value]) => [id, change(value)]))
}
