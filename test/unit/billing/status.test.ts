import { describe, expect, it } from 'vitest'
import { documentFileName, invoiceDocument } from '../../../shared/billing/document.ts'
import { invoiceLists, invoiceStatus } from '../../../shared/billing/status.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { findInvoice, type Plan } from '../../../shared/plan/plan.ts'
import { aBillingPlan, aDraft, aLine, aPayingClient, business, carriedOut } from './aBillingPlan.ts'

const issuedPlan = (given: Partial<Invoice> = {}) =>
  carriedOut(
    aBillingPlan(),
    { type: 'invoice/draft', invoice: aDraft(given) },
    { type: 'invoice/issue', id: given.id ?? 'invoice-1', on: '2026-11-30' },
  )

const invoiceOf = (plan: Plan, id = 'invoice-1') => {
  const invoice = findInvoice(plan, id)
  if (invoice === undefined) throw new Error('no invoice')
  return invoice
}

const pay = (plan: Plan, amount: number) =>
  carriedOut(plan, {
    type: 'invoice/payment',
    id: 'invoice-1',
    payment: { id: `p${amount}`, on: '2026-12-10', amount, note: '' },
  })

describe('the status of an invoice', () => {
  it.each([
    ['2026-12-14', [], 'open', 11_900, 0],
    ['2026-12-15', [], 'overdue', 11_900, 1],
    ['2027-01-14', [5000], 'overdue', 6900, 31],
    ['2027-01-14', [5000, 6900], 'paid', 0, 0],
    ['2027-01-14', [12_000], 'paid', -100, 0],
    ['2027-01-14', [11_900, -1], 'overdue', 1, 31],
  ] as const)('on %s with payments %j is %s', (today, payments, state, due, overdueDays) => {
    const plan = payments.reduce(pay, issuedPlan())
    expect(invoiceStatus(plan, invoiceOf(plan), today)).toEqual({
      state,
      gross: 11_900,
      credited: 0,
      lost: 0,
      paid: payments.reduce((sum: number, amount) => sum + amount, 0),
      due,
      overdueDays,
    })
  })

  it('lists overdue, drafts, open and paid with their totals per currency', () => {
    const dollars = aDraft({ id: 'usd', currency: 'USD', lines: [aLine({ price: 100 })] })
    const plan = carriedOut(
      pay(issuedPlan(), 900),
      { type: 'invoice/draft', invoice: dollars },
      {
        type: 'invoice/draft',
        invoice: aDraft({ id: 'eur' }),
      },
    )
    expect(
      invoiceLists(plan, '2027-01-14').map(({ state, invoices, totals }) => [
        state,
        invoices.map(({ invoice }) => invoice.id),
        totals,
      ]),
    ).toEqual([
      ['overdue', ['invoice-1'], [{ currency: 'EUR', amount: 11_000 }]],
      [
        'draft',
        ['usd', 'eur'],
        [
          { currency: 'EUR', amount: 11_900 },
          { currency: 'USD', amount: 119 },
        ],
      ],
      ['part-paid', [], []],
      ['open', [], []],
      ['paid', [], []],
    ])
  })
})

describe('the page of an invoice', () => {
  const { accounts: _a, currency: _c, tax: _t, smallBusiness: _s, paymentDays: _p, texts, ...rest } = business
  const seller = { ...rest, ...texts.en }

  it('shows a draft as it would be if it were issued today', () => {
    const { name, address, taxId, email } = aPayingClient()
    expect(invoiceDocument(aBillingPlan(), aDraft(), '2026-12-01')).toEqual({
      invoice: aDraft(),
      annex: null,
      home: null,
      number: null,
      on: '2026-12-01',
      dueOn: '2026-12-15',
      seller,
      buyer: { name, address, taxId, email },
      corrects: null,
      logo: null,
      locale: 'en-GB',
      paper: 'A4',
    })
  })

  it('shows an issued invoice as it was frozen', () => {
    const moved = carriedOut(issuedPlan(), { type: 'business/change', change: { name: 'Somebody else' } })
    const page = invoiceDocument(moved, invoiceOf(moved), '2027-05-05')
    expect([page.number, page.on, page.dueOn, page.seller]).toEqual([
      '2026-001',
      '2026-11-30',
      '2026-12-14',
      seller,
    ])
  })

  it.each([
    ['en', 'US', 'en-US', 'Letter'],
    ['en', 'DE', 'en-GB', 'A4'],
    ['de', 'CH', 'de-CH', 'A4'],
    ['de', 'US', 'de-DE', 'Letter'],
  ] as const)('in %s for %s is written as in %s on %s', (language, country, locale, paper) => {
    const client = aPayingClient({ address: { street: '', number: '', postcode: '', town: '', country } })
    const page = invoiceDocument(aBillingPlan({ clients: [client] }), aDraft({ language }), '2026-12-01')
    expect([page.locale, page.paper]).toEqual([locale, paper])
  })

  it.each([
    ['Northwind', 'Invoice 2026-001 Northwind.pdf'],
    ['../../etc/passwd', 'Invoice 2026-001 .. .. etc passwd.pdf'],
    ['A/B\\C:D*?"<>|\u0000\u202e', 'Invoice 2026-001 A B C D.pdf'],
    ['…   ', 'Invoice 2026-001 ….pdf'],
    ['Dots. . .', 'Invoice 2026-001 Dots.pdf'],
  ])('for %j is kept as %j', (name, file) => {
    const plan = issuedPlan()
    const page = invoiceDocument(plan, invoiceOf(plan), '2026-12-01')
    expect(documentFileName({ ...page, buyer: { ...page.buyer, name } }, 'Invoice')).toBe(file)
  })

  it('has a file name of at most 255 bytes, however long the name is', () => {
    const page = invoiceDocument(aBillingPlan(), aDraft(), '2026-12-01')
    const file = documentFileName({ ...page, buyer: { ...page.buyer, name: '🚀'.repeat(500) } }, 'Entwurf')
    expect(new TextEncoder().encode(file).length).toBeLessThan(256)
  })
})
