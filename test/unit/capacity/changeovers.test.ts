import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../shared/capacity/availability.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { freeTime } from '../../../shared/capacity/work/openWork.ts'
import type { DayInterval } from '../../../shared/plan/availability.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { type Interval, total } from '../../../shared/time/interval.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { aClient, anEngagement, aPattern, aPlan, aSession, HOME } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'

const MORNING = toEpochMinute('2026-11-24T00:00', HOME)
const EVENING = MORNING + 1440

function clock(minute: number): string {
  return `2026-11-24T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function planOf(
  hours: readonly DayInterval[],
  changeoverMinutes: number,
  sessions: readonly Session[],
): Plan {
  return aPlan({
    clients: ['a', 'b', 'c'].map((id) => aClient({ id, name: id })),
    engagements: ['a', 'b', 'c'].map((id) => anEngagement({ id, clientId: id })),
    patterns: [aPattern({ week: [[...hours], [...hours], [...hours], [], [], [], []] })],
    settings: { changeoverMinutes },
    sessions,
  })
}

/** Free time of Tuesday in minutes of its day. */
function freeOf(plan: Plan, from = MORNING): Interval[] {
  return freeTime(plan, workingCalendar(plan, noHolidays), from, EVENING).map((part) => ({
    from: part.from - MORNING,
    to: part.to - MORNING,
  }))
}

const session = (client: string | null, minute: number, minutes: number): Session =>
  aSession({ id: `s${minute}`, engagementId: client, start: clock(minute), minutes })

describe('free time between sessions', () => {
  const hours = [
    { from: 540, to: 720 },
    { from: 740, to: 1080 },
  ]
  test.each<[string, readonly Session[], readonly (readonly [number, number])[]]>([
    [
      'of different clients loses the changeover',
      [session('a', 540, 60), session('b', 660, 60)],
      [
        [615, 660],
        [740, 1080],
      ],
    ],
    [
      'of one client loses nothing',
      [session('a', 540, 60), session('a', 660, 60)],
      [
        [600, 660],
        [740, 1080],
      ],
    ],
    [
      'next to own business loses nothing',
      [session('a', 540, 60), session(null, 660, 60)],
      [
        [600, 660],
        [740, 1080],
      ],
    ],
    [
      'that is shorter than the changeover is lost',
      [session('a', 540, 60), session('b', 610, 110)],
      [[740, 1080]],
    ],
    [
      'loses nothing where a pause is long enough to change over in',
      [session('a', 540, 60), session('b', 800, 280)],
      [
        [600, 720],
        [740, 800],
      ],
    ],
    [
      'before the first and after the last session of the day loses nothing',
      [session('a', 600, 120), session('b', 740, 300)],
      [
        [540, 600],
        [1040, 1080],
      ],
    ],
  ])('%s', (_rule, sessions, expected) => {
    expect(freeOf(planOf(hours, 15, sessions)).map(({ from, to }) => [from, to])).toEqual(expected)
  })

  test('that began before now loses only what of the changeover is ahead', () => {
    const plan = planOf(hours, 15, [session('a', 540, 60), session('b', 660, 60)])
    expect([610, 620].map((now) => freeOf(plan, MORNING + now)[0])).toEqual([
      { from: 615, to: 660 },
      { from: 620, to: 660 },
    ])
  })

  test('goes to the next week’s first session at its midnight', () => {
    // The weeks of the engine begin on Thursday: a session that ends with Wednesday is the neighbour of its first gap.
    const day = [{ from: 0, to: 1440 }]
    const plan = aPlan({
      clients: ['a', 'b'].map((id) => aClient({ id, name: id })),
      engagements: ['a', 'b'].map((id) => anEngagement({ id, clientId: id })),
      patterns: [aPattern({ week: [day, day, day, day, day, day, day] })],
      settings: { changeoverMinutes: 30 },
      sessions: [
        aSession({ id: 'late', engagementId: 'a', start: '2026-11-25T23:00', minutes: 60 }),
        aSession({ id: 'early', engagementId: 'b', start: '2026-11-26T02:00', minutes: 60 }),
      ],
    })
    const midnight = toEpochMinute('2026-11-26T00:00', HOME)
    const free = freeTime(plan, workingCalendar(plan, noHolidays), midnight - 120, midnight + 240)
    expect(free.map(({ from, to }) => [from - midnight, to - midnight])).toEqual([
      [-120, -60],
      [30, 120],
      [180, 240],
    ])
  })

  test('that holds a midnight loses nothing, as work may be due at it', () => {
    const day = [{ from: 0, to: 1440 }]
    const plan = aPlan({
      clients: ['a', 'b'].map((id) => aClient({ id, name: id })),
      engagements: ['a', 'b'].map((id) => anEngagement({ id, clientId: id })),
      patterns: [aPattern({ week: [day, day, day, day, day, day, day] })],
      settings: { changeoverMinutes: 30 },
      sessions: [
        aSession({ id: 'late', engagementId: 'a', start: '2026-11-23T22:00', minutes: 60 }),
        aSession({ id: 'early', engagementId: 'b', start: '2026-11-24T01:00', minutes: 60 }),
      ],
    })
    const free = freeTime(plan, workingCalendar(plan, noHolidays), MORNING - 120, MORNING + 120)
    expect(total(free)).toBe(120)
  })
})

/**
 * The most minutes of client work in a gap by trying everything: each working minute goes to one of three clients or to
 * nobody, and between minutes and sessions of different clients lies the changeover.
 */
function mostBetween(
  gap: {
    readonly from: number
    readonly to: number
    readonly before: string | null
    readonly after: string | null
  },
  works: (minute: number) => boolean,
  changeover: number,
): number {
  let most = 0
  const best = new Map<string, number>()
  for (let minute = gap.from; minute < gap.to; minute++) {
    if (!works(minute)) continue
    for (const client of ['a', 'b', 'c']) {
      const begins = gap.before === null || gap.before === client || minute - gap.from >= changeover
      let done = begins ? 1 : 0
      for (let earlier = gap.from; earlier < minute; earlier++)
        for (const other of ['a', 'b', 'c']) {
          const known = best.get(`${earlier} ${other}`) ?? 0
          if (known > 0 && (other === client || minute - earlier - 1 >= changeover))
            done = Math.max(done, known + 1)
        }
      best.set(`${minute} ${client}`, done)
      if (gap.after === null || gap.after === client || gap.to - minute - 1 >= changeover)
        most = Math.max(most, done)
    }
  }
  return most
}

test('holds exactly as many minutes as the best plan has between two sessions, never fewer once the gap has begun', () => {
  const client = fc.constantFrom('a', 'b', 'c', null)
  fc.assert(
    fc.property(
      fc.record({
        before: client,
        after: client,
        gap: fc.integer({ min: 1, max: 40 }),
        pause: fc.record({ at: fc.integer({ min: -5, max: 40 }), length: fc.integer({ min: 0, max: 12 }) }),
        changeover: fc.integer({ min: 0, max: 20 }),
        now: fc.integer({ min: 0, max: 40 }),
      }),
      ({ before, after, gap, pause, changeover, now }) => {
        const paused = { from: 660 + pause.at, to: 660 + pause.at + pause.length }
        const hours = [
          { from: 600, to: paused.from },
          { from: paused.to, to: 760 },
        ]
        const plan = planOf(pause.length === 0 ? [{ from: 600, to: 760 }] : hours, changeover, [
          session(before, 600, 60),
          session(after, 660 + gap, 60),
        ])
        const works = (begin: number) => (minute: number) =>
          minute >= begin && !(paused.from <= minute && minute < paused.to)
        const bounds = { from: 660, to: 660 + gap, before, after }
        const inGap = (free: readonly Interval[]) =>
          total(free.map(({ from, to }) => ({ from: Math.max(660, from), to: Math.min(660 + gap, to) })))
        const most = mostBetween(bounds, works(0), changeover)
        if (before !== null && after !== null && before !== after) expect(inGap(freeOf(plan))).toBe(most)
        expect(inGap(freeOf(plan))).toBeGreaterThanOrEqual(most)
        const begun = MORNING + 660 + now
        expect(inGap(freeOf(plan, begun))).toBeGreaterThanOrEqual(
          mostBetween(bounds, works(660 + now), changeover),
        )
      },
    ),
    { numRuns: times(150, 2000) },
  )
})
