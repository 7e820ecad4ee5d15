import { describe, expect, it } from 'vitest'
import { auditSeries, isSound } from '../../../../shared/billing/after/series.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aBillingPlan, aDraft, carriedOut } from '../aBillingPlan.ts'
import { credited, issuedIn } from './aftermath.ts'

/** Five invoices of one series, of days that go up. */
function fiveIssued(plan: Plan = aBillingPlan()): Plan {
  return [1, 2, 3, 4, 5].reduce(
    (before, n) =>
      carriedOut(
        before,
        { type: 'invoice/draft', invoice: aDraft({ id: `invoice-${n}` }) },
        { type: 'invoice/issue', id: `invoice-${n}`, on: `2026-12-0${n}` },
      ),
    plan,
  )
}

/** The plan as no command makes it: what was issued of one invoice changed, or the invoice gone. */
function damaged(plan: Plan, id: string, change: { number?: string; on?: string } | null): Plan {
  const invoice = issuedIn(plan, id)
  const year = plan.years['2026']
  if (year === undefined) throw new Error('no year')
  const { [id]: _, ...others } = year.invoices
  const kept = change === null ? {} : { [id]: { ...invoice, issued: { ...invoice.issued, ...change } } }
  return { ...plan, years: { ...plan.years, '2026': { ...year, invoices: { ...others, ...kept } } } }
}

const audit = (plan: Plan) => {
  const [first] = auditSeries(plan)
  if (first === undefined) throw new Error('no series')
  return first
}

describe('the audit of the series', () => {
  it('finds nothing wrong with what commands make', () => {
    const found = audit(fiveIssued())
    expect(found).toMatchObject({
      series: '2026-{#}',
      first: { number: '2026-001' },
      last: { number: '2026-005', on: '2026-12-05' },
      count: 5,
    })
    expect(isSound(found)).toBe(true)
  })

  it('finds a gap, named by the numbers that are missing', () => {
    const plan = damaged(damaged(fiveIssued(), 'invoice-2', null), 'invoice-3', null)
    expect(audit(plan).gaps).toEqual([{ from: '2026-002', to: '2026-003', count: 2 }])
  })

  it('finds that the last invoice is missing, since the counter has given its number', () => {
    const plan = damaged(fiveIssued(), 'invoice-5', null)
    expect(audit(plan).gaps).toEqual([{ from: '2026-005', to: '2026-005', count: 1 }])
  })

  it('finds a number that was given twice, with the gap that it leaves', () => {
    const found = audit(damaged(fiveIssued(), 'invoice-4', { number: '2026-002' }))
    expect(found.duplicates).toEqual([{ number: '2026-002', ids: ['invoice-2', 'invoice-4'] }])
    expect(found.gaps).toEqual([{ from: '2026-004', to: '2026-004', count: 1 }])
    expect(isSound(found)).toBe(false)
  })

  it('finds dates out of order', () => {
    const found = audit(damaged(fiveIssued(), 'invoice-3', { on: '2026-12-01' }))
    expect(found.outOfOrder.map(({ number }) => number)).toEqual(['2026-003'])
    expect(isSound(found)).toBe(false)
  })

  it('keeps series apart: years, credit notes with their own, and numbers of a pattern of before', () => {
    const first = fiveIssued()
    const next = carriedOut(
      first,
      { type: 'business/change', change: {}, pattern: 'R{#####}/A', creditPattern: 'CN {##}-{YYYY}' },
      { type: 'invoice/draft', invoice: aDraft({ id: 'invoice-6' }) },
      { type: 'invoice/issue', id: 'invoice-6', on: '2026-12-06' },
      { type: 'invoice/draft', invoice: aDraft({ id: 'invoice-7' }) },
      { type: 'invoice/issue', id: 'invoice-7', on: '2027-01-03' },
    )
    const plan = credited(next, { of: 'invoice-6', on: '2027-01-04' })
    const found = auditSeries(plan)
    expect(found.map(({ series, count, first: a, last: b }) => [series, count, a.number, b.number])).toEqual([
      ['CN {#}-2027', 1, 'CN 01-2027', 'CN 01-2027'],
      ['R{#}/A', 2, 'R00001/A', 'R00002/A'],
      ['2026-{#}', 5, '2026-001', '2026-005'],
    ])
    expect(found.every(isSound)).toBe(true)
  })

  it('says nothing where nothing was issued', () => {
    expect(auditSeries(aBillingPlan())).toEqual([])
  })
})
