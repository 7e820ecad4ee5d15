import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Report, rowTexts } from '../../../shared/documents/report.ts'
import { timesheetReport } from '../../../shared/documents/timesheetReport.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { clientSheet } from '../../../shared/timesheet/clientSheet.ts'
import { anEngagement, anEntry, type PlanParts } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { aBillingPlan, aPayingClient } from '../billing/aBillingPlan.ts'

function reportOf(parts: PlanParts, unbilled = false, areas: Plan['practice']['areas'] = {}): Report {
  const empty = aBillingPlan(parts)
  const plan = { ...empty, practice: { ...empty.practice, areas } }
  const sheet = clientSheet(plan, { clientId: 'northwind', from: '2026-11-01', to: '2026-11-30', unbilled })
  if (sheet === null) throw new Error('no sheet')
  return timesheetReport(plan, sheet, '2026-12-01')
}

const cellsOf = ({ parts }: Report, index: number) => {
  const part = parts[index]
  return part?.kind === 'table' ? part.rows.map(({ kind, cells }) => [kind, ...cells]) : []
}

const parts: PlanParts = {
  engagements: [anEngagement({ rounding: { mode: 'up', increment: 15, scope: 'day' } })],
  entries: [
    anEntry({ id: 'a', minutes: 50 }),
    anEntry({
      id: 'b',
      start: '2026-11-23T16:00',
      zone: 'America/New_York',
      minutes: 20,
      note: 'Board call',
    }),
    anEntry({ id: 'c', day: '2026-11-24', start: null, minutes: 30, note: '', lateFor: '2026-10-30' }),
    anEntry({ id: 'd', day: '2026-11-24', start: null, minutes: 15, note: 'Training', billable: false }),
  ],
}

describe('the timesheet on paper', () => {
  it('lists entries by day with worked and billable time, and what they come to', () => {
    const report = reportOf(parts, true)
    expect(report.facts).toEqual([
      { label: 'Client', value: 'Northwind' },
      { label: 'Consultant', value: 'Ada Berger' },
      { label: 'Period', value: '1 – 30 Nov 2026' },
      { label: 'Made on', value: '1 Dec 2026' },
      { label: 'Worked', value: '1:55' },
      { label: 'Billable', value: '1:45' },
    ])
    expect(cellsOf(report, 0)).toEqual([
      ['group', 'Mon 23 Nov', '', '1:10', '1:15'],
      ['plain', '09:00 – 09:50', 'Platform roadmap', '0:50', ''],
      ['plain', '16:00 – 16:20\nNew York', 'Board call', '0:20', '1:15'],
      ['group', 'Tue 24 Nov', '', '0:45', '0:30'],
      ['plain', '', 'Fractional CTO · entered late for 30 Oct 2026', '0:30', '0:30'],
      ['plain', '', 'Training\nnot billable', '0:15', ''],
      ['sum', '', 'Total', '1:55', '1:45'],
    ])
    expect(cellsOf(report, 1)).toEqual([
      ['plain', 'Fractional CTO', '1:55', '1:45'],
      ['sum', 'Total', '1:55', '1:45'],
    ])
    expect(report.parts.slice(2)).toEqual([
      {
        kind: 'text',
        text: 'Rounded up to 15 min per day.\nTimes in hours and minutes. The work listed here was done as stated.',
      },
      { kind: 'signatures', lines: ['Date, signature: Ada Berger', 'Date, signature: Northwind'] },
    ])
  })

  it('adds up by area where there are any', () => {
    const risk = { id: 'risk', name: 'Risk & security', archived: false, order: 1 }
    const entries = [anEntry({ areaId: 'risk' }), anEntry({ id: 'b', start: null, minutes: 30 })]
    expect(cellsOf(reportOf({ entries }, false, { risk }), 2)).toEqual([
      ['plain', 'Risk & security', '2:00'],
      ['plain', 'No area', '0:30'],
      ['sum', 'Total', '2:30'],
    ])
  })

  it('speaks the client’s language, whatever the screen’s is', () => {
    const report = reportOf({ ...parts, clients: [aPayingClient({ language: 'de' })] })
    expect([report.heading, report.title, report.facts[2]?.value]).toEqual([
      'Stundennachweis',
      'Stundennachweis für Northwind, 1. – 30. Nov. 2026',
      '1. – 30. Nov. 2026',
    ])
    expect(report.parts[2]).toEqual({
      kind: 'text',
      text: 'Je Tag aufwärts auf 15 min gerundet.\nZeiten in Stunden und Minuten. Die aufgeführten Leistungen wurden wie angegeben erbracht.',
    })
  })

  it('a long note goes on in rows of its own, and nothing of it is lost', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '\n', ''), (list, between) => {
        const text = list.join(between)
        const rows = rowTexts(text)
        expect(rows.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        for (const row of rows) {
          expect(row.length).toBeLessThanOrEqual(600)
          expect(row.split('\n').length).toBeLessThanOrEqual(10)
        }
      }),
      { numRuns: times(100, 1000) },
    )
  })
})
