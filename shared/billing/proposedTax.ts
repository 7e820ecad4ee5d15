import type { Business } from '../plan/business.ts'
import type { Client } from '../plan/client.ts'
import type { LineTax, TaxCategory } from '../plan/lineTax.ts'

/** Member states of the European Union, ISO 3166-1. */
const UNION: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/**
 * The tax that a new line for a client proposes; the user may change it. Services to a business in another state of the
 * EU that gave its VAT number: reverse charge (Directive 2006/112/EC, Art. 44 and 196). To a business outside the EU:
 * outside the scope of the seller's tax (Art. 44). Otherwise, and for sellers who charge no standard tax or sit outside
 * the EU, what the business charges usually.
 */
export function proposedTax(
  { tax, address }: Pick<Business, 'tax' | 'address'>,
  client: Pick<Client, 'address' | 'taxId'>,
  reason: (category: TaxCategory) => string,
): LineTax {
  const [seller, buyer] = [address.country, client.address.country]
  const abroad = tax.category === 'S' && UNION.has(seller) && buyer !== '' && buyer !== seller
  if (!abroad) return tax
  if (!UNION.has(buyer)) return { category: 'O', rate: 0, reason: reason('O') }
  return client.taxId.trim() === '' ? tax : { category: 'AE', rate: 0, reason: reason('AE') }
}
