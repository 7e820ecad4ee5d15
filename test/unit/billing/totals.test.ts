import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recount } from '../../../shared/billing/recount.ts'
import { taxFault, taxGroups } from '../../../shared/billing/tax.ts'
import { lineNet, totalsOf } from '../../../shared/billing/totals.ts'
import { Invoice, InvoiceLine } from '../../../shared/plan/invoice.ts'
import { type LineTax, taxCategories } from '../../../shared/plan/lineTax.ts'
import { aDraft, aLine } from './aBillingPlan.ts'

const standard = (rate: number): LineTax => ({ category: 'S', rate, reason: '' })

/** Any line that the schema lets through, with the awkward ones made likely. */
const anyLine: fc.Arbitrary<InvoiceLine> = fc
  .record({
    hours: fc.boolean(),
    amount: fc.integer({ min: -100_000, max: 100_000 }),
    per: fc.constantFrom(1, 2, 4, 5, 10, 20, 25, 50, 100),
    price: fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 10_000_000 })),
    rate: fc.constantFrom(0, 99_750, 190_000, 70_000, 81_000, 25_000, 1),
    category: fc.constantFrom(...taxCategories),
  })
  .map(({ hours, amount, per, price, rate, category }) =>
    aLine({
      unit: hours ? 'hour' : 'piece',
      amount,
      per: hours ? 60 : per,
      price,
      tax: { category, rate: category === 'S' ? rate : 0, reason: category },
    }),
  )

describe('tax by group', () => {
  it('taxes three lines of 33.33 at 19 % with 19.00, where line by line it would be 18.99', () => {
    const lines = [1, 2, 3].map(() => aLine({ price: 3333 }))
    expect(totalsOf(lines)).toEqual({
      lines: [3333, 3333, 3333],
      net: 9999,
      groups: [{ category: 'S', rate: 190_000, net: 9999, tax: 1900, reasons: [] }],
      tax: 1900,
      gross: 11_899,
    })
  })

  it.each([
    [818_000, 81_596],
    [-818_000, -81_596],
  ])('rounds half away from zero: 9.975 %% of %i is %i', (net, tax) => {
    expect(taxGroups([{ net, tax: standard(99_750) }])[0]?.tax).toBe(tax)
  })

  it('keeps rates and categories apart, highest rate first, with each reason once', () => {
    const exempt: LineTax = { category: 'E', rate: 0, reason: ' § 4 Nr. 21 UStG ' }
    const groups = taxGroups([
      { net: 100, tax: exempt },
      { net: 1000, tax: standard(70_000) },
      { net: 200, tax: { ...exempt, reason: '§ 4 Nr. 21 UStG' } },
      { net: 1000, tax: standard(190_000) },
    ])
    expect(groups).toEqual([
      { category: 'S', rate: 190_000, net: 1000, tax: 190, reasons: [] },
      { category: 'S', rate: 70_000, net: 1000, tax: 70, reasons: [] },
      { category: 'E', rate: 0, net: 300, tax: 0, reasons: ['§ 4 Nr. 21 UStG'] },
    ])
  })
})

describe('the total of any lines', () => {
  it('is their sum plus the tax of the groups, and the groups are the sum of the lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const totals = totalsOf(lines)
        expect(totals.net).toBe(lines.map(lineNet).reduce((sum, net) => sum + net, 0))
        expect(totals.groups.reduce((sum, group) => sum + group.net, 0)).toBe(totals.net)
        expect(totals.groups.reduce((sum, group) => sum + group.tax, 0)).toBe(totals.tax)
        expect(totals.gross).toBe(totals.net + totals.tax)
      }),
    )
  })

  it('is the same by the second, independent path', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const { net, tax, gross } = totalsOf(lines)
        expect({ net: BigInt(net), tax: BigInt(tax), gross: BigInt(gross) }).toEqual(recount(lines))
      }),
      { numRuns: 300 },
    )
  })

  it('mirrors for negative quantities: an invoice and its opposite come to zero', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        const opposite = lines.map((line) => ({ ...line, amount: -line.amount }))
        expect(totalsOf(opposite).gross + totalsOf(lines).gross).toBe(0)
      }),
    )
  })
})

describe('what a tax may be', () => {
  it.each([
    ['S', 0, '', 'tax-rate-missing'],
    ['S', 190_000, '', null],
    ['S', 190_000, 'because', 'tax-reason-unexpected'],
    ['Z', 0, '', null],
    ['Z', 0, 'because', 'tax-reason-unexpected'],
    ['E', 0, '  ', 'tax-reason-missing'],
    ['E', 0, 'Kein Ausweis von Umsatzsteuer, § 19 UStG', null],
    ['E', 70_000, '§ 19 UStG', 'tax-rate-unexpected'],
    ['AE', 0, 'Steuerschuldnerschaft des Leistungsempfängers', 'reverse-charge-words'],
    ['AE', 0, 'REVERSE CHARGE', null],
    ['K', 0, '', 'tax-reason-missing'],
    ['G', 0, 'Export', null],
    ['O', 0, '', 'tax-reason-missing'],
  ] as const)('%s at %i with reason "%s": %s', (category, rate, reason, fault) => {
    expect(taxFault({ category, rate, reason })).toBe(fault)
  })
})

describe('the schema of a line', () => {
  const refused = (given: Partial<InvoiceLine>) =>
    InvoiceLine.safeParse(aLine(given)).error?.issues.map(({ path, message }) => [path.join('.'), message]) ??
    []

  it('keeps time in minutes and other quantities to two decimals, so that the quantity can be printed', () => {
    expect(refused({ unit: 'hour', amount: 125, per: 100 })).toEqual([['per', 'quantity']])
    expect(refused({ unit: 'piece', amount: 1, per: 3 })).toEqual([['per', 'quantity']])
    expect(refused({ unit: 'day', amount: 3, per: 2 })).toEqual([])
  })

  it('refuses a price of 1e12 units and a sum of lines beyond the bound, so that no total leaves the integers', () => {
    expect(refused({ price: 1e14 })).toEqual(Array(2).fill(['price', 'money-range']))
    expect(refused({ price: 1e13 })).toEqual([['price', 'money-range']])
    expect(refused({ amount: 1e9, price: 1e13 })).toEqual([['price', 'money-range']])
    const lines = Array.from({ length: 6 }, (_, i) => aLine({ id: `l${i}`, price: 1e12 }))
    expect(Invoice.safeParse(aDraft({ lines })).error?.issues.map(({ message }) => message)).toEqual([
      'money-range',
    ])
    expect(Invoice.safeParse(aDraft({ lines: lines.slice(0, 5) })).success).toBe(true)
  })

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    'refuses %d as quantity and as price without failing',
    (number) => {
      expect(InvoiceLine.safeParse(aLine({ amount: number })).success).toBe(false)
      expect(InvoiceLine.safeParse(aLine({ price: number })).success).toBe(false)
    },
  )

  it('refuses a negative price: a discount negates the quantity (EN 16931 BR-27)', () => {
    expect(refused({ price: -1 })).toEqual([['price', 'money-negative']])
    expect(refused({ amount: -1 })).toEqual([])
  })
})
