import { describe, expect, it } from 'vitest'
import { nextLetter, proposedLetter } from '../../../shared/billing/after/letters.ts'
import { booksRefusal } from '../../../shared/billing/standing.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import { Invoice } from '../../../shared/plan/invoice.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aBillingPlan, aDraft, carriedOut } from '../billing/aBillingPlan.ts'
import { anIssuedPlan, corrected, credited, issuedIn, paid, refusedWith } from '../billing/after/aftermath.ts'

const id = 'invoice-1'
const letter = (plan: Plan, on = '2026-12-20', level: 1 | 2 | 3 = 1) =>
  proposedLetter(plan, issuedIn(plan), { id: `letter-${level}`, on, level })

describe('what becomes of an issued invoice', () => {
  const commands = (): Command[] => [
    { type: 'invoice/sent', id, sent: { on: '2026-12-01', how: 'E-mail' } },
    { type: 'invoice/payment', id, payment: { id: 'p', on: '2026-12-10', amount: 500, note: '' } },
    { type: 'invoice/write-off', id, writtenOff: { on: '2026-12-20', note: '' } },
    { type: 'invoice/letter', id, letter: letter(anIssuedPlan()) },
  ]

  it('changes nothing of what was frozen, can be taken back, and the books stand', () => {
    for (const command of commands()) {
      const plan = anIssuedPlan()
      const done = execute(plan, command)
      if (!done.ok) throw new Error(`${command.type}: ${done.refusal.code}`)
      expect(issuedIn(done.plan).issued).toBe(issuedIn(plan).issued)
      expect(issuedIn(done.plan).lines).toBe(issuedIn(plan).lines)
      expect([done.undoable, done.subject]).toEqual([true, '2026-001'])
      expect(Invoice.safeParse(issuedIn(done.plan)).success).toBe(true)
      expect(booksRefusal(done.plan, plan)).toBeNull()
    }
  })

  it('is nothing for a draft, or an invoice that is gone', () => {
    const plan = carriedOut(aBillingPlan(), { type: 'invoice/draft', invoice: aDraft() })
    for (const command of commands()) {
      expect(refusedWith(plan, command)).toBe('invoice-not-issued')
      expect(refusedWith(aBillingPlan(), command)).toBe('invoice-gone')
    }
  })

  it('is a payment neither for a credit note nor for what was replaced', () => {
    const payment = { id: 'p', on: '2026-12-10', amount: 500, note: '' }
    const noted = credited(anIssuedPlan())
    expect(refusedWith(noted, { type: 'invoice/payment', id: 'credit-1', payment })).toBe('credit-not-paid')
    const replaced = corrected(anIssuedPlan())
    expect(refusedWith(replaced, { type: 'invoice/payment', id, payment })).toBe('replaced-not-paid')
  })
})

describe('a payment', () => {
  const first = { id: 'p', on: '2026-12-10', amount: 500, note: '' }

  it('is put right in its place, and taken out', () => {
    const plan = carriedOut(
      paid(anIssuedPlan(), 100),
      { type: 'invoice/payment', id, payment: first },
      { type: 'invoice/payment', id, payment: { ...first, amount: 700, note: 'Bank' } },
    )
    expect(issuedIn(plan).payments.map(({ amount }) => amount)).toEqual([100, 700])
    const without = carriedOut(plan, { type: 'invoice/payment-remove', id, paymentId: 'p' })
    expect(issuedIn(without).payments.map(({ amount }) => amount)).toEqual([100])
    expect(refusedWith(without, { type: 'invoice/payment-remove', id, paymentId: 'p' })).toBe('payment-gone')
  })

  it('of nothing is refused', () => {
    const payment = { ...first, amount: 0 }
    expect(refusedWith(anIssuedPlan(), { type: 'invoice/payment', id, payment })).toBe('payment-zero')
  })
})

describe('a reminder', () => {
  it('is proposed from the day after the due date on, one level after the other', () => {
    const plan = anIssuedPlan()
    expect(nextLetter(plan, issuedIn(plan), '2026-12-20')).toEqual({ level: 1, from: '2026-12-15' })
    const once = carriedOut(plan, { type: 'invoice/letter', id, letter: letter(plan) })
    expect(issuedIn(once).letters).toEqual([
      { id: 'letter-1', level: 1, on: '2026-12-20', payBy: '2026-12-27', open: 11_900, fee: 0 },
    ])
    expect(nextLetter(once, issuedIn(once), '2026-12-20')).toEqual({ level: 2, from: '2026-12-28' })
    const last = carriedOut(
      once,
      { type: 'invoice/letter', id, letter: letter(once, '2026-12-28', 2) },
      { type: 'invoice/letter', id, letter: letter(once, '2027-01-06', 3) },
    )
    expect(nextLetter(last, issuedIn(last), '2027-02-01')).toEqual({ level: 3, from: '2027-01-17' })
    expect(nextLetter(paid(last, 11_900), issuedIn(paid(last, 11_900)), '2027-02-01')).toBeNull()
  })

  it.each([
    ['letter-not-overdue', { on: '2026-12-14', payBy: '2026-12-20' }],
    ['letter-amount', { open: 1 }],
    ['letter-pay-by', { payBy: '2026-12-20' }],
  ] as const)('is refused with %s', (code, change) => {
    const plan = anIssuedPlan()
    expect(refusedWith(plan, { type: 'invoice/letter', id, letter: { ...letter(plan), ...change } })).toBe(
      code,
    )
  })

  it('is forgotten again', () => {
    const plan = anIssuedPlan()
    const once = carriedOut(plan, { type: 'invoice/letter', id, letter: letter(plan) })
    const without = carriedOut(once, { type: 'invoice/letter-remove', id, letterId: 'letter-1' })
    expect(issuedIn(without).letters).toEqual([])
    expect(refusedWith(without, { type: 'invoice/letter-remove', id, letterId: 'letter-1' })).toBe(
      'letter-gone',
    )
  })
})
