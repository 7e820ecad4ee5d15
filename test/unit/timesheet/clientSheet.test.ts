import { describe, expect, it } from 'vitest'
import type { Engagement } from '../../../shared/plan/engagement.ts'
import { type ClientSheet, clientSheet } from '../../../shared/timesheet/clientSheet.ts'
import { aClient, anEngagement, anEntry, type PlanParts } from '../../support/builders.ts'
import { aBillingPlan, aPayingClient, november } from '../billing/aBillingPlan.ts'

const rounding = (
  scope: Engagement['rounding']['scope'],
  increment: Engagement['rounding']['increment'] = 15,
) => ({ mode: 'up', increment, scope }) as const

function sheetOf(parts: PlanParts, unbilled = false): ClientSheet {
  const request = { clientId: 'northwind', from: '2026-11-01', to: '2026-11-30', unbilled }
  const sheet = clientSheet(aBillingPlan(parts), request)
  if (sheet === null) throw new Error('no sheet')
  return sheet
}

/** Day, exact and billable of the day, then each entry's id with what is told at it. */
const told = ({ days }: ClientSheet) =>
  days.map(({ day, exact, billable, entries }) => [
    day,
    exact,
    billable,
    Object.fromEntries(entries.map((row) => [row.entry.id, row.billable])),
  ])

const entries = [
  anEntry({ id: 'a', day: '2026-11-23', start: null, minutes: 5 }),
  anEntry({ id: 'b', day: '2026-11-23', start: null, minutes: 20 }),
  anEntry({ id: 'c', day: '2026-11-24', start: null, minutes: 50 }),
]

describe('the timesheet of a client', () => {
  it.each([
    [
      'entry',
      [
        ['2026-11-23', 25, 45, { a: 15, b: 30 }],
        ['2026-11-24', 50, 60, { c: 60 }],
      ],
      105,
    ],
    [
      'day',
      [
        ['2026-11-23', 25, 30, { a: null, b: 30 }],
        ['2026-11-24', 50, 60, { c: 60 }],
      ],
      90,
    ],
    [
      'invoice',
      [
        ['2026-11-23', 25, null, { a: null, b: null }],
        ['2026-11-24', 50, null, { c: null }],
      ],
      75,
    ],
  ] as const)('tells billable time where it is rounded: per %s', (scope, days, billable) => {
    const engagements = [anEngagement({ rounding: rounding(scope) })]
    const sheet = sheetOf({ engagements, entries })
    expect(told(sheet)).toEqual(days)
    expect([sheet.exact, sheet.billable]).toEqual([75, billable])
    const plan = aBillingPlan({ engagements, entries })
    expect(november(plan).invoice.lines.map(({ amount }) => amount)).toEqual([billable])
  })

  it('adds up by engagement and by area', () => {
    const sheet = sheetOf({
      engagements: [
        anEngagement({ id: 'second', name: 'Audit', order: 2 }),
        anEngagement({ rounding: rounding('entry', 60) }),
      ],
      entries: [
        anEntry({ id: 'a', minutes: 50 }),
        anEntry({ id: 'b', engagementId: 'second', start: null, minutes: 30 }),
      ],
    })
    expect(
      sheet.engagements.map(({ engagement, exact, billable }) => [engagement.id, exact, billable]),
    ).toEqual([
      ['northwind-cto', 50, 60],
      ['second', 30, 30],
    ])
    expect(sheet.areas).toEqual([{ name: null, exact: 80 }])
  })

  it('leaves out what is not billable, of another client, own business and not worked; shows unbilled time when asked', () => {
    const parts: PlanParts = {
      clients: [aPayingClient(), aClient({ id: 'lumen', order: 2 })],
      engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
      entries: [
        anEntry({ id: 'free', billable: false }),
        anEntry({ id: 'lumens', engagementId: 'lumen-1' }),
        anEntry({ id: 'own', engagementId: null, billable: false }),
        anEntry({ id: 'not', minutes: 0, billable: false, session: { sessionId: 's', original: null } }),
        anEntry({ id: 'mine', start: '2026-11-23T13:00' }),
      ],
    }
    expect(told(sheetOf(parts))).toEqual([['2026-11-23', 120, 120, { mine: 120 }]])
    expect(told(sheetOf(parts, true))).toEqual([['2026-11-23', 240, 120, { free: null, mine: 120 }]])
  })

  it('is none for a client that does not exist', () => {
    const request = { clientId: 'nobody', from: '2026-11-01', to: '2026-11-30', unbilled: false }
    expect(clientSheet(aBillingPlan(), request)).toBeNull()
  })
})
