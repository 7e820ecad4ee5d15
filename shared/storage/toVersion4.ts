import type { ShardName } from './shard.ts'

type Loose = Readonly<Record<string, unknown>>
type Map<V = Loose> = Readonly<Record<string, V>>

/**
 * Version 4 brings, to the business, a logo, further accounts, texts in each language of papers (the footer of before
 * stands in all of them), the usual days to pay, the scheme for small businesses and the code to pay by; to invoices
 * their kind, prices with tax, discounts, exchange rates, and what becomes of them after issue; and scenarios.
 */
export function toVersion4(shard: ShardName, data: unknown): unknown {
  if (data === null) return null
  return shard === 'practice'
    ? practiceOf(data as Parameters<typeof practiceOf>[0])
    : yearOf(data as Parameters<typeof yearOf>[0])
}

interface OldPractice extends Loose {
  readonly business: Loose & { readonly footer?: string }
}

function practiceOf(practice: OldPractice): Loose {
  return {
    scenarios: {},
    creditNumbering: null,
    pictures: {},
    ...practice,
    business: businessOf(practice.business),
  }
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

interface OldInvoice extends Loose {
  readonly lines: readonly Loose[]
  readonly issued: (Loose & { readonly seller: Loose }) | null
}

function yearOf(year: Loose & { readonly invoices: Map<OldInvoice> }): Loose {
  return { ...year, invoices: each(year.invoices, invoiceOf) }
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
    lines: lines.map((line) => ({ discount: null, ...line })),
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

function each<V, W>(map: Map<V>, change: (value: V) => W): Map<W> {
  return Object.fromEntries(Object.entries(map).map(([id, value]) => [id, change(value)]))
}
