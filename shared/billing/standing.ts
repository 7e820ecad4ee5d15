import { type Refusal, refuse } from '../commands/refusal.ts'
import { holdingInvoices } from '../plan/billed.ts'
import type { Numbering } from '../plan/business.ts'
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
  const holding = new Set(holdingInvoices(before).map(({ id }) => id))
  for (const invoice of issuedInvoices(before)) {
    const { number } = invoice.issued
    const then = findInvoice(after, invoice.id)
    if (then === undefined || !sameAsIssued(invoice, then)) return refuse([], 'issued-stands', { number })
    if (before.years === after.years || !holding.has(invoice.id)) continue
    if (!invoice.lines.every((line) => billsTheSame(line, before, after)))
      return refuse([], 'issued-stands', { number })
  }
  const { numbering, creditNumbering } = after.practice
  if (
    givesAgain(before.practice.numbering, numbering) ||
    givesAgain(before.practice.creditNumbering, creditNumbering)
  )
    return refuse([], 'number-stands')
  return billedTwice(after)
}

function givesAgain(before: Numbering | null, after: Numbering | null): boolean {
  return Object.entries(before?.next ?? {}).some(([series, next]) => (after?.next[series] ?? 1) < next)
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

function onceRefusal({ lines }: Invoice, key: string): Refusal {
  const index = lines.findIndex((line) => billedOnce(line) === key)
  const code = lines[index]?.basis?.kind === 'fee' ? 'fee-billed' : 'instalment-billed'
  return refuse([], code, { line: index + 1 })
}

/** Whether something stands on two invoices. A draft in the place of an issued one bills the same work: as one with it. */
function billedTwice(plan: Plan): Refusal | null {
  const billedBy = new Map<string, Id>()
  for (const invoice of holdingInvoices(plan)) {
    const inPlaceOf = invoice.issued === null ? invoice.corrects : null
    const holder = inPlaceOf ?? invoice.id
    for (const { key, refusal } of billsOf(plan, invoice)) {
      if ((billedBy.get(key) ?? holder) !== holder) return refusal()
      billedBy.set(key, holder)
    }
  }
  return null
}

interface Bills {
  readonly key: string
  readonly refusal: () => Refusal
}

function billsOf(plan: Plan, invoice: Invoice): Bills[] {
  return invoice.lines.flatMap((line) => {
    const once = billedOnce(line)
    return [
      ...line.entryIds.map((id) => ({
        key: `entry ${id}`,
        refusal: () => refuse([], 'entry-billed', { day: findEntry(plan, id)?.day ?? '' }),
      })),
      ...line.expenseIds.map((id) => ({
        key: `expense ${id}`,
        refusal: () => refuse([], 'expense-twice', { title: findExpense(plan, id)?.title ?? '' }),
      })),
      ...(once === null ? [] : [{ key: once, refusal: () => onceRefusal(invoice, once) }]),
    ]
  })
}
