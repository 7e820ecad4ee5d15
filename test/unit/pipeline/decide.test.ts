import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import { closedCommand, lostCommand, tentativeSessions, wonCommand } from '../../../shared/pipeline/decide.ts'
import type { Engagement } from '../../../shared/plan/engagement.ts'
import { findSession, type Plan } from '../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../shared/plan/series.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'

const TODAY = '2026-11-24'

const prospect = anEngagement({
  id: 'harbor',
  status: 'prospect',
  probability: 60,
  start: '2026-12-01',
  nextContact: '2026-11-26',
  terms: [{ from: '2026-12-01', terms: { kind: 'hourly', rate: 12_000 } }],
  commitments: [{ from: '2026-12-01', commitment: { kind: 'hoursPerWeek', minutes: 480 } }],
})
const plan = aPlan({
  clients: [aClient()],
  engagements: [prospect, anEngagement()],
  sessions: [
    aSession({ id: 'past', engagementId: 'harbor', status: 'tentative', start: '2026-11-20T09:00' }),
    aSession({ id: 'next', engagementId: 'harbor', status: 'tentative', start: '2026-11-24T09:00' }),
    aSession({ id: 'sure', engagementId: 'harbor', start: '2026-11-25T09:00' }),
    aSession({ id: 'other', status: 'tentative', start: '2026-11-26T09:00' }),
    aSeries({ id: 'weekly', engagementId: 'harbor', status: 'tentative', start: '2026-11-16T10:00' }),
    aSeries({
      id: 'over',
      engagementId: 'harbor',
      status: 'tentative',
      start: '2026-09-07T10:00',
      rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2',
    }),
  ],
})
const open = tentativeSessions(plan, 'harbor', TODAY)

function carriedOut(command: Command): Plan {
  const result = execute(plan, command)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.plan
}
const engagementIn = (then: Plan): Engagement | undefined => then.practice.engagements.harbor

describe('deciding about a prospect', () => {
  it('its tentative sessions are those to come, and series that go on', () => {
    expect(open.map(({ id }) => id).sort()).toEqual(['next', 'weekly'])
  })

  it('won: active from its start, certain, nothing to be reminded of, and its sessions confirmed', () => {
    const then = carriedOut(wonCommand(prospect, '2026-11-25', open))
    expect(engagementIn(then)).toEqual({
      ...prospect,
      status: 'active',
      probability: 100,
      start: '2026-11-25',
      nextContact: null,
      terms: [{ from: '2026-11-25', terms: { kind: 'hourly', rate: 12_000 } }],
      commitments: [{ from: '2026-11-25', commitment: { kind: 'hoursPerWeek', minutes: 480 } }],
    })
    const statuses = ['past', 'next', 'sure', 'weekly', 'other'].map((id) => [
      id,
      findSession(then, id)?.status,
    ])
    expect(Object.fromEntries(statuses)).toEqual({
      past: 'tentative',
      next: 'confirmed',
      sure: 'confirmed',
      weekly: 'confirmed',
      other: 'tentative',
    })
  })

  it('won later than it should have ended: the end gives way', () => {
    const ending = { ...prospect, end: '2026-12-31' }
    expect(engagementIn(carriedOut(wonCommand(ending, '2027-01-04', [])))?.end).toBeNull()
    expect(engagementIn(carriedOut(wonCommand(ending, '2026-12-15', [])))?.end).toBe('2026-12-31')
  })

  it('lost: closed with the reason, and what was tentative is gone from today on', () => {
    const about = { on: TODAY, reason: 'Hired somebody' }
    const then = carriedOut(lostCommand(prospect, about, open, TODAY, () => 'split'))
    expect(engagementIn(then)).toEqual({
      ...prospect,
      status: 'closed',
      probability: 100,
      nextContact: null,
      outcome: { kind: 'lost', on: TODAY, reason: 'Hired somebody', result: '' },
    })
    expect(['past', 'next', 'sure', 'other'].map((id) => findSession(then, id) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ])
    const weekly = findSession(then, 'weekly')
    const left = weekly === undefined ? [] : occurrencesOf(weekly, { from: '2026-01-01', to: '2027-12-31' })
    expect(left.map(({ start }) => start)).toEqual(['2026-11-16T10:00', '2026-11-23T10:00'])
  })

  it('without its sessions they stay as they are', () => {
    const then = carriedOut(lostCommand(prospect, { on: TODAY, reason: '' }, [], TODAY, () => 'split'))
    expect(findSession(then, 'next')).toEqual(findSession(plan, 'next'))
  })
})

describe('closing an engagement', () => {
  const outcome = { kind: 'completed', on: TODAY, reason: '', result: 'Done' } as const
  const ends: readonly (readonly [string, Partial<Engagement>, string | null])[] = [
    ['one without an end ends on that day', { end: null }, TODAY],
    ['a later end moves to it', { end: '2027-03-31' }, TODAY],
    ['an earlier end stays', { end: '2026-10-31' }, '2026-10-31'],
    ['one that never began keeps its dates', { start: '2027-01-01', end: null }, null],
  ]
  it.each(ends)('%s', (_name, given, end) => {
    const running = {
      ...prospect,
      status: 'active',
      probability: 100,
      start: '2026-01-01',
      ...given,
    } as const
    const closed = engagementIn(carriedOut(closedCommand(running, outcome)))
    expect([closed?.status, closed?.outcome, closed?.end]).toEqual(['closed', outcome, end])
  })
})
