import { draftInvoice } from '../../../shared/billing/draft.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { Business } from '../../../shared/plan/business.ts'
import { newBusiness } from '../../../shared/plan/business.ts'
import type { Client } from '../../../shared/plan/client.ts'
import type { Engagement, Terms } from '../../../shared/plan/engagement.ts'
import { type Invoice, type InvoiceLine, newInvoice } from '../../../shared/plan/invoice.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, anEntry, aPlan, type PlanParts } from '../../support/builders.ts'

/** A business in Berlin that may issue invoices at 19 %. */
export const business: Business = {
  ...newBusiness,
  name: 'Ada Berger',
  address: { street: 'Lindenstraße', number: '12', postcode: '10969', town: 'Berlin', country: 'DE' },
  email: 'ada@example.org',
  taxId: 'DE123456788',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: 'COBADEFFXXX',
  bank: 'Commerzbank',
  tax: { category: 'S', rate: 190_000, reason: '' },
}

/** A client to whom an invoice can be sent. */
export function aPayingClient(given: Partial<Client> = {}): Client {
  const address = { street: 'Hafenweg', number: '3', postcode: '20457', town: 'Hamburg', country: 'DE' }
  return aClient({ address, paymentDays: 14, ...given })
}

/** `aPlan` with a business and, where none are given, a paying client with an hourly engagement. */
export function aBillingPlan(parts: PlanParts & { readonly business?: Partial<Business> } = {}): Plan {
  const plan = aPlan({ clients: [aPayingClient()], engagements: [anEngagement()], ...parts })
  return { ...plan, practice: { ...plan.practice, business: { ...business, ...parts.business } } }
}

/** One piece for 100.00 at 19 %. */
export function aLine(given: Partial<InvoiceLine> = {}): InvoiceLine {
  const tax = { category: 'S', rate: 190_000, reason: '' } as const
  return {
    id: 'line-1',
    text: 'Workshop',
    unit: 'piece',
    amount: 1,
    per: 1,
    price: 10_000,
    discount: null,
    tax,
    entryIds: [],
    expenseIds: [],
    basis: null,
    ...given,
  }
}

/** A draft for `aPayingClient` with one line. */
export function aDraft(given: Partial<Invoice> = {}): Invoice {
  return newInvoice({
    id: 'invoice-1',
    clientId: 'northwind',
    createdOn: '2026-11-30',
    supply: { from: '2026-11-01', to: '2026-11-30' },
    currency: 'EUR',
    language: 'en',
    paymentDays: 14,
    lines: [aLine()],
    ...given,
  })
}

/** The plan after the commands; throws where one is refused. */
export function carriedOut(plan: Plan, ...commands: Command[]): Plan {
  return commands.reduce((before, command) => {
    const done = execute(before, command)
    if (!done.ok) throw new Error(`${command.type} refused: ${JSON.stringify(done.refusal)}`)
    return done.plan
  }, plan)
}

/** The draft of November 2026 for `northwind`. */
export function november(plan: Plan, id = 'invoice-1') {
  return draftInvoice(plan, {
    clientId: 'northwind',
    from: '2026-11-01',
    to: '2026-11-30',
    id,
    lineId: (n) => `${id}-line-${n}`,
    today: '2026-11-30',
  })
}

/** An entry of some minutes on a day, named by both. */
export function worked(day: string, minutes: number, given: Parameters<typeof anEntry>[0] = {}) {
  return anEntry({ id: `e-${day}-${minutes}`, day, start: null, minutes, ...given })
}

/** The lines of November's draft: unit, amount, per, price. */
export const plainLines = (plan: Plan) =>
  november(plan).invoice.lines.map(({ unit, amount, per, price }) => [unit, amount, per, price])

/** An engagement on such terms. */
export const engagedWith = (pays: Terms, given: Partial<Engagement> = {}) => anEngagement({ pays, ...given })
