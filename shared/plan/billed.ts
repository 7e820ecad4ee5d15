import type { Id } from './fields.ts'
import type { Plan, Year } from './plan.ts'

type Invoices = Year['invoices']

const ofYear = new WeakMap<Invoices, ReadonlyMap<Id, Id>>()
const ofYears = new WeakMap<Plan['years'], ReadonlyMap<Id, Id>>()

/** Which invoice, draft or issued, each billed time entry is on: entry id → invoice id. Computed from the invoices, never stored. */
export function billedEntries(plan: Plan): ReadonlyMap<Id, Id> {
  const known = ofYears.get(plan.years)
  if (known !== undefined) return known
  const billed = new Map<Id, Id>()
  for (const year of Object.values(plan.years))
    for (const [entry, invoice] of billedIn(year.invoices)) billed.set(entry, invoice)
  ofYears.set(plan.years, billed)
  return billed
}

function billedIn(invoices: Invoices): ReadonlyMap<Id, Id> {
  const known = ofYear.get(invoices)
  if (known !== undefined) return known
  const billed = new Map<Id, Id>()
  for (const invoice of Object.values(invoices))
    for (const line of invoice.lines) for (const entry of line.entryIds) billed.set(entry, invoice.id)
  ofYear.set(invoices, billed)
  return billed
}
