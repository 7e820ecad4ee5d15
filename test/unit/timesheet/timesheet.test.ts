import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { TimeEntry } from '../../../shared/plan/timeEntry.ts'
import { addDays } from '../../../shared/time/day.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { compare, estimateFactor } from '../../../shared/timesheet/compare.ts'
import { copiedWeek } from '../../../shared/timesheet/copyWeek.ts'
import { confirmable, confirmingEntry, dayPlan, notHappened } from '../../../shared/timesheet/dayPlan.ts'
import { isClosed, lockOf, posted } from '../../../shared/timesheet/lock.ts'
import { overlapping } from '../../../shared/timesheet/overlaps.ts'
import { timesheet } from '../../../shared/timesheet/sheet.ts'
import { aClient, anEngagement, anEntry, aPlan, aSeries, aSession, HOME } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

const MONDAY = '2026-11-23'
const noHolidays = () => null
const clients = [aClient(), aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 })]
const engagements = [
  anEngagement({ rounding: { mode: 'up', increment: 15, scope: 'day' } }),
  anEngagement({ id: 'lumen-cto', clientId: 'lumen', name: 'Interim CTO', order: 2 }),
]
const roadmap = aSession({ id: 'roadmap' })
const board = aSeries({
  id: 'board',
  title: 'Board call',
  kind: 'meeting',
  engagementId: 'lumen-cto',
  start: '2026-11-16T11:00',
  minutes: 90,
})
const plan = aPlan({
  clients,
  engagements,
  sessions: [roadmap, board, aSession({ id: 'maybe', start: '2026-11-23T15:00', status: 'tentative' })],
})

function planAfter(before: Plan, ...commands: Command[]): Plan {
  return commands.reduce((now, command) => {
    const result = execute(now, command)
    if (!result.ok) throw new Error(result.refusal.code)
    return result.plan
  }, before)
}
const put = (...entries: TimeEntry[]): Command => ({ type: 'entry/put', entries })
const at = (wall: string) => toEpochMinute(wall, HOME)
const state = (of: Plan, day = MONDAY) => dayPlan(of, day).items.map(({ key, state: what }) => [key, what])

describe('a day as it was planned', () => {
  it('holds what starts on it in the home zone, by start, and what became of it', () => {
    const [first, second] = dayPlan(plan, MONDAY).items
    if (first === undefined || second === undefined) throw new Error('nothing planned')
    const done = planAfter(
      plan,
      put(confirmingEntry(first.occurrence, 'e1', { minutes: 75 })),
      put(notHappened(second.occurrence, 'e2', 'moved')),
    )
    expect([state(plan), state(done)]).toEqual([
      [
        ['roadmap', 'open'],
        ['board@2026-11-23T11:00', 'open'],
        ['maybe', 'open'],
      ],
      [
        ['roadmap', 'worked'],
        ['board@2026-11-23T11:00', 'not-happened'],
        ['maybe', 'open'],
      ],
    ])
    expect(dayPlan(done, MONDAY).unplanned).toEqual([])
  })

  it('shows a meeting of another zone on the day that it has at home', () => {
    const far = aPlan({
      engagements,
      clients,
      sessions: [aSession({ start: '2026-11-22T22:00', zone: 'America/New_York' })],
    })
    expect([dayPlan(far, '2026-11-22').items.length, dayPlan(far, MONDAY).items.length]).toEqual([0, 1])
  })

  it('is confirmed at once for what was firm and is over, never for what is tentative or still to come', () => {
    const keys = (now: string) => confirmable(dayPlan(plan, MONDAY), at(now)).map(({ key }) => key)
    expect([keys('2026-11-23T09:59'), keys('2026-11-23T10:00'), keys('2026-11-23T20:00')]).toEqual([
      [],
      ['roadmap'],
      ['roadmap', 'board@2026-11-23T11:00'],
    ])
  })

  it('says what did not happen without any time to bill', () => {
    const [first] = dayPlan(plan, MONDAY).items
    if (first === undefined) throw new Error('nothing planned')
    expect(notHappened(first.occurrence, 'e1', 'ill')).toMatchObject({
      minutes: 0,
      billable: false,
      note: 'ill',
    })
    const nothing = notHappened(first.occurrence, 'e1', '')
    const parsed = [nothing, { ...nothing, session: null }, { ...nothing, billable: true }]
    expect(parsed.map((entry) => TimeEntry.safeParse(entry).success)).toEqual([true, false, false])
  })
})

describe('the timesheet of a week', () => {
  const entries = [
    anEntry({ id: 'a', minutes: 50 }),
    anEntry({ id: 'b', minutes: 20, start: null }),
    anEntry({ id: 'c', day: '2026-11-25', start: null, minutes: 10, billable: false }),
    anEntry({ id: 'd', engagementId: 'lumen-cto', day: '2026-11-26', start: null, minutes: 7 }),
    anEntry({ id: 'e', engagementId: null, day: '2026-11-29', start: null, minutes: 30, billable: false }),
    anEntry({ id: 'next', day: '2026-11-30', start: '2026-11-30T09:00' }),
  ]
  const sheet = timesheet(planAfter(plan, put(...entries)), MONDAY, noHolidays)

  it('sums what was worked by engagement and day, beside the plan', () => {
    expect(
      sheet.rows.map((row) => [
        row.engagementId,
        row.cells.map(({ exact }) => exact),
        row.exact,
        row.billable,
        row.rounded,
        row.planned,
      ]),
    ).toEqual([
      ['northwind-cto', [70, 0, 10, 0, 0, 0, 0], 80, 70, 75, 120],
      ['lumen-cto', [0, 0, 0, 7, 0, 0, 0], 7, 7, 7, 90],
      [null, [0, 0, 0, 0, 0, 0, 30], 30, 0, 0, 0],
    ])
    expect(sheet.days.map(({ exact, planned, capacity }) => [exact, planned, capacity])).toEqual([
      [70, 210, 480],
      [0, 0, 480],
      [10, 0, 480],
      [7, 0, 480],
      [0, 0, 240],
      [0, 0, 0],
      [30, 0, 0],
    ])
    expect([sheet.exact, sheet.planned, sheet.capacity]).toEqual([117, 210, 36 * 60])
  })

  it('adds up both ways, whatever was worked', () => {
    const some = fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 900 }),
        day: fc.integer({ min: -2, max: 9 }),
        engagementId: fc.constantFrom('northwind-cto', 'lumen-cto', null),
        billable: fc.boolean(),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(some, (drawn) => {
        const given = drawn.map(({ day, ...rest }, i) =>
          anEntry({ id: `x${i}`, ...rest, day: addDays(MONDAY, day), start: null }),
        )
        const made = timesheet(given.length === 0 ? plan : planAfter(plan, put(...given)), MONDAY, noHolidays)
        const within = given.filter(({ day }) => MONDAY <= day && day <= '2026-11-29')
        const all = within.reduce((sum, { minutes }) => sum + minutes, 0)
        expect(made.rows.reduce((sum, { exact }) => sum + exact, 0)).toBe(all)
        expect(made.exact).toBe(all)
        for (const row of made.rows) {
          expect(row.cells.reduce((sum, { exact }) => sum + exact, 0)).toBe(row.exact)
          expect(row.rounded).toBeGreaterThanOrEqual(row.billable)
        }
      }),
      { numRuns: times(50, 500) },
    )
  })

  it('leaves the rounding of a whole invoice to the invoice', () => {
    const later = { ...engagements[0], rounding: { mode: 'up', increment: 60, scope: 'invoice' } } as const
    const of = timesheet(
      aPlan({ clients, engagements: [anEngagement(later)], entries: [anEntry({ minutes: 50 })] }),
      MONDAY,
      noHolidays,
    )
    expect(of.rows[0]).toMatchObject({ rounded: 50, roundsLater: true })
  })
})

describe('entries that overlap', () => {
  it.each([
    ['share a minute', '09:00', 60, '09:59', 10, true],
    ['only meet', '09:00', 60, '10:00', 10, false],
    ['lie one in the other', '09:00', 180, '10:00', 10, true],
  ])('that %s', (_, a, long, b, short, is) => {
    const one = anEntry({ id: 'one', start: `${MONDAY}T${a}`, minutes: long })
    const two = anEntry({ id: 'two', start: `${MONDAY}T${b}`, minutes: short })
    expect([...overlapping([two, one])].sort()).toEqual(is ? ['one', 'two'] : [])
  })

  it('are found by instants across zones, a third one behind a long one too', () => {
    const long = anEntry({ id: 'long', start: `${MONDAY}T09:00`, minutes: 300 })
    const near = anEntry({ id: 'near', start: `${MONDAY}T09:30`, minutes: 10 })
    const newYork = anEntry({ id: 'ny', start: `${MONDAY}T07:00`, zone: 'America/New_York', minutes: 30 })
    const none = anEntry({ id: 'none', start: null })
    expect([...overlapping([newYork, near, long, none])].sort()).toEqual(['long', 'near', 'ny'])
  })
})

describe('closed time', () => {
  const closed = planAfter(plan, put(anEntry({ id: 'old', day: '2026-11-20', start: null })), {
    type: 'entry/close',
    through: '2026-11-22',
  })
  const code = (command: Command) => {
    const result = execute(closed, command)
    return result.ok ? 'ok' : result.refusal.code
  }

  it('takes no entry, and keeps those that it has', () => {
    expect([
      code(put(anEntry({ id: 'new', day: '2026-11-22', start: null }))),
      code(put(anEntry({ id: 'old', day: '2026-11-24', start: null }))),
      code({ type: 'entry/delete', ids: ['old'] }),
      code(put(anEntry({ id: 'new', day: MONDAY }))),
    ]).toEqual(['period-closed', 'period-closed', 'period-closed', 'ok'])
    expect([isClosed(closed, '2026-11-22'), isClosed(closed, MONDAY), isClosed(plan, MONDAY)]).toEqual([
      true,
      false,
      false,
    ])
    expect(lockOf(closed, { id: 'old', day: '2026-11-20' })).toEqual({
      kind: 'closed',
      through: '2026-11-22',
    })
  })

  it('is entered late on an open day, which names the day it was worked on', () => {
    const late = anEntry({ id: 'late', day: '2026-11-19', start: '2026-11-19T09:00' })
    expect(posted(closed, late, '2026-11-25')).toEqual({
      ...late,
      day: '2026-11-25',
      start: null,
      lateFor: '2026-11-19',
    })
    expect(posted(closed, late, '2026-11-01').day).toBe(MONDAY)
    expect(posted(closed, anEntry(), '2026-11-25')).toEqual(anEntry())
    expect(code(put(posted(closed, late, '2026-11-25')))).toBe('ok')
    const before = { ...posted(closed, late, '2026-11-25'), lateFor: '2026-11-26' }
    expect(TimeEntry.safeParse(before).success).toBe(false)
  })

  it('is opened again', () => {
    const open = planAfter(closed, { type: 'entry/close', through: null })
    expect(execute(open, { type: 'entry/delete', ids: ['old'] }).ok).toBe(true)
  })
})

describe('planned against worked', () => {
  it('says for each session what became of it, and how long it took against its plan', () => {
    const [first, second] = dayPlan(plan, MONDAY).items
    if (first === undefined || second === undefined) throw new Error('nothing planned')
    const done = planAfter(
      plan,
      put(
        confirmingEntry(first.occurrence, 'e1', { minutes: 90 }),
        notHappened(second.occurrence, 'e2', ''),
        anEntry({ id: 'extra', engagementId: null, minutes: 25, start: null }),
      ),
    )
    const { total, days, clients: byClient, engagements: by } = compare(done, MONDAY, '2026-11-24')
    expect(total).toEqual({
      planned: 210,
      worked: 115,
      estimated: 60,
      took: 90,
      dropped: 90,
      unplanned: 25,
      open: 60,
    })
    expect(days.get(MONDAY)).toEqual(total)
    expect(days.get('2026-11-24')?.planned).toBe(0)
    expect([
      byClient.get('northwind')?.worked,
      byClient.get('lumen')?.dropped,
      byClient.get(null)?.worked,
    ]).toEqual([90, 90, 25])
    expect(by.get('lumen-cto')?.planned).toBe(90)
  })

  it('gives a factor where there is enough to judge by', () => {
    const of = (estimated: number, took: number) =>
      estimateFactor({ planned: 0, worked: 0, dropped: 0, unplanned: 0, open: 0, estimated, took })
    expect([of(600, 720), of(179, 300), of(180, 90)]).toEqual([1.2, null, 0.5])
  })
})

describe('copying last week', () => {
  it('fills the cells that are empty, a week later, as time that confirms no session', () => {
    const before = planAfter(
      plan,
      put(
        anEntry({
          id: 'a',
          day: '2026-11-16',
          start: '2026-11-16T09:00',
          session: { sessionId: 'roadmap', original: null },
        }),
        anEntry({ id: 'b', day: '2026-11-17', start: null }),
        anEntry({ id: 'c', engagementId: 'lumen-cto', day: '2026-11-17', start: null }),
        anEntry({ id: 'there', engagementId: 'lumen-cto', day: '2026-11-24', start: null }),
      ),
    )
    let count = 0
    const copied = copiedWeek(before, MONDAY, () => `n${++count}`)
    expect(copied).toEqual([
      anEntry({ id: 'n1', day: MONDAY, start: `${MONDAY}T09:00` }),
      anEntry({ id: 'n2', day: '2026-11-24', start: null }),
    ])
    expect(
      copiedWeek(planAfter(before, { type: 'entry/close', through: '2026-11-30' }), MONDAY, String),
    ).toEqual([])
  })
})
