import type { Id } from '../plan/fields.ts'
import type { InvoiceLine } from '../plan/invoice.ts'
import type { Plan } from '../plan/plan.ts'

/** The lines of all invoices but one, drafts included. */
export function otherLines(plan: Plan, own: Id): InvoiceLine[] {
  return Object.values(plan.years)
    .flatMap((year) => Object.values(year.invoices))
    .filter((invoice) => invoice.id !== own)
    .flatMap((invoice) => invoice.lines)
}

/** What of a line may be billed once only: the fee of a retainer's period, or an instalment; null where nothing is. */
export function billedOnce({ basis }: InvoiceLine): string | null {
  if (basis?.kind === 'fee') return `fee ${basis.engagementId} ${basis.period.from}`
  if (basis?.kind !== 'price' || basis.instalmentId === null) return null
  return `instalment ${basis.engagementId} ${basis.instalmentId}`
}
