import { z } from 'zod'
import { mul, of, ratio, roundHalfAwayFromZero } from '../money/exact.ts'
import { Business, PaperTexts } from './business.ts'
import { Client } from './client.ts'
import { Rounding } from './engagement.ts'
import {
  CurrencyField,
  DayField,
  Id,
  Line,
  Minor,
  MinorPositive,
  MinuteTotal,
  Note,
  PaperLanguage,
  PartsPerMillion,
} from './fields.ts'
import type { Frozen } from './frozen.ts'
import { LineTax, TaxCategory } from './lineTax.ts'

/** What a line counts. Hours are kept in minutes. */
export const lineUnits = ['hour', 'day', 'month', 'week', 'piece'] as const
export const LineUnit = z.enum(lineUnits)
export type LineUnit = z.infer<typeof LineUnit>

const Period = z.strictObject({ from: DayField, to: DayField })

/**
 * What a line was made from, frozen with it, so that its explanation adds up later too, whatever becomes of the
 * engagement. A line that was typed freely has none.
 */
export const LineBasis = z.discriminatedUnion('kind', [
  /** Hours worked; `rounding` made the billed minutes of the entries' exact ones. */
  z.strictObject({
    kind: z.literal('hours'),
    engagementId: Id,
    rounding: Rounding,
    /** Minutes that the line has more (or fewer) than its own entries alone would round to: they were rounded together with another line's. */
    shared: z.int().min(-6_000_000).max(6_000_000),
  }),
  /** Days worked, in halves or whole: see `shared/billing/days.ts`. */
  z.strictObject({
    kind: z.literal('days'),
    engagementId: Id,
    rounding: Rounding,
    minutesPerDay: z.int().min(60).max(1440),
    halfDays: z.boolean(),
  }),
  /** The fee of one period of a retainer. */
  z.strictObject({ kind: z.literal('fee'), engagementId: Id, period: Period }),
  /** Minutes beyond what a period of a retainer included. */
  z.strictObject({
    kind: z.literal('overage'),
    engagementId: Id,
    period: Period,
    rounding: Rounding,
    /** The grant and what was carried over into the period: below nothing where a carried debt was more than the grant. */
    includedMinutes: z.int().min(-6_000_000).max(6_000_000),
    /** All billable minutes of the period, rounded; those of the line's own entries are among them. */
    usedMinutes: MinuteTotal,
    /** Overage of the period that earlier invoices billed. */
    billedBefore: MinuteTotal,
  }),
  /** The price of an engagement, or an instalment of it. */
  z.strictObject({ kind: z.literal('price'), engagementId: Id, instalmentId: Id.nullable() }),
  /** Money spent for the client, passed on. */
  z.strictObject({ kind: z.literal('expenses') }),
])
export type LineBasis = Frozen<z.infer<typeof LineBasis>>

/** What is taken off a price: a share of it, or an amount (EN 16931 BG-20, BG-27). */
export const Discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), rate: PartsPerMillion }),
  z.strictObject({ kind: z.literal('amount'), amount: MinorPositive }),
])
export type Discount = Frozen<z.infer<typeof Discount>>

/** The largest amount of one line and of all lines of an invoice, in minor units: with 100 % of tax the total is still a `Minor`. */
export const LARGEST_TOTAL = 5_000_000_000_000

/**
 * One line: `amount / per` units at `price` each, rounded half away from zero to the minor unit. Time is kept in whole
 * minutes: unit `hour`, amount 150, per 60 is 2 h 30. Other quantities have at most two decimals (`per` divides 100). So
 * the quantity can be printed whole, and what is printed always multiplies out.
 */
export const InvoiceLine = z
  .strictObject({
    id: Id,
    text: Note,
    unit: LineUnit,
    amount: z.int({ error: 'quantity' }).min(-1e9, { error: 'quantity' }).max(1e9, { error: 'quantity' }),
    per: z.int().min(1).max(100),
    /** Of one unit: without its tax or with it, as the invoice's `prices` say. */
    price: MinorPositive,
    discount: Discount.nullable(),
    tax: LineTax,
    /** The time entries that it bills; an entry is on one invoice only. */
    entryIds: z.array(Id).max(10_000),
    /** The expenses that it passes on; an expense is on one invoice only. */
    expenseIds: z.array(Id).max(1000),
    basis: LineBasis.nullable(),
  })
  .refine((line) => (line.unit === 'hour' ? line.per === 60 : 100 % line.per === 0), {
    path: ['per'],
    error: 'quantity',
  })
  .refine((line) => magnitude(line) <= LARGEST_TOTAL, { path: ['price'], error: 'money-range' })
export type InvoiceLine = Frozen<z.infer<typeof InvoiceLine>>

/** The size of a line's amount; 0 for what another check refuses already, since this one runs all the same. */
function magnitude({ amount, per, price }: { amount: number; per: number; price: number }): bigint {
  if (![amount, per, price].every(Number.isSafeInteger) || per < 1) return 0n
  return roundHalfAwayFromZero(mul(ratio(Math.abs(amount), per), of(price)))
}

/** The seller as printed on an issued invoice, with the account of its currency and the texts of its language. */
export const Seller = Business.omit({
  accounts: true,
  currency: true,
  tax: true,
  smallBusiness: true,
  paymentDays: true,
  texts: true,
}).extend(PaperTexts.shape)
export type Seller = Frozen<z.infer<typeof Seller>>

/** The buyer as printed on an issued invoice. */
export const Buyer = Client.pick({ name: true, address: true, taxId: true, email: true })
export type Buyer = Frozen<z.infer<typeof Buyer>>

/** An exchange rate as a whole number: millionths of the business's currency for one of the invoice's, both in major units. */
const ExchangeRate = z
  .int({ error: 'exchange-rate' })
  .min(1, { error: 'exchange-rate' })
  .max(1e12, { error: 'exchange-rate' })

/** The rate at which an invoice in another currency is kept in one's own, where it is from, and of which day (Art. 91, 230 of Directive 2006/112/EC). */
export const Exchange = z.strictObject({ rate: ExchangeRate, on: DayField, source: Line })
export type Exchange = Frozen<z.infer<typeof Exchange>>

/** An issued invoice's amounts in the business's own currency (EN 16931 BT-6, BT-111). */
export const HomeAmounts = z.strictObject({
  currency: CurrencyField,
  exchange: Exchange,
  net: Minor,
  tax: Minor,
  gross: Minor,
})
export type HomeAmounts = Frozen<z.infer<typeof HomeAmounts>>

/**
 * What the tax of one category and rate comes to beyond its computation, in minor units. Tax is rounded on each document,
 * so credit notes for parts of an invoice would give back a cent more or less than it; they take what is left instead.
 */
export const TaxRest = z.strictObject({ category: TaxCategory, rate: PartsPerMillion, tax: Minor })
export type TaxRest = Frozen<z.infer<typeof TaxRest>>

/** What was frozen at issue: the parties as they were, and the amounts as computed then. */
export const IssuedInvoice = z.strictObject({
  number: z.string().min(1).max(80),
  on: DayField,
  dueOn: DayField,
  seller: Seller,
  buyer: Buyer,
  net: Minor,
  tax: Minor,
  gross: Minor,
  /** Of a credit note; none on any other. */
  taxRests: z.array(TaxRest).max(100),
  /** Null where the invoice is in the business's own currency. */
  home: HomeAmounts.nullable(),
})
export type IssuedInvoice = Frozen<z.infer<typeof IssuedInvoice>>

/** Money received for an invoice; negative where some was paid back. */
export const Payment = z.strictObject({ id: Id, on: DayField, amount: Minor, note: Line })
export type Payment = Frozen<z.infer<typeof Payment>>

/** That an issued invoice went out: when, and how. */
export const Sent = z.strictObject({ on: DayField, how: Line })
export type Sent = Frozen<z.infer<typeof Sent>>

/** That no more is expected for an invoice. */
export const WriteOff = z.strictObject({ on: DayField, note: Line })
export type WriteOff = Frozen<z.infer<typeof WriteOff>>

/** A letter that asked for an overdue invoice: 1 reminds, 2 asks again, 3 is the last before further steps. */
export const ReminderLetter = z.strictObject({
  id: Id,
  level: z.int().min(1).max(3),
  on: DayField,
  /** The day by which it asks to be paid. */
  payBy: DayField,
  /** What was open on that day. */
  open: Minor,
  /** What it asks for on top; it is no part of the invoice. */
  fee: MinorPositive,
})
export type ReminderLetter = Frozen<z.infer<typeof ReminderLetter>>

/** The PDF that was stored when the invoice was issued. */
export const StoredPdf = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  pages: z.int().min(1),
})
export type StoredPdf = Frozen<z.infer<typeof StoredPdf>>

/** UNTDID 1001: 380 an invoice, 381 a credit note (its amounts are positive; the type carries the sign), 384 an invoice in the place of another. */
export const invoiceKinds = ['invoice', 'credit', 'corrected'] as const
export const InvoiceKind = z.enum(invoiceKinds)
export type InvoiceKind = z.infer<typeof InvoiceKind>

/** A bill to a client: a draft while `issued` is null, unchangeable from then on save for what becomes of it: `sent` to `pdf`. */
export const Invoice = z
  .strictObject({
    id: Id,
    clientId: Id,
    kind: InvoiceKind,
    /** The invoice that a credit note or a corrected invoice is about (BT-25). */
    corrects: Id.nullable(),
    /** Whether the work that a credit note takes back whole may be billed again. */
    reopens: z.boolean(),
    createdOn: DayField,
    /** First and last day of the supply (EN 16931 BT-73, BT-74). */
    supply: Period.refine((supply) => supply.from <= supply.to, { path: ['to'], error: 'end-before-start' }),
    currency: CurrencyField,
    language: PaperLanguage,
    paymentDays: z.int().min(0).max(365),
    /** Whether prices are without their tax or with it. */
    prices: z.enum(['net', 'gross']),
    lines: z.array(InvoiceLine).max(1000, { error: 'too-many-lines' }),
    /** Off the sum of the lines. */
    discount: Discount.nullable(),
    exchange: Exchange.nullable(),
    /** What the client wants to read on it: an order's number, a cost centre (BT-10, BT-13). */
    reference: Line,
    note: Note,
    /** Whether the time behind its lines is printed after it. */
    annex: z.boolean(),
    issued: IssuedInvoice.nullable(),
    sent: Sent.nullable(),
    payments: z.array(Payment).max(500),
    letters: z.array(ReminderLetter).max(50),
    writtenOff: WriteOff.nullable(),
    pdf: StoredPdf.nullable(),
  })
  .refine((invoice) => (invoice.kind === 'invoice') === (invoice.corrects === null), {
    path: ['corrects'],
    error: 'corrects',
  })
  .refine((invoice) => invoice.lines.reduce((sum, line) => sum + magnitude(line), 0n) <= LARGEST_TOTAL, {
    path: ['lines'],
    error: 'money-range',
  })
export type Invoice = Frozen<z.infer<typeof Invoice>>

/** A draft without lines. */
export function newInvoice(
  given: Pick<Invoice, 'id' | 'clientId' | 'createdOn' | 'supply' | 'currency' | 'language' | 'paymentDays'> &
    Partial<Invoice>,
): Invoice {
  return {
    kind: 'invoice',
    corrects: null,
    reopens: false,
    prices: 'net',
    lines: [],
    discount: null,
    exchange: null,
    reference: '',
    note: '',
    annex: false,
    issued: null,
    sent: null,
    payments: [],
    letters: [],
    writtenOff: null,
    pdf: null,
    ...given,
  }
}
