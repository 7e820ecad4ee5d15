import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invoiceDocument } from '../../../shared/billing/document.ts'
import type { ReportTable } from '../../../shared/documents/report.ts'
import type { Engagement } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { anEngagement } from '../../support/builders.ts'
import { aBillingPlan, aPayingClient, november, worked } from '../billing/aBillingPlan.ts'

const hourly = (rounding: Engagement['rounding']) => anEngagement({ rounding })

const annexOf = (plan: Plan, language: 'en' | 'fr' = 'en') => {
  const { invoice } = november(plan)
  return invoiceDocument(plan, { ...invoice, annex: true, language }, '2026-11-30').annex
}

const tablesOf = (plan: Plan) =>
  (annexOf(plan)?.parts ?? []).filter((part): part is ReportTable => part.kind === 'table')

const minutesOf = (text: string) => {
  const [, sign, hours, minutes] = /^(−?)(\d+):(\d\d)$/.exec(text) ?? []
  return hours === undefined ? 0 : (sign === '−' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

const quarter = { mode: 'up', increment: 15, scope: 'entry' } as const

describe('the time behind an invoice', () => {
  it('stands after it only where it is wanted', () => {
    const plan = aBillingPlan({ engagements: [hourly(quarter)], entries: [worked('2026-11-02', 50)] })
    const { invoice } = november(plan)
    expect(invoiceDocument(plan, invoice, '2026-11-30').annex).toBeNull()
    const nothing = {
      ...invoice,
      annex: true,
      lines: invoice.lines.map((line) => ({ ...line, entryIds: [] })),
    }
    expect(invoiceDocument(plan, nothing, '2026-11-30').annex).toBeNull()
  })

  it('tells each entry as worked and as billed, by day, and the rule', () => {
    const plan = aBillingPlan({
      engagements: [hourly(quarter)],
      entries: [worked('2026-11-03', 20, { note: 'Review' }), worked('2026-11-02', 50, { note: 'Call' })],
    })
    const report = annexOf(plan)
    const [table, rule] = report?.parts ?? []
    expect(table).toMatchObject({
      rows: [
        { kind: 'plain', cells: ['2 Nov 2026', 'Call', '0:50', '1:00'] },
        { kind: 'plain', cells: ['3 Nov 2026', 'Review', '0:20', '0:30'] },
        { kind: 'sum', cells: ['', 'As billed', '1:10', '1:30'] },
      ],
    })
    expect(rule).toMatchObject({ kind: 'text', text: 'Rounded up to 15 min per entry.' })
  })

  it('is written in the invoice’s language', () => {
    const plan = aBillingPlan({
      clients: [aPayingClient({ language: 'fr' })],
      engagements: [hourly(quarter)],
      entries: [worked('2026-11-02', 50)],
    })
    expect(annexOf(plan, 'fr')?.heading).toBe('Temps de cette facture')
  })

  it('adds up to each line, whatever the rounding: what is told and the steps are the quantity', () => {
    const rounding = fc.record({
      mode: fc.constantFrom('none', 'up', 'nearest', 'down'),
      increment: fc.constantFrom(5, 6, 10, 15, 30),
      scope: fc.constantFrom('entry', 'day', 'invoice'),
    })
    const entries = fc.array(
      fc.record({ day: fc.integer({ min: 1, max: 28 }), minutes: fc.integer({ min: 1, max: 600 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(rounding, entries, (rule, times) => {
        const plan = aBillingPlan({
          engagements: [hourly(rule as Engagement['rounding'])],
          entries: times.map(({ day, minutes }, i) =>
            worked(`2026-11-${String(day).padStart(2, '0')}`, minutes, { id: `e${i}` }),
          ),
        })
        const lines = november(plan).invoice.lines
        for (const [i, table] of tablesOf(plan).entries()) {
          const sum = table.rows.at(-1)?.cells ?? []
          const told = table.rows.slice(0, -1)
          const total = (column: number) =>
            told.reduce((minutes, { cells }) => minutes + minutesOf(cells[column] ?? ''), 0)
          expect(total(3)).toBe(lines[i]?.amount)
          expect([minutesOf(sum[2] ?? ''), minutesOf(sum[3] ?? '')]).toEqual([total(2), lines[i]?.amount])
        }
      }),
      { numRuns: 60 },
    )
  })
})
