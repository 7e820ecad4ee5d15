import type { Client } from '../plan/client.ts'
import { clientEngagements } from '../plan/clientEngagements.ts'
import { type Engagement, type Terms, termsOn } from '../plan/engagement.ts'
import type { Id, PaperLanguage } from '../plan/fields.ts'
import { type Invoice, type InvoiceLine, newInvoice } from '../plan/invoice.ts'
import type { LineTax } from '../plan/lineTax.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { expenseLine, type LeftOutExpense, sortExpenses } from './expenses.ts'
import { billFixed } from './fixedPrice.ts'
import { type Gathered, gather, minutesOf } from './gather.ts'
import { billDays, billHours, billRetainer } from './proposedLines.ts'
import { proposedTax } from './proposedTax.ts'
import { type LineTexts, lineTexts } from './texts.ts'

/** What hours are billed by: an engagement in one line, or each of its deliverables, areas or entries. */
export const groupings = ['engagement', 'deliverable', 'area', 'entry'] as const
export type Grouping = (typeof groupings)[number]

/** What a draft is made for. `lineId` names the n-th line; `id` may be an existing draft, whose work then counts as free. */
export interface DraftRequest {
  readonly clientId: Id
  readonly from: Day
  readonly to: Day
  readonly id: Id
  readonly lineId: (n: number) => Id
  readonly today: Day
  /** What gets a line of its own; an engagement unless told. */
  readonly grouping?: Grouping
}

/** Work that the draft does not bill, and why. */
export interface LeftOut {
  readonly engagementId: Id
  readonly code: /** Marked as not billable. */
    | 'not-billable'
    /** The engagement is a prospect: there is no agreement to bill by. */
    | 'prospect'
    /** The terms have no price. */
    | 'no-price'
    /** Fixed price, not yet done, or no instalment due: billed when its deliverables are, or with the next instalment. */
    | 'fixed-open'
    /** The retainer's period goes on after the draft's last day. */
    | 'retainer-running'
    /** Late entries of a retainer period that was billed, within its hours. */
    | 'retainer-included'
    /** Rounding left nothing. */
    | 'rounded-away'
    /** Billable work before the draft's first day that nobody billed. */
    | 'earlier'
    /** On another draft. */
    | 'other-draft'
  readonly minutes: number
  /** The first day of the work (`earlier`), or the last day of the period (`retainer-running`). */
  readonly day: Day | null
}

export interface Proposal {
  readonly invoice: Invoice
  readonly leftOut: readonly LeftOut[]
  readonly expensesLeftOut: readonly LeftOutExpense[]
}

/** What the ways of billing an engagement share: the work, and how a line is made. */
export interface Billing {
  readonly plan: Plan
  readonly request: DraftRequest
  readonly engagement: Engagement
  readonly gathered: Gathered
  readonly texts: LineTexts
  readonly line: (
    given: Pick<InvoiceLine, 'text' | 'unit' | 'amount' | 'per' | 'price' | 'entryIds' | 'basis'>,
  ) => InvoiceLine
  readonly leave: (code: LeftOut['code'], minutes: number, day?: Day) => void
}

/**
 * Drafts an invoice for a client and period from what was worked, promised and spent and not yet billed, one line for
 * each engagement and price, and for each expense. Nothing is stored: `invoice/draft` does that. Throws for a client that does not exist.
 * `work` is what `gather` gives for the same period and draft, where somebody has it already.
 */
export function draftInvoice(
  plan: Plan,
  request: DraftRequest,
  work: (engagementId: Id) => Gathered = gather(plan, request),
): Proposal {
  const client = own(plan.practice.clients, request.clientId)
  if (client === undefined) throw new Error(`no client ${request.clientId}`)
  const texts = lineTexts(client.language)
  const tax = proposedTax(plan.practice.business, client, texts)
  const leftOut: LeftOut[] = []
  const lines: InvoiceLine[] = []
  for (const engagement of clientEngagements(plan, client.id)) {
    const gathered = work(engagement.id)
    const leave: Billing['leave'] = (code, minutes, day) => {
      if (minutes > 0) leftOut.push({ engagementId: engagement.id, code, minutes, day: day ?? null })
    }
    const line: Billing['line'] = (given) => ({
      id: request.lineId(lines.length),
      tax,
      discount: null,
      expenseIds: [],
      ...given,
    })
    const billing = { plan, request, engagement, gathered, texts, line, leave }
    reportLeftOut(billing)
    for (const make of engagement.status === 'prospect' ? [] : [billHours, billDays, billRetainer, billFixed])
      for (const proposed of make(billing)) lines.push({ ...proposed, id: request.lineId(lines.length) })
  }
  const { currency } = client
  const expenses = sortExpenses(plan, { ...request, currency })
  for (const expense of expenses.billed)
    lines.push(expenseLine(expense, { id: request.lineId(lines.length), tax, texts, currency }))
  return { invoice: emptyDraft(client, request, lines), leftOut, expensesLeftOut: expenses.leftOut }
}

function reportLeftOut({ engagement, gathered, leave }: Billing): void {
  leave('not-billable', gathered.notBillable)
  leave('other-draft', gathered.onOtherDraft)
  if (engagement.status === 'prospect') leave('prospect', gathered.minutes)
  else {
    const earlier = gathered.earlier.filter((entry) => isTimed(termsOn(engagement, entry.day)))
    leave('earlier', minutesOf(earlier), earlier[0]?.day)
  }
}

function isTimed({ kind }: Terms): boolean {
  return kind === 'hourly' || kind === 'daily'
}

function emptyDraft(
  client: Client,
  { id, from, to, today }: DraftRequest,
  lines: readonly InvoiceLine[],
): Invoice {
  return newInvoice({
    id,
    clientId: client.id,
    createdOn: today,
    supply: { from, to },
    currency: client.currency,
    language: client.language,
    paymentDays: client.paymentDays,
    lines,
  })
}

/** A line to type freely, with the tax that the client's invoices propose. */
export function freeLine(plan: Plan, clientId: Id, id: Id, language: PaperLanguage): InvoiceLine {
  const client = own(plan.practice.clients, clientId)
  const texts = lineTexts(language)
  const tax: LineTax =
    client === undefined ? plan.practice.business.tax : proposedTax(plan.practice.business, client, texts)
  return {
    id,
    text: '',
    unit: 'piece',
    amount: 1,
    per: 1,
    price: 0,
    discount: null,
    tax,
    entryIds: [],
    expenseIds: [],
    basis: null,
  }
}

export type TermsOf<K extends Terms['kind']> = Extract<Terms, { kind: K }>
