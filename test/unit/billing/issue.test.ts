import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuedInvoices, nextNumber } from '../../../shared/billing/numbering.ts'
import { booksRefusal } from '../../../shared/billing/standing.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import { billedEntries } from '../../../shared/plan/billed.ts'
import type { Business } from '../../../shared/plan/business.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { findInvoice, Plan } from '../../../shared/plan/plan.ts'
import {
  aBillingPlan,
  aDraft,
  aLine,
  aPayingClient,
  business,
  carriedOut,
  november,
  worked,
} from './aBillingPlan.ts'

const draft = (invoice: Invoice): Command => ({ type: 'invoice/draft', invoice })
const issue = (id: string, on = '2026-11-30'): Command => ({ type: 'invoice/issue', id, on })

const refusalOf = (plan: Plan, command: Command) => {
  const done = execute(plan, command)
  return done.ok ? null : done.refusal
}

describe('issuing', () => {
  it('gives the number, freezes parties and amounts and moves the series on, in one step that undo steps over', () => {
    const plan = carriedOut(aBillingPlan(), draft(aDraft()))
    const done = execute(plan, issue('invoice-1'))
    if (!done.ok) throw new Error(done.refusal.code)
    const {
      accounts: _a,
      currency: _c,
      tax: _t,
      smallBusiness: _s,
      paymentDays: _p,
      texts,
      ...rest
    } = business
    const seller = { ...rest, ...texts.en }
    const { name, address, taxId, email } = aPayingClient()
    expect(findInvoice(done.plan, 'invoice-1')).toEqual({
      ...aDraft(),
      issued: {
        number: '2026-001',
        on: '2026-11-30',
        dueOn: '2026-12-14',
        seller,
        buyer: { name, address, taxId, email },
        net: 10_000,
        tax: 1900,
        gross: 11_900,
        taxRests: [],
        home: null,
      },
    })
    expect([done.plan.practice.numbering.next, done.undoable, done.subject]).toEqual([
      { '2026': 2 },
      false,
      '2026-001',
    ])
    expect(Plan.safeParse(done.plan).error).toBeUndefined()
  })

  it('leaves an issued invoice as it was when the business and the client move later', () => {
    const issued = carriedOut(aBillingPlan(), draft(aDraft()), issue('invoice-1'))
    const client = aPayingClient({ name: 'Northwind GmbH' })
    const moved = carriedOut(
      issued,
      { type: 'business/change', change: { name: 'Ada Berger & Co' } },
      { type: 'practice/put', records: [{ kind: 'client', value: client as never }] },
    )
    expect(findInvoice(moved, 'invoice-1')).toBe(findInvoice(issued, 'invoice-1'))
  })

  const nowhere = { street: '', number: '', postcode: '', town: '', country: '' }
  const seller: readonly (readonly [string, Partial<Business>])[] = [
    ['seller-name-missing', { name: ' ' }],
    ['seller-address-missing', { address: nowhere }],
    ['seller-tax-id-missing', { taxId: '' }],
    ['iban', { iban: 'DE88 3704 0044 0532 0130 00' }],
  ]
  it.each(seller)('is refused with %s', (code, given) => {
    expect(
      refusalOf(carriedOut(aBillingPlan({ business: given }), draft(aDraft())), issue('invoice-1'))?.code,
    ).toBe(code)
  })

  it('is refused for a mistyped account of the invoice’s currency, which is named; another’s does not matter', () => {
    const wrong = { id: 'a1', currency: 'CHF', iban: 'CH93 0076 2011 6238 5295 8', bic: '', bank: '' }
    const accounts = [{ ...wrong, id: 'a0', currency: 'USD', iban: '' }, wrong]
    const plan = aBillingPlan({ business: { accounts } })
    const exchange = { rate: 1_050_000, on: '2026-11-29', source: '' }
    const francs = carriedOut(plan, draft(aDraft({ currency: 'CHF', exchange })))
    expect(refusalOf(francs, issue('invoice-1'))).toEqual({
      path: ['seller', 'accounts', 1, 'iban'],
      code: 'iban-account',
      params: { currency: 'CHF' },
    })
    expect(refusalOf(carriedOut(plan, draft(aDraft())), issue('invoice-1'))).toBeNull()
  })

  const reverse = { category: 'AE', rate: 0, reason: 'Reverse charge' } as const
  const outside = { category: 'O', rate: 0, reason: 'Not subject to VAT' } as const
  const faulty: readonly (readonly [string, Partial<Invoice>])[] = [
    ['invoice-empty', { lines: [] }],
    ['line-text-missing', { lines: [aLine({ text: ' \n' })] }],
    ['tax-rate-missing', { lines: [aLine({ tax: { category: 'S', rate: 0, reason: '' } })] }],
    ['tax-reason-missing', { lines: [aLine({ tax: { category: 'E', rate: 0, reason: '' } })] }],
    ['buyer-tax-id-missing', { lines: [aLine({ tax: reverse })] }],
    ['tax-mixed', { lines: [aLine(), aLine({ id: 'line-2', tax: outside })] }],
    ['invoice-negative', { lines: [aLine({ amount: -1 })] }],
    ['discount-too-large', { lines: [aLine({ discount: { kind: 'amount', amount: 10_001 } })] }],
    ['discount-too-large-whole', { discount: { kind: 'amount', amount: 10_001 } }],
    ['exchange-missing', { currency: 'CHF' }],
  ]
  it.each(faulty)('is refused with %s', (code, given) => {
    expect(refusalOf(carriedOut(aBillingPlan(), draft(aDraft(given))), issue('invoice-1'))?.code).toBe(code)
  })

  it('freezes what a foreign invoice comes to in the business’s own currency', () => {
    const exchange = { rate: 1_050_000, on: '2026-11-29', source: 'ECB' }
    const plan = carriedOut(aBillingPlan(), draft(aDraft({ currency: 'CHF', exchange })), issue('invoice-1'))
    expect(findInvoice(plan, 'invoice-1')?.issued?.home).toEqual({
      currency: 'EUR',
      exchange,
      net: 10_500,
      tax: 1995,
      gross: 12_495,
    })
  })

  it('is refused for a client without an address', () => {
    const plan = aBillingPlan({ clients: [aPayingClient({ address: nowhere })] })
    expect(refusalOf(carriedOut(plan, draft(aDraft())), issue('invoice-1'))).toEqual({
      path: ['buyer', 'address'],
      code: 'buyer-address-missing',
      params: { client: 'Northwind' },
    })
  })

  it('is refused on a day before the last invoice of the series, and allowed in another year’s', () => {
    const two = [draft(aDraft()), draft(aDraft({ id: 'invoice-2' })), issue('invoice-1')]
    const plan = carriedOut(aBillingPlan(), ...two)
    expect(refusalOf(plan, issue('invoice-2', '2026-11-29'))?.params).toEqual({ day: '2026-11-30' })
    expect(findInvoice(carriedOut(plan, issue('invoice-2', '2027-01-02')), 'invoice-2')?.issued?.number).toBe(
      '2027-001',
    )
  })

  it('is refused for a number that exists, whatever the pattern became', () => {
    const plan = carriedOut(
      aBillingPlan(),
      { type: 'business/change', change: {}, pattern: 'R-{##}' },
      draft(aDraft()),
      issue('invoice-1'),
      { type: 'business/change', change: {}, pattern: '{YYYY}-{###}' },
      draft(aDraft({ id: 'invoice-2' })),
      issue('invoice-2'),
      { type: 'business/change', change: {}, pattern: 'R-01{#}' },
    )
    const clash = { ...plan, practice: { ...plan.practice, numbering: { pattern: 'R-{##}', next: {} } } }
    expect(
      refusalOf(carriedOut(clash, draft(aDraft({ id: 'invoice-3' }))), issue('invoice-3')),
    ).toMatchObject({
      code: 'number-taken',
      params: { number: 'R-01' },
    })
  })

  it('happens once, and an issued invoice takes no other change than payments', () => {
    const plan = carriedOut(aBillingPlan(), draft(aDraft()), issue('invoice-1'))
    const codes = [
      issue('invoice-1'),
      draft(aDraft()),
      { type: 'invoice/delete', id: 'invoice-1' } as const,
    ].map((command) => refusalOf(plan, command)?.code)
    expect(codes).toEqual(['invoice-issued', 'invoice-issued', 'invoice-issued'])
    const payment = { id: 'p1', on: '2026-12-10', amount: 5000, note: '' }
    const paid = carriedOut(plan, { type: 'invoice/payment', id: 'invoice-1', payment })
    expect(findInvoice(paid, 'invoice-1')?.payments).toEqual([payment])
    const right = { ...payment, amount: payment.amount + 1 }
    const corrected = carriedOut(paid, { type: 'invoice/payment', id: 'invoice-1', payment: right })
    expect(findInvoice(corrected, 'invoice-1')?.payments).toEqual([right])
    expect(booksRefusal(plan, paid)).toBeNull()
  })
})

describe('the number of an invoice', () => {
  it.each([
    ['{YYYY}-{###}', {}, '2026-001'],
    ['{YYYY}-{###}', { '2025': 40 }, '2026-001'],
    ['{YYYY}-{###}', { '2026': 1000 }, '2026-1000'],
    ['RE {####}', { all: 7, '2026': 3 }, 'RE 0007'],
    ['{YYYY}/{#}', { '2026': 12 }, '2026/12'],
  ])('of pattern %s with next %o is %s', (pattern, next, number) => {
    expect(nextNumber({ pattern, next } as never, '2026-11-30').number).toBe(number)
  })

  it('never has a gap or a double, and work is billed once, under any order of commands', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const days = ['2026-11-28', '2026-11-30', '2026-12-31', '2027-01-01', '2027-02-01']
    const entries = [1, 2, 3, 4].map((n) => worked(`2026-11-0${n}`, n * 10))
    const id = fc.constantFrom(...ids)
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(id, fc.subarray(entries.map((entry) => entry.id)))
          .map(([invoiceId, entryIds]) => draft(aDraft({ id: invoiceId, lines: [aLine({ entryIds })] }))),
      },
      {
        weight: 3,
        arbitrary: fc.tuple(id, fc.constantFrom(...days)).map(([invoiceId, on]) => issue(invoiceId, on)),
      },
      { weight: 1, arbitrary: id.map((invoiceId): Command => ({ type: 'invoice/delete', id: invoiceId })) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...entries)
          .map((entry): Command => ({ type: 'entry/delete', ids: [entry.id] })),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...entries)
          .map((entry): Command => ({ type: 'entry/put', entries: [entry] })),
      },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (commands) => {
        let plan = aBillingPlan({ entries })
        for (const command of commands) {
          const done = execute(plan, command)
          if (!done.ok) continue
          expect(booksRefusal(plan, done.plan)).toBeNull()
          plan = done.plan
        }
        const numbers = issuedInvoices(plan).map(({ issued }) => issued.number)
        const expected = ['2026', '2027'].flatMap((year) =>
          numbers.filter((number) => number.startsWith(year)).map((_, i) => `${year}-00${i + 1}`),
        )
        expect(numbers).toEqual(expected)
        const billings = Object.values(plan.years).flatMap((year) =>
          Object.values(year.invoices).flatMap((invoice) => invoice.lines.flatMap((line) => line.entryIds)),
        )
        expect(new Set(billings).size).toBe(billings.length)
        expect(billedEntries(plan).size).toBe(billings.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a draft', () => {
  const plan = aBillingPlan({
    clients: [aPayingClient(), aPayingClient({ id: 'lumen', name: 'Lumen' })],
    entries: [worked('2026-11-02', 60), worked('2026-11-03', 60)],
  })
  const billing = (entryIds: string[], id = 'invoice-1') => aDraft({ id, lines: [aLine({ entryIds })] })

  it.each([
    ['client-gone', aDraft({ clientId: 'nobody' })],
    ['id-taken', aDraft({ lines: [aLine(), aLine()] })],
    ['entry-gone', billing(['e-none'])],
    ['entry-billed', billing(['e-2026-11-02-60', 'e-2026-11-02-60'])],
    ['entry-of-other-client', { ...billing(['e-2026-11-02-60']), clientId: 'lumen' }],
  ])('is refused with %s', (code, invoice) => {
    expect(refusalOf(plan, draft(invoice))?.code).toBe(code)
  })

  it('is refused for work that another invoice bills', () => {
    const one = carriedOut(plan, draft(billing(['e-2026-11-02-60'])))
    expect(refusalOf(one, draft(billing(['e-2026-11-02-60'], 'invoice-2')))).toEqual({
      path: ['invoice', 'lines', 0, 'entryIds', 0],
      code: 'entry-billed',
      params: { day: '2026-11-02' },
    })
    expect(refusalOf(one, draft(billing(['e-2026-11-02-60', 'e-2026-11-03-60'])))).toBeNull()
  })

  it('is refused for a retainer’s fee that another invoice bills', () => {
    const basis = {
      kind: 'fee',
      engagementId: 'northwind-cto',
      period: { from: '2026-11-01', to: '2026-11-30' },
    } as const
    const fee = (id: string) => draft(aDraft({ id, lines: [aLine({ basis })] }))
    expect(refusalOf(carriedOut(plan, fee('invoice-1')), fee('invoice-2'))?.code).toBe('fee-billed')
    expect(refusalOf(carriedOut(plan, fee('invoice-1')), fee('invoice-1'))).toBeNull()
  })

  it('that carries a number or payments is refused at the border', () => {
    const payments = [{ id: 'p', on: '2026-11-30', amount: 1, note: '' }]
    expect(Command.safeParse(draft(aDraft({ payments }))).error?.issues[0]?.message).toBe('draft-expected')
  })
})

describe('the books against a step back', () => {
  const entries = [worked('2026-11-02', 60)]
  const start = aBillingPlan({ entries })
  const drafted = carriedOut(start, draft(november(start).invoice))
  const issued = carriedOut(drafted, issue('invoice-1'))

  it('refuses to take an issued invoice away, to free its number or to change the work that it bills', () => {
    expect(booksRefusal(issued, start)).toMatchObject({
      code: 'issued-stands',
      params: { number: '2026-001' },
    })
    expect(booksRefusal(issued, drafted)?.code).toBe('issued-stands')
    const year = issued.years['2026']
    if (year === undefined) throw new Error('no year')
    const other = { ...issued, years: { ...issued.years, '2026': { ...year, entries: {} } } }
    expect(booksRefusal(issued, other)?.code).toBe('issued-stands')
    const numbering = { ...issued.practice.numbering, next: {} }
    expect(booksRefusal(issued, { ...issued, practice: { ...issued.practice, numbering } })?.code).toBe(
      'number-stands',
    )
  })

  it('refuses to bring back a draft whose work another invoice bills by now', () => {
    const deleted = carriedOut(drafted, { type: 'invoice/delete', id: 'invoice-1' })
    const again = carriedOut(deleted, draft(november(deleted, 'invoice-2').invoice))
    const year = again.years['2026']
    const back = drafted.years['2026']?.invoices['invoice-1']
    if (year === undefined || back === undefined) throw new Error('no year')
    const undone = {
      ...again,
      years: { '2026': { ...year, invoices: { ...year.invoices, 'invoice-1': back } } },
    }
    expect(booksRefusal(again, undone)).toMatchObject({ code: 'entry-billed', params: { day: '2026-11-02' } })
  })

  it('lets everything else pass', () => {
    expect(booksRefusal(drafted, start)).toBeNull()
    expect(booksRefusal(start, issued)).toBeNull()
  })
})
