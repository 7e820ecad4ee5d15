import { describe, expect, it } from 'vitest'
import { newReminders, type OwnLead, usualLeads } from '../../../shared/plan/reminding.ts'
import { remindersDue } from '../../../shared/reminders/due.ts'
import { leadOf, usualLead } from '../../../shared/reminders/leads.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'

/** A plan in which the kind's lead for meetings is 10 and the client's as given. */
const planWith = (ofClient: OwnLead) =>
  aPlan({
    clients: [aClient({ leads: { ...usualLeads, meeting: ofClient } })],
    engagements: [anEngagement()],
    settings: { reminders: newReminders },
  })

const meeting = (lead: OwnLead, engagementId: string | null = 'northwind-cto') =>
  aSession({ id: 's', kind: 'meeting', start: '2026-11-24T10:00', zone: 'UTC', engagementId, lead })

describe('whose word a lead is', () => {
  const table: readonly (readonly [string, OwnLead, OwnLead, number | null])[] = [
    ['the kind’s, where neither says otherwise', 'usual', 'usual', 10],
    ['the client’s before the kind’s', 30, 'usual', 30],
    ['the client’s at the start', 0, 'usual', 0],
    ['the client’s none', null, 'usual', null],
    ['the session’s before the client’s', 30, 5, 5],
    ['the session’s none', 30, null, null],
    ['the session’s, where the client has none', null, 60, 60],
  ]
  for (const [name, ofClient, ofSession, lead] of table)
    it(name, () => {
      const session = { ...meeting(ofSession), key: 's', original: null }
      expect(leadOf(planWith(ofClient), session)).toBe(lead)
      const due = remindersDue(
        { ...planWith(ofClient), years: aPlan({ sessions: [meeting(ofSession)] }).years },
        Date.parse('2026-11-24T00:00Z') / 60_000,
        Date.parse('2026-11-24T23:00Z') / 60_000,
      )
      const start = Date.parse('2026-11-24T10:00Z') / 60_000
      expect(due.map((reminder) => start - reminder.due)).toEqual(lead === null ? [] : [lead])
    })

  it('own business and other kinds take the kind’s', () => {
    expect(usualLead(planWith(30), { engagementId: null, kind: 'meeting' })).toBe(10)
    expect(usualLead(planWith(30), { engagementId: 'northwind-cto', kind: 'focus' })).toBe(0)
    expect(usualLead(planWith(30), { engagementId: 'gone', kind: 'admin' })).toBeNull()
  })
})
