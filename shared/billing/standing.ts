import { type Refusal, refuse } from '../commands/refusal.ts'
import type { Id } from '../plan/fields.ts'
import type { Invoice, InvoiceLine } from '../plan/invoice.ts'
import { findEntry, findExpense, findInvoice, type Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { issuedInvoices } from './numbering.ts'
import { billedOnce } from './otherLines.ts'

/**
 * What no step back may do to the books. An undo or redo applies patches without a command's check: the undo of "draft
 * invoice" would take an invoice away that was issued since, the undo of "delete draft" would bill its work a second
 * time. Refuses a plan `after` in which an issued invoice of `before` is gone or changed (what becomes of it aside), the work or
 * expense that it bills is gone or changed, a number could be given again, or something is billed twice.
 */
export function booksRefusal(before: Plan, after: Plan): Refusal | null {
  for (const invoice of issuedInvoices(before)) {
    const { number } = invoice.issued
    const then = findInvoice(after, invoice.id)
    if (then === undefined || !sameAsIssued(invoice, then)) return refuse([], 'issued-stands', { number })
    if (before.years === after.years) continue
    if (!invoice.lines.every((line) => billsTheSame(line, before, after)))
      return refuse([], 'issued-stands', { number })
  }
  for (const [series, next] of Object.entries(before.practice.numbering.next))
    if ((after.practice.numbering.next[series] ?? 1) < next) return refuse([], 'number-stands')
  return billedTwice(after)
}

function sameAsIssued(a: Invoice, b: Invoice): boolean {
  return a === b || same(asIssued(a), asIssued(b))
}

/** An invoice without what becomes of it after issue. */
function asIssued({ sent: _s, payments: _p, letters: _l, writtenOff: _w, ...issued }: Invoice): object {
  return issued
}

function billsTheSame({ entryIds, expenseIds }: InvoiceLine, before: Plan, after: Plan): boolean {
  return (
    entryIds.every((id) => same(withoutArea(before, id), withoutArea(after, id))) &&
    expenseIds.every((id) => same(findExpense(before, id), findExpense(after, id)))
  )
}

/** A time entry but for its area: what time was for is the planner's own order, and no bill tells it. */
function withoutArea(plan: Plan, id: Id): TimeEntry | undefined {
  const entry = findEntry(plan, id)
  return entry === undefined ? undefined : { ...entry, areaId: null }
}

/** Equality of two records: values of JSON whose keys keep their order, since patches copy them whole. */
function same(a: object | undefined, b: object | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** Whether a line bills what one before it did; what it bills is kept in mind. */
function isAgain(line: InvoiceLine, billed: Set<string>): boolean {
  const key = billedOnce(line)
  if (key === null) return false
  if (billed.has(key)) return true
  billed.add(key)
  return false
}

function onceRefusal({ lines }: Invoice, index: number): Refusal {
  const code = lines[index]?.basis?.kind === 'fee' ? 'fee-billed' : 'instalment-billed'
  return refuse([], code, { line: index + 1 })
}

function billedTwice(plan: Plan): Refusal | null {
  const seen = new Set<Id>()
  const spent = new Set<Id>()
  const once = new Set<string>()
  for (const year of Object.values(plan.years)) {
    for (const invoice of Object.values(year.invoices)) {
      for (const id of invoice.lines.flatMap((line) => line.entryIds)) {
        if (seen.has(id)) return refuse([], 'entry-billed', { day: findEntry(plan, id)?.day ?? '' })
        seen.add(id)
      }
      for (const id of invoice.lines.flatMap((line) => line.expenseIds)) {
        if (spent.has(id)) return refuse([], 'expense-twice', { title: findExpense(plan, id)?.title ?? '' })
        spent.add(id)
      }
      const again = invoice.lines.findIndex((line) => isAgain(line, once))
      if (again >= 0) return onceRefusal(invoice, again)
    }
  }
  return null
}
