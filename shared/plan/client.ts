import { z } from 'zod'
import {
  Address,
  Colour,
  CurrencyField,
  DayField,
  emptyAddress,
  Id,
  Line,
  Note,
  PaperLanguage,
  Title,
  ZoneField,
} from './fields.ts'
import type { Frozen } from './frozen.ts'
import { LineTax } from './lineTax.ts'
import { ClientLeads, usualLeads } from './reminding.ts'

/** When to get in touch next, and how many days later again; null for no date and no rhythm. */
export const touch = {
  nextContact: DayField.nullable(),
  touchDays: z.int().min(1).max(730).nullable(),
}

/** Somebody to talk to at a client. */
export const Contact = z.strictObject({
  id: Id,
  name: Line,
  role: Line,
  email: Line,
  phone: Line,
  ...touch,
})
export type Contact = Frozen<z.infer<typeof Contact>>

/** Who pays. `order` sorts rows in the grid; an archived client keeps its history and leaves the grid. */
export const Client = z.strictObject({
  id: Id,
  name: Title,
  code: z.string().max(12),
  colour: Colour,
  address: Address,
  taxId: z.string().max(40),
  email: Line,
  phone: Line,
  contacts: z.array(Contact).max(50),
  currency: CurrencyField,
  zone: ZoneField,
  /** Of the papers that the client gets. */
  language: PaperLanguage,
  /** Days from the issue of an invoice until it is due. */
  paymentDays: z.int().min(0).max(365),
  /** The tax that a new line of an invoice proposes; null is the business's own. */
  tax: LineTax.nullable(),
  /** How long before the client's sessions to remind. */
  leads: ClientLeads,
  ...touch,
  notes: Note,
  archived: z.boolean(),
  order: z.number(),
})
export type Client = Frozen<z.infer<typeof Client>>

/** A client with everything but its name at its usual value. */
export function newClient(
  given: Pick<Client, 'id' | 'name' | 'colour' | 'currency' | 'zone' | 'language' | 'order'> &
    Partial<Pick<Client, 'paymentDays'>>,
): Client {
  return {
    code: '',
    address: emptyAddress,
    taxId: '',
    email: '',
    phone: '',
    contacts: [],
    paymentDays: 30,
    tax: null,
    leads: usualLeads,
    nextContact: null,
    touchDays: null,
    notes: '',
    archived: false,
    ...given,
  }
}
