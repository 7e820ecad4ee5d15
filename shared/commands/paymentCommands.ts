/** What becomes of an issued invoice. None of it changes what was frozen, and all of it can be taken back. */
import { z } from 'zod'
import { linksOf } from '../billing/after/links.ts'
import { invoiceStatus } from '../billing/status.ts'
import { Id } from '../plan/fields.ts'
import { type Invoice, Payment, ReminderLetter, Sent, WriteOff } from '../plan/invoice.ts'
import { findInvoice, type Plan, type PlanDraft, putInvoice } from '../plan/plan.ts'
import { command } from './command.ts'
import { type Refusal, refuse } from './refusal.ts'

const numberOf = (plan: Plan, { id }: { readonly id: Id }) => findInvoice(plan, id)?.issued?.number ?? ''

/** The issued invoice, or why nothing can become of it. */
function issuedRefusal(invoice: Invoice | undefined): Refusal | null {
  if (invoice === undefined) return refuse(['id'], 'invoice-gone')
  return invoice.issued === null ? refuse(['id'], 'invoice-not-issued') : null
}

/** Why an invoice is not paid itself: a credit note is set off, and what replaced one is paid in its place. */
function notPaidRefusal(plan: Plan, invoice: Invoice | undefined): Refusal | null {
  const refusal = issuedRefusal(invoice)
  if (refusal !== null || invoice === undefined) return refusal
  if (invoice.kind === 'credit') return refuse(['id'], 'credit-not-paid')
  const { number } = linksOf(plan).replacedBy.get(invoice.id)?.issued ?? {}
  return number === undefined ? null : refuse(['id'], 'replaced-not-paid', { number })
}

function changeInvoice(draft: PlanDraft, id: Id, change: (invoice: Invoice) => Partial<Invoice>): void {
  const invoice = findInvoice(draft, id)
  if (invoice === undefined) throw new Error(`invoice ${id} vanished between check and recipe`)
  putInvoice(draft, { ...invoice, ...change(invoice) })
}

/** A list with a record in the place of the one with its id, or after all others. */
function withRecord<R extends { readonly id: Id }>(records: readonly R[], record: R): R[] {
  return records.some(({ id }) => id === record.id)
    ? records.map((one) => (one.id === record.id ? record : one))
    : [...records, record]
}

/** Records money received for an issued invoice (negative: paid back), or puts a payment recorded before right. */
export const recordPayment = command({
  type: 'invoice/payment',
  schema: z.strictObject({ type: z.literal('invoice/payment'), id: Id, payment: Payment }),
  subject: numberOf,
  check: (plan, { id, payment }) =>
    notPaidRefusal(plan, findInvoice(plan, id)) ??
    (payment.amount === 0 ? refuse(['payment', 'amount'], 'payment-zero') : null),
  recipe: (draft, { id, payment }) =>
    changeInvoice(draft, id, ({ payments }) => ({ payments: withRecord(payments, payment) })),
})

/** Takes a payment out that was recorded by mistake. */
export const removePayment = command({
  type: 'invoice/payment-remove',
  schema: z.strictObject({ type: z.literal('invoice/payment-remove'), id: Id, paymentId: Id }),
  subject: numberOf,
  check: (plan, { id, paymentId }) => {
    const invoice = findInvoice(plan, id)
    const isThere = invoice?.payments.some((payment) => payment.id === paymentId) ?? false
    return issuedRefusal(invoice) ?? (isThere ? null : refuse(['paymentId'], 'payment-gone'))
  },
  recipe: (draft, { id, paymentId }) =>
    changeInvoice(draft, id, ({ payments }) => ({
      payments: payments.filter((payment) => payment.id !== paymentId),
    })),
})

/** Notes that an issued invoice went out, or that it did not. */
export const markSent = command({
  type: 'invoice/sent',
  schema: z.strictObject({ type: z.literal('invoice/sent'), id: Id, sent: Sent.nullable() }),
  subject: numberOf,
  check: (plan, { id }) => issuedRefusal(findInvoice(plan, id)),
  recipe: (draft, { id, sent }) => changeInvoice(draft, id, () => ({ sent })),
})

/** Gives up what is still to be paid, or expects it again. */
export const writeOff = command({
  type: 'invoice/write-off',
  schema: z.strictObject({
    type: z.literal('invoice/write-off'),
    id: Id,
    writtenOff: WriteOff.nullable(),
  }),
  subject: numberOf,
  check: (plan, { id, writtenOff }) => {
    const invoice = findInvoice(plan, id)
    const refusal = notPaidRefusal(plan, invoice)
    if (refusal !== null || invoice === undefined || writtenOff === null) return refusal
    const { due } = invoiceStatus(plan, { ...invoice, writtenOff: null }, writtenOff.on)
    return due > 0 ? null : refuse(['id'], 'nothing-due')
  },
  recipe: (draft, { id, writtenOff }) => changeInvoice(draft, id, () => ({ writtenOff })),
})

/** Keeps a letter that asked for an overdue invoice. It asks for what was open on its day. */
export const putLetter = command({
  type: 'invoice/letter',
  schema: z.strictObject({ type: z.literal('invoice/letter'), id: Id, letter: ReminderLetter }),
  subject: numberOf,
  check: (plan, { id, letter }) => {
    const invoice = findInvoice(plan, id)
    const refusal = notPaidRefusal(plan, invoice)
    if (refusal !== null || invoice?.issued == null) return refusal
    const { state, due } = invoiceStatus(plan, invoice, letter.on)
    if (state !== 'overdue')
      return refuse(['letter', 'on'], 'letter-not-overdue', { day: invoice.issued.dueOn })
    if (letter.open !== due) return refuse(['letter', 'open'], 'letter-amount')
    return letter.payBy > letter.on ? null : refuse(['letter', 'payBy'], 'letter-pay-by')
  },
  recipe: (draft, { id, letter }) =>
    changeInvoice(draft, id, ({ letters }) => ({ letters: withRecord(letters, letter) })),
})

/** Forgets a letter that was not sent after all. */
export const removeLetter = command({
  type: 'invoice/letter-remove',
  schema: z.strictObject({ type: z.literal('invoice/letter-remove'), id: Id, letterId: Id }),
  subject: numberOf,
  check: (plan, { id, letterId }) => {
    const invoice = findInvoice(plan, id)
    const isThere = invoice?.letters.some((letter) => letter.id === letterId) ?? false
    return issuedRefusal(invoice) ?? (isThere ? null : refuse(['letterId'], 'letter-gone'))
  },
  recipe: (draft, { id, letterId }) =>
    changeInvoice(draft, id, ({ letters }) => ({
      letters: letters.filter(({ id: own }) => own !== letterId),
    })),
})
