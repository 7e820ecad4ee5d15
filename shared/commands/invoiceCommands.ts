import { castDraft, original } from 'immer'
import { z } from 'zod'
import { aboutFaults, freeze, issueFaults } from '../billing/issue.ts'
import { nextNumber, numberingOf } from '../billing/numbering.ts'
import { billedOnce, otherLines } from '../billing/otherLines.ts'
import { billedEntries, billedExpenses } from '../plan/billed.ts'
import { DayField, Id } from '../plan/fields.ts'
import { Invoice, StoredPdf } from '../plan/invoice.ts'
import {
  findEntry,
  findExpense,
  findInvoice,
  own,
  type Plan,
  putInvoice,
  removeInvoice,
} from '../plan/plan.ts'
import { command } from './command.ts'
import { type Refusal, refuse } from './refusal.ts'

const clientName = (plan: Plan, invoice: Invoice | undefined) =>
  own(plan.practice.clients, invoice?.clientId ?? '')?.name ?? ''

/** Writes a draft whole, new or changed. Refused for an issued invoice, and for work that another invoice bills. */
export const putDraft = command({
  type: 'invoice/draft',
  schema: z.strictObject({
    type: z.literal('invoice/draft'),
    invoice: Invoice.refine((invoice) => invoice.issued === null && invoice.payments.length === 0, {
      error: 'draft-expected',
    }),
  }),
  subject: (plan, { invoice }) => clientName(plan, invoice),
  check: (plan, { invoice }) => {
    const before = findInvoice(plan, invoice.id)
    if (before !== undefined && before.issued !== null)
      return refuse(['invoice'], 'invoice-issued', { number: before.issued.number })
    if (own(plan.practice.clients, invoice.clientId) === undefined)
      return refuse(['invoice', 'clientId'], 'client-gone')
    return linesRefusal(plan, invoice) ?? aboutFaults(plan, invoice)[0] ?? null
  },
  recipe: (draft, { invoice }) => {
    removeInvoice(draft, invoice.id)
    putInvoice(draft, invoice)
  },
})

function linesRefusal(plan: Plan, invoice: Invoice): Refusal | null {
  const billed = billedEntries(plan)
  const lineIds = new Set<Id>()
  const entryIds = new Set<Id>()
  for (const [i, line] of invoice.lines.entries()) {
    const path = ['invoice', 'lines', i]
    if (lineIds.has(line.id)) return refuse([...path, 'id'], 'id-taken')
    lineIds.add(line.id)
    for (const [k, id] of line.entryIds.entries()) {
      const entry = findEntry(plan, id)
      if (entry === undefined) return refuse([...path, 'entryIds', k], 'entry-gone')
      if (entryIds.has(id) || isElsewhere(billed.get(id), invoice))
        return refuse([...path, 'entryIds', k], 'entry-billed', { day: entry.day })
      const engagement = own(plan.practice.engagements, entry.engagementId ?? '')
      if (engagement?.clientId !== invoice.clientId)
        return refuse([...path, 'entryIds', k], 'entry-of-other-client', { day: entry.day })
      entryIds.add(id)
    }
  }
  return expensesRefusal(plan, invoice) ?? onceRefusal(plan, invoice)
}

/** Whether work is on another invoice than this one, and the one whose place it takes. */
function isElsewhere(invoiceId: Id | undefined, { id, kind, corrects }: Invoice): boolean {
  if (invoiceId === undefined || invoiceId === id) return false
  return kind !== 'corrected' || invoiceId !== corrects
}

/** An expense is billed once, to the client that it was for. */
function expensesRefusal(plan: Plan, invoice: Invoice): Refusal | null {
  const billed = billedExpenses(plan)
  const here = new Set<Id>()
  for (const [i, line] of invoice.lines.entries())
    for (const [k, id] of line.expenseIds.entries()) {
      const path = ['invoice', 'lines', i, 'expenseIds', k]
      const expense = findExpense(plan, id)
      if (expense === undefined) return refuse(path, 'expense-gone')
      const { title, clientId } = expense
      if (here.has(id) || isElsewhere(billed.get(id), invoice))
        return refuse(path, 'expense-twice', { title })
      if (clientId !== invoice.clientId) return refuse(path, 'expense-of-other-client', { title })
      here.add(id)
    }
  return null
}

/** A retainer's fee is billed once a period, and an instalment once. */
function onceRefusal(plan: Plan, invoice: Invoice): Refusal | null {
  if (invoice.kind === 'credit') return null
  const replaces = invoice.kind === 'corrected' ? invoice.corrects : null
  const billed = new Set(otherLines(plan, invoice.id, replaces).map(billedOnce))
  for (const [i, line] of invoice.lines.entries()) {
    const key = billedOnce(line)
    if (key === null) continue
    const code = line.basis?.kind === 'fee' ? 'fee-billed' : 'instalment-billed'
    if (billed.has(key)) return refuse(['invoice', 'lines', i, 'basis'], code, { line: i + 1 })
    billed.add(key)
  }
  return null
}

/** Deletes a draft; its entries can be billed again. */
export const deleteDraft = command({
  type: 'invoice/delete',
  schema: z.strictObject({ type: z.literal('invoice/delete'), id: Id }),
  subject: (plan, { id }) => clientName(plan, findInvoice(plan, id)),
  check: (plan, { id }) => {
    const invoice = findInvoice(plan, id)
    if (invoice === undefined) return refuse(['id'], 'invoice-gone')
    return invoice.issued === null
      ? null
      : refuse(['id'], 'invoice-issued', { number: invoice.issued.number })
  },
  recipe: (draft, { id }) => removeInvoice(draft, id),
})

/**
 * Issues a draft on a day: gives it the next number of its series and freezes parties and amounts, in one step, so that
 * no crash can leave a number without an invoice. It stays: undo steps over it, and a credit note corrects it.
 */
export const issueInvoice = command({
  type: 'invoice/issue',
  schema: z.strictObject({ type: z.literal('invoice/issue'), id: Id, on: DayField }),
  subject: (plan, { id, on }) =>
    nextNumber(numberingOf(plan, findInvoice(plan, id)?.kind ?? 'invoice'), on).number,
  check: (plan, { id, on }) => {
    const invoice = findInvoice(plan, id)
    if (invoice === undefined) return refuse(['id'], 'invoice-gone')
    if (invoice.issued !== null) return refuse(['id'], 'invoice-issued', { number: invoice.issued.number })
    return linesRefusal(plan, invoice) ?? issueFaults(plan, invoice, on)[0] ?? null
  },
  recipe: (draft, { id, on }) => {
    const invoice = findInvoice(draft, id)
    if (invoice === undefined) throw new Error(`invoice ${id} vanished between check and recipe`)
    const { practice } = draft
    const numbering =
      invoice.kind === 'credit' ? (practice.creditNumbering ?? practice.numbering) : practice.numbering
    const { series, counter } = nextNumber(numbering, on)
    putInvoice(draft, { ...invoice, issued: castDraft(freeze(original(draft) ?? draft, invoice, on)) })
    numbering.next[series] = counter + 1
  },
  undoable: false,
})

/**
 * Records the PDF that main stored for an issued invoice. Main alone carries it out, after the file is on disk: a window
 * could only claim what it does not know.
 */
export const storePdf = command({
  type: 'invoice/stored',
  schema: z.strictObject({ type: z.literal('invoice/stored'), id: Id, pdf: StoredPdf }),
  subject: (plan, { id }) => findInvoice(plan, id)?.issued?.number ?? '',
  check: (plan, { id }) => {
    const invoice = findInvoice(plan, id)
    if (invoice === undefined) return refuse(['id'], 'invoice-gone')
    return invoice.issued === null ? refuse(['id'], 'invoice-not-issued') : null
  },
  recipe: (draft, { id, pdf }) => {
    const invoice = findInvoice(draft, id)
    if (invoice === undefined) throw new Error(`invoice ${id} vanished between check and recipe`)
    putInvoice(draft, { ...invoice, pdf })
  },
  undoable: false,
})
