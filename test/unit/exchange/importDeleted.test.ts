import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import { emptyPlan, type Plan } from '../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../shared/plan/series.ts'
import { aPlan, aSession, HOME } from '../../support/builders.ts'
import { calendarText, eventText } from './calendarText.ts'
import { imported, onlyItem, proposalFor, sessionsOf } from './importing.ts'

const empty = emptyPlan(HOME)
const BERLIN = 'TZID=Europe/Berlin'
const work = (...events: string[]) => calendarText(events, ['X-WR-CALNAME:Work'])
const weekly = (sequence: number, ...more: string[]) =>
  eventText(
    `SEQUENCE:${sequence}`,
    `DTSTART;${BERLIN}:20261201T${sequence > 1 ? '11' : '09'}0000`,
    'DURATION:PT1H',
    'SUMMARY:A',
    'RRULE:FREQ=WEEKLY',
    ...more,
  )
const single = eventText(`DTSTART;${BERLIN}:20261201T090000`, 'DURATION:PT1H', 'SUMMARY:A')
const daysOff = eventText(
  'DTSTART;VALUE=DATE:20261224',
  'DTEND;VALUE=DATE:20261225',
  'RRULE:FREQ=DAILY;COUNT=3',
  'SUMMARY:Off',
)

function executed(plan: Plan, command: Command): Plan {
  const done = execute(plan, command)
  if (!done.ok) throw new Error(done.refusal.code)
  return done.plan
}

type Scope = Extract<Command, { type: 'session/delete' }>['sessions'][number]['scope']

function deleted(plan: Plan, scope: Scope = { kind: 'all' }): Plan {
  const id = sessionsOf(plan)[0]?.id ?? ''
  return executed(plan, { type: 'session/delete', sessions: [{ id, scope }] })
}

const starts = (plan: Plan) =>
  sessionsOf(plan)
    .flatMap((session) => occurrencesOf(session, { from: '2026-12-01', to: '2027-01-05' }))
    .map(({ start }) => start.slice(5))

describe('what was deleted here', () => {
  it('is left out of a later import, which says why', () => {
    const plan = deleted(imported(empty, work(single)))
    expect(onlyItem(proposalFor(plan, work(single)))).toMatchObject({
      becomes: 'skip',
      state: 'none',
      reason: 'deleted-here',
    })
    expect(imported(plan, work(single))).toBe(plan)
  })

  it('comes back when the user says so, and is then as if it had never been deleted', () => {
    const plan = deleted(imported(empty, work(single)))
    const back = imported(plan, work(single), { becomes: { 'event-1': 'session' } })
    expect([starts(back), back.practice.deletedImports]).toEqual([['12-01T09:00'], {}])
    expect(onlyItem(proposalFor(back, work(single))).state).toBe('same')
  })

  it('is as before after an undo', () => {
    const before = imported(empty, work(single))
    const id = sessionsOf(before)[0]?.id ?? ''
    const done = execute(before, { type: 'session/delete', sessions: [{ id, scope: { kind: 'all' } }] })
    if (!done.ok) throw new Error(done.refusal.code)
    expect(Object.keys(done.plan.practice.deletedImports)).toEqual(['event-1'])
    expect(done.inverse.some(({ path }) => path.includes('deletedImports'))).toBe(true)
  })

  it('is not noted where nothing came from a calendar', () => {
    const plan = aPlan({ sessions: [aSession({ id: 'own', source: null })] })
    const sessions = [{ id: 'own', scope: { kind: 'all' } as const }]
    expect(executed(plan, { type: 'session/delete', sessions }).practice.deletedImports).toEqual({})
  })
})

describe('an occurrence that was deleted here', () => {
  const before = imported(empty, work(weekly(0)))
  const plan = deleted(before, { kind: 'this', original: '2026-12-08T09:00' })

  it('stays away when the calendar changes the rule', () => {
    const next = imported(plan, work(weekly(1, `EXDATE;${BERLIN}:20261215T090000`)))
    expect(starts(next)).toEqual(['12-01T09:00', '12-22T09:00', '12-29T09:00', '01-05T09:00'])
  })

  it('stays away when the series moves to another hour and changes its rule', () => {
    const next = imported(plan, work(weekly(2, `EXDATE;${BERLIN}:20261215T110000`)))
    expect(starts(next)).toEqual(['12-01T11:00', '12-22T11:00', '12-29T11:00', '01-05T11:00'])
  })

  it('stays away when a file holds only that occurrence, until the user wants it', () => {
    const alone = work(
      eventText(
        `RECURRENCE-ID;${BERLIN}:20261208T090000`,
        `DTSTART;${BERLIN}:20261209T100000`,
        'DURATION:PT1H',
        'SUMMARY:A',
      ),
    )
    expect(onlyItem(proposalFor(plan, alone))).toMatchObject({ state: 'none', reason: 'deleted-here' })
    const key = onlyItem(proposalFor(plan, alone)).key
    const back = imported(plan, alone, { becomes: { [key]: 'session' } })
    expect([starts(back).slice(0, 3), back.practice.deletedImports]).toEqual([
      ['12-01T09:00', '12-09T10:00', '12-15T09:00'],
      {},
    ])
  })

  it('and all that follow stay away when the calendar changes the rule', () => {
    const ended = deleted(before, { kind: 'following', original: '2026-12-15T09:00', newId: 'rest' })
    const next = imported(ended, work(weekly(1, `EXDATE;${BERLIN}:20261208T090000`)))
    expect(starts(next)).toEqual(['12-01T09:00'])
  })

  it('is forgotten with its series: that alone is asked about', () => {
    expect(Object.keys(deleted(plan).practice.deletedImports)).toEqual(['event-1'])
  })
})

describe('a day of a recurring day off that was deleted here', () => {
  it('stays away, and the others are here once', () => {
    const plan = imported(empty, work(daysOff))
    const [, second] = Object.values(plan.practice.timeOff).sort((a, b) => (a.from < b.from ? -1 : 1))
    const next = executed(plan, { type: 'practice/delete', kind: 'timeOff', id: second?.id ?? '' })
    expect(imported(next, work(daysOff))).toBe(next)
    expect(Object.values(next.practice.timeOff).map(({ from }) => from)).toEqual(['2026-12-24', '2026-12-26'])
  })

  it('is left out as a whole where all its days were deleted', () => {
    const plan = imported(empty, work(daysOff))
    const none = Object.keys(plan.practice.timeOff).reduce(
      (before, id) => executed(before, { type: 'practice/delete', kind: 'timeOff', id }),
      plan,
    )
    expect(onlyItem(proposalFor(none, work(daysOff)))).toMatchObject({ reason: 'deleted-here' })
    const back = imported(none, work(daysOff), { becomes: { 'event-1': 'timeOff' } })
    expect(Object.keys(back.practice.timeOff)).toHaveLength(3)
  })
})

describe('a version that was changed earlier', () => {
  const version = (modified: string, title: string) =>
    work(
      eventText(
        `DTSTART;${BERLIN}:20261201T090000`,
        'DURATION:PT1H',
        `SUMMARY:${title}`,
        `LAST-MODIFIED:${modified}`,
      ),
    )
  const plan = imported(empty, version('20261110T080000Z', 'new'))

  it('changes nothing, though its SEQUENCE is the same', () => {
    expect(onlyItem(proposalFor(plan, version('20261109T080000Z', 'old')))).toMatchObject({
      state: 'none',
      reason: 'older-version',
    })
  })

  it('gives way to one that was changed later', () => {
    expect(sessionsOf(imported(plan, version('20261111T080000Z', 'newer')))[0]?.title).toBe('newer')
  })
})
