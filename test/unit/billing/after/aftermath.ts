import {
  type CreditChoice,
  draftCorrected,
  draftCredit,
} from '../../../../shared/billing/after/creditDraft.ts'
import { type Issued, isIssued } from '../../../../shared/billing/after/links.ts'
import { invoiceStatus } from '../../../../shared/billing/status.ts'
import { execute } from '../../../../shared/commands/execute.ts'
import type { Command } from '../../../../shared/commands/registry.ts'
import type { Invoice } from '../../../../shared/plan/invoice.ts'
import { findInvoice, type Plan } from '../../../../shared/plan/plan.ts'
import { aBillingPlan, aDraft, carriedOut } from '../aBillingPlan.ts'

/** A plan with one invoice issued on 30 November 2026, due on 14 December. */
export function anIssuedPlan(given: Partial<Invoice> = {}, plan: Plan = aBillingPlan()): Plan {
  return carriedOut(
    plan,
    { type: 'invoice/draft', invoice: aDraft(given) },
    { type: 'invoice/issue', id: given.id ?? 'invoice-1', on: '2026-11-30' },
  )
}

export function issuedIn(plan: Plan, id = 'invoice-1'): Issued {
  const invoice = findInvoice(plan, id)
  if (invoice === undefined || !isIssued(invoice)) throw new Error(`${id} is not issued`)
  return invoice
}

export interface Credited {
  readonly id?: string
  readonly of?: string
  readonly on?: string
  readonly choice?: CreditChoice
  readonly change?: Partial<Invoice>
}

/** A draft of a credit note over all that is left, unless told. */
export function aCreditNote(plan: Plan, given: Credited = {}): Invoice {
  const { id = 'credit-1', of = 'invoice-1', on = '2026-12-01', choice = { kind: 'rest' } } = given
  return { ...draftCredit(plan, issuedIn(plan, of), { id, today: on, choice }), ...given.change }
}

/** The plan with a credit note issued. */
export function credited(plan: Plan, given: Credited = {}): Plan {
  const invoice = aCreditNote(plan, given)
  const on = given.on ?? '2026-12-01'
  return carriedOut(plan, { type: 'invoice/draft', invoice }, { type: 'invoice/issue', id: invoice.id, on })
}

/** The plan with an invoice issued in the place of another. */
export function corrected(
  plan: Plan,
  change: Partial<Invoice> = {},
  of = 'invoice-1',
  on = '2026-12-02',
): Plan {
  const invoice = {
    ...draftCorrected(issuedIn(plan, of), { id: `${of}-corrected`, today: on }),
    ...change,
  }
  return carriedOut(plan, { type: 'invoice/draft', invoice }, { type: 'invoice/issue', id: invoice.id, on })
}

export function paid(plan: Plan, amount: number, id = 'invoice-1', on = '2026-12-10'): Plan {
  return carriedOut(plan, {
    type: 'invoice/payment',
    id,
    payment: { id: `p-${id}-${amount}-${on}`, on, amount, note: '' },
  })
}

export function statusIn(plan: Plan, id = 'invoice-1', today = '2026-12-01') {
  return invoiceStatus(plan, issuedIn(plan, id), today)
}

/** The code of a refusal, and null where the command is carried out. */
export function refusedWith(plan: Plan, command: Command): string | null {
  const done = execute(plan, command)
  return done.ok ? null : done.refusal.code
}

/** The tax of a line at a rate in parts per million. */
export const rate = (rate: number) => ({ category: 'S', rate, reason: '' }) as const

/** A quantity of one line. */
export const quantity = (id: string, amount: number) => new Map([[id, amount]])
