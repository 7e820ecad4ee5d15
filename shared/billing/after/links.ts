/** How issued invoices hang together: which credit notes are about one, and what stands in its place. */
import type { Id } from '../../plan/fields.ts'
import type { Invoice, IssuedInvoice } from '../../plan/invoice.ts'
import type { Plan } from '../../plan/plan.ts'

export type Issued = Invoice & { readonly issued: IssuedInvoice }

export interface Links {
  readonly byId: ReadonlyMap<Id, Invoice>
  /** The issued credit notes about an invoice, in the order of their dates. */
  readonly credits: ReadonlyMap<Id, readonly Issued[]>
  /** The issued invoice in the place of another. */
  readonly replacedBy: ReadonlyMap<Id, Issued>
}

export function isIssued(invoice: Invoice): invoice is Issued {
  return invoice.issued !== null
}

const known = new WeakMap<Plan['years'], Links>()

/** The links of all invoices; computed once for as long as the years stay the same. */
export function linksOf({ years }: Pick<Plan, 'years'>): Links {
  const links = known.get(years) ?? read(years)
  known.set(years, links)
  return links
}

function read(years: Plan['years']): Links {
  const all = Object.values(years).flatMap(({ invoices }) => Object.values(invoices))
  const credits = new Map<Id, Issued[]>()
  const replacedBy = new Map<Id, Issued>()
  for (const invoice of all.filter(isIssued).sort(byDate)) {
    if (invoice.corrects === null) continue
    if (invoice.kind === 'corrected') replacedBy.set(invoice.corrects, invoice)
    else credits.set(invoice.corrects, [...(credits.get(invoice.corrects) ?? []), invoice])
  }
  return { byId: new Map(all.map((invoice) => [invoice.id, invoice])), credits, replacedBy }
}

function byDate(a: Issued, b: Issued): number {
  return a.issued.on < b.issued.on ? -1 : a.issued.on > b.issued.on ? 1 : a.id < b.id ? -1 : 1
}

/** The invoices whose place an invoice takes, itself first and the oldest last: what was paid on them counts for it. */
export function placesOf({ byId }: Links, invoice: Invoice): readonly Invoice[] {
  const places = [invoice]
  let { kind, corrects } = invoice
  while (kind === 'corrected' && corrects !== null) {
    const before = byId.get(corrects)
    if (before === undefined || places.includes(before)) break
    places.push(before)
    kind = before.kind
    corrects = before.corrects
  }
  return places
}
