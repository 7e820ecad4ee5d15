import { holdingInvoices } from '../plan/billed.ts'
import type { Id } from '../plan/fields.ts'
import type { Invoice, InvoiceLine } from '../plan/invoice.ts'
import { findInvoice, type Plan } from '../plan/plan.ts'

/**
 * The lines of all invoices but one that hold their work, drafts included. For an invoice in the place of another that
 * other one's do not count: `replaces` names it where the invoice is not in the plan yet.
 */
export function otherLines(plan: Plan, own: Id, replaces: Id | null = replacedBy(plan, own)): InvoiceLine[] {
  return holdingInvoices(plan)
    .filter(({ id }) => id !== own && id !== replaces)
    .flatMap((invoice) => ownLines(plan, invoice))
}

function replacedBy(plan: Plan, id: Id): Id | null {
  const invoice = findInvoice(plan, id)
  return invoice?.kind === 'corrected' ? invoice.corrects : null
}

/** The lines of a draft in the place of an issued invoice, without those that this bills already. */
function ownLines(plan: Plan, { kind, corrects, issued, lines }: Invoice): readonly InvoiceLine[] {
  if (kind !== 'corrected' || issued !== null) return lines
  const before = new Set(findInvoice(plan, corrects ?? '')?.lines.map(({ basis }) => JSON.stringify(basis)))
  return lines.filter(({ basis }) => !before.has(JSON.stringify(basis)))
}

/** What of a line may be billed once only: the fee of a retainer's period, or an instalment; null where nothing is. */
export function billedOnce({ basis }: InvoiceLine): string | null {
  if (basis?.kind === 'fee') return `fee ${basis.engagementId} ${basis.period.from}`
  if (basis?.kind !== 'price' || basis.instalmentId === null) return null
  return `instalment ${basis.engagementId} ${basis.instalmentId}`
}
