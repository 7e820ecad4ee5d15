/** English words: what is printed on an invoice. */
export const document = {
  kinds: { invoice: 'Invoice', credit: 'Credit note', corrected: 'Corrected invoice' },
  draft: 'Draft',
  draftTitle: (client: string) => `Draft invoice for ${client}`,
  title: (kind: string, number: string, seller: string) => `${kind} ${number} – ${seller}`,
  number: { invoice: 'Invoice number', credit: 'Credit note number', corrected: 'Invoice number' },
  numberAtIssue: 'given at issue',
  date: { invoice: 'Invoice date', credit: 'Date', corrected: 'Invoice date' },
  corrects: { credit: 'Credits invoice', corrected: 'Replaces invoice' },
  correctsOf: (number: string, day: string) => `${number} of ${day}`,
  reference: 'Your reference',
  supply: 'Service period',
  due: 'Due date',
  yourTaxId: 'Your VAT ID',
  ourTaxId: 'VAT ID',
  taxNumber: 'Tax number',
  position: 'No.',
  description: 'Description',
  quantity: 'Quantity',
  price: 'Unit price',
  priceGross: 'Price incl. VAT',
  sum: 'Sum',
  discount: (share: string | null) => (share === null ? 'Discount' : `Discount ${share}`),
  lineDiscount: (share: string | null, amount: string) =>
    share === null ? `Less a discount of ${amount}` : `Less ${share} discount (${amount})`,
  homeTax: (currency: string) => `VAT in ${currency}`,
  homeGross: (currency: string) => `Total in ${currency}`,
  exchange: (rate: string, day: string, source: string) =>
    `Exchange rate ${rate} of ${day}${source === '' ? '' : ` (${source})`}.`,
  taxRate: 'VAT',
  amount: 'Amount',
  net: 'Net total',
  tax: (rate: string, net: string) => `VAT ${rate} on ${net}`,
  untaxed: (name: string, net: string) => `${name}: no VAT on ${net}`,
  gross: { invoice: 'Total due', credit: 'Total credited', corrected: 'Total due' },
  carried: 'Carried forward',
  payBy: (amount: string, day: string) => `Please pay ${amount} by ${day}.`,
  payAtOnce: (amount: string) => `Please pay ${amount} on receipt.`,
  transferBy: (amount: string, day: string, number: string | null) =>
    `Please transfer ${amount} by ${day}${number === null ? '' : `, quoting ${number},`} to this account:`,
  transferAtOnce: (amount: string, number: string | null) =>
    `Please transfer ${amount} on receipt${number === null ? '' : `, quoting ${number},`} to this account:`,
  credited: (amount: string, number: string | null) =>
    `We credit you ${amount}${number === null ? '' : ` against invoice ${number}`}.`,
  scan: 'Scan to pay',
  scanLong: (amount: string) => `QR code that fills in a transfer of ${amount} in a banking app`,
  iban: 'IBAN',
  bic: 'BIC',
  registration: 'Registration',
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  /** Why a small business charges no tax, where its country has no words of its own. */
  smallBusiness: 'Exempt from VAT: small business scheme (Art. 284 of Directive 2006/112/EC).',
  /** The pages after the invoice that list the time behind its lines. */
  annex: {
    heading: 'Time behind this invoice',
    line: (position: string, text: string) => `${position}. ${text}`,
    sum: 'As billed',
    steps: {
      worked: 'Worked',
      rounding: 'Rounding',
      'used-before': 'Used before, on earlier invoices',
      included: 'Included in the retainer',
      debt: 'Owed from the period before',
      'billed-before': 'Billed before',
      shared: 'Rounded together',
      'by-hand': 'As agreed',
    },
    note: 'Times in hours and minutes.',
  },
  /** Short names of the tax categories, in the table's column. */
  categories: {
    S: '',
    Z: '0%',
    E: 'exempt',
    AE: 'reverse charge',
    K: 'intra-EU',
    G: 'export',
    O: 'not taxable',
  },
  /** The same, in the totals. */
  categoryNames: {
    S: 'Standard rate',
    Z: 'Zero rate',
    E: 'Exempt',
    AE: 'Reverse charge',
    K: 'Intra-community supply',
    G: 'Export',
    O: 'Not subject to VAT',
  },
  /** What a line proposes as its reason; E has many, and only the seller knows which. */
  taxReasons: {
    S: '',
    Z: '',
    E: '',
    AE: 'Reverse charge: VAT is to be accounted for by the recipient (Art. 196 of Directive 2006/112/EC).',
    K: 'Intra-community supply, exempt from VAT (Art. 138 of Directive 2006/112/EC).',
    G: 'Export, exempt from VAT (Art. 146 of Directive 2006/112/EC).',
    O: 'Not subject to VAT: the place of supply is outside the seller’s country.',
  },
  units: {
    hour: (_count: number) => 'h',
    day: (count: number): string => (count === 1 ? 'day' : 'days'),
    month: (count: number): string => (count === 1 ? 'month' : 'months'),
    week: (count: number): string => (count === 1 ? 'week' : 'weeks'),
    piece: (_count: number) => '',
  },
  /** First texts of proposed lines. */
  lines: {
    hours: (engagement: string, period: string) => `${engagement}\nWork by the hour, ${period}`,
    days: (engagement: string, period: string) => `${engagement}\nWork by the day, ${period}`,
    fee: (engagement: string, hours: string, period: string) =>
      `${engagement}\nRetainer of ${hours}, ${period}`,
    overage: (engagement: string, hours: string, period: string) =>
      `${engagement}\nHours beyond the retainer of ${hours}, ${period}`,
    expense: (title: string, day: string, foreign: string | null) =>
      `${title}\nExpense of ${day}${foreign === null ? '' : `, ${foreign}`}`,
    price: (engagement: string) => `${engagement}\nFixed price`,
    balance: (engagement: string) => `${engagement}\nFixed price, balance`,
    instalmentOf: (engagement: string, title: string, number: number, of: number) =>
      `${engagement}\nFixed price, instalment ${number} of ${of}${title === '' ? '' : `: ${title}`}`,
    instalment: (engagement: string) => `${engagement}\nFixed price, instalment`,
  },
  /** What a credit note says of itself. */
  credit: {
    rest: (number: string) => `Remaining amount of invoice ${number}`,
    partOf: (number: string) => `Reduction of invoice ${number}`,
  },
}
