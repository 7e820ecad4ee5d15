/** Corrected invoices: what keeps one from taking the place of another. */
import { type Refusal, refuse } from '../../commands/refusal.ts'
import type { Invoice } from '../../plan/invoice.ts'
import type { Plan } from '../../plan/plan.ts'
import { creditedInvoice } from './credit.ts'
import { isIssued, linksOf } from './links.ts'

/** Whether an invoice can be replaced by a corrected one: one with credit notes is credited, and one that was replaced is no longer in force. */
export function isCorrectable(plan: Pick<Plan, 'years'>, invoice: Invoice): boolean {
  return isIssued(invoice) && invoice.kind !== 'credit' && correctionFault(plan, invoice) === null
}

function correctionFault(plan: Pick<Plan, 'years'>, { id, writtenOff }: Invoice): string | null {
  const links = linksOf(plan)
  if (links.replacedBy.has(id)) return 'invoice-replaced'
  if (links.credits.has(id)) return 'invoice-credited'
  return writtenOff === null ? null : 'invoice-written-off'
}

/** What keeps a draft from standing in the place of the invoice that it corrects. */
export function correctedFaults(plan: Plan, draft: Invoice): Refusal[] {
  const original = creditedInvoice(plan, draft)
  const path = ['invoice', 'corrects']
  if (original === undefined || original.kind === 'credit') return [refuse(path, 'correction-of-nothing')]
  const { number } = original.issued
  const fault = correctionFault(plan, original)
  if (fault !== null) return [refuse(path, fault, { number })]
  if (draft.clientId !== original.clientId || draft.currency !== original.currency)
    return [refuse(path, 'correction-other', { number })]
  const twin = draftAbout(plan, original, 'corrected')
  return twin === undefined || twin.id === draft.id ? [] : [refuse(path, 'correction-drafted', { number })]
}

/** The draft of a kind about an issued invoice, if there is one. */
export function draftAbout(
  plan: Pick<Plan, 'years'>,
  { id }: Pick<Invoice, 'id'>,
  kind: Invoice['kind'],
): Invoice | undefined {
  for (const invoice of linksOf(plan).byId.values())
    if (invoice.issued === null && invoice.kind === kind && invoice.corrects === id) return invoice
  return undefined
}
