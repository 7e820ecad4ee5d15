/** What a letter that asks for an overdue invoice is written with. All arrives as text. */
export interface LetterFacts {
  readonly number: string
  readonly day: string
  readonly dueOn: string
  readonly open: string
  readonly total: string
  readonly payBy: string
}

/** English words: reminder letters, and the statement of account, as printed. */
export const dunning = {
  headings: {
    1: (number: string) => `Reminder: invoice ${number}`,
    2: (number: string) => `Second reminder: invoice ${number}`,
    3: (number: string) => `Last request for payment: invoice ${number}`,
  },
  texts: {
    1: ({ number, day, dueOn, total, payBy }: LetterFacts) => [
      'Dear Sir or Madam,',
      `our invoice ${number} of ${day} was due on ${dueOn}. We have not received the payment yet; perhaps it has slipped through. Please transfer ${total} by ${payBy}.`,
      'If you have paid in the meantime, please take no notice of this letter.',
      'Kind regards',
    ],
    2: ({ number, day, dueOn, total, payBy }: LetterFacts) => [
      'Dear Sir or Madam,',
      `despite our reminder, invoice ${number} of ${day}, due on ${dueOn}, is still not settled. Please transfer ${total} by ${payBy}.`,
      'If something about the invoice is unclear to you, please let us know at once. If you have paid in the meantime, please take no notice of this letter.',
      'Kind regards',
    ],
    3: ({ number, day, dueOn, total, payBy }: LetterFacts) => [
      'Dear Sir or Madam,',
      `our invoice ${number} of ${day} was due on ${dueOn}, and our reminders have had no answer. We ask you for the last time to transfer ${total} by ${payBy}.`,
      'If the payment has not arrived by then, we will take further steps without another notice. The costs of these will be yours.',
      'Kind regards',
    ],
  },
  date: 'Date',
  invoice: 'Invoice',
  invoiceDate: 'Invoice date',
  dueOn: 'Due date',
  gross: 'Invoice total',
  credited: 'Credited',
  paid: 'Paid so far',
  open: 'Still open',
  fee: 'Fee',
  total: 'To be paid',
  payBy: 'Please pay by',
  title: (heading: string, seller: string) => `${heading} – ${seller}`,
  fileName: 'Reminder',

  account: {
    fileName: 'Statement of account',
    heading: 'Statement of account',
    title: (client: string, period: string) => `Statement of account of ${client}, ${period}`,
    client: 'Client',
    period: 'Period',
    madeOn: 'As of',
    currency: 'Currency',
    balance: 'Balance',
    day: 'Date',
    what: 'What',
    debit: 'Billed',
    paid: 'Paid or credited',
    opening: 'Opening balance',
    closing: 'Closing balance',
    kinds: {
      invoice: (number: string) => `Invoice ${number}`,
      corrected: (number: string) => `Corrected invoice ${number}`,
      replaced: (number: string) => `Invoice ${number}, replaced`,
      credit: (number: string) => `Credit note ${number}`,
      payment: (number: string) => `Payment for ${number}`,
      refund: (number: string) => `Paid back for ${number}`,
      'written-off': (number: string) => `Written off: ${number}`,
    },
    nothing: 'No invoices and no payments in this period.',
    owed: (amount: string) => `${amount} is still to be paid.`,
    ahead: (amount: string) => `${amount} was paid beyond what is owed.`,
    even: 'Nothing is owed.',
  },
}
