/** All that the printed letter needs to know, and nothing else of the plan. */
import { add, type Minor, negate, sum } from '../../money/amount.ts'
import type { ReminderLetter } from '../../plan/invoice.ts'
import type { Plan } from '../../plan/plan.ts'
import { type InvoiceDocument, invoiceDocument } from '../document.ts'
import { type Issued, linksOf } from './links.ts'

export interface LetterDocument {
  /** The invoice as it was issued, for its parties. */
  readonly about: InvoiceDocument
  readonly letter: ReminderLetter
  /** What of the invoice was credited and paid by the letter's day. */
  readonly credited: Minor
  readonly paid: Minor
  /** What the letter asks for: what was open, and its fee. */
  readonly total: Minor
}

/** A letter about an issued invoice. It says what was open on its day, however the invoice stands now. */
export function letterDocument(plan: Plan, invoice: Issued, letter: ReminderLetter): LetterDocument {
  const notes = linksOf(plan).credits.get(invoice.id) ?? []
  const credited = sum(notes.filter(({ issued }) => issued.on <= letter.on).map(({ issued }) => issued.gross))
  // What is neither open nor credited was paid by then, on which day of payment it may be entered.
  const paid = add(invoice.issued.gross, negate(add(credited, letter.open)))
  return {
    about: invoiceDocument(plan, invoice, letter.on),
    letter,
    credited,
    paid,
    total: add(letter.open, letter.fee),
  }
}
