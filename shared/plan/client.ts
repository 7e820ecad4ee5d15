import { z } from 'zod'
import {
  Address,
  Colour,
  CurrencyField,
  emptyAddress,
  Id,
  Language,
  Line,
  Note,
  Title,
  ZoneField,
} from './fields.ts'
import type { Frozen } from './frozen.ts'

/** Somebody to talk to at a client. */
export const Contact = z.strictObject({ name: Line, role: Line, email: Line, phone: Line })
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
  contacts: z.array(Contact).max(50),
  currency: CurrencyField,
  zone: ZoneField,
  language: Language,
  /** Days from the issue of an invoice until it is due. */
  paymentDays: z.int().min(0).max(365),
  notes: Note,
  archived: z.boolean(),
  order: z.number(),
})
export type Client = Frozen<z.infer<typeof Client>>

/** A client with everything but its name at its usual value. */
export function newClient(
  given: Pick<Client, 'id' | 'name' | 'colour' | 'currency' | 'zone' | 'language' | 'order'>,
): Client {
  return {
    code: '',
    address: emptyAddress,
    taxId: '',
    email: '',
    contacts: [],
    paymentDays: 30,
    notes: '',
    archived: false,
    ...given,
  }
}
