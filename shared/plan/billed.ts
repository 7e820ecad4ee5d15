import type { Id } from './fields.ts'
import type { InvoiceLine } from './invoice.ts'
import type { Plan, Year } from './plan.ts'

type Invoices = Year['invoices']
type Billed = ReadonlyMap<Id, Id>

/** Which invoice, draft or issued, each billed time entry is on: entry id → invoice id. Computed from the invoices, never stored. */
export const billedEntries = billedBy((line) => line.entryIds)

/** Which invoice, draft or issued, each billed expense is on: expense id → invoice id. Computed from the invoices, never stored. */
export const billedExpenses = billedBy((line) => line.expenseIds)

/** Looks each year's invoices through once, for as long as they stay the same. */
function billedBy(ids: (line: InvoiceLine) => readonly Id[]): (plan: Plan) => Billed {
  const ofYear = new WeakMap<Invoices, Billed>()
  const ofYears = new WeakMap<Plan['years'], Billed>()
  const billedIn = (invoices: Invoices): Billed => {
    const known = ofYear.get(invoices)
    if (known !== undefined) return known
    const billed = new Map<Id, Id>()
    for (const invoice of Object.values(invoices))
      for (const line of invoice.lines) for (const id of ids(line)) billed.set(id, invoice.id)
    ofYear.set(invoices, billed)
    return billed
  }
  return ({ years }) => {
    const known = ofYears.get(years)
    if (known !== undefined) return known
    const billed = new Map<Id, Id>()
    for (const year of Object.values(years))
      for (const [id, invoice] of billedIn(year.invoices)) billed.set(id, invoice)
    ofYears.set(years, billed)
    return billed
  }
}
