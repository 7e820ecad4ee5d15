import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookedIn, bookings } from '../../../shared/capacity/bookedTime.ts'
import { type ClientMonth, clientMonth } from '../../../shared/clientMonth/clientMonth.ts'
import type { Terms } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { wallDay } from '../../../shared/time/wallClock.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aRetainer,
  aSeries,
  aSession,
  type PlanParts,
} from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { aBillingPlan, aPayingClient } from '../billing/aBillingPlan.ts'

const areas = {
  risk: { id: 'risk', name: 'Risk & security', archived: false, order: 2 },
  lead: { id: 'lead', name: 'Team leadership', archived: false, order: 1 },
}

function planOf(parts: PlanParts): Plan {
  const plan = aBillingPlan(parts)
  return { ...plan, practice: { ...plan.practice, areas } }
}

function november(parts: PlanParts, on = '2026-12-01', unbilled = false): ClientMonth {
  const told = clientMonth(planOf(parts), { clientId: 'northwind', month: '2026-11-17', unbilled }, on)
  if (told === null) throw new Error('no month')
  return told
}

const retainer: Terms = aRetainer({ rollover: { kind: 'capped', minutes: 600, expiresAfter: 1 } })

describe('the hours of a client’s month', () => {
  it('are told by engagement as worked and as billed, by area and deliverable as worked', () => {
    const { sheet, deliverables } = november({
      engagements: [anEngagement({ rounding: { mode: 'up', increment: 30, scope: 'day' } })],
      deliverables: [aDeliverable(), aDeliverable({ id: 'other', title: 'Audit' })],
      entries: [
        anEntry({ id: 'before', day: '2026-10-31', start: null, minutes: 600 }),
        anEntry({ id: 'a', day: '2026-11-01', start: null, minutes: 50, areaId: 'risk' }),
        anEntry({ id: 'b', day: '2026-11-30', start: null, minutes: 95, deliverableId: 'other' }),
        anEntry({ id: 'c', day: '2026-11-30', start: null, minutes: 20, deliverableId: 'milestone-2' }),
        anEntry({ id: 'gone', day: '2026-11-30', start: null, minutes: 5, deliverableId: 'deleted' }),
        anEntry({ id: 'free', day: '2026-11-30', start: null, minutes: 45, billable: false }),
        anEntry({ id: 'after', day: '2026-12-01', start: null, minutes: 600 }),
      ],
    })
    expect([sheet.exact, sheet.billable]).toEqual([170, 180])
    expect(sheet.areas).toEqual([
      { name: 'Risk & security', exact: 50 },
      { name: null, exact: 120 },
    ])
    expect(deliverables.map(({ deliverable, exact }) => [deliverable?.title ?? null, exact])).toEqual([
      ['Audit', 95],
      ['Milestone 2', 20],
      [null, 55],
    ])
  })

  it('add up to the entries, whatever these are', () => {
    const anyEntry = fc.record({
      day: fc.integer({ min: -40, max: 70 }).map((days) => addDays('2026-11-01', days)),
      minutes: fc.integer({ min: 1, max: 700 }),
      areaId: fc.constantFrom(null, 'risk', 'lead', 'deleted'),
      deliverableId: fc.constantFrom(null, 'milestone-2', 'other', 'deleted'),
      engagementId: fc.constantFrom('northwind-cto', 'second', 'lumen-1', null),
      billable: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), fc.boolean(), (given, unbilled) => {
        const entries = given.map((one, i) => anEntry({ id: `e${i}`, start: null, ...one }))
        const { sheet, deliverables } = november(
          {
            clients: [aPayingClient(), aClient({ id: 'lumen', order: 2 })],
            engagements: [
              anEngagement({ rounding: { mode: 'nearest', increment: 15, scope: 'day' } }),
              anEngagement({ id: 'second' }),
              anEngagement({ id: 'lumen-1', clientId: 'lumen' }),
            ],
            deliverables: [aDeliverable(), aDeliverable({ id: 'other', engagementId: 'second' })],
            entries,
          },
          '2026-12-01',
          unbilled,
        )
        const sum = (parts: readonly { readonly exact: number }[]) =>
          parts.reduce((minutes, { exact }) => minutes + exact, 0)
        const worked = entries
          .filter(({ day, engagementId }) => day.startsWith('2026-11') && isNorthwinds(engagementId))
          .filter(({ billable }) => billable || unbilled)
          .reduce((minutes, entry) => minutes + entry.minutes, 0)
        expect([sheet.exact, sum(sheet.areas), sum(deliverables), sum(sheet.engagements)]).toEqual(
          Array.from({ length: 4 }, () => worked),
        )
      }),
      { numRuns: times(100, 1000) },
    )
  })
})

const isNorthwinds = (id: string | null) => id === 'northwind-cto' || id === 'second'

describe('a retainer in a client’s month', () => {
  const parts: PlanParts = {
    engagements: [anEngagement({ pays: retainer, start: '2026-09-01' })],
    entries: [
      anEntry({ id: 'a', day: '2026-09-10', start: null, minutes: 1500 }),
      anEntry({ id: 'b', day: '2026-10-10', start: null, minutes: 2100 }),
      anEntry({ id: 'c', day: '2026-11-10', start: null, minutes: 3300 }),
    ],
  }

  it('is told as its statement tells it: carried, used and beyond', () => {
    const { statements } = november(parts)
    const rows = statements.flatMap(({ periods }) =>
      periods.map(({ from, opening, granted, used, overage, expired, closing }) => [
        from,
        ...[opening, granted, used, overage, expired, closing],
      ]),
    )
    // October uses the 600 that September left first, and leaves 900, of which 600 roll over.
    expect(rows).toEqual([['2026-11-01', 600, 2400, 3300, 300, 0, 0]])
    expect(statements[0]?.statement.left).toBe(-300)
  })

  it('is told up to the day of the report while the month runs, and up to the engagement’s end', () => {
    expect(november(parts, '2026-11-05').statements[0]?.statement.period.to).toBe('2026-11-30')
    const ended = [anEngagement({ pays: retainer, start: '2026-09-01', end: '2026-11-12' })]
    expect(november({ ...parts, engagements: ended }).statements).toHaveLength(1)
    const before = [anEngagement({ pays: retainer, start: '2026-09-01', end: '2026-10-12' })]
    expect(november({ ...parts, engagements: before }).statements).toEqual([])
  })

  it('tells each week of a weekly one that the month touches', () => {
    const weekly: Terms = { ...retainer, period: 'week', minutes: 600, rollover: { kind: 'none' } }
    const engagements = [anEngagement({ pays: weekly, start: '2026-09-01' })]
    const { statements } = november({ engagements })
    expect(statements[0]?.periods.map(({ from }) => from)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ])
  })
})

describe('the roadmap in a client’s month', () => {
  it('tells what is open, late and done, the soonest due first', () => {
    const { roadmap } = november({
      engagements: [
        anEngagement(),
        anEngagement({ id: 'maybe', status: 'prospect', probability: 50 }),
        anEngagement({ id: 'over', status: 'closed' }),
      ],
      deliverables: [
        aDeliverable({ id: 'undated', due: null, estimateMinutes: 0, remainingMinutes: 0 }),
        aDeliverable({ id: 'late', due: '2026-11-30', remainingMinutes: 150 }),
        aDeliverable({ id: 'open', due: '2026-12-01', remainingMinutes: 900 }),
        aDeliverable({ id: 'done', due: '2026-11-02', done: true, remainingMinutes: 0 }),
        aDeliverable({ id: 'done-before', due: '2026-10-02', done: true, remainingMinutes: 0 }),
        aDeliverable({ id: 'done-early', due: '2027-01-02', done: true, remainingMinutes: 30 }),
        aDeliverable({ id: 'of-prospect', engagementId: 'maybe' }),
        aDeliverable({ id: 'of-closed', engagementId: 'over' }),
      ],
      entries: [anEntry({ deliverableId: 'done-early' })],
    })
    expect(roadmap.map(({ deliverable, state, progress }) => [deliverable.id, state, progress])).toEqual([
      ['done', 'done', 1],
      ['late', 'late', 0.75],
      ['open', 'open', 0],
      ['done-early', 'done', 1],
      ['undated', 'open', 0],
    ])
  })
})

describe('the month ahead', () => {
  it('counts week by week, cut at the month’s ends, and names meetings, due days and ends', () => {
    const { ahead } = november({
      engagements: [anEngagement({ end: '2026-12-18' }), anEngagement({ id: 'second', name: 'Audit' })],
      deliverables: [aDeliverable(), aDeliverable({ id: 'later', due: '2027-01-01' })],
      sessions: [
        // Starts at 23:00 on the last of November: an hour of it is December's.
        aSession({ id: 'night', start: '2026-11-30T23:00', minutes: 120, kind: 'meeting' }),
        aSession({ id: 'a', start: '2026-12-01T09:00', minutes: 90 }),
        aSession({
          id: 'b',
          start: '2026-12-06T09:00',
          minutes: 30,
          status: 'tentative',
          engagementId: 'second',
        }),
        aSession({ id: 'own', start: '2026-12-02T09:00', engagementId: null }),
        aSession({ id: 'board', title: 'Board', start: '2026-12-31T22:00', minutes: 180, kind: 'meeting' }),
        aSeries({ id: 'weekly', title: 'Weekly', start: '2026-10-05T10:00', minutes: 45, kind: 'meeting' }),
      ],
    })
    expect(
      ahead.weeks.map(({ from, to, planned, tentative, engagements }) => [
        ...[from, to, planned, tentative],
        engagements.map((one) => one.planned),
      ]),
    ).toEqual([
      ['2026-12-01', '2026-12-06', 180, 30, [150, 30]],
      ['2026-12-07', '2026-12-13', 45, 0, [45]],
      ['2026-12-14', '2026-12-20', 45, 0, [45]],
      ['2026-12-21', '2026-12-27', 45, 0, [45]],
      ['2026-12-28', '2026-12-31', 165, 0, [165]],
    ])
    expect([ahead.planned, ahead.tentative]).toEqual([480, 30])
    expect(ahead.sessions.map(({ occurrence, days }) => [occurrence.title, ...days])).toEqual([
      ['Weekly', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'],
      ['Board', '2026-12-31'],
    ])
    expect(ahead.due.map(({ id }) => id)).toEqual(['milestone-2'])
    expect(ahead.ending.map(({ id }) => id)).toEqual(['northwind-cto'])
  })

  it('its weeks add up to what lies in the month', () => {
    const anySession = fc.record({
      day: fc.integer({ min: -3, max: 34 }).map((days) => addDays('2026-12-01', days)),
      hour: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 1, max: 2000 }),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo'),
    })
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 20 }), (given) => {
        const sessions = given.map(({ day, hour, ...rest }, i) =>
          aSession({ id: `s${i}`, start: `${day}T${String(hour).padStart(2, '0')}:00`, ...rest }),
        )
        const plan = planOf({ sessions })
        const inMonth = bookedIn(
          plan,
          toEpochMinute('2026-11-20T00:00', 'UTC'),
          toEpochMinute('2027-01-10T00:00', 'UTC'),
        )
          .flatMap((item) => bookings(item, 'Europe/Berlin'))
          .filter(({ fromWall }) => wallDay(fromWall).startsWith('2026-12'))
          .reduce((sum, { minutes }) => sum + minutes, 0)
        expect(november({ sessions }).ahead.planned).toBe(inMonth)
      }),
      { numRuns: times(100, 1000) },
    )
  })
})

it('is none for a client that does not exist', () => {
  expect(
    clientMonth(planOf({}), { clientId: 'nobody', month: '2026-11-01', unbilled: false }, '2026-12-01'),
  ).toBeNull()
})
