import { type Refusal, refuse } from '../commands/refusal.ts'
import { type Minor, toDecimalString } from '../money/amount.ts'
import { type Currency, minorDigits } from '../money/currency.ts'
import type { Business } from '../plan/business.ts'
import type { Client } from '../plan/client.ts'
import type { Address } from '../plan/fields.ts'
import type { Invoice, IssuedInvoice } from '../plan/invoice.ts'
import { findInvoice, own, type Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'
import { correctedFaults } from './after/corrected.ts'
import { creditFaults, creditFigures, creditHome, creditRecount } from './after/credit.ts'
import { homeAmounts } from './home.ts'
import { isIban } from './iban.ts'
import { isNumberTaken, lastIssueDay, nextNumber, numberingOf } from './numbering.ts'
import { recount, recountHome } from './recount.ts'
import { accountIndex, accountOf, sellerOf } from './seller.ts'
import { taxFault } from './tax.ts'
import { discountOn, lineBase, totalsOf } from './totals.ts'

/** Everything that keeps a draft from being issued on a day, so that the screen can show it all at once; empty when nothing does. */
export function issueFaults(plan: Plan, invoice: Invoice, on: Day): Refusal[] {
  const client = own(plan.practice.clients, invoice.clientId)
  if (client === undefined) return [refuse(['clientId'], 'client-gone')]
  return [
    ...sellerFaults(plan.practice.business, invoice.currency),
    ...buyerFaults(client, invoice),
    ...lineFaults(invoice),
    ...discountFaults(invoice),
    ...amountFaults(invoice),
    ...homeFaults(plan, invoice),
    ...afterFaults(plan, invoice, on),
    ...numberFaults(plan, invoice, on),
  ]
}

/** What stands against a credit note or a corrected invoice because of the invoice that it is about. */
export function aboutFaults(plan: Plan, invoice: Invoice): Refusal[] {
  if (invoice.kind === 'invoice') return []
  return invoice.kind === 'credit' ? creditFaults(plan, invoice) : correctedFaults(plan, invoice)
}

function afterFaults(plan: Plan, invoice: Invoice, on: Day): Refusal[] {
  const faults = aboutFaults(plan, invoice)
  if (faults.length > 0 || invoice.kind === 'invoice') return faults
  const about = findInvoice(plan, invoice.corrects ?? '')?.issued
  if (about != null && on < about.on)
    return [refuse(['on'], 'issue-before-original', { number: about.number, day: about.on })]
  if (invoice.kind === 'corrected') return []
  if (creditFigures(plan, invoice).gross <= 0) return [refuse(['lines'], 'credit-nothing')]
  return creditRecount(plan, invoice) ? [] : [refuse(['lines'], 'totals-differ')]
}

function sellerFaults(business: Business, currency: Currency): Refusal[] {
  const faults: Refusal[] = []
  if (business.name.trim() === '') faults.push(refuse(['seller', 'name'], 'seller-name-missing'))
  if (!isPostal(business.address)) faults.push(refuse(['seller', 'address'], 'seller-address-missing'))
  if (business.taxId.trim() === '') faults.push(refuse(['seller', 'taxId'], 'seller-tax-id-missing'))
  return [...faults, ...accountFaults(business, currency)]
}

/** The account that is printed: nobody could pay to a mistyped one. */
function accountFaults(business: Business, currency: Currency): Refusal[] {
  const { iban } = accountOf(business, currency)
  if (iban.trim() === '' || isIban(iban)) return []
  const index = accountIndex(business, currency)
  return index < 0
    ? [refuse(['seller', 'iban'], 'iban')]
    : [refuse(['seller', 'accounts', index, 'iban'], 'iban-account', { currency })]
}

function buyerFaults(client: Client, invoice: Invoice): Refusal[] {
  const faults: Refusal[] = []
  if (!isPostal(client.address))
    faults.push(refuse(['buyer', 'address'], 'buyer-address-missing', { client: client.name }))
  const taxed = invoice.lines.some(({ tax }) => tax.category === 'AE' || tax.category === 'K')
  if (taxed && client.taxId.trim() === '')
    faults.push(refuse(['buyer', 'taxId'], 'buyer-tax-id-missing', { client: client.name }))
  return faults
}

/** Enough for a letter and for EN 16931 (BT-40, BT-55 ask for the country). */
function isPostal({ street, postcode, town, country }: Address): boolean {
  return (street.trim() !== '' || postcode.trim() !== '') && town.trim() !== '' && country !== ''
}

function lineFaults({ lines }: Invoice): Refusal[] {
  if (lines.length === 0) return [refuse(['lines'], 'invoice-empty')]
  const faults: Refusal[] = []
  for (const [i, line] of lines.entries()) {
    if (line.text.trim() === '')
      faults.push(refuse(['lines', i, 'text'], 'line-text-missing', { line: i + 1 }))
    const fault = taxFault(line.tax)
    if (fault !== null) faults.push(refuse(['lines', i, 'tax'], fault, { line: i + 1 }))
  }
  // BR-O-11 to BR-O-14: what is outside the scope of tax stands on an invoice of its own.
  const outside = lines.filter(({ tax }) => tax.category === 'O').length
  if (outside > 0 && outside < lines.length) faults.push(refuse(['lines'], 'tax-mixed'))
  return faults
}

/** No line and no invoice is discounted below nothing. */
function discountFaults(invoice: Invoice): Refusal[] {
  const faults: Refusal[] = []
  for (const [i, line] of invoice.lines.entries()) {
    const base = lineBase(line)
    if (Math.abs(discountOn(base, line.discount)) > Math.abs(base))
      faults.push(refuse(['lines', i, 'discount'], 'discount-too-large', { line: i + 1 }))
  }
  const { sum, discount } = totalsOf(invoice)
  if (Math.abs(discount) > Math.abs(sum)) faults.push(refuse(['discount'], 'discount-too-large-whole'))
  return faults
}

function amountFaults(invoice: Invoice): Refusal[] {
  const first = totalsOf(invoice)
  const differing = differenceOf(first, recount(invoice), invoice.currency)
  if (differing !== null) return [refuse(['lines'], 'totals-differ', differing)]
  return first.gross < 0 ? [refuse(['lines'], 'invoice-negative')] : []
}

/** The first figure on which the two ways do not agree, as each has it; null where they agree on all. */
function differenceOf(first: Figures<Minor>, second: Figures<bigint>, currency: Currency) {
  const of = (['net', 'tax', 'gross'] as const).find((name) => BigInt(first[name]) !== second[name])
  if (of === undefined) return null
  const text = (amount: Minor) => `${toDecimalString(amount, currency)} ${currency}`
  return { first: text(first[of]), second: text(Number(second[of])) }
}

type Figures<Amount> = Readonly<Record<'net' | 'tax' | 'gross', Amount>>

/** Tax has to be stated in the seller's currency too (Directive 2006/112/EC, Art. 230), so a foreign invoice needs its rate. */
function homeFaults(plan: Plan, invoice: Invoice): Refusal[] {
  const { currency } = plan.practice.business
  if (invoice.currency === currency) return []
  if (invoice.exchange === null) return [refuse(['exchange'], 'exchange-missing', { currency })]
  const first = homeAmounts(invoice, totalsOf(invoice), currency)
  if (first === null) return [refuse(['exchange'], 'exchange-range')]
  const digits = { from: minorDigits(invoice.currency), to: minorDigits(currency) }
  const second = recountHome(recount(invoice), invoice.exchange, digits)
  const differing = differenceOf(first, second, currency)
  return differing === null ? [] : [refuse(['exchange'], 'totals-differ', differing)]
}

function numberFaults(plan: Plan, { kind }: Invoice, on: Day): Refusal[] {
  const last = lastIssueDay(plan, on, kind)
  if (last !== null && on < last) return [refuse(['on'], 'issue-before-last', { day: last })]
  const { number } = nextNumber(numberingOf(plan, kind), on)
  return isNumberTaken(plan, number) ? [refuse(['on'], 'number-taken', { number })] : []
}

/** What is frozen when a draft is issued on a day. Only for a draft without faults. */
export function freeze(plan: Plan, invoice: Invoice, on: Day): IssuedInvoice {
  const client = own(plan.practice.clients, invoice.clientId)
  if (client === undefined) throw new Error(`invoice ${invoice.id} is for no client`)
  const { name, address, taxId, email } = client
  return {
    number: nextNumber(numberingOf(plan, invoice.kind), on).number,
    on,
    dueOn: addDays(on, invoice.paymentDays),
    seller: sellerOf(plan.practice.business, invoice.currency, invoice.language),
    buyer: { name, address, taxId, email },
    ...frozenFigures(plan, invoice),
  }
}

function frozenFigures(
  plan: Plan,
  invoice: Invoice,
): Pick<IssuedInvoice, 'net' | 'tax' | 'gross' | 'taxRests' | 'home'> {
  const { currency } = plan.practice.business
  if (invoice.kind !== 'credit') {
    const { net, tax, gross } = totalsOf(invoice)
    return { net, tax, gross, taxRests: [], home: homeAmounts(invoice, { net, tax }, currency) }
  }
  const { groups: _groups, ...credited } = creditFigures(plan, invoice)
  return { ...credited, home: creditHome(plan, invoice, homeAmounts(invoice, credited, currency)) }
}
