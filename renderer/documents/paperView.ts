/** Everything that stands on the paper, as text, so that it can be read in a test without a page. */

import { figuresOf } from '../../shared/billing/after/figures.ts'
import type { InvoiceDocument } from '../../shared/billing/document.ts'
import { discountOn, lineBase, type Totals, totalsOf } from '../../shared/billing/totals.ts'
import type { PaperLanguage } from '../../shared/plan/fields.ts'
import type { Invoice, InvoiceLine } from '../../shared/plan/invoice.ts'
import { type PaperWords, paperWordsIn } from '../../shared/words/words.ts'
import { footerColumns, namesVatIds, postal, streetAndTown, type Window, windowOf } from './paperAddress.ts'
import { type PaperFormat, paperFormat } from './paperFormat.ts'
import { type PaperBill, type PaperParagraph, paymentOf } from './paperPayment.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface PaperRow {
  readonly key: string
  readonly position: string
  /** The first line of the text is set stronger than the rest. */
  readonly text: string
  readonly quantity: string
  readonly price: string
  readonly tax: string
  readonly amount: string
  /** The net sum of this row and all before it. */
  readonly sumSoFar: string
}

export interface PaperView {
  readonly language: PaperLanguage
  readonly paper: InvoiceDocument['paper']
  /** The PDF's title. */
  readonly title: string
  readonly heading: string
  /** Printed across a draft; null on an issued invoice. */
  readonly watermark: string | null
  readonly senderName: string
  /** The sender's logo as a data URL, in the place of the name; null where there is none. */
  readonly logo: string | null
  readonly window: Window
  /** The sender in one line, above the address in the envelope's window; empty where the window is too low for it. */
  readonly returnLine: string
  readonly address: readonly string[]
  readonly facts: readonly Fact[]
  readonly head: Readonly<Record<'position' | 'text' | 'quantity' | 'price' | 'amount', string>>
  /** The head of the tax column; null where all lines have one tax, which the totals then name. */
  readonly taxHead: string | null
  readonly rows: readonly PaperRow[]
  readonly carried: string
  readonly totals: readonly Fact[]
  readonly gross: Fact
  /** Above the table. */
  readonly opening: string
  readonly paragraphs: readonly PaperParagraph[]
  readonly bill: PaperBill | null
  readonly footer: readonly (readonly string[])[]
  readonly continued: string
  readonly page: (page: number, pages: number) => string
}

/** The paper of an invoice. */
export function paperView(document: InvoiceDocument): PaperView {
  const { invoice, seller, buyer, number, locale, logo } = document
  const words = paperWordsIn(invoice.language).document
  const format = paperFormat(invoice.language, locale, invoice.currency)
  const totals = asFrozen(invoice, totalsOf(invoice))
  const oneTax = totals.groups.length < 2
  const heading = headingOf(document, words)
  const payment = totals.gross > 0 ? paymentOf(document, words, format, totals.gross) : null
  return {
    language: invoice.language,
    paper: document.paper,
    title: paperTitle(document),
    heading,
    watermark: number === null ? words.draft : null,
    senderName: seller.name,
    logo: logo === null ? null : `data:${logo.type};base64,${logo.data}`,
    window: windowOf(document),
    returnLine:
      document.paper === 'Letter'
        ? ''
        : [seller.name, ...streetAndTown(seller.address)].filter(isText).join(' · '),
    address: [buyer.name, ...postal(buyer.address, seller.address, invoice.language)],
    facts: facts(document, words, format),
    head: {
      position: words.position,
      text: words.description,
      quantity: words.quantity,
      price: invoice.prices === 'gross' ? words.priceGross : words.price,
      amount: `${words.amount} (${invoice.currency})`,
    },
    taxHead: oneTax ? null : words.taxRate,
    rows: rows(invoice.lines, totals.lines, words, format),
    carried: words.carried,
    totals: [
      ...discountFacts(invoice, totals, words, format),
      { label: words.net, value: format.amount(totals.net) },
      ...totals.groups.map((group) => ({
        label:
          group.category === 'S'
            ? words.tax(format.rate(group.rate), format.amount(group.net))
            : words.untaxed(words.categoryNames[group.category], format.amount(group.net)),
        value: format.amount(group.tax),
      })),
      ...homeFacts(document, words),
    ],
    gross: { label: words.gross[invoice.kind], value: format.money(totals.gross) },
    opening: seller.opening.trim(),
    paragraphs: paragraphs(
      document,
      totals.groups.flatMap((group) => group.reasons),
      payment?.paragraph ?? null,
    ),
    bill: payment?.bill ?? null,
    footer: footerColumns(document, words),
    continued: [heading, buyer.name].filter(isText).join(' · '),
    page: (page, pages) => words.page(String(page), String(pages)),
  }
}

/** The title of its PDF. */
export function paperTitle({ invoice, seller, buyer, number }: InvoiceDocument): string {
  const words = paperWordsIn(invoice.language).document
  return number === null
    ? words.draftTitle(buyer.name)
    : words.title(words.kinds[invoice.kind], number, seller.name)
}

/** The totals with what an issued credit note was given on top of its own tax, so that it takes what is left to the cent. */
function asFrozen(invoice: Invoice, totals: Totals): Totals {
  const { groups, ...sums } = figuresOf(invoice)
  return { ...totals, ...sums, groups: totals.groups.map((group, i) => ({ ...group, ...groups[i] })) }
}

type DocumentWords = PaperWords['document']

const isText = (text: string) => text.trim() !== ''

/** A draft says that it is one; which kind it will be is said where that is no plain invoice. */
function headingOf({ invoice: { kind }, number }: InvoiceDocument, words: DocumentWords): string {
  if (number !== null) return `${words.kinds[kind]} ${number}`
  return kind === 'invoice' ? words.draft : `${words.draft}: ${words.kinds[kind]}`
}

function facts(document: InvoiceDocument, words: DocumentWords, format: PaperFormat) {
  const { invoice, number, on, dueOn, buyer, corrects } = document
  const { supply, kind } = invoice
  const isCredit = kind === 'credit'
  return [
    { label: words.number[kind], value: number ?? words.numberAtIssue },
    { label: words.date[kind], value: format.day(on) },
    ...(corrects === null || kind === 'invoice'
      ? []
      : [{ label: words.corrects[kind], value: words.correctsOf(corrects.number, format.day(corrects.on)) }]),
    { label: words.supply, value: format.days(supply.from, supply.to) },
    { label: words.due, value: isCredit ? '' : format.day(dueOn) },
    { label: words.reference, value: invoice.reference.trim() },
    { label: words.yourTaxId, value: namesVatIds(document) ? buyer.taxId.trim() : '' },
  ].filter(({ value }) => isText(value))
}

function rows(
  lines: readonly InvoiceLine[],
  nets: readonly number[],
  words: DocumentWords,
  format: PaperFormat,
): PaperRow[] {
  let sum = 0
  return lines.map((line, i) => {
    const net = nets[i] ?? 0
    sum += net
    return {
      key: line.id,
      position: String(i + 1),
      text: [line.text.trim(), discountText(line, words, format)].filter(isText).join('\n'),
      quantity: quantity(line, words, format),
      price: format.amount(line.price),
      tax: line.tax.category === 'S' ? format.rate(line.tax.rate) : words.categories[line.tax.category],
      amount: format.amount(net),
      sumSoFar: format.amount(sum),
    }
  })
}

/** What was taken off a line, so that quantity × price and the amount agree as printed. */
function discountText(line: InvoiceLine, words: DocumentWords, format: PaperFormat): string {
  const { discount } = line
  if (discount === null) return ''
  const off = format.amount(discountOn(lineBase(line), discount))
  return words.lineDiscount(discount.kind === 'share' ? format.rate(discount.rate) : null, off)
}

function discountFacts(
  { discount }: Invoice,
  { sum, discount: off }: Totals,
  words: DocumentWords,
  format: PaperFormat,
): Fact[] {
  if (discount === null) return []
  const share = discount.kind === 'share' ? format.rate(discount.rate) : null
  return [
    { label: words.sum, value: format.amount(sum) },
    { label: words.discount(share), value: format.amount(-off) },
  ]
}

/** Tax and total in the seller's own currency (Directive 2006/112/EC, Art. 230; EN 16931 BT-111). */
function homeFacts({ invoice, home, locale }: InvoiceDocument, words: DocumentWords): Fact[] {
  if (home === null) return []
  const own = paperFormat(invoice.language, locale, home.currency)
  return [
    { label: words.homeTax(home.currency), value: own.amount(home.tax) },
    { label: words.homeGross(home.currency), value: own.amount(home.gross) },
  ]
}

/** Hours as h:mm in whole minutes, other units in decimals: as printed, it multiplies out to the amount. */
function quantity({ unit, amount, per }: InvoiceLine, words: DocumentWords, format: PaperFormat): string {
  const number = unit === 'hour' ? format.hours(amount) : format.quantity(amount, per)
  return [number, words.units[unit](amount / per)].filter(isText).join('\u00a0')
}

/** The rate behind the amounts in the seller's own currency. */
function exchangeText({ exchange, language, currency }: Invoice, locale: string): string[] {
  if (exchange === null) return []
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(exchange.rate / 1_000_000)
  const { exchange: text } = paperWordsIn(language).document
  return [text(rate, paperFormat(language, locale, currency).day(exchange.on), exchange.source.trim())]
}

/** Why no tax is charged, the note, the request to pay, and what stands under every invoice. */
function paragraphs(
  { invoice, seller, locale }: InvoiceDocument,
  reasons: readonly string[],
  payment: PaperParagraph | null,
): PaperParagraph[] {
  const plain = (texts: readonly string[]) => texts.filter(isText).map((text) => ({ text, code: null }))
  return [
    ...plain([...new Set(reasons), ...exchangeText(invoice, locale), invoice.note.trim()]),
    ...(payment === null ? [] : [payment]),
    ...plain([seller.footer.trim()]),
  ]
}
