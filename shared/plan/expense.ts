import { z } from 'zod'
import { netOfGross } from '../money/amount.ts'
import { CurrencyField, DayField, Id, MinorPositive, Note, PartsPerMillion, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** What the client is charged: the amount without its tax (which the planner gets back), or all of it. */
export const passOns = ['net', 'gross'] as const

/** Money spent, for a client or for one's own business. Amounts are as on the receipt, tax included. */
export const Expense = z
  .strictObject({
    id: Id,
    day: DayField,
    /** Null is own business. */
    clientId: Id.nullable(),
    engagementId: Id.nullable(),
    title: Title,
    amount: MinorPositive.min(1, { error: 'expense-nothing' }),
    currency: CurrencyField,
    /** The tax that the amount includes. */
    taxRate: PartsPerMillion,
    billable: z.boolean(),
    passOn: z.enum(passOns),
    /** Path of the receipt on this computer, as the user chose it; empty where there is none. */
    receipt: z.string().max(4096, { error: 'too-long' }),
    notes: Note,
    /** Identity in the file that it was imported from. */
    importKey: z.string().max(200).nullable(),
  })
  .refine((expense) => expense.clientId !== null || !expense.billable, {
    path: ['billable'],
    error: 'billable-to-nobody',
  })
  .refine((expense) => expense.clientId !== null || expense.engagementId === null, {
    path: ['engagementId'],
    error: 'engagement-of-other-client',
  })
export type Expense = Frozen<z.infer<typeof Expense>>

/** What a client is charged for an expense, before the invoice's own tax; in the expense's currency. */
export function chargeOf({
  amount,
  taxRate,
  passOn,
}: Pick<Expense, 'amount' | 'taxRate' | 'passOn'>): number {
  return passOn === 'gross' ? amount : netOfGross(amount, taxRate).net
}
