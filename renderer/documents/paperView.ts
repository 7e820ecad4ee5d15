/** Everything that stands on the paper, as text, so that it can be read in a test without a page. */
import type { InvoiceDocument } from '../../shared/billing/document.ts'
import { printedIban } from '../../shared/billing/iban.ts'
import { totalsOf } from '../../shared/billing/totals.ts'
import type { Address } from '../../shared/plan/fields.ts'
import type { InvoiceLine, Seller } from '../../shared/plan/invoice.ts'
import { type PaperWords, paperWordsIn } from '../../shared/words/words.ts'
import { type PaperFormat, paperFormat } from './paperFormat.ts'

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
  readonly language: string
  readonly paper: InvoiceDocument['paper']
  /** The PDF's title. */
  readonly title: string
  readonly heading: string
  /** Printed across a draft; null on an issued invoice. */
  readonly watermark: string | null
  readonly senderName: string
  /** The sender in one line, above the address in the window of the envelope (DIN 5008). */
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
  readonly paragraphs: readonly string[]
  readonly footer: readonly (readonly string[])[]
  readonly continued: string
  readonly page: (page: number, pages: number) => string
}

/** The paper of an invoice. */
export function paperView(document: InvoiceDocument): PaperView {
  const { invoice, seller, buyer, number, locale } = document
  const words = paperWordsIn(invoice.language).document
  const format = paperFormat(invoice.language, locale, invoice.currency)
  const totals = totalsOf(invoice.lines)
  const oneTax = totals.groups.length < 2
  const kind = words.kinds[invoice.kind]
  const heading = headingOf(document, words)
  return {
    language: invoice.language,
    paper: document.paper,
    title: number === null ? words.draftTitle(buyer.name) : words.title(kind, number, seller.name),
    heading,
    watermark: number === null ? words.draft : null,
    senderName: seller.name,
    returnLine: [seller.name, ...streetAndTown(seller.address)].filter(isText).join(' · '),
    address: [buyer.name, ...postal(buyer.address, seller.address, invoice.language)],
    facts: facts(document, words, format),
    head: {
      position: words.position,
      text: words.description,
      quantity: words.quantity,
      price: words.price,
      amount: `${words.amount} (${invoice.currency})`,
    },
    taxHead: oneTax ? null : words.taxRate,
    rows: rows(invoice.lines, totals.lines, words, format),
    carried: words.carried,
    totals: [
      { label: words.net, value: format.amount(totals.net) },
      ...totals.groups.map((group) => ({
        label:
          group.category === 'S'
            ? words.tax(format.rate(group.rate), format.amount(group.net))
            : words.untaxed(words.categoryNames[group.category], format.amount(group.net)),
        value: format.amount(group.tax),
      })),
    ],
    gross: { label: words.gross[invoice.kind], value: format.money(totals.gross) },
    paragraphs: paragraphs(
      document,
      words,
      format,
      totals.groups.flatMap((group) => group.reasons),
      totals.gross,
    ),
    footer: footer(document, words),
    continued: [heading, buyer.name].filter(isText).join(' · '),
    page: (page, pages) => words.page(String(page), String(pages)),
  }
}

type DocumentWords = PaperWords['document']

const isText = (text: string) => text.trim() !== ''

/** A draft says that it is one; which kind it will be is said where that is no plain invoice. */
function headingOf({ invoice: { kind }, number }: InvoiceDocument, words: DocumentWords): string {
  if (number !== null) return `${words.kinds[kind]} ${number}`
  return kind === 'invoice' ? words.draft : `${words.draft}: ${words.kinds[kind]}`
}

function facts(
  { invoice, number, on, dueOn, buyer, corrects }: InvoiceDocument,
  words: DocumentWords,
  format: PaperFormat,
) {
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
    { label: words.yourTaxId, value: buyer.taxId.trim() },
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
      text: line.text.trim(),
      quantity: quantity(line, words, format),
      price: format.amount(line.price),
      tax: line.tax.category === 'S' ? format.rate(line.tax.rate) : words.categories[line.tax.category],
      amount: format.amount(net),
      sumSoFar: format.amount(sum),
    }
  })
}

/** Hours as h:mm in whole minutes, other units in decimals: as printed, it multiplies out to the amount. */
function quantity({ unit, amount, per }: InvoiceLine, words: DocumentWords, format: PaperFormat): string {
  const number = unit === 'hour' ? format.hours(amount) : format.quantity(amount, per)
  return [number, words.units[unit](amount / per)].filter(isText).join('\u00a0')
}

function paragraphs(
  { number, dueOn, on, seller, invoice, corrects }: InvoiceDocument,
  words: DocumentWords,
  format: PaperFormat,
  reasons: readonly string[],
  gross: number,
): string[] {
  const closing = [...new Set(reasons), invoice.note.trim(), seller.footer.trim()]
  const amount = format.money(gross)
  const due = dueOn > on ? format.day(dueOn) : null
  if (gross > 0)
    closing.splice(
      -1,
      0,
      invoice.kind === 'credit'
        ? words.credited(amount, corrects?.number ?? null)
        : payment(seller, words, amount, due, number),
    )
  return closing.filter(isText)
}

/** The request to pay, and where to. */
function payment(
  seller: Seller,
  words: DocumentWords,
  amount: string,
  due: string | null,
  number: string | null,
): string {
  if (!isText(seller.iban)) return due === null ? words.payAtOnce(amount) : words.payBy(amount, due)
  const request = due === null ? words.transferAtOnce(amount, number) : words.transferBy(amount, due, number)
  const iban = `${words.iban} ${printedIban(seller.iban)}`
  const bic = isText(seller.bic) ? `${words.bic} ${seller.bic.trim()}` : ''
  const holder = [seller.name.trim(), seller.bank.trim()].filter(isText).join(', ')
  return [request, [iban, bic].filter(isText).join(' · '), holder].filter(isText).join('\n')
}

function footer({ seller }: InvoiceDocument, words: DocumentWords): string[][] {
  const taxLabel = /^[A-Z]{2}/.test(seller.taxId.trim()) ? words.ourTaxId : words.taxNumber
  const labelled = (label: string, value: string) => (isText(value) ? [`${label} ${value.trim()}`] : [])
  return [
    [seller.name, ...streetAndTown(seller.address)],
    [
      seller.email,
      seller.phone,
      ...labelled(taxLabel, seller.taxId),
      ...labelled(words.registration, seller.registration),
    ],
    [seller.bank, ...labelled(words.iban, printedIban(seller.iban)), ...labelled(words.bic, seller.bic)],
  ].map((column) => column.filter(isText))
}

/** Countries that write the number before the street. */
const NUMBER_FIRST = new Set(['GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'FR', 'LU'])
/** Countries that write the postcode after the town. */
const POSTCODE_LAST = new Set(['GB', 'IE', 'US', 'CA', 'AU', 'NZ'])

function streetAndTown({ street, number, postcode, town, country }: Address): string[] {
  const first = NUMBER_FIRST.has(country) ? [number, street] : [street, number]
  const second = POSTCODE_LAST.has(country) ? [town, postcode] : [postcode, town]
  return [first, second]
    .map((parts) =>
      parts
        .map((part) => part.trim())
        .filter(isText)
        .join(' '),
    )
    .filter(isText)
}

/** An address for a letter; the country is named, in capitals, where the letter crosses a border (UPU S42). */
function postal(address: Address, from: Address, language: string): string[] {
  const abroad = address.country !== '' && address.country !== from.country
  const country = abroad
    ? (new Intl.DisplayNames(language, { type: 'region' }).of(address.country) ?? '')
    : ''
  return [...streetAndTown(address), country.toLocaleUpperCase(language)].filter(isText)
}
