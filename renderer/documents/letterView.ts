/** Everything that stands on a reminder letter, as text. */
import type { LetterDocument } from '../../shared/billing/after/letterDocument.ts'
import { printedIban } from '../../shared/billing/iban.ts'
import { paperWordsIn } from '../../shared/words/words.ts'
import { paperFormat } from './paperFormat.ts'
import { type Fact, type PaperView, paperView } from './paperView.ts'

export interface LetterView extends PaperView {
  /** Before the amounts, and after them. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The letter on the paper of its invoice: the same sender, window and foot. */
export function letterView({ about, letter, credited, paid, total }: LetterDocument): LetterView {
  const { invoice, number, on, dueOn, seller, locale } = about
  const { dunning: words, document: own } = paperWordsIn(invoice.language)
  const format = paperFormat(invoice.language, locale, invoice.currency)
  const level = letter.level === 1 || letter.level === 2 ? letter.level : 3
  const heading = words.headings[level](number ?? '')
  const [salutation = '', request = '', ...closing] = words.texts[level]({
    number: number ?? '',
    day: format.day(on),
    dueOn: format.day(dueOn),
    open: format.money(letter.open),
    total: format.money(total),
    payBy: format.day(letter.payBy),
  })
  const less = (label: string, minor: number): Fact[] =>
    minor === 0 ? [] : [{ label, value: format.amount(-minor) }]
  const account = [
    [
      `${own.iban} ${printedIban(seller.iban)}`,
      seller.bic.trim() === '' ? '' : `${own.bic} ${seller.bic.trim()}`,
    ]
      .filter((text) => text !== '')
      .join(' · '),
    [seller.name.trim(), seller.bank.trim()].filter((text) => text !== '').join(', '),
  ].join('\n')
  return {
    ...paperView(about),
    title: words.title(heading, seller.name),
    heading,
    watermark: null,
    facts: [
      { label: words.date, value: format.day(letter.on) },
      { label: words.invoice, value: number ?? '' },
      { label: words.invoiceDate, value: format.day(on) },
      { label: words.payBy, value: format.day(letter.payBy) },
    ],
    totals: [
      { label: words.gross, value: format.amount(invoice.issued?.gross ?? 0) },
      ...less(words.credited, credited),
      ...less(words.paid, paid),
      ...(letter.fee === 0 ? [] : [{ label: words.fee, value: format.amount(letter.fee) }]),
    ],
    gross: { label: words.total, value: format.money(total) },
    before: [salutation, request],
    after: [...(seller.iban.trim() === '' ? [] : [account]), ...closing, seller.name].filter(
      (text) => text.trim() !== '',
    ),
  }
}
