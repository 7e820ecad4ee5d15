import { z } from 'zod'
import { CurrencyField, DayField, Id, MinorPositive, Note, PartsPerMillion, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** Money spent, for a client or for one's own business. Amounts are as on the receipt, tax included. */
export const Expense = z.strictObject({
  id: Id,
  day: DayField,
  /** Null is own business. */
  clientId: Id.nullable(),
  engagementId: Id.nullable(),
  title: Title,
  amount: MinorPositive,
  currency: CurrencyField,
  /** The tax that the amount includes. */
  taxRate: PartsPerMillion,
  billable: z.boolean(),
  /** What the client is charged: the amount without its tax (which the planner gets back), or all of it. */
  passOn: z.enum(['net', 'gross']),
  /** Path of the receipt on this computer, as the user chose it; empty where there is none. */
  receipt: z.string().max(4096, { error: 'too-long' }),
  notes: Note,
  /** Identity in the file that it was imported from. */
  importKey: z.string().max(200).nullable(),
})
export type Expense = Frozen<z.infer<typeof Expense>>
