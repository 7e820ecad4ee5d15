import type { Business } from '../plan/business.ts'
import type { Client } from '../plan/client.ts'
import type { LineTax, TaxCategory } from '../plan/lineTax.ts'
import { isInUnion } from './union.ts'

/**
 * The tax that a new line for a client proposes; the user may change it. What the client's own record says comes first.
 * Else: services to a business in another state of the EU that gave its VAT number: reverse charge (Directive
 * 2006/112/EC, Art. 44 and 196). To a business outside the EU: outside the scope of the seller's tax (Art. 44).
 * Otherwise, and for sellers who charge no standard tax or sit outside the EU, what the business charges usually.
 */
export function proposedTax(
  { tax, address }: Pick<Business, 'tax' | 'address'>,
  client: Pick<Client, 'address' | 'taxId' | 'tax'>,
  reason: (category: TaxCategory) => string,
): LineTax {
  if (client.tax !== null) return client.tax
  const [seller, buyer] = [address.country, client.address.country]
  const abroad = tax.category === 'S' && isInUnion(seller) && buyer !== '' && buyer !== seller
  if (!abroad) return tax
  if (!isInUnion(buyer)) return { category: 'O', rate: 0, reason: reason('O') }
  return client.taxId.trim() === '' ? tax : { category: 'AE', rate: 0, reason: reason('AE') }
}
