import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaperView, paperView } from '../../../renderer/documents/paperView.ts'
import { recentMonths, usualMonth } from '../../../renderer/invoices/periods.ts'
import { inUnit, quantityOf } from '../../../renderer/invoices/quantity.ts'
import { invoiceDocument } from '../../../shared/billing/document.ts'
import type { Business } from '../../../shared/plan/business.ts'
import type { Client } from '../../../shared/plan/client.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { aBillingPlan, aDraft, aLine, aPayingClient, carriedOut } from '../../unit/billing/aBillingPlan.ts'

const view = (
  invoice: Partial<Invoice> = {},
  client: Partial<Client> = {},
  business: Partial<Business> = {},
) =>
  paperView(
    invoiceDocument(
      aBillingPlan({ clients: [aPayingClient(client)], business }),
      aDraft(invoice),
      '2026-11-30',
    ),
  )

const abroad = (country: string) => ({
  address: { street: 'High Street', number: '5', postcode: 'AB1 2CD', town: 'Leeds', country },
})

const told = ({ paragraphs }: PaperView) => paragraphs.map(({ text }) => text)

const issuedPlan = () =>
  carriedOut(
    aBillingPlan(),
    { type: 'invoice/draft', invoice: aDraft() },
    { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' },
  )

describe('the paper', () => {
  it.each([
    ['DE', ['High Street 5', 'AB1 2CD Leeds']],
    ['GB', ['5 High Street', 'Leeds AB1 2CD', 'UNITED KINGDOM']],
    ['AT', ['High Street 5', 'AB1 2CD Leeds', 'AUSTRIA']],
  ])('writes an address as post in %s wants it, and names the country across a border', (country, lines) => {
    expect(view({}, abroad(country)).address).toEqual(['Northwind', ...lines])
  })

  it('shows the tax of each line only where lines differ', () => {
    const reduced = { category: 'S', rate: 70_000, reason: '' } as const
    expect(view().taxHead).toBeNull()
    const mixed = view({ lines: [aLine(), aLine({ id: 'l2', tax: reduced })] })
    expect([mixed.taxHead, mixed.rows.map((row) => row.tax)]).toEqual(['VAT', ['19%', '7%']])
    expect(mixed.totals).toEqual([
      { label: 'Net total', value: '200.00' },
      { label: 'VAT 19% on 100.00', value: '19.00' },
      { label: 'VAT 7% on 100.00', value: '7.00' },
    ])
  })

  it('prints the reason of each untaxed group once, and the words “Reverse charge”', () => {
    const tax = { category: 'AE', rate: 0, reason: 'Reverse charge' } as const
    const { paragraphs, totals } = view({ lines: [aLine({ tax }), aLine({ id: 'l2', tax })] })
    expect(paragraphs[0]?.text).toBe('Reverse charge')
    expect(totals[1]).toEqual({ label: 'Reverse charge: no VAT on 200.00', value: '0.00' })
  })

  it('names no VAT id where all is outside the scope of tax; a tax number stays', () => {
    const outside = { category: 'O', rate: 0, reason: 'Not taxable here' } as const
    const ids = (paper: PaperView) =>
      [...paper.facts.map(({ label, value }) => `${label} ${value}`), ...paper.footer.flat()].filter((text) =>
        /VAT ID|Tax number/.test(text),
      )
    const buyer = { taxId: 'ATU12345675' }
    const lines = [aLine({ tax: outside })]
    expect([
      ids(view({}, buyer, { taxId: 'DE123456788' })),
      ids(view({ lines }, buyer, { taxId: 'DE123456788' })),
      ids(view({ lines }, buyer, { taxId: '12/345/67890' })),
    ]).toEqual([['Your VAT ID ATU12345675', 'VAT ID DE123456788'], [], ['Tax number 12/345/67890']])
  })

  it('asks for the money with the account, or without one where there is none', () => {
    expect(told(view())).toEqual([
      'Please transfer €119.00 by 14 Dec 2026 to this account:\nIBAN DE89 3704 0044 0532 0130 00 · BIC COBADEFFXXX\nAda Berger, Commerzbank',
    ])
    expect(told(view({}, {}, { iban: '' }))).toEqual(['Please pay €119.00 by 14 Dec 2026.'])
    expect(told(view({ paymentDays: 0 }, {}, { iban: '' }))).toEqual(['Please pay €119.00 on receipt.'])
    expect(view({ lines: [] }).paragraphs).toEqual([])
  })

  it('carries a code to pay by for euros, a bill for Swiss accounts, and none on a credit note', () => {
    const iban = 'CH9300762011623852957'
    const codes = (paper: PaperView) => paper.paragraphs.flatMap(({ code }) => code ?? [])
    expect(codes(view()).map(({ text }) => text.split('\n').slice(5, 8))).toEqual([
      ['Ada Berger', 'DE89370400440532013000', 'EUR119.00'],
    ])
    const swiss = view({ currency: 'CHF' }, abroad('CH'), { iban, currency: 'CHF' })
    expect([codes(swiss), swiss.bill?.data.amount]).toEqual([[], 119])
    expect(told(swiss)).toEqual(['Please pay CHF\u00a0119.00 by 14 Dec 2026.'])
    const credit = view({ kind: 'credit', corrects: 'x' })
    expect([codes(credit), credit.bill]).toEqual([[], null])
    expect([codes(view({}, {}, { paymentCode: false })), view({}, {}, { paymentCode: false }).bill]).toEqual([
      [],
      null,
    ])
  })

  it('stands where the window of the envelope shows it: high for Letter and in Switzerland', () => {
    expect([view().window, view({}, abroad('US')).window]).toEqual(['din', 'high'])
    expect(view({}, abroad('US')).returnLine).toBe('')
    const address = { street: 'Seeweg', number: '1', postcode: '8001', town: 'Zürich', country: 'CH' }
    const swiss = view({}, {}, { address })
    expect([swiss.window, swiss.returnLine]).toEqual(['high', 'Ada Berger · Seeweg 1 · 8001 Zürich'])
  })

  it('carries a number only when issued', () => {
    const plan = issuedPlan()
    const invoice = plan.years['2026']?.invoices['invoice-1']
    if (invoice === undefined) throw new Error('no invoice')
    const issued = paperView(invoiceDocument(plan, invoice, '2026-11-30'))
    expect([issued.heading, issued.watermark, issued.title]).toEqual([
      'Invoice 2026-001',
      null,
      'Invoice 2026-001 – Ada Berger',
    ])
    expect([view().heading, view().watermark]).toEqual(['Draft', 'Draft'])
  })

  it.each([
    ['en', 'GB', 'EUR', '€1,234.56'],
    ['en', 'GB', 'USD', 'US$1,234.56'],
    ['en', 'US', 'USD', '$1,234.56'],
    ['de', 'DE', 'EUR', '1.234,56\u00a0€'],
    ['de', 'CH', 'CHF', 'CHF\u00a01’234.56'],
    ['fr', 'FR', 'EUR', '1\u202f234,56\u00a0€'],
    ['fr', 'CH', 'CHF', '1\u202f234.56\u00a0CHF'],
    ['en', 'GB', 'JPY', 'JP¥123,456'],
    ['en', 'GB', 'KWD', 'KWD\u00a0123.456'],
  ] as const)('in %s for %s writes %s as %s', (language, country, currency, total) => {
    const tax = { category: 'Z', rate: 0, reason: '' } as const
    expect(
      view({ language, currency, lines: [aLine({ price: 123_456, tax })] }, abroad(country)).gross.value,
    ).toBe(total)
  })

  it.each([
    ['en', 'GB', '30 Nov 2026', '1 – 30 Nov 2026', 'VAT 19% on 100.00'],
    ['en', 'US', 'Nov 30, 2026', 'Nov 1 – 30, 2026', 'VAT 19% on 100.00'],
    ['de', 'DE', '30.11.2026', '01.11.2026 – 30.11.2026', 'Umsatzsteuer 19\u00a0% auf 100,00'],
    ['fr', 'FR', '30/11/2026', '01/11/2026 – 30/11/2026', 'TVA 19\u00a0% sur 100,00'],
    ['fr', 'CH', '30.11.2026', '01.11.2026 – 30.11.2026', 'TVA 19% sur 100.00'],
  ] as const)('in %s for %s writes days and shares as they are read there', (language, country, ...read) => {
    const { facts, totals } = view({ language }, abroad(country))
    expect([facts[1]?.value, facts[2]?.value, totals[1]?.label]).toEqual(read)
  })

  it.each([
    ['invoice', null, 'en', ['Invoice 2026-002', 'Total due']],
    ['credit', 'invoice-1', 'en', ['Credit note 2026-002', 'Total credited', 'Credits invoice']],
    ['corrected', 'invoice-1', 'en', ['Corrected invoice 2026-002', 'Total due', 'Replaces invoice']],
    ['credit', 'invoice-1', 'de', ['Rechnungskorrektur 2026-002', 'Gutgeschrieben', 'Zur Rechnung']],
    ['credit', 'invoice-1', 'fr', ['Avoir 2026-002', 'Total de l’avoir', 'Sur facture']],
  ] as const)(
    'of kind %s for %s says in %s what it is and what it is about',
    (kind, corrects, language, said) => {
      const [heading, gross, about] = said
      const plan = issuedPlan()
      const first = plan.years['2026']?.invoices['invoice-1']
      if (first?.issued == null) throw new Error('not issued')
      const issued = { ...first.issued, number: '2026-002' }
      const invoice = aDraft({ id: 'invoice-2', kind, corrects, language, reference: 'PO 4500', issued })
      const paper = paperView(invoiceDocument(plan, invoice, '2026-11-30'))
      expect([paper.heading, paper.gross.label]).toEqual([heading, gross])
      expect(paper.facts.find(({ label }) => label === about)?.value).toEqual(
        about === undefined
          ? undefined
          : expect.stringMatching(/^2026-001 (of|vom|du) 30.11.2026|^2026-001 of 30 Nov 2026/),
      )
      expect(paper.facts.map(({ value }) => value)).toContain('PO 4500')
      const asks = /transfer|überweisen|virer/.test(told(paper).join(' '))
      expect(asks).toBe(kind !== 'credit')
    },
  )

  it('prints quantity × price = amount to the cent for any line', () => {
    const line = fc.record({
      isHours: fc.boolean(),
      amount: fc.integer({ min: -5000, max: 5000 }),
      per: fc.constantFrom(1, 2, 4, 5, 10, 20, 25, 50, 100),
      price: fc.integer({ min: 0, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(line, ({ isHours, amount, per, price }) => {
        const row = view({
          lines: [
            aLine(isHours ? { unit: 'hour', amount, per: 60, price } : { unit: 'piece', amount, per, price }),
          ],
        }).rows[0]
        const [quantity = '', , amounts = ''] = [row?.quantity, row?.price, row?.amount]
        const [numerator, denominator] = printedQuantity(quantity, isHours)
        const exact = numerator * cents(row?.price ?? '')
        const size = ((exact < 0n ? -exact : exact) * 2n + denominator) / (denominator * 2n)
        expect(cents(amounts)).toBe(exact < 0n ? -size : size)
      }),
    )
  })
})

/** A printed quantity as a fraction: `−1:05 h` is −65/60, `2.25` is 225/100. */
function printedQuantity(text: string, isHours: boolean): [bigint, bigint] {
  const sign = text.startsWith('−') ? -1n : 1n
  const plain = text.replace(/[−,]/g, '')
  if (isHours) {
    const [hours = '0', minutes = '0'] = plain.replace(/\u00a0h$/, '').split(':')
    return [sign * (BigInt(hours) * 60n + BigInt(minutes)), 60n]
  }
  const [whole = '0', part = ''] = plain.split('.')
  return [sign * BigInt(whole + part.padEnd(2, '0')), 100n]
}

function cents(text: string): bigint {
  return BigInt(text.replace('−', '-').replace(/[.,]/g, ''))
}

describe('a quantity', () => {
  it.each([
    [1, { amount: 1, per: 1 }],
    [2.5, { amount: 5, per: 2 }],
    [0.25, { amount: 25, per: 100 }],
    [-1, { amount: -1, per: 1 }],
    [1.005, null],
  ])('typed as %d is %o', (typed, quantity) => {
    expect(quantityOf(typed)).toEqual(quantity)
  })

  it('keeps its value in another unit', () => {
    expect(inUnit({ unit: 'hour', amount: 150, per: 60 }, 'day')).toEqual({ amount: 5, per: 2 })
    expect(inUnit({ unit: 'day', amount: 5, per: 2 }, 'hour')).toEqual({ amount: 150, per: 60 })
    expect(inUnit({ unit: 'day', amount: 5, per: 2 }, 'piece')).toEqual({ amount: 5, per: 2 })
  })
})

describe('the month that a new invoice proposes', () => {
  it.each([
    ['2026-11-19', '2026-10-01', '2026-10-31'],
    ['2026-11-20', '2026-11-01', '2026-11-30'],
    ['2026-01-02', '2025-12-01', '2025-12-31'],
  ])('on %s begins on %s and ends on %s', (today, from, to) => {
    expect(usualMonth(today)).toEqual({ from, to })
  })

  it('is one of this month and the twelve before', () => {
    expect(
      recentMonths('2026-03-31')
        .map(({ to }) => to)
        .slice(0, 3),
    ).toEqual(['2026-03-31', '2026-02-28', '2026-01-31'])
    expect(recentMonths('2026-03-31')).toHaveLength(13)
  })
})
