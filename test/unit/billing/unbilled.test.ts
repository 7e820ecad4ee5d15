import { describe, expect, it } from 'vitest'
import { unbilledBy, unbilledOf } from '../../../shared/billing/unbilled.ts'
import { emptyYear, type Plan } from '../../../shared/plan/plan.ts'
import { anEngagement, anEntry, anExpense } from '../../support/builders.ts'
import { aBillingPlan, aDraft, aLine } from './aBillingPlan.ts'

const TODAY = '2026-11-30'

/** The plan with a draft that bills some entries. */
function billing(plan: Plan, entryIds: readonly string[]): Plan {
  const draft = aDraft({ lines: [aLine({ entryIds })] })
  const year = plan.years['2026']
  if (year === undefined) throw new Error('no year')
  return { ...plan, years: { ...plan.years, 2026: { ...year, invoices: { [draft.id]: draft } } } }
}

describe('what is not billed', () => {
  const entries = [
    anEntry({ id: 'a', day: '2024-02-01', start: null, minutes: 30 }),
    anEntry({ id: 'b', minutes: 60 }),
    anEntry({ id: 'free', minutes: 600, billable: false }),
    anEntry({ id: 'later', day: '2026-12-01', start: null, minutes: 45 }),
  ]

  it('is all billable work up to the day, however old, at its rate', () => {
    // 90 minutes at €120.
    expect(unbilledOf(aBillingPlan({ entries }), 'northwind', TODAY)).toEqual({ minutes: 90, amount: 18_000 })
  })

  it('is what was spent for a client without any engagement, and nothing where nothing was spent', () => {
    const plan = aBillingPlan({ engagements: [] })
    const spent = anExpense({ clientId: 'northwind', engagementId: null, amount: 11_900, taxRate: 190_000 })
    const year = { ...emptyYear, expenses: { [spent.id]: spent } }
    const after = unbilledOf({ ...plan, years: { 2026: year } }, 'northwind', TODAY)
    expect([unbilledOf(plan, 'northwind', TODAY), after]).toEqual([
      { minutes: 0, amount: 0 },
      { minutes: 0, amount: 10_000 },
    ])
  })

  it('leaves out what is on an invoice, drafts counted', () => {
    const plan = billing(aBillingPlan({ entries }), ['a'])
    expect(unbilledOf(plan, 'northwind', TODAY)).toEqual({ minutes: 60, amount: 12_000 })
  })

  it('has the hours of a running retainer, and the fees of periods that are over', () => {
    const pays = {
      kind: 'retainer',
      period: 'month',
      minutes: 600,
      price: 100_000,
      overageRate: 12_000,
      overage: 'billed',
      rollover: { kind: 'none' },
      resetDay: 1,
    } as const
    const plan = aBillingPlan({
      engagements: [anEngagement({ pays, start: '2026-09-01' })],
      entries: [
        anEntry({ id: 'september', day: '2026-09-10', start: null, minutes: 660 }),
        anEntry({ id: 'november', minutes: 90 }),
      ],
    })
    // September with an hour beyond, and October; November runs until today, which is its last day.
    expect(unbilledOf(plan, 'northwind', '2026-11-29')).toEqual({ minutes: 750, amount: 212_000 })
  })

  it('has no work of a prospect', () => {
    const plan = aBillingPlan({ engagements: [anEngagement({ status: 'prospect' })], entries })
    expect(unbilledOf(plan, 'northwind', TODAY)).toEqual({ minutes: 0, amount: 0 })
  })

  it('is nothing for a client that is gone', () => {
    expect(unbilledBy(aBillingPlan({ entries }), TODAY)('gone')).toEqual({ minutes: 0, amount: 0 })
  })
})
