import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import { importCommand } from '../../../shared/exchange/importProposal.ts'
import { emptyPlan, type Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, HOME } from '../../support/builders.ts'
import { calendarText, eventText, work } from './calendarText.ts'
import { importContext } from './importContext.ts'
import { imported, onlyItem, proposalFor, sessionsOf } from './importing.ts'

const BERLIN = 'TZID=Europe/Berlin'
const empty = emptyPlan(HOME)
const base = aPlan({ clients: [aClient()], engagements: [anEngagement()] })

interface Version {
  readonly sequence?: number
  readonly start?: string
  readonly title?: string
  readonly text?: string
  readonly more?: readonly string[]
}

function event({
  sequence = 0,
  start = '20261201T090000',
  title = 'A',
  text = 'agenda',
  more = [],
}: Version = {}): string {
  return eventText(
    `SEQUENCE:${sequence}`,
    `DTSTART;${BERLIN}:${start}`,
    'DURATION:PT1H',
    `SUMMARY:${title}`,
    `DESCRIPTION:${text}`,
    ...more,
  )
}

const weekly = (version: Version = {}) =>
  event({ ...version, more: ['RRULE:FREQ=WEEKLY', ...(version.more ?? [])] })
const change = (original: string, start: string, ...more: string[]) =>
  eventText(
    `RECURRENCE-ID;${BERLIN}:${original}`,
    `DTSTART;${BERLIN}:${start}`,
    'DURATION:PT1H',
    'SUMMARY:A',
    ...more,
  )

function executed(plan: Plan, command: Command): Plan {
  const done = execute(plan, command)
  if (!done.ok) throw new Error(done.refusal.code)
  return done.plan
}

/** The session as the user changed it here. */
function edited(plan: Plan, change: Extract<Command, { type: 'session/change' }>['change']): Plan {
  return executed(plan, { type: 'session/change', id: 'new-1', scope: { kind: 'all' }, change })
}

describe('the same file again', () => {
  it('changes nothing and says so', () => {
    const text = work(
      event(),
      eventText('UID:day', 'DTSTART;VALUE=DATE:20261202'),
      weekly({ more: ['UID:w'] }),
    )
    const proposal = proposalFor(imported(empty, text), text)
    expect(importCommand(proposal)).toBeNull()
    expect(proposal.counts).toMatchObject({ new: 0, changed: 0, removed: 0 })
  })

  it('changes nothing under another name', () => {
    const plan = imported(empty, calendarText([event()]), {}, importContext({ fileName: 'monday' }))
    expect(
      importCommand(proposalFor(plan, calendarText([event()]), {}, importContext({ fileName: 'tuesday' }))),
    ).toBeNull()
  })

  it('changes nothing after the home zone moved', () => {
    const text = work(eventText('DTSTART:20261201T080000Z', 'DURATION:PT1H'))
    expect(
      importCommand(proposalFor(imported(empty, text), text, {}, importContext({ homeZone: 'Asia/Tokyo' }))),
    ).toBeNull()
  })

  it('changes nothing where the user moved, renamed or assigned what was imported', () => {
    const plan = edited(imported(base, work(event())), {
      start: '2026-12-03T14:00',
      title: 'Mine',
      engagementId: 'northwind-cto',
      notes: 'mine',
    })
    expect(importCommand(proposalFor(plan, work(event())))).toBeNull()
  })
})

describe('a newer file', () => {
  it('updates what changed in it and keeps the rest as it is here', () => {
    const plan = edited(imported(base, work(event())), {
      start: '2026-12-03T14:00',
      engagementId: 'northwind-cto',
      kind: 'travel',
      notes: 'mine',
    })
    const proposal = proposalFor(plan, work(event({ sequence: 1, title: 'B', text: 'new agenda' })))
    expect(onlyItem(proposal)).toMatchObject({
      state: 'changed',
      engagementId: 'northwind-cto',
      why: { code: 'kept' },
    })
    expect(proposal.records.sessions).toMatchObject([
      {
        id: 'new-1',
        title: 'B',
        start: '2026-12-03T14:00',
        engagementId: 'northwind-cto',
        kind: 'travel',
        notes: 'mine',
        source: { sequence: 1 },
      },
    ])
  })

  it('updates notes that nobody edited here', () => {
    const plan = imported(empty, work(event()))
    expect(sessionsOf(imported(plan, work(event({ text: 'new agenda' })))).map(({ notes }) => notes)).toEqual(
      ['new agenda'],
    )
  })

  it('moves what moved', () => {
    const plan = imported(empty, work(event()))
    const next = imported(plan, work(event({ start: '20270105T100000' })))
    expect(sessionsOf(next).map(({ id, start }) => [id, start])).toEqual([['new-1', '2027-01-05T10:00']])
  })

  it('makes a series of a single event, and the reverse', () => {
    const plan = imported(imported(empty, work(event())), work(weekly()))
    expect(sessionsOf(plan).map(({ id, recurrence }) => [id, recurrence?.rule])).toEqual([
      ['new-1', 'FREQ=WEEKLY'],
    ])
    expect(sessionsOf(imported(plan, work(event()))).map(({ id, recurrence }) => [id, recurrence])).toEqual([
      ['new-1', null],
    ])
  })

  it('keeps for single occurrences what the user decided, when the calendar changes others', () => {
    const assigned = executed(imported(base, work(weekly())), {
      type: 'session/change',
      id: 'new-1',
      scope: { kind: 'this', original: '2026-12-08T09:00' },
      change: { engagementId: 'northwind-cto' },
    })
    const next = imported(assigned, work(weekly(), change('20261215T090000', '20261216T090000')))
    expect(sessionsOf(next)[0]?.recurrence?.changed).toEqual({
      '2026-12-08T09:00': { engagementId: 'northwind-cto' },
      '2026-12-15T09:00': { start: '2026-12-16T09:00', notes: '' },
    })
  })

  it('keeps its own exceptions where they are when the series moves', () => {
    const exdate = { more: ['EXDATE:20261208T080000Z'] }
    const plan = imported(empty, work(weekly(exdate)))
    const next = imported(plan, work(weekly({ ...exdate, start: '20261201T110000' })))
    expect(sessionsOf(next)[0]?.recurrence?.except).toEqual(['2026-12-08T09:00'])
  })

  it('may hold a single event and a lone occurrence where a series was', () => {
    const text = work(event(), change('20261208T090000', '20261209T100000'))
    const next = imported(imported(empty, work(weekly())), text, {}, importContext({ newId: () => 'second' }))
    expect(sessionsOf(next).map(({ id, start, recurrence }) => [id, start, recurrence])).toEqual([
      ['new-1', '2026-12-01T09:00', null],
      ['second', '2026-12-09T10:00', null],
    ])
  })

  it('moves along what was left out here when the series moves', () => {
    const cut = executed(imported(empty, work(weekly())), {
      type: 'session/delete',
      sessions: [{ id: 'new-1', scope: { kind: 'this', original: '2026-12-08T09:00' } }],
    })
    expect(
      sessionsOf(imported(cut, work(weekly({ start: '20261201T110000' }))))[0]?.recurrence?.except,
    ).toEqual(['2026-12-08T11:00'])
  })

  it('takes out what it cancels', () => {
    const plan = imported(empty, work(event()))
    const proposal = proposalFor(plan, work(event({ more: ['STATUS:CANCELLED'] })))
    expect(onlyItem(proposal)).toMatchObject({ becomes: 'skip', reason: 'cancelled', state: 'removed' })
    expect(sessionsOf(imported(plan, work(event({ more: ['STATUS:CANCELLED'] }))))).toEqual([])
  })

  it('takes out nothing that the user wants to keep', () => {
    const plan = imported(empty, work(event()))
    expect(
      importCommand(
        proposalFor(plan, work(event({ more: ['STATUS:CANCELLED'] })), { becomes: { 'event-1': 'skip' } }),
      ),
    ).toBeNull()
  })

  it('takes its events back when it is a cancellation', () => {
    const plan = imported(empty, work(event()))
    expect(sessionsOf(imported(plan, calendarText([event()], ['METHOD:CANCEL'])))).toEqual([])
  })

  it('that is older than what is here changes nothing', () => {
    const plan = imported(empty, work(event({ sequence: 2, title: 'new' })))
    expect(onlyItem(proposalFor(plan, work(event({ sequence: 1, title: 'old' }))))).toMatchObject({
      state: 'none',
      reason: 'older-version',
    })
  })

  it('becomes what it became before, and something else when the user says so', () => {
    const free = work(event({ more: ['TRANSP:TRANSPARENT'] }))
    const plan = imported(empty, free, { becomes: { 'event-1': 'session' } })
    expect(onlyItem(proposalFor(plan, free)).becomes).toBe('session')
    const next = imported(plan, free, { becomes: { 'event-1': 'timeOff' } })
    expect([sessionsOf(next).length, Object.keys(next.practice.timeOff).length]).toEqual([0, 1])
  })
})

describe('a file with one occurrence of a series that is here', () => {
  const plan = imported(empty, work(weekly()))

  it('moves that occurrence, and again changes nothing', () => {
    const text = work(change('20261208T090000', '20261209T100000'))
    const next = imported(plan, text)
    expect(sessionsOf(next).map(({ recurrence }) => recurrence?.changed)).toEqual([
      { '2026-12-08T09:00': { start: '2026-12-09T10:00' } },
    ])
    expect(importCommand(proposalFor(next, text))).toBeNull()
  })

  it('does so for each of several', () => {
    const next = imported(
      plan,
      work(change('20261208T090000', '20261209T100000'), change('20261215T090000', '20261216T100000')),
    )
    expect(Object.keys(sessionsOf(next)[0]?.recurrence?.changed ?? {})).toEqual([
      '2026-12-08T09:00',
      '2026-12-15T09:00',
    ])
  })

  it('leaves a cancelled one out, and again changes nothing', () => {
    const text = calendarText([change('20261208T090000', '20261208T090000')], ['METHOD:CANCEL'])
    const next = imported(plan, text)
    expect(sessionsOf(next).map(({ recurrence }) => recurrence?.except)).toEqual([['2026-12-08T09:00']])
    expect(importCommand(proposalFor(next, text))).toBeNull()
  })
})

describe('occurrences and their series', () => {
  it('give way to the series when it comes', () => {
    const alone = imported(
      empty,
      work(change('20261208T090000', '20261208T090000'), change('20261215T090000', '20261215T090000')),
    )
    expect(sessionsOf(alone)).toHaveLength(2)
    expect(sessionsOf(imported(alone, work(weekly()))).map(({ recurrence }) => recurrence?.rule)).toEqual([
      'FREQ=WEEKLY',
    ])
  })

  it('stay as they are where the series was split here', () => {
    const split = executed(imported(empty, work(weekly())), {
      type: 'session/change',
      id: 'new-1',
      scope: { kind: 'following', original: '2026-12-15T09:00', newId: 'second' },
      change: { minutes: 30 },
    })
    expect(importCommand(proposalFor(split, work(weekly())))).toBeNull()
    expect(onlyItem(proposalFor(split, work(weekly({ title: 'B' }))))).toMatchObject({
      state: 'none',
      reason: 'edited-here',
    })
    const chosen = imported(split, work(weekly({ title: 'B' })), { becomes: { 'event-1': 'session' } })
    expect(sessionsOf(chosen).map(({ title }) => title)).toEqual(['B'])
  })
})

describe('a series that the calendar split', () => {
  const parts = work(
    weekly(),
    change('20261208T090000', '20261208T110000').replace(
      'RECURRENCE-ID;',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;',
    ),
  )

  it('is two series, and again changes nothing', () => {
    const plan = imported(empty, parts)
    expect(sessionsOf(plan).map(({ start }) => start)).toEqual(['2026-12-01T09:00', '2026-12-08T11:00'])
    expect(importCommand(proposalFor(plan, parts))).toBeNull()
  })
})

describe('days that the calendar split', () => {
  const days = eventText('DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY;COUNT=6', 'SUMMARY:D')
  const later = eventText(
    'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261204',
    'DTSTART;VALUE=DATE:20261204',
    'SUMMARY:E',
  )

  it('are each day once, and again change nothing', () => {
    const plan = imported(empty, work(days, later))
    const titles = Object.values(plan.practice.timeOff).map(({ from, title }) => from.slice(8) + title)
    expect(titles.sort()).toEqual(['01D', '02D', '03D', '04E', '05E', '06E'])
    expect(importCommand(proposalFor(plan, work(days, later)))).toBeNull()
  })
})

describe('what is no longer in the file', () => {
  const plan = imported(empty, work(event(), event({ more: ['UID:gone'] })))

  it('is counted and stays', () => {
    const proposal = proposalFor(plan, work(event()))
    expect([proposal.vanished, importCommand(proposal)]).toEqual([1, null])
  })

  it('is taken out on request', () => {
    expect(
      sessionsOf(imported(plan, work(event()), { removeVanished: true })).map(({ source }) => source?.uid),
    ).toEqual(['event-1'])
  })

  it('of another calendar is never counted', () => {
    expect(proposalFor(plan, calendarText([event()], ['X-WR-CALNAME:Home'])).vanished).toBe(0)
  })
})
