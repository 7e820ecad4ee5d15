import { describe, expect, it } from 'vitest'
import type { ExportRange } from '../../../../shared/exchange/csv/exportRange.ts'
import { timeColumns, timeRows } from '../../../../shared/exchange/csv/timeCsv.ts'
import { writeCsv } from '../../../../shared/exchange/csv/writeCsv.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aClient, aDeliverable, anEngagement, anEntry } from '../../../support/builders.ts'
import { aBillingPlan, aPayingClient, carriedOut, november } from '../../billing/aBillingPlan.ts'
import { readBack } from './readBack.ts'

const NOVEMBER: ExportRange = { clientId: null, from: '2026-11-01', to: '2026-11-30' }

/** The written cells of some columns, row by row. */
function written(plan: Plan, columns: readonly (typeof timeColumns)[number][], range = NOVEMBER) {
  const [, ...rows] = readBack(writeCsv(timeRows(plan, range), 'plain'))
  return rows.map((row) => columns.map((column) => row[timeColumns.indexOf(column)]))
}

describe('exported time', () => {
  it('is one row an entry: what, when, how long, for how much', () => {
    const plan = aBillingPlan({
      engagements: [anEngagement({ rounding: { mode: 'up', increment: 15, scope: 'entry' } })],
      deliverables: [aDeliverable()],
      entries: [
        anEntry({ minutes: 100, note: '=HYPERLINK("x")', deliverableId: 'milestone-2' }),
        anEntry({ id: 'e-2', day: '2026-11-24', start: null, minutes: 20, note: 'Mail, calls' }),
      ],
    })
    expect(writeCsv(timeRows(plan, NOVEMBER), 'plain').split('\r\n')).toEqual([
      'date,local_start,local_end,zone,client,project,task,description,tags,billable,minutes,hours,rounded_minutes,rounded_hours,rate,amount,currency,invoice,worked_on,start,end,user_name,user_email,id',
      `2026-11-23,09:00,10:40,Europe/Berlin,Northwind,Fractional CTO,Milestone 2,"'=HYPERLINK(""x"")",,true,100,1.6667,105,1.75,120.00,210.00,EUR,,,2026-11-23T08:00:00Z,2026-11-23T09:40:00Z,Ada Berger,ada@example.org,entry-1`,
      '2026-11-24,,,Europe/Berlin,Northwind,Fractional CTO,,"Mail, calls",,true,20,0.3333,30,0.5,120.00,60.00,EUR,,,,,Ada Berger,ada@example.org,e-2',
      '',
    ])
  })

  it('rounds by the day where the engagement does, and the shares add up', () => {
    const plan = aBillingPlan({
      engagements: [anEngagement({ rounding: { mode: 'up', increment: 30, scope: 'day' } })],
      entries: [anEntry({ id: 'a', start: null, minutes: 5 }), anEntry({ id: 'b', start: null, minutes: 5 })],
    })
    expect(written(plan, ['minutes', 'rounded_minutes', 'amount'])).toEqual([
      ['5', '15', '30.00'],
      ['5', '15', '30.00'],
    ])
  })

  it('shares a day rate’s half days, and has no price for a retainer, a fixed price and own business', () => {
    const plan = aBillingPlan({
      engagements: [
        anEngagement({
          id: 'day',
          pays: { kind: 'daily', rate: 100_000, minutesPerDay: 480, halfDays: true },
        }),
        anEngagement({ id: 'fix', pays: { kind: 'fixed', price: 1_000_000, instalments: [] } }),
      ],
      entries: [
        anEntry({ id: 'a', engagementId: 'day', start: null, minutes: 20 }),
        anEntry({ id: 'b', engagementId: 'day', start: null, minutes: 60 }),
        anEntry({ id: 'c', engagementId: 'fix', start: null, minutes: 60 }),
        anEntry({ id: 'd', engagementId: 'day', start: null, minutes: 60, billable: false }),
        anEntry({ id: 'e', engagementId: null, start: null, minutes: 60, billable: false }),
      ],
    })
    expect(written(plan, ['client', 'billable', 'rounded_minutes', 'rate', 'amount', 'currency'])).toEqual([
      ['Northwind', 'true', '20', '1000.00', '125.00', 'EUR'],
      ['Northwind', 'true', '60', '1000.00', '375.00', 'EUR'],
      ['Northwind', 'true', '60', '', '', ''],
      ['Northwind', 'false', '', '', '', ''],
      ['', 'false', '', '', '', ''],
    ])
  })

  it('adds up to the line that the invoice has', () => {
    const minutes = [7, 8, 9, 10, 11, 13, 17, 20]
    const plan = aBillingPlan({
      engagements: [
        anEngagement({
          pays: { kind: 'hourly', rate: 12_345 },
          rounding: { mode: 'nearest', increment: 6, scope: 'invoice' },
        }),
      ],
      entries: minutes.map((m, i) => anEntry({ id: `e-${i}`, start: null, minutes: m })),
    })
    const cents = written(plan, ['amount']).map(([amount]) => Number(amount?.replace('.', '')))
    const rounded = written(plan, ['rounded_minutes']).map(([m]) => Number(m))
    const [line] = november(plan).invoice.lines
    const sum = (all: number[]) => all.reduce((a, b) => a + b, 0)
    expect([sum(rounded), sum(cents)]).toEqual([line?.amount, Math.round((96 * 12_345) / 60)])
  })

  it('names the invoice once it is issued, and the day that late time belongs to', () => {
    const plan = aBillingPlan({
      entries: [anEntry({ start: null, lateFor: '2026-10-30' })],
    })
    const issued = carriedOut(
      plan,
      { type: 'invoice/draft', invoice: november(plan).invoice as never },
      { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' },
    )
    expect(written(issued, ['date', 'worked_on', 'invoice'])).toEqual([
      ['2026-11-23', '2026-10-30', '2026-001'],
    ])
  })

  it('takes the client and the days that were asked for, and nothing that did not happen', () => {
    const session = { sessionId: 'session-1', original: null }
    const plan = aBillingPlan({
      clients: [aPayingClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
      engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
      entries: [
        anEntry({ id: 'before', day: '2026-10-31', start: null }),
        anEntry({ id: 'first', day: '2026-11-01', start: null, note: 'first' }),
        anEntry({ id: 'lumens', engagementId: 'lumen-1', note: 'lumens' }),
        anEntry({ id: 'unworked', minutes: 0, billable: false, session }),
        anEntry({ id: 'last', day: '2026-11-30', start: null, note: 'last' }),
        anEntry({ id: 'after', day: '2026-12-01', start: null }),
      ],
    })
    const notes = (clientId: string | null) =>
      written(plan, ['description'], { ...NOVEMBER, clientId }).map(([note]) => note)
    expect([notes(null), notes('northwind'), notes('lumen')]).toEqual([
      ['first', 'lumens', 'last'],
      ['first', 'last'],
      ['lumens'],
    ])
  })
})
