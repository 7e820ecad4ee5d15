import type { Id } from './fields.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'
import type { Plan } from './plan.ts'

type Billed = ReadonlyMap<Id, Id>

/**
 * The invoices, drafts first, that hold the work on their lines. A credit note holds none. An invoice holds its own until
 * an invoice in its place is issued, or a credit note that gives the work free again; from then on that decides.
 */
export const holdingInvoices = ofYears((years): readonly Invoice[] => {
  const drafts: Invoice[] = []
  const issued: Invoice[] = []
  const released = new Set<Id | null>()
  for (const { invoices } of Object.values(years))
    for (const invoice of Object.values(invoices)) {
      if (invoice.issued !== null && (invoice.kind === 'corrected' || invoice.reopens))
        released.add(invoice.corrects)
      if (invoice.kind === 'credit') continue
      if (invoice.issued === null) drafts.push(invoice)
      else issued.push(invoice)
    }
  return [...drafts, ...issued.filter(({ id }) => !released.has(id))]
})

/** Which invoice, draft or issued, each billed time entry is on: entry id → invoice id. Computed from the invoices, never stored. */
export const billedEntries = billedBy((line) => line.entryIds)

/** Which invoice, draft or issued, each billed expense is on: expense id → invoice id. Computed from the invoices, never stored. */
export const billedExpenses = billedBy((line) => line.expenseIds)

/** Work on an issued invoice and on the draft in its place counts as the issued one's: that is what locks it. */
function billedBy(ids: (line: InvoiceLine) => readonly Id[]): (plan: Pick<Plan, 'years'>) => Billed {
  return ofYears((years) => {
    const billed = new Map<Id, Id>()
    for (const invoice of holdingInvoices({ years }))
      for (const line of invoice.lines) for (const id of ids(line)) billed.set(id, invoice.id)
    return billed
  })
}

/** Computes once for as long as the years stay the same. */
function ofYears<T extends object>(compute: (years: Plan['years']) => T): (plan: Pick<Plan, 'years'>) => T {
  const known = new WeakMap<Plan['years'], T>()
  return ({ years }) => {
    const found = known.get(years) ?? compute(years)
    known.set(years, found)
    return found
  }
}
