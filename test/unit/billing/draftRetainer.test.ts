import { describe, expect, it } from 'vitest'
import { explain } from '../../../shared/billing/explain.ts'
import type { Rounding, Terms } from '../../../shared/plan/engagement.ts'
import { aBillingPlan, carriedOut, engagedWith, november, plainLines, worked } from './aBillingPlan.ts'

const retainer: Terms = {
  kind: 'retainer',
  period: 'month',
  minutes: 600,
  price: 200_000,
  overageRate: 18_000,
  overage: 'billed',
  rollover: { kind: 'none' },
  resetDay: 1,
}

describe('a draft of a retainer', () => {
  it('bills the fee of the period, with the work it covers', () => {
    const plan = aBillingPlan({ engagements: [engagedWith(retainer)], entries: [worked('2026-11-02', 600)] })
    expect(november(plan).invoice.lines).toMatchObject([
      {
        text: 'Fractional CTO\nRetainer of 10\u00a0h, November 2026',
        unit: 'month',
        amount: 1,
        price: 200_000,
        entryIds: ['e-2026-11-02-600'],
        basis: { kind: 'fee', period: { from: '2026-11-01', to: '2026-11-30' } },
      },
    ])
  })

  it('bills minutes beyond the included hours at the overage rate, and explains them', () => {
    const rounding: Rounding = { mode: 'up', increment: 15, scope: 'entry' }
    const plan = aBillingPlan({
      engagements: [engagedWith(retainer, { rounding })],
      entries: [worked('2026-11-02', 590), worked('2026-11-03', 50)],
    })
    expect(plainLines(plan)).toEqual([
      ['month', 1, 1, 200_000],
      ['hour', 60, 60, 18_000],
    ])
    const overage = november(plan).invoice.lines[1]
    if (overage === undefined) throw new Error('no line')
    expect(explain(plan, overage)).toMatchObject({
      steps: [
        { kind: 'worked', minutes: 640 },
        { kind: 'rounding', minutes: 20 },
        { kind: 'included', minutes: -600 },
      ],
      amount: 18_000,
    })
  })

  it('bills at the end of the engagement the debt that no further period can take', () => {
    const carried: Terms = { ...retainer, overage: 'carried' }
    const plan = aBillingPlan({
      engagements: [engagedWith(carried, { start: '2026-10-01', end: '2026-11-30' })],
      entries: [worked('2026-10-02', 1260), worked('2026-11-02', 60)],
    })
    expect(plainLines(plan)).toEqual([
      ['month', 1, 1, 200_000],
      ['hour', 120, 60, 18_000],
    ])
    const overage = november(plan).invoice.lines[1]
    if (overage === undefined) throw new Error('no line')
    expect(explain(plan, overage).steps).toEqual([
      { kind: 'worked', minutes: 60 },
      { kind: 'debt', minutes: 60 },
    ])
  })

  it('bills the fee once, and of late work only what it adds to the overage', () => {
    const engagements = [engagedWith(retainer)]
    const before = aBillingPlan({ engagements, entries: [worked('2026-11-02', 660)] })
    const drafted = carriedOut(before, { type: 'invoice/draft', invoice: november(before).invoice })
    expect(november(drafted, 'invoice-2').invoice.lines).toEqual([])
    const late = carriedOut(drafted, { type: 'entry/put', entries: [worked('2026-11-20', 30)] })
    expect(november(late, 'invoice-2').invoice.lines).toMatchObject([
      {
        unit: 'hour',
        amount: 30,
        basis: { kind: 'overage', usedMinutes: 690, includedMinutes: 600, billedBefore: 60 },
      },
    ])
    const line = november(late, 'invoice-2').invoice.lines[0]
    if (line === undefined) throw new Error('no line')
    expect(explain(late, line).steps).toEqual([
      { kind: 'worked', minutes: 30 },
      { kind: 'used-before', minutes: 660 },
      { kind: 'included', minutes: -600 },
      { kind: 'billed-before', minutes: -60 },
    ])
  })

  it('leaves late work within the included hours to the fee that was billed', () => {
    const engagements = [engagedWith(retainer)]
    const before = aBillingPlan({ engagements, entries: [worked('2026-11-02', 60)] })
    const drafted = carriedOut(
      before,
      { type: 'invoice/draft', invoice: november(before).invoice },
      { type: 'entry/put', entries: [worked('2026-11-20', 30)] },
    )
    expect(november(drafted, 'invoice-2')).toMatchObject({
      invoice: { lines: [] },
      leftOut: [
        { code: 'other-draft', minutes: 60 },
        { code: 'retainer-included', minutes: 30 },
      ],
    })
  })

  it('waits for the end of a period that goes on after the draft’s last day', () => {
    const plan = aBillingPlan({
      engagements: [engagedWith({ ...retainer, resetDay: 15 }, { start: '2026-11-15' })],
      entries: [worked('2026-11-20', 60)],
    })
    expect(november(plan)).toMatchObject({
      invoice: { lines: [] },
      leftOut: [{ code: 'retainer-running', minutes: 60, day: '2026-12-14' }],
    })
  })

  it('bills every week that ends in the month where the period is the week', () => {
    const weekly = { ...retainer, period: 'week' } as const
    const plan = aBillingPlan({ engagements: [engagedWith(weekly, { start: '2026-11-02' })] })
    expect(plainLines(plan)).toEqual(Array(4).fill(['week', 1, 1, 200_000]))
  })

  it('asks no fee of an engagement that is paused, unless work was done', () => {
    const paused = engagedWith(retainer, { status: 'paused' })
    expect(plainLines(aBillingPlan({ engagements: [paused] }))).toEqual([])
    expect(
      plainLines(aBillingPlan({ engagements: [paused], entries: [worked('2026-11-02', 60)] })),
    ).toHaveLength(1)
  })
})
