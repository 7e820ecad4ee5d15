import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atRate, homeAmounts } from '../../../shared/billing/home.ts'
import { recount, recountHome } from '../../../shared/billing/recount.ts'
import { taxFault, taxGroups } from '../../../shared/billing/tax.ts'
import { lineAmount, lineNet, type Priced, totalsOf } from '../../../shared/billing/totals.ts'
import { minorDigits } from '../../../shared/money/currency.ts'
import { type Discount, Invoice, InvoiceLine } from '../../../shared/plan/invoice.ts'
import { type LineTax, taxCategories } from '../../../shared/plan/lineTax.ts'
import { aDraft, aLine } from './aBillingPlan.ts'

const standard = (rate: number): LineTax => ({ category: 'S', rate, reason: '' })

const anyDiscount: fc.Arbitrary<Discount | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  fc.integer({ min: 0, max: 1_000_000 }).map((rate) => ({ kind: 'share', rate }) as const),
  fc.integer({ min: 0, max: 20_000 }).map((amount) => ({ kind: 'amount', amount }) as const),
)

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
  .chain((line) => anyDiscount.map((discount) => ({ ...line, discount })))
  .map(({ hours, amount, per, price, rate, category, discount }) =>
    aLine({
      discount,
      unit: hours ? 'hour' : 'piece',
      amount,
      per: hours ? 60 : per,
      price,
      tax: { category, rate: category === 'S' ? rate : 0, reason: category },
    }),
  )

/** Any lines, with prices meant in either way, and anything off the whole. */
const anyPriced = (most: number): fc.Arbitrary<Priced> =>
  fc.record({
    prices: fc.constantFrom('net', 'gross'),
    discount: anyDiscount,
    lines: fc.array(anyLine, { maxLength: most }),
  })

const plain = (lines: readonly InvoiceLine[]): Priced => ({ prices: 'net', discount: null, lines })
const net = { off: 0, prices: 'net' } as const

describe('tax by group', () => {
  it('taxes three lines of 33.33 at 19 % with 19.00, where line by line it would be 18.99', () => {
    const lines = [1, 2, 3].map(() => aLine({ price: 3333 }))
    expect(totalsOf(plain(lines))).toEqual({
      lines: [3333, 3333, 3333],
      sum: 9999,
      discount: 0,
      net: 9999,
      groups: [{ category: 'S', rate: 190_000, net: 9999, tax: 1900, reasons: [] }],
      tax: 1900,
      gross: 11_899,
    })
  })

  it.each([
    [818_000, 81_596],
    [-818_000, -81_596],
  ])('rounds half away from zero: 9.975 %% of %i is %i', (amount, tax) => {
    expect(taxGroups([{ amount, tax: standard(99_750) }], net)[0]?.tax).toBe(tax)
  })

  it('keeps rates and categories apart, highest rate first, with each reason once', () => {
    const exempt: LineTax = { category: 'E', rate: 0, reason: ' § 4 Nr. 21 UStG ' }
    const groups = taxGroups(
      [
        { amount: 100, tax: exempt },
        { amount: 1000, tax: standard(70_000) },
        { amount: 200, tax: { ...exempt, reason: '§ 4 Nr. 21 UStG' } },
        { amount: 1000, tax: standard(190_000) },
      ],
      net,
    )
    expect(groups).toEqual([
      { category: 'S', rate: 190_000, net: 1000, tax: 190, reasons: [] },
      { category: 'S', rate: 70_000, net: 1000, tax: 70, reasons: [] },
      { category: 'E', rate: 0, net: 300, tax: 0, reasons: ['§ 4 Nr. 21 UStG'] },
    ])
  })
})

describe('the total of any lines', () => {
  it('is their sum less the discount plus the tax of the groups, whether prices are with tax or without', () => {
    fc.assert(
      fc.property(anyPriced(30), (priced) => {
        const totals = totalsOf(priced)
        expect(totals.lines.reduce((sum, amount) => sum + amount, 0)).toBe(totals.sum)
        const left = totals.sum - totals.discount
        expect(priced.prices === 'net' ? totals.net : totals.gross).toBe(left)
        expect(totals.groups.reduce((sum, group) => sum + group.net, 0)).toBe(totals.net)
        expect(totals.groups.reduce((sum, group) => sum + group.tax, 0)).toBe(totals.tax)
        expect(totals.gross).toBe(totals.net + totals.tax)
      }),
    )
  })

  it('is the same by the second, independent path', () => {
    fc.assert(
      fc.property(anyPriced(30), (priced) => {
        const { net, tax, gross } = totalsOf(priced)
        expect({ net: BigInt(net), tax: BigInt(tax), gross: BigInt(gross) }).toEqual(recount(priced))
      }),
      { numRuns: 500 },
    )
  })

  it('mirrors for negative quantities: an invoice and its opposite come to zero', () => {
    fc.assert(
      fc.property(anyPriced(12), (priced) => {
        const opposite = {
          ...priced,
          lines: priced.lines.map((line) => ({ ...line, amount: -line.amount })),
        }
        const both = [totalsOf(priced), totalsOf(opposite)]
        // What a sum of nothing is discounted by has no sign.
        fc.pre(both[0]?.sum !== 0 || priced.discount?.kind !== 'amount')
        for (const part of ['net', 'tax', 'gross', 'discount'] as const)
          expect((both[0]?.[part] ?? 0) + (both[1]?.[part] ?? 0)).toBe(0)
      }),
    )
  })
})

describe('a discount', () => {
  const three = [
    aLine({ id: 'a', price: 10_000 }),
    aLine({ id: 'b', price: 10_000, tax: standard(70_000) }),
    aLine({ id: 'c', price: 3333, discount: { kind: 'share', rate: 100_000 } }),
  ]

  it('of a line is taken off its quantity × price, rounded once', () => {
    const totals = totalsOf(plain(three))
    expect([totals.lines, totals.net]).toEqual([[10_000, 10_000, 3000], 23_000])
    expect(lineAmount(aLine({ price: 3335, discount: { kind: 'share', rate: 100_000 } }))).toBe(3001)
    expect(lineAmount(aLine({ amount: -1, price: 3335, discount: { kind: 'amount', amount: 35 } }))).toBe(
      -3300,
    )
  })

  it('of the whole is shared among the tax groups and adds up to what is printed', () => {
    const off = totalsOf({ prices: 'net', discount: { kind: 'amount', amount: 1000 }, lines: three })
    expect([off.sum, off.discount, off.net]).toEqual([23_000, 1000, 22_000])
    // 13,000 and 10,000 of 23,000: 565 and 435.
    expect(off.groups.map((group) => [group.rate, group.net, group.tax])).toEqual([
      [190_000, 12_435, 2363],
      [70_000, 9565, 670],
    ])
    const share = totalsOf({ prices: 'net', discount: { kind: 'share', rate: 33_330 }, lines: three })
    expect(share.discount).toBe(767)
    expect(share.net).toBe(22_233)
  })
})

describe('prices with tax', () => {
  it('stay as typed: 2.99 at 4 % is 2.88 and 0.11', () => {
    const line = aLine({ price: 299, tax: standard(40_000) })
    expect(totalsOf({ prices: 'gross', discount: null, lines: [line] })).toMatchObject({
      net: 288,
      tax: 11,
      gross: 299,
    })
    expect(lineNet(line, 'gross')).toBe(288)
    expect(lineNet(line, 'net')).toBe(299)
  })
})

describe('amounts in one’s own currency', () => {
  const exchange = { rate: 1_052_340, on: '2026-11-30', source: 'ECB' } as const

  it('are net and tax at the rate, each rounded, with their sum; none where it is the own one or there is no rate', () => {
    const totals = { net: 100_050, tax: 19_010 }
    expect(homeAmounts({ currency: 'CHF', exchange }, totals, 'EUR')).toEqual({
      currency: 'EUR',
      exchange,
      net: 105_287,
      tax: 20_005,
      gross: 125_292,
    })
    expect(homeAmounts({ currency: 'EUR', exchange }, totals, 'EUR')).toBeNull()
    expect(homeAmounts({ currency: 'CHF', exchange: null }, totals, 'EUR')).toBeNull()
  })

  it('move the digits of currencies that have none or three', () => {
    expect(atRate(12_345, { rate: 160_000_000 }, { from: 'EUR', to: 'JPY' })).toBe(19_752)
    expect(atRate(19_752, { rate: 6250 }, { from: 'JPY', to: 'EUR' })).toBe(12_345)
    expect(atRate(10_000, { rate: 404_500 }, { from: 'EUR', to: 'BHD' })).toBe(40_450)
  })

  it('are none where the rate makes them larger than any amount may be', () => {
    const rate = { ...exchange, rate: 1e12 }
    expect(homeAmounts({ currency: 'EUR', exchange: rate }, { net: 1e12, tax: 0 }, 'KWD')).toBeNull()
    expect(atRate(-1e13, rate, { from: 'EUR', to: 'KWD' })).toBeNull()
  })

  it('are the same by the second path', () => {
    fc.assert(
      fc.property(
        anyPriced(10),
        fc.integer({ min: 1, max: 200_000_000 }),
        fc.constantFrom('EUR', 'JPY', 'BHD'),
        fc.constantFrom('USD', 'KRW', 'KWD'),
        (priced, rate, from, to) => {
          const first = homeAmounts({ currency: from, exchange: { ...exchange, rate } }, totalsOf(priced), to)
          fc.pre(first !== null)
          const second = recountHome(
            recount(priced),
            { ...exchange, rate },
            {
              from: minorDigits(from),
              to: minorDigits(to),
            },
          )
          expect([first?.net, first?.tax, first?.gross].map((n) => BigInt(n ?? 0))).toEqual([
            second.net,
            second.tax,
            second.gross,
          ])
        },
      ),
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
