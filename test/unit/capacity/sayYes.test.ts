import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../shared/capacity/availability.ts'
import { type Asked, askedProblems } from '../../../shared/capacity/sayYes/asked.ts'
import { canSayYes, sayYes } from '../../../shared/capacity/sayYes/sayYes.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day, dayNumber } from '../../../shared/time/day.ts'
import { weekStart } from '../../../shared/time/week.ts'
import { assertAlsoFixed } from '../../support/alsoFixed.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  aPlan,
  aSeries,
  aSession,
  HOME,
} from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY } from './mockWeek.ts'
import { anyAsked, withIt } from './randomAsked.ts'
import { aPractice, context as random } from './randomPractice.ts'

const monday = at('2026-11-23T00:00')
const hours = (count: number) => ({ kind: 'hoursPerWeek', minutes: count * 60 }) as const

const anAsked = (given: Partial<Asked> = {}): Asked => ({
  commitment: hours(8),
  start: MONDAY,
  end: addDays(MONDAY, 27),
  meetings: [],
  clientId: null,
  ...given,
})

const aMeeting = (given: Partial<Asked['meetings'][number]> = {}) => ({
  weekday: 2,
  minute: 600,
  minutes: 60,
  zone: HOME,
  everyWeeks: 1,
  ...given,
})

/** 36 h a week, of which 20 h are promised; for three weeks from 7 December 10 h more are planned for own business. */
const plan = aPlan({
  clients: [aClient()],
  engagements: [
    anEngagement({
      commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 1200 } }],
    }),
  ],
  sessions: [
    aSession({ minutes: 120 }),
    aSeries({ engagementId: null, start: '2026-12-07T09:00', minutes: 600, rule: 'FREQ=WEEKLY;COUNT=3' }),
  ],
})

const away = (from: Day, to: Day, of: Plan = plan): Plan => ({
  ...of,
  practice: {
    ...of.practice,
    timeOff: { away: { id: 'away', title: 'Skiing', from, to, part: null, source: null } },
  },
})

describe('can I say yes?', () => {
  test.each([
    ['yes, while it fits every week', { commitment: hours(6) }, true, 360, MONDAY, []],
    [
      'no, with the weeks that are short and the first start that fits',
      {},
      false,
      360,
      '2026-12-23',
      [
        ['2026-12-07', -120],
        ['2026-12-14', -120],
      ],
    ],
    [
      'a short engagement may fit before the full weeks',
      { commitment: hours(16), end: addDays(MONDAY, 13) },
      true,
      960,
      MONDAY,
      [],
    ],
    [
      'more than any week has fits nowhere',
      { commitment: hours(36), end: addDays(MONDAY, 6) },
      false,
      960,
      null,
      [[MONDAY, -1200]],
    ],
    [
      'one without an end is looked at for 26 weeks',
      { commitment: hours(6), end: null },
      true,
      360,
      MONDAY,
      [],
    ],
    [
      'days a week are as long as the pattern’s usual day',
      { commitment: { kind: 'daysPerWeek' as const, halfDays: 2 } },
      false,
      360,
      '2026-12-22',
      [
        ['2026-12-07', -72],
        ['2026-12-14', -72],
      ],
    ],
  ] as const)('%s', (_rule, given, fits, largest, earliest, short) => {
    const answer = sayYes(plan, anAsked(given), monday)
    expect([answer.fits, answer.largest, answer.earliest]).toEqual([fits, largest, earliest])
    expect(answer.short.map(({ start, left }) => [start, left])).toEqual(short)
  })

  test('the first and the last week take their share by working days, and must fit into its days', () => {
    const asked = anAsked({ start: '2026-11-26', end: '2026-12-08', commitment: hours(10) })
    const { weeks } = sayYes(plan, asked, monday)
    expect(weeks.map(({ from, to, asked: minutes, room }) => [from, to, minutes, room])).toEqual([
      // Thursday and Friday are two working days of five, and have 12 h.
      ['2026-11-26', '2026-11-29', 240, 720],
      ['2026-11-30', '2026-12-06', 600, 960],
      // Monday and Tuesday have 16 h, of which 10 h are planned.
      ['2026-12-07', '2026-12-08', 240, 360],
    ])
  })

  test('today only the hours that are left count', () => {
    const now = at('2026-11-27T11:00')
    const asked = anAsked({ start: '2026-11-27', end: '2026-11-27', commitment: hours(10) })
    const { weeks, largest } = sayYes(aPlan({}), asked, now)
    expect([weeks[0]?.asked, weeks[0]?.room, largest]).toEqual([120, 120, 602])
  })

  test('a quarter of an hour is offered, never more than fits', () => {
    const full = aPlan({ sessions: [aSession({ minutes: 127 })] })
    const { largest, offered } = sayYes(full, anAsked({ commitment: hours(34) }), monday)
    expect([largest, offered]).toEqual([2033, 2025])
  })

  test('a week off counts as one in which nothing fits, and what fits in the others is said too', () => {
    const answer = sayYes(away('2026-12-07', '2026-12-13'), anAsked({ commitment: hours(4) }), monday)
    const { fits, largest, offeredWithRoom, short, earliest } = answer
    expect([fits, largest, offeredWithRoom]).toEqual([false, 0, 360])
    expect(short.map(({ start, capacity }) => [start, capacity])).toEqual([['2026-12-07', 0]])
    expect(earliest).toBe('2026-12-14')
  })
})

describe('the meetings of an asked engagement', () => {
  const steering = aSeries({ title: 'Steering', start: '2026-11-24T10:30', rule: 'FREQ=WEEKLY;INTERVAL=2' })
  const withSteering = aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    sessions: [steering],
  })

  test('that collide with confirmed sessions are named, with each of the days', () => {
    const answer = sayYes(withSteering, anAsked({ meetings: [aMeeting()] }), monday)
    expect([answer.fits, answer.meetings]).toEqual([
      false,
      [
        {
          meeting: 0,
          code: 'overlap',
          other: { title: 'Steering', client: 'Northwind' },
          minutes: 30,
          starts: ['2026-11-24T10:00', '2026-12-08T10:00'],
          breaks: true,
        },
      ],
    ])
  })

  test('that do not collide every other week fit from the other week on', () => {
    const meetings = [aMeeting({ everyWeeks: 2 })]
    expect(sayYes(withSteering, anAsked({ meetings }), monday).earliest).toBe('2026-11-25')
    const later = sayYes(withSteering, anAsked({ meetings, start: '2026-11-25', end: null }), monday)
    expect([later.fits, later.meetings]).toEqual([true, []])
  })

  test('that lie outside of working hours break it, in whatever zone they are set', () => {
    const meetings = [aMeeting({ weekday: 3, minute: 780, zone: 'America/New_York' })]
    const answer = sayYes(withSteering, anAsked({ meetings }), monday)
    const starts = ['2026-11-25T19:00', '2026-12-02T19:00', '2026-12-09T19:00', '2026-12-16T19:00']
    expect([answer.fits, answer.earliest, answer.meetings]).toEqual([
      false,
      null,
      [{ meeting: 0, code: 'outside-hours', other: null, minutes: 60, starts, breaks: true }],
    ])
  })

  test('that come too close to another client’s session are told, and do not break it', () => {
    const close = {
      ...withSteering.practice,
      settings: { ...withSteering.practice.settings, changeoverMinutes: 15 },
    }
    const meetings = [aMeeting({ minute: 690, everyWeeks: 4 })]
    const tried = (clientId: string | null) =>
      sayYes({ ...withSteering, practice: close }, anAsked({ meetings, clientId }), monday)
    expect([tried(null).fits, tried(null).meetings.map(({ code, breaks }) => [code, breaks])]).toEqual([
      true,
      [['no-gap', false]],
    ])
    expect(tried('northwind').meetings).toEqual([])
  })

  test('that fall on a day off are not held, and take no time', () => {
    const meetings = [aMeeting({ minutes: 120 })]
    const asked = anAsked({ meetings, commitment: hours(1), end: addDays(MONDAY, 13) })
    const { fits, off, weeks } = sayYes(away('2026-12-01', '2026-12-01'), asked, monday)
    expect([fits, off.map(({ day, name }) => [day, name])]).toEqual([true, [['2026-12-01', 'Skiing']]])
    expect(weeks.map(({ needed }) => needed)).toEqual([120, 60])
  })

  test('that fill a day past its capacity break it', () => {
    const tuesday = aPlan({
      sessions: [aSession({ start: '2026-11-24T14:00', minutes: 450, status: 'tentative' })],
    })
    const asked = anAsked({ meetings: [aMeeting()], end: addDays(MONDAY, 6) })
    const { meetings, fits } = sayYes(tuesday, asked, monday)
    expect([fits, meetings.map(({ code, minutes }) => [code, minutes])]).toEqual([false, [['day-over', 30]]])
  })
})

describe('the deadlines of a plan', () => {
  const milestone = (minutes: number, due: Day) =>
    aPlan({
      clients: [aClient()],
      engagements: [anEngagement()],
      deliverables: [aDeliverable({ remainingMinutes: minutes, due })],
    })

  test('that an asked engagement makes impossible are a no, with the window that is short', () => {
    // 72 h in two weeks, 66 h of work, 8 h asked in each.
    const answer = sayYes(milestone(3960, '2026-12-04'), anAsked(), monday)
    expect([answer.fits, answer.short, answer.largest, answer.deadlines]).toEqual([
      false,
      [],
      180,
      [
        {
          items: [{ id: 'milestone-2', title: 'Milestone 2', due: '2026-12-04' }],
          from: '2026-11-23',
          to: '2026-12-06',
          ...{ work: 3960, asked: 960, available: 4320, short: 600 },
        },
      ],
    ])
  })

  test('that cannot be met anyway are no reason to say no', () => {
    expect(sayYes(milestone(9000, '2026-12-04'), anAsked(), monday).fits).toBe(true)
  })
})

describe('what cannot be meant', () => {
  test.each([
    ['nothing a week', { commitment: hours(0) }, [{ field: 'amount', code: 'nothing' }]],
    [
      'no days a week',
      { commitment: { kind: 'daysPerWeek' as const, halfDays: 0 } },
      [{ field: 'amount', code: 'nothing' }],
    ],
    ['168 hours a week', { commitment: hours(168) }, [{ field: 'amount', code: 'whole-week' }]],
    ['a start in the past', { start: '2026-11-22' }, [{ field: 'start', code: 'past' }]],
    ['a start in another century', { start: '2126-11-23', end: null }, [{ field: 'start', code: 'far' }]],
    ['an end before the start', { end: '2026-11-22' }, [{ field: 'end', code: 'before-start' }]],
    [
      'a meeting without length, or never',
      { meetings: [aMeeting({ minutes: 0, everyWeeks: 0 })] },
      [
        { field: 'meeting', meeting: 0, code: 'length' },
        { field: 'meeting', meeting: 0, code: 'weeks' },
      ],
    ],
    ['nothing wrong', {}, []],
  ] as const)('%s', (_what, given, problems) => {
    expect(askedProblems(anAsked(given), MONDAY)).toEqual(problems)
  })

  test('an engagement of no working day at all asks for nothing', () => {
    const asked = anAsked({ start: '2026-11-28', end: '2026-11-29', commitment: hours(40) })
    const { fits, weeks } = sayYes(plan, asked, monday)
    expect([fits, weeks.map((one) => one.asked)]).toEqual([true, [0]])
  })
})

/** The same from another day on, for as long. */
function from(asked: Asked, start: Day): Asked {
  const days = asked.end === null ? null : dayNumber(asked.end) - dayNumber(asked.start)
  return { ...asked, start, end: days === null ? null : addDays(start, days) }
}

/** Its weeks fit and its deadlines hold; what its meetings break does not depend on how much is asked. */
const hasRoom = (of: Plan, asked: Asked, context: CapacityContext) => {
  const { short, deadlines } = sayYes(of, asked, context)
  return short.length === 0 && deadlines.length === 0
}

describe('whatever is asked', { timeout: times(20_000, 1_200_000) }, () => {
  test('the largest fits, and a minute more does not', () => {
    fc.assert(
      fc.property(aPractice, anyAsked, (of, asked) => {
        const { largest, offered } = sayYes(of, asked, random)
        const given = (minutes: number) => ({
          ...asked,
          commitment: { kind: 'hoursPerWeek' as const, minutes },
        })
        if (largest > 0) expect(hasRoom(of, given(largest), random)).toBe(true)
        if (largest < 10_080) expect(hasRoom(of, given(largest + 1), random)).toBe(false)
        expect([offered <= largest, largest - offered < 15, offered % 15]).toEqual([true, true, 0])
      }),
      { numRuns: times(12, 3000) },
    )
  })

  test('the earliest start fits for as long, and no earlier working day does', () => {
    fc.assert(
      fc.property(aPractice, anyAsked, (of, asked) => {
        const { fits, earliest } = sayYes(of, asked, random)
        if (fits) expect(earliest).toBe(asked.start)
        if (earliest !== null) expect(canSayYes(of, from(asked, earliest), random)).toBe(true)
        expect(canSayYes(of, asked, random)).toBe(fits)
        const calendar = workingCalendar(of, random.holidays)
        // Where there is none the first weeks are tried: all of them would take minutes.
        const stop = earliest ?? addDays(asked.start, 40)
        for (let start = asked.start; start < stop; start = addDays(start, 1))
          if (calendar.day(dayNumber(start)).patternMinutes > 0)
            expect([start, canSayYes(of, from(asked, start), random)]).toEqual([start, false])
      }),
      { numRuns: times(10, 1000) },
    )
  })

  test('a yes raises no flag that must be solved, and leaves room for what is promised in every week', () => {
    let yes = 0
    assertAlsoFixed(
      fc.property(aPractice, anyAsked, (of, wanted) => {
        const { earliest } = sayYes(of, wanted, random)
        if (earliest === null) return
        yes++
        const asked = from(wanted, earliest)
        const { weeks } = sayYes(of, asked, random)
        const planned = withIt(of, asked, random)
        for (const { start } of weeks) {
          const over = (shown: Plan) =>
            week(shown, start, random).flags.flatMap(({ key, severity }) => (severity === 'over' ? key : []))
          const before = new Set(over(of))
          expect(over(planned).filter((key) => !before.has(key))).toEqual([])
          const { totals, rows, days } = week(planned, start, random)
          const rest = rows.reduce(
            (sum, { status }) => sum + (status.kind === 'short' ? status.minutes : 0),
            0,
          )
          const isAhead = (days[0]?.start ?? 0) >= random.now
          expect(rest).toBeLessThanOrEqual(isAhead ? totals.headroom : totals.remaining)
        }
      }),
      { random: times(12, 3000), fixed: 6 },
    )
    expect(yes).toBeGreaterThan(0)
  })
})

test('weeks begin on the planner’s first weekday', () => {
  const sunday = aPlan({ settings: { firstWeekday: 7 } })
  const { weeks } = sayYes(sunday, anAsked({ end: '2026-12-02' }), monday)
  expect(weeks.map(({ start, from, to }) => [start, from, to])).toEqual([
    [weekStart(MONDAY, 7), MONDAY, '2026-11-28'],
    ['2026-11-29', '2026-11-29', '2026-12-02'],
  ])
})
