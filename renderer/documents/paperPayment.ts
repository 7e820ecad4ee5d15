/** What is asked for at the end of a paper, in words and as a code to scan. */
import type { InvoiceDocument } from '../../shared/billing/document.ts'
import { epcCode } from '../../shared/billing/epcCode.ts'
import { printedIban } from '../../shared/billing/iban.ts'
import { type SwissBill, swissBill } from '../../shared/billing/swissBill.ts'
import type { PaperWords } from '../../shared/words/words.ts'
import type { PaperFormat } from './paperFormat.ts'

const isText = (text: string) => text.trim() !== ''

/** A code beside a paragraph. */
export interface PaperCode {
  /** What it holds. */
  readonly text: string
  /** Below it. */
  readonly label: string
  /** For who does not see it. */
  readonly long: string
}

/** A paragraph below the totals. */
export interface PaperParagraph {
  readonly text: string
  readonly code: PaperCode | null
}

/** The Swiss QR bill at the foot of the last page. */
export interface PaperBill {
  readonly data: SwissBill
  readonly long: string
}

/** The request to pay, or what is credited, of an amount above zero. */
export function paymentOf(
  document: InvoiceDocument,
  words: PaperWords['document'],
  format: PaperFormat,
  gross: number,
): { readonly paragraph: PaperParagraph; readonly bill: PaperBill | null } {
  const { invoice, corrects, number, dueOn, on } = document
  const amount = format.money(gross)
  if (invoice.kind === 'credit')
    return {
      paragraph: { text: words.credited(amount, corrects?.number ?? null), code: null },
      bill: null,
    }
  const bill = billOf(document, words, gross)
  const due = dueOn > on ? format.day(dueOn) : null
  const code = bill === null ? codeOf(document, words, gross) : null
  const long = words.scanLong(amount)
  return {
    paragraph: {
      // The bill itself says to which account.
      text: bill === null ? request(document, words, amount, due, number) : asked(words, amount, due),
      code: code === null ? null : { text: code, label: words.scan, long },
    },
    bill: bill === null ? null : { data: bill, long },
  }
}

/** What the payer should quote; a draft has no number yet. */
function quoted({ number }: InvoiceDocument, words: PaperWords['document']): string {
  return number ?? words.draft
}

function codeOf(document: InvoiceDocument, words: PaperWords['document'], gross: number): string | null {
  const { seller, invoice } = document
  return epcCode({ seller, currency: invoice.currency, amount: gross, text: quoted(document, words) })
}

/** Only A4 has the width of the payment part. */
function billOf(document: InvoiceDocument, words: PaperWords['document'], gross: number): SwissBill | null {
  const { seller, buyer, invoice, number, paper } = document
  if (paper !== 'A4') return null
  const message = number === null ? words.draft : `${words.kinds[invoice.kind]} ${number}`
  return swissBill({
    seller,
    buyer,
    currency: invoice.currency,
    amount: gross,
    number: number ?? '0',
    message,
  })
}

function asked(words: PaperWords['document'], amount: string, due: string | null): string {
  return due === null ? words.payAtOnce(amount) : words.payBy(amount, due)
}

/** The request to pay, and where to. */
function request(
  { seller }: InvoiceDocument,
  words: PaperWords['document'],
  amount: string,
  due: string | null,
  number: string | null,
): string {
  if (!isText(seller.iban)) return asked(words, amount, due)
  const lead = due === null ? words.transferAtOnce(amount, number) : words.transferBy(amount, due, number)
  const iban = `${words.iban} ${printedIban(seller.iban)}`
  const bic = isText(seller.bic) ? `${words.bic} ${seller.bic.trim()}` : ''
  const holder = [seller.name.trim(), seller.bank.trim()].filter(isText).join(', ')
  return [lead, [iban, bic].filter(isText).join(' · '), holder].filter(isText).join('\n')
}
