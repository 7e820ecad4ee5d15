import { describe, expect, it } from 'vitest'
import { clientMonth } from '../../../shared/clientMonth/clientMonth.ts'
import { clientMonthReport } from '../../../shared/documents/clientMonthReport.ts'
import { Report } from '../../../shared/documents/report.ts'
import {
  aDeliverable,
  anEngagement,
  anEntry,
  aSeries,
  aSession,
  type PlanParts,
} from '../../support/builders.ts'
import { aBillingPlan, aPayingClient } from '../billing/aBillingPlan.ts'

function reportOf(parts: PlanParts, on = '2026-12-01'): Report {
  const plan = aBillingPlan(parts)
  const told = clientMonth(plan, { clientId: 'northwind', month: '2026-11-01', unbilled: false }, on)
  if (told === null) throw new Error('no month')
  return Report.parse(clientMonthReport(plan, told, on))
}

/** Each part: the title of a table and its rows, or a text. */
const told = ({ parts }: Report) =>
  parts.map((part) => {
    if (part.kind === 'table') return [part.title, ...part.rows.map(({ cells }) => cells.join(' | '))]
    return part.kind === 'text' ? [part.title ?? '', part.text] : []
  })

const parts: PlanParts = {
  engagements: [anEngagement({ rounding: { mode: 'up', increment: 15, scope: 'day' } })],
  deliverables: [
    aDeliverable({ remainingMinutes: 150 }),
    aDeliverable({ id: 'late', title: '<b>Audit</b>', due: '2026-11-20' }),
  ],
  entries: [anEntry({ minutes: 50, deliverableId: 'late' }), anEntry({ id: 'b', start: null, minutes: 600 })],
  sessions: [
    aSession({ start: '2026-12-02T09:00', minutes: 120 }),
    aSession({
      id: 'board',
      title: 'Board',
      kind: 'meeting',
      status: 'tentative',
      start: '2026-12-03T16:00',
      zone: 'America/New_York',
    }),
    aSeries({ title: 'Weekly', start: '2026-12-14T10:00', kind: 'meeting', minutes: 30 }),
  ],
}

describe('the report of a client’s month on paper', () => {
  it('tells hours, roadmap, the month ahead and its dates', () => {
    const report = reportOf(parts)
    expect([report.title, report.heading]).toEqual([
      'Report for Northwind, November 2026',
      'Report, November 2026',
    ])
    expect(report.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Client: Northwind',
      'Consultant: Ada Berger',
      'Month: November 2026',
      'As of: 1 Dec 2026',
      'Worked: 10:50',
      'Billable: 11:00',
    ])
    expect(told(report)).toEqual([
      ['By engagement', 'Fractional CTO | 10:50 | 11:00', 'Total | 10:50 | 11:00'],
      ['By deliverable', '<b>Audit</b> | 0:50', 'No deliverable | 10:00', 'Total | 10:50'],
      [
        '',
        'Rounded up to 15 min per day.\nAreas and deliverables show time as worked. Times in hours and minutes.',
      ],
      [
        'Roadmap',
        '<b>Audit</b> | 20 Nov 2026 | 0% | 10:00 | late',
        'Milestone 2 | 4 Dec 2026 | 75% | 2:30 | on the way',
      ],
      ['', '0 done, 1 late, 1 on the way, as of 1 Dec 2026.'],
      [
        'Plan for December 2026',
        '1 – 6 Dec 2026 | 3:00',
        '7 – 13 Dec 2026 | 0:00',
        '14 – 20 Dec 2026 | 0:30',
        '21 – 27 Dec 2026 | 0:30',
        '28 – 31 Dec 2026 | 0:30',
        'Total | 4:30',
      ],
      ['', 'Of these, 1:00\u00a0h are tentative.'],
      [
        'Sessions and dates in December 2026',
        'Thu 3 Dec | Board\ntentative | 16:00 – 17:00\nNew York',
        'Fri 4 Dec | Due: Milestone 2 | ',
        'Mon 14 Dec | Weekly\nalso on Mon 21 Dec, Mon 28 Dec | 10:00 – 10:30',
      ],
    ])
  })

  it('says of an empty month that it was one', () => {
    expect(told(reportOf({}))).toEqual([
      ['Hours', 'No time was recorded in November 2026.'],
      ['Roadmap', 'No deliverables are agreed.'],
      ['Plan for December 2026', 'Nothing is planned for December 2026 yet.'],
      ['Sessions and dates in December 2026', 'No meetings and nothing due in December 2026.'],
    ])
  })

  it.each([
    ['de', 'Bericht, November 2026', 'Im November 2026 wurde keine Zeit erfasst.'],
    ['fr', 'Rapport, novembre 2026', 'Aucun temps n’a été saisi en novembre 2026.'],
  ] as const)('speaks the language of the client’s documents: %s', (language, heading, nothing) => {
    const report = reportOf({ clients: [aPayingClient({ language })] })
    expect([report.language, report.heading, told(report)[0]?.[1]]).toEqual([language, heading, nothing])
  })

  it('carries the logo of the business in the place of its name', () => {
    const logo = { type: 'image/png', data: 'AAAA' } as const
    const name = 'a'.repeat(64)
    const plan = aBillingPlan({ business: { logo: name } })
    const withLogo = { ...plan, practice: { ...plan.practice, pictures: { [name]: logo } } }
    const month = clientMonth(
      withLogo,
      { clientId: 'northwind', month: '2026-11-01', unbilled: false },
      '2026-12-01',
    )
    if (month === null) throw new Error('no month')
    expect(clientMonthReport(withLogo, month, '2026-12-01').logo).toEqual(logo)
  })
})
