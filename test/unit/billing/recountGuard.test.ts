import { describe, expect, it, vi } from 'vitest'
import { issueFaults } from '../../../shared/billing/issue.ts'
import type { recount, recountHome } from '../../../shared/billing/recount.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { aBillingPlan, aDraft } from './aBillingPlan.ts'

/** What the second path is off by, in minor units: as if one of the two had a mistake. */
const off = vi.hoisted(() => ({ tax: 0n, home: 0n }))

interface Paths {
  readonly recount: typeof recount
  readonly recountHome: typeof recountHome
}

vi.mock('../../../shared/billing/recount.ts', async (original) => {
  const real = await original<Paths>()
  const plus = <F extends { readonly tax: bigint; readonly gross: bigint }>(figures: F, by: bigint) => ({
    ...figures,
    tax: figures.tax + by,
    gross: figures.gross + by,
  })
  return {
    recount: (...given: Parameters<typeof recount>) => plus(real.recount(...given), off.tax),
    recountHome: (...given: Parameters<typeof recountHome>) => plus(real.recountHome(...given), off.home),
  }
})

const faultsOf = (given: Partial<Invoice>, by: Partial<typeof off>) => {
  Object.assign(off, { tax: 0n, home: 0n, ...by })
  return issueFaults(aBillingPlan(), aDraft(given), '2026-11-30')
}

describe('[M1] two paths that do not agree', () => {
  it('keep the invoice from being issued by one cent, and say both figures', () => {
    expect(faultsOf({}, {})).toEqual([])
    expect(faultsOf({}, { tax: 1n })).toEqual([
      { path: ['lines'], code: 'totals-differ', params: { first: '19.00 EUR', second: '19.01 EUR' } },
    ])
  })

  it('do so in the business’s own currency too', () => {
    const exchange = { rate: 1_050_000, on: '2026-11-29', source: 'ECB' }
    expect(faultsOf({ currency: 'CHF', exchange }, { home: -1n })).toEqual([
      { path: ['exchange'], code: 'totals-differ', params: { first: '19.95 EUR', second: '19.94 EUR' } },
    ])
  })
})
