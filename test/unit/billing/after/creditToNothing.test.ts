import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftToCredit } from '../../../../shared/billing/after/credit.ts'
import { quantitiesLeft } from '../../../../shared/billing/after/creditDraft.ts'
import { linksOf } from '../../../../shared/billing/after/links.ts'
import { lineBase, totalsOf } from '../../../../shared/billing/totals.ts'
import { execute } from '../../../../shared/commands/execute.ts'
import type { Invoice, InvoiceLine } from '../../../../shared/plan/invoice.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aLine } from '../aBillingPlan.ts'
import { aCreditNote, anIssuedPlan, credited, issuedIn, quantity, rate } from './aftermath.ts'

/** Lines of any prices, quantities and rates, some of them below nothing. */
const anyLines = fc
  .array(
    fc.record({
      amount: fc.integer({ min: 1, max: 4000 }),
      price: fc.integer({ min: 0, max: 1_000_000 }),
      per: fc.constantFrom(1, 10, 100),
      rate: fc.constantFrom(190_000, 70_000, 81_000),
      below: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map(
      ({ amount, price, per, rate: of, below }, i): InvoiceLine =>
        aLine({
          id: `line-${i}`,
          amount: below && i > 0 ? -Math.ceil(amount / 50) : amount,
          price,
          per,
          tax: rate(of),
        }),
    ),
  )

/** The same with prices of either kind, a discount on the whole, and a rate of exchange. */
const anyInvoice = fc
  .record({
    lines: anyLines,
    prices: fc.constantFrom('net' as const, 'gross' as const),
    discount: fc.constantFrom(
      null,
      { kind: 'share', rate: 33_333 } as const,
      { kind: 'amount', amount: 7 } as const,
    ),
    rate: fc.option(fc.integer({ min: 300_000, max: 1_700_000 })),
  })
  .map(
    ({ rate: exchange, ...given }): Partial<Invoice> => ({
      ...given,
      currency: exchange === null ? 'EUR' : 'CHF',
      exchange: exchange === null ? null : { rate: exchange, on: '2026-11-30', source: 'ECB' },
    }),
  )

function isIssuable(given: Partial<Invoice>): Plan | null {
  try {
    const plan = anIssuedPlan(given)
    const { issued } = issuedIn(plan)
    return issued.gross > 0 && leftToCredit(plan, issuedIn(plan)).groups.every(({ net }) => net >= 0)
      ? plan
      : null
  } catch {
    return null
  }
}

function leftNothing(plan: Plan): void {
  const invoice = issuedIn(plan)
  const left = leftToCredit(plan, invoice)
  expect([left.net, left.tax, left.gross]).toEqual([0, 0, 0])
  expect(left.groups.map(({ net, tax }) => [net, tax])).toEqual(left.groups.map(() => [0, 0]))
  expect(left.home === null ? [] : Object.values(left.home)).toEqual(left.home === null ? [] : [0, 0, 0])
  const notes = linksOf(plan).credits.get('invoice-1') ?? []
  for (const name of ['net', 'tax', 'gross'] as const)
    expect(notes.reduce((rest, { issued }) => rest - issued[name], invoice.issued[name])).toBe(0)
}

describe('[M5] an invoice and its credit notes', () => {
  it('come to nothing where one takes the whole: net, tax of each rate and gross', () => {
    fc.assert(
      fc.property(anyInvoice, (given) => {
        const plan = isIssuable(given)
        fc.pre(plan !== null)
        if (plan !== null) leftNothing(credited(plan))
      }),
      { numRuns: 60 },
    )
  })

  it('come to nothing where several parts are the whole, and no part takes more than is left', () => {
    fc.assert(
      fc.property(
        anyInvoice,
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 }),
        (given, shares) => {
          let plan = isIssuable(given)
          fc.pre(plan !== null)
          if (plan === null) return
          for (const [i, share] of shares.entries()) {
            const left = leftToCredit(plan, issuedIn(plan))
            const group = left.groups.find(({ net }) => net > 1)
            if (group === undefined || left.gross <= 0) break
            const amount = Math.max(1, Math.floor((group.net * share) / 100))
            const tax = { category: group.category, rate: group.rate, reason: '' }
            const before: Plan = plan
            try {
              plan = credited(before, {
                id: `part-${i}`,
                choice: { kind: 'amount', amount, tax, text: 'Part' },
              })
            } catch (error) {
              expect(String(error)).toMatch(/credit-nothing/)
            }
            const rest = leftToCredit(plan, issuedIn(plan))
            for (const { net, tax: ofTax } of rest.groups)
              expect(Math.min(net, ofTax)).toBeGreaterThanOrEqual(0)
          }
          if (leftToCredit(plan, issuedIn(plan)).gross > 0) leftNothing(credited(plan, { id: 'last' }))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('share an amount off a line among its parts: 2.33, 4.67 and 7 cents are 2, 3 and 2', () => {
    const line = aLine({ amount: 3, price: 3333, discount: { kind: 'amount', amount: 7 } })
    let plan = anIssuedPlan({ lines: [line] })
    const one = { kind: 'lines', amounts: quantity('line-1', 1) } as const
    for (const id of ['a', 'b', 'c']) plan = credited(plan, { id, choice: one })
    const [a, b, c] = ['a', 'b', 'c'].map((id) => issuedIn(plan, id))
    expect([a, b].map((note) => note?.lines[0]?.discount)).toEqual([
      { kind: 'amount', amount: 2 },
      { kind: 'amount', amount: 3 },
    ])
    expect([a, b, c].map((note) => note?.issued.net)).toEqual([3331, 3330, 3331])
    leftNothing(plan)
  })

  it('come to nothing where parts of lines are credited, whatever was taken off them or the whole', () => {
    const part = fc.record({ line: fc.nat({ max: 5 }), share: fc.integer({ min: 1, max: 100 }) })
    const off = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(
        anyInvoice,
        off,
        fc.array(part, { minLength: 1, maxLength: 6 }),
        (given, percentages, parts) => {
          const lines = (given.lines ?? []).map((line, i): InvoiceLine => {
            const percentage = percentages[i] ?? null
            const amount = Math.floor((Math.abs(lineBase(line)) * (percentage ?? 0)) / 100)
            return { ...line, discount: percentage === null ? null : { kind: 'amount', amount } }
          })
          let plan = isIssuable({ ...given, lines })
          fc.pre(plan !== null)
          if (plan === null) return
          for (const [i, { line, share }] of parts.entries()) {
            const left = [...quantitiesLeft(plan, issuedIn(plan))].filter(([, amount]) => amount !== 0)
            const [id, amount] = left[line % Math.max(1, left.length)] ?? ['', 0]
            const of = Math.sign(amount) * Math.ceil((Math.abs(amount) * share) / 100)
            const note = aCreditNote(plan, {
              id: `part-${i}`,
              choice: { kind: 'lines', amounts: quantity(id, of) },
            })
            const before = leftToCredit(plan, issuedIn(plan))
            const drafted = execute(plan, { type: 'invoice/draft', invoice: note })
            if (!drafted.ok) continue
            const done = execute(drafted.plan, { type: 'invoice/issue', id: note.id, on: '2026-12-01' })
            if (!done.ok) continue
            plan = done.plan
            const after = leftToCredit(plan, issuedIn(plan))
            expect(after.gross + issuedIn(plan, note.id).issued.gross).toBe(before.gross)
            expect(after.gross).toBeGreaterThanOrEqual(0)
          }
          if (leftToCredit(plan, issuedIn(plan)).gross > 0) leftNothing(credited(plan, { id: 'last' }))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are never refused where parts of one discounted line are credited, one after the other', () => {
    const lineOf = fc.record({
      amount: fc.integer({ min: 2, max: 40 }),
      price: fc.integer({ min: 1, max: 100_000 }),
      off: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(lineOf, ({ amount, price, off }) => {
        const line = aLine({ amount, price })
        const discount = { kind: 'amount', amount: Math.floor((lineBase(line) * off) / 100) } as const
        let plan = anIssuedPlan({ lines: [{ ...line, discount }, aLine({ id: 'other', price: 500 })] })
        let taken = 0
        for (let i = 1; i < amount && i < 6; i += 1) {
          const note = aCreditNote(plan, {
            id: `n${i}`,
            choice: { kind: 'lines', amounts: quantity('line-1', 1) },
          })
          const net = totalsOf(note).net
          taken += net
          const exact = ((lineBase(line) - discount.amount) * i) / amount
          expect(Math.abs(taken - exact)).toBeLessThanOrEqual(0.5)
          if (net > 0)
            plan = credited(plan, { id: note.id, choice: { kind: 'lines', amounts: quantity('line-1', 1) } })
          else break
        }
        leftNothing(credited(plan, { id: 'last' }))
      }),
      { numRuns: 50 },
    )
  })

  it('give back three thirds of a tax that does not divide: 6.33, 6.33 and 6.34', () => {
    const lines = ['a', 'b', 'c'].map((id) => aLine({ id, price: 3333 }))
    let plan = anIssuedPlan({ lines })
    for (const id of ['a', 'b', 'c'])
      plan = credited(plan, { id: `of-${id}`, choice: { kind: 'lines', amounts: quantity(id, 1) } })
    expect(['of-a', 'of-b', 'of-c'].map((id) => issuedIn(plan, id).issued.tax)).toEqual([633, 633, 634])
    expect(issuedIn(plan, 'of-c').issued.taxRests).toEqual([{ category: 'S', rate: 190_000, tax: 1 }])
    expect(totalsOf(issuedIn(plan, 'of-c'))).toMatchObject({ tax: 634, gross: 3967 })
    leftNothing(plan)
  })
})
