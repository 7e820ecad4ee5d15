/** Drafts of credit notes over an issued invoice: of all that is left, of some of its lines, or of an amount. */
import { add, type Minor, negate, sum, times } from '../../money/amount.ts'
import { ratio } from '../../money/exact.ts'
import type { Id } from '../../plan/fields.ts'
import { type Discount, type Invoice, type InvoiceLine, newInvoice } from '../../plan/invoice.ts'
import type { LineTax } from '../../plan/lineTax.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import { paperWordsIn } from '../../words/words.ts'
import { lineAmount, lineBase } from '../totals.ts'
import { leftToCredit } from './credit.ts'
import { sameTax, type TaxFigures } from './figures.ts'
import { type Issued, linksOf } from './links.ts'

/** What is credited. */
export type CreditChoice =
  | { readonly kind: 'rest' }
  /** Quantities of lines, in what the line counts (minutes of an hour, hundredths of `per`). */
  | { readonly kind: 'lines'; readonly amounts: ReadonlyMap<Id, number> }
  /** An amount of one tax: without it or with it, as the invoice's prices are. */
  | { readonly kind: 'amount'; readonly amount: Minor; readonly tax: LineTax; readonly text: string }

export interface CreditRequest {
  readonly id: Id
  readonly today: Day
  readonly choice: CreditChoice
}

/** A draft of a credit note. Its lines hold no work: giving that free again is up to `reopens`. */
export function draftCredit(
  plan: Plan,
  invoice: Issued,
  { id, today, choice: asked }: CreditRequest,
): Invoice {
  const choice = settled(plan, invoice, asked)
  const { clientId, supply, currency, language, prices, exchange, reference } = invoice
  const isWhole = choice.kind === 'rest' && leftToCredit(plan, invoice).isWhole
  const common = { clientId, supply, currency, language, prices, exchange, reference }
  return newInvoice({
    ...common,
    id,
    kind: 'credit',
    corrects: invoice.id,
    createdOn: today,
    paymentDays: 0,
    discount: isWhole ? invoice.discount : null,
    ...(choice.kind === 'lines'
      ? partsOf(invoice, choice.amounts, linksOf(plan).credits.get(invoice.id) ?? [])
      : { lines: linesOf(plan, invoice, choice, isWhole) }),
  })
}

/** All that is left of all lines is the rest: to the cent, whatever rounding made of its parts. */
function settled(plan: Plan, invoice: Issued, choice: CreditChoice): CreditChoice {
  if (choice.kind !== 'lines') return choice
  const left = [...quantitiesLeft(plan, invoice)]
  return left.every(([id, amount]) => (choice.amounts.get(id) ?? 0) === amount) ? { kind: 'rest' } : choice
}

/**
 * Parts of lines, with what was taken off them. What is off in percent holds for each part. Of an amount that is off, a
 * part takes what the parts up to it come to, less what those before took: so all parts together take it to the cent.
 */
function partsOf(
  { lines, discount }: Issued,
  amounts: ReadonlyMap<Id, number>,
  notes: readonly Issued[],
): Pick<Invoice, 'lines' | 'discount'> {
  const parts = lines.flatMap((line) => {
    const amount = amounts.get(line.id) ?? 0
    return amount === 0 ? [] : [partOf(line, amount, notes)]
  })
  const partly = notes.filter((note) => note.lines.some(({ id }) => lines.some((line) => line.id === id)))
  const sumOf = (of: readonly InvoiceLine[]) => sum(of.map(lineAmount))
  const upTo = add(sumOf(parts), sum(partly.map((note) => sumOf(note.lines))))
  return { lines: parts, discount: discountPart(discount, { upTo, of: sumOf(lines), notes: partly }) }
}

function partOf(line: InvoiceLine, amount: number, notes: readonly Issued[]): InvoiceLine {
  const taken = notes.flatMap((note) => note.lines.filter(({ id }) => id === line.id))
  const part = { ...withoutWork(line), amount }
  const upTo = taken.reduce((whole, one) => whole + one.amount, amount)
  const discount = discountPart(line.discount, { upTo, of: line.amount, notes: taken })
  const most = Math.abs(lineBase(part))
  return discount?.kind === 'amount'
    ? { ...part, discount: { ...discount, amount: Math.min(discount.amount, most) } }
    : { ...part, discount }
}

interface Taking {
  /** What the parts so far and this one come to, of the whole. */
  readonly upTo: number
  readonly of: number
  readonly notes: readonly Pick<Invoice, 'discount'>[]
}

function discountPart(discount: Discount | null, { upTo, of, notes }: Taking): Discount | null {
  if (discount?.kind !== 'amount' || of === 0) return discount
  const before = notes.map((note) => (note.discount?.kind === 'amount' ? note.discount.amount : 0))
  const amount = add(times(ratio(upTo, of), discount.amount), negate(sum(before)))
  return amount > 0 ? { kind: 'amount', amount } : null
}

function linesOf(
  plan: Plan,
  invoice: Issued,
  choice: Exclude<CreditChoice, { kind: 'lines' }>,
  isWhole: boolean,
): InvoiceLine[] {
  if (isWhole) return invoice.lines.map(withoutWork)
  if (choice.kind === 'amount') return [amountLine('credit', choice.text, choice.amount, choice.tax)]
  const { rest } = paperWordsIn(invoice.language).document.credit
  const left = leftToCredit(plan, invoice).groups
  return left.flatMap((group, i): InvoiceLine[] => {
    const amount = invoice.prices === 'gross' ? group.net + group.tax : group.net
    if (amount === 0) return []
    return [amountLine(`credit-${i}`, rest(invoice.issued.number), amount, taxOf(invoice, group))]
  })
}

function withoutWork(line: InvoiceLine): InvoiceLine {
  return { ...line, entryIds: [], expenseIds: [] }
}

function amountLine(id: Id, text: string, amount: Minor, tax: LineTax): InvoiceLine {
  return {
    id,
    text,
    unit: 'piece',
    amount: amount < 0 ? -1 : 1,
    per: 1,
    price: amount < 0 ? negate(amount) : amount,
    discount: null,
    tax,
    entryIds: [],
    expenseIds: [],
    basis: null,
  }
}

/** The tax of a group as the invoice's lines name it, with their reason. */
export function taxOf(
  { lines }: Pick<Invoice, 'lines'>,
  group: Pick<TaxFigures, 'category' | 'rate'>,
): LineTax {
  const line = lines.find(({ tax }) => sameTax(tax, group))
  return line?.tax ?? { category: group.category, rate: group.rate, reason: '' }
}

/** What of each line no credit note took yet, in what the line counts. */
export function quantitiesLeft(plan: Pick<Plan, 'years'>, invoice: Issued): ReadonlyMap<Id, number> {
  const left = new Map(invoice.lines.map(({ id, amount }) => [id, amount]))
  for (const note of linksOf(plan).credits.get(invoice.id) ?? [])
    for (const { id, amount } of note.lines) {
      const before = left.get(id)
      if (before !== undefined) left.set(id, before - amount)
    }
  return left
}

/** An invoice in the place of an issued one: all that stands on it, to be put right. Its work stays billed throughout. */
export function draftCorrected(
  invoice: Issued,
  { id, today }: { readonly id: Id; readonly today: Day },
): Invoice {
  const { issued: _issued, sent: _s, payments: _p, letters: _l, writtenOff: _w, pdf: _f, ...stands } = invoice
  return newInvoice({
    ...stands,
    id,
    kind: 'corrected',
    corrects: invoice.id,
    createdOn: today,
    reopens: false,
  })
}
