import type { Business } from '../plan/business.ts'
import type { Client } from '../plan/client.ts'
import type { LineTax } from '../plan/lineTax.ts'
import type { LineTexts } from './texts.ts'
import { isInUnion } from './union.ts'

/**
 * The tax that a new line for a client proposes; the user may change it. What the client's own record says comes first,
 * then the scheme for small businesses: exempt, with the wording of the seller's country (Directive 2006/112/EC, Art.
 * 284). Else: services to a business in another state of the EU that gave its VAT number: reverse charge (Art. 44 and
 * 196). To a business outside the EU: outside the scope of the seller's tax (Art. 44). Otherwise, and for sellers who
 * charge no standard tax or sit outside the EU, what the business charges usually.
 */
export function proposedTax(
  { tax, address, smallBusiness }: Pick<Business, 'tax' | 'address' | 'smallBusiness'>,
  client: Pick<Client, 'address' | 'taxId' | 'tax'>,
  texts: Pick<LineTexts, 'taxReason' | 'smallBusiness'>,
): LineTax {
  if (client.tax !== null) return client.tax
  if (smallBusiness) return { category: 'E', rate: 0, reason: texts.smallBusiness(address.country) }
  const [seller, buyer] = [address.country, client.address.country]
  const abroad = tax.category === 'S' && isInUnion(seller) && buyer !== '' && buyer !== seller
  if (!abroad) return tax
  if (!isInUnion(buyer)) return { category: 'O', rate: 0, reason: texts.taxReason('O') }
  return client.taxId.trim() === '' ? tax : { category: 'AE', rate: 0, reason: texts.taxReason('AE') }
}
