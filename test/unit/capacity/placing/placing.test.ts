import { describe, expect, test } from 'vitest'
import type { Session } from '../../../../shared/plan/session.ts'
import { aDeliverable, anEngagement, anEntry, aSession } from '../../../support/builders.ts'
import { at, MONDAY } from '../mockWeek.ts'
import { accepted, lines, perWeek, practice, rest } from './placed.ts'

describe('what is wanted', () => {
  test('is nothing where all is planned, done, a prospect’s or without a due day', () => {
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(120) }),
        anEngagement({ id: 'p', clientId: 'lumen', status: 'prospect', commitments: perWeek(600) }),
      ],
      deliverables: [
        aDeliverable({ id: 'done', due: '2026-11-27', done: true }),
        aDeliverable({ id: 'undated', due: null }),
        aDeliverable({ id: 'asked', engagementId: 'p', due: '2026-11-27' }),
      ],
      sessions: [aSession({ minutes: 120 })],
    })
    expect(rest(plan)).toEqual({
      sessions: [],
      notFitted: [],
      demand: 0,
      quality: { minutes: 0, inFocusHours: 0, clients: 0, clientChanges: 0 },
    })
  })

  test('counts a deliverable’s time for the promise of its engagement: nothing twice', () => {
    const plan = practice({
      engagements: [anEngagement({ commitments: perWeek(360) })],
      deliverables: [aDeliverable({ due: '2026-11-27', remainingMinutes: 240 })],
    })
    expect(rest(plan).demand).toBe(360)
    expect(lines(rest(plan))).toEqual(['11-23T09:00 240 Milestone 2', '11-23T14:00 120 Fractional CTO'])
  })

  test('of a promise is what was neither worked nor planned', () => {
    const plan = practice({
      engagements: [anEngagement({ commitments: perWeek(600) })],
      entries: [anEntry({ day: '2026-11-23', minutes: 200 })],
      sessions: [aSession({ start: '2026-11-26T09:00', minutes: 240 })],
    })
    expect(lines(rest(plan, { now: at('2026-11-24T08:00') }))).toEqual(['11-24T09:00 160 Fractional CTO'])
  })

  test('of work that is due later is an even pace, and no more of it once that is planned', () => {
    // Four equal weeks until it is due: a quarter of 24 hours belongs into this one.
    const plan = practice({ deliverables: [aDeliverable({ due: '2026-12-18', remainingMinutes: 1440 })] })
    const first = rest(plan)
    expect(lines(first)).toEqual(['11-23T09:00 240 Milestone 2', '11-23T14:00 120 Milestone 2'])
    expect(rest(accepted(plan, first)).sessions).toEqual([])
  })

  test('of work that is due later is what the time after the week cannot hold', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-12-04', remainingMinutes: 1320 })],
      // Next week has four hours on Monday and nothing else.
      sessions: ['01', '02', '03', '04'].map((day) =>
        aSession({ id: day, engagementId: 'lumen-1', start: `2026-12-${day}T09:00`, minutes: 540 }),
      ),
    })
    const wanted = rest(plan)
    expect(wanted.demand).toBe(1080)
    expect(wanted.notFitted).toEqual([])
  })

  test('puts overdue work first', () => {
    const plan = practice({
      deliverables: [
        aDeliverable({ id: 'late', title: 'Late', due: '2026-11-20', remainingMinutes: 60 }),
        aDeliverable({ due: '2026-11-23', remainingMinutes: 180 }),
      ],
    })
    expect(lines(rest(plan))).toEqual(['11-23T09:00 60 Late', '11-23T10:00 180 Milestone 2'])
  })

  test('is of the named engagements alone where some are named', () => {
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(120) }),
        anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Retainer', commitments: perWeek(60) }),
      ],
    })
    expect(lines(rest(plan, { only: new Set(['lumen-1']) }))).toEqual(['11-23T09:00 60 Retainer'])
  })
})

describe('where it goes', () => {
  test('work due first comes first, and each week keeps its own promise', () => {
    const plan = practice({
      engagements: [
        anEngagement({ commitments: perWeek(240) }),
        anEngagement({ id: 'fable-1', clientId: 'fable' }),
      ],
      deliverables: [aDeliverable({ engagementId: 'fable-1', due: '2026-12-02', remainingMinutes: 480 })],
    })
    expect(lines(rest(plan, { range: { from: MONDAY, to: '2026-12-06' } }))).toEqual([
      '11-23T09:00 240 Fractional CTO',
      '11-24T09:00 240 Milestone 2',
      '11-24T14:00 240 Milestone 2',
      '11-30T09:00 240 Fractional CTO',
    ])
  })

  test('focus hours are filled first', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-24', remainingMinutes: 240 })],
      settings: { focusHours: { from: 840, to: 1080 } },
    })
    const placing = rest(plan)
    expect(lines(placing)).toEqual(['11-23T14:00 240 Milestone 2'])
    expect(placing.quality.inFocusHours).toBe(240)
  })

  test('a long block on a later day is better than splinters today', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-25', remainingMinutes: 180 })],
      sessions: ['09:45', '11:15', '12:30', '14:45', '16:15', '17:15'].map((time, i) =>
        aSession({ id: `m${i}`, start: `2026-11-23T${time}`, minutes: 45 }),
      ),
    })
    expect(lines(rest(plan))).toEqual(['11-24T09:00 180 Milestone 2'])
  })

  test('a day that is the client’s own already is better than one that would change clients', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-25', remainingMinutes: 120 })],
      sessions: [
        aSession({ id: 'a', engagementId: 'lumen-1', start: '2026-11-23T09:00', minutes: 120 }),
        aSession({ id: 'b', engagementId: 'fable-1', start: '2026-11-23T16:00', minutes: 120 }),
        aSession({ id: 'c', start: '2026-11-24T09:00', minutes: 120 }),
      ],
    })
    expect(lines(rest(plan))).toEqual(['11-24T11:00 120 Milestone 2'])
  })

  test('changeover and travel stay free on both sides', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-23', remainingMinutes: 480 })],
      sessions: [
        aSession({
          engagementId: 'lumen-1',
          start: '2026-11-23T11:00',
          travelBefore: 30,
          travelAfter: 15,
        }),
      ],
      settings: { changeoverMinutes: 15 },
    })
    expect(lines(rest(plan))).toEqual([
      '11-23T09:00 75 Milestone 2',
      '11-23T12:30 30 Milestone 2',
      '11-23T14:00 240 Milestone 2',
    ])
  })

  test('nothing is placed before now, in the reserve or in time off', () => {
    const plan = practice({
      deliverables: [aDeliverable({ due: '2026-11-29', remainingMinutes: 5000 })],
      settings: { reserveMinutes: 360 },
    })
    const off = { id: 'off', title: 'Away', from: '2026-11-25', to: '2026-11-27', part: null, source: null }
    const away = { ...plan, practice: { ...plan.practice, timeOff: { off } } }
    // Of 36 hours 6 are kept free, of a day of 8 hours 80 minutes: Tuesday's last 10 would be no whole quarter.
    expect(lines(rest(away, { now: at('2026-11-23T15:55') }))).toEqual([
      '11-23T16:00 120 Milestone 2',
      '11-24T09:00 240 Milestone 2',
      '11-24T14:00 150 Milestone 2',
    ])
  })

  test('a week that is over gets what is due in it, and nothing that can wait', () => {
    const plan = practice({
      deliverables: [
        aDeliverable({ id: 'now', title: 'Now', due: '2026-11-27', remainingMinutes: 60 }),
        aDeliverable({ id: 'later', title: 'Later', due: '2026-12-18', remainingMinutes: 1440 }),
      ],
      // Two days and nights of work make the week over, though the other days are free.
      sessions: [aSession({ start: '2026-11-25T00:00', minutes: 2880 })],
    })
    expect(lines(rest(plan))).toEqual(['11-23T09:00 60 Now'])
  })

  test('a deadline that preferences would miss is met all the same', () => {
    // On Tuesday A would stand beside its own client's meeting, but B can be done on Tuesday only and needs all of it.
    const plan = practice({
      deliverables: [
        aDeliverable({ id: 'a', title: 'A', due: '2026-11-24', remainingMinutes: 120 }),
        aDeliverable({
          id: 'b',
          title: 'B',
          engagementId: 'lumen-1',
          release: '2026-11-24',
          due: '2026-11-24',
          remainingMinutes: 420,
        }),
      ],
      sessions: [
        aSession({ id: 'x', engagementId: 'lumen-1', start: '2026-11-23T09:00' }),
        aSession({ id: 'y', engagementId: 'lumen-1', start: '2026-11-23T16:00', minutes: 120 }),
        aSession({ id: 'z', start: '2026-11-24T09:00' }),
      ],
    })
    expect(lines(rest(plan))).toEqual(['11-23T10:00 120 A', '11-24T10:00 180 B', '11-24T14:00 240 B'])
  })
})

test('a session is tentative focus work of its deliverable, billable as the terms say', () => {
  const plan = practice({
    engagements: [anEngagement({ pays: { kind: 'fixed', price: 900_000, instalments: [] } })],
    deliverables: [aDeliverable({ due: '2026-11-24', remainingMinutes: 60, areaId: 'delivery' })],
  })
  expect(rest(plan).sessions).toEqual<Session[]>([
    aSession({
      id: 'new-0',
      title: 'Milestone 2',
      start: '2026-11-23T09:00',
      minutes: 60,
      status: 'tentative',
      billable: false,
      areaId: 'delivery',
      deliverableId: 'milestone-2',
    }),
  ])
})
