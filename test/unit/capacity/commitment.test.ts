import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../shared/capacity/availability.ts'
import { committedFor, committedIn, monthFrom } from '../../../shared/capacity/commitment.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Commitment, Engagement, Terms } from '../../../shared/plan/engagement.ts'
import { aClient, anEngagement, anEntry, aPattern, aPlan, aSession } from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

const calendar = workingCalendar(aPlan(), noHolidays)

function promising(
  commitment: Commitment | null,
  given: Partial<Engagement> & { pays?: Terms } = {},
): Engagement {
  return anEngagement({ commitments: [{ from: '2026-01-01', commitment }], ...given })
}

const sixteen: Commitment = { kind: 'hoursPerWeek', minutes: 960 }
const retainer = (period: 'week' | 'month', resetDay = 1): Terms => ({
  kind: 'retainer',
  period,
  minutes: 1200,
  price: 100_000,
  overageRate: 15_000,
  overage: 'billed',
  rollover: { kind: 'none' },
  resetDay,
})

describe('the minutes promised for a week', () => {
  test.each<[string, Engagement, number | null]>([
    ['hours a week are themselves', promising(sixteen), 960],
    ['days a week are the pattern’s mean day', promising({ kind: 'daysPerWeek', halfDays: 5 }), 1080],
    [
      'days a week at a daily rate are as long as the rate says',
      promising(
        { kind: 'daysPerWeek', halfDays: 5 },
        { pays: { kind: 'daily', rate: 1, minutesPerDay: 420, halfDays: true } },
      ),
      1050,
    ],
    // November 2026 has 21 working days, of which the week holds five.
    ['hours a month are shared by working days', promising({ kind: 'hoursPerMonth', minutes: 2100 }), 500],
    ['a retainer without a commitment promises its hours', promising(null, { pays: retainer('week') }), 1200],
    ['nothing promised is null', promising(null), null],
    ['no commitment at all is null', anEngagement(), null],
    ['an engagement from Wednesday promises three fifths', promising(sixteen, { start: '2026-11-25' }), 576],
    ['an engagement until Tuesday promises two fifths', promising(sixteen, { end: '2026-11-24' }), 384],
    ['an engagement that begins later promises nothing', promising(sixteen, { start: '2026-12-01' }), null],
    ['a prospect promises nothing yet', promising(sixteen, { status: 'prospect', probability: 60 }), null],
    ['a paused engagement promises nothing', promising(sixteen, { status: 'paused' }), null],
    [
      'a closed engagement promises until its end',
      promising(sixteen, { status: 'closed', end: '2026-11-24' }),
      384,
    ],
    [
      'a commitment that changes in the week counts each day as it holds',
      anEngagement({
        commitments: [
          { from: '2026-01-01', commitment: sixteen },
          { from: '2026-11-26', commitment: { kind: 'hoursPerWeek', minutes: 480 } },
        ],
      }),
      768,
    ],
    [
      'an engagement that ends before it starts promises nothing',
      promising(sixteen, { start: '2026-12-01', end: '2026-11-01' }),
      null,
    ],
  ])('%s', (_rule, engagement, minutes) => {
    expect(committedIn(engagement, '2026-11-23', '2026-11-29', calendar)).toBe(minutes)
  })

  test('counts calendar days where the pattern has no working day', () => {
    const idle = workingCalendar(
      aPlan({ patterns: [aPattern({ week: [[], [], [], [], [], [], []] })] }),
      noHolidays,
    )
    expect(
      committedIn(
        promising({ kind: 'hoursPerWeek', minutes: 700 }, { start: '2026-11-25' }),
        '2026-11-23',
        '2026-11-29',
        idle,
      ),
    ).toBe(500)
  })
})

describe('a month', () => {
  test.each([
    ['2026-11-23', 1, '2026-11-01', '2026-11-30'],
    ['2026-11-14', 15, '2026-10-15', '2026-11-14'],
    ['2026-11-15', 15, '2026-11-15', '2026-12-14'],
    ['2026-02-27', 31, '2026-01-31', '2026-02-27'],
    ['2026-02-28', 31, '2026-02-28', '2026-03-30'],
  ])('that holds %s and begins on day %d goes from %s to %s', (day, reset, from, to) => {
    expect(monthFrom(day, reset)).toEqual({ from, to })
  })

  test('is prorated where the engagement begins inside it', () => {
    const period = { kind: 'month' as const, from: '2026-11-01', to: '2026-11-30' }
    const from23 = promising({ kind: 'hoursPerMonth', minutes: 2100 }, { start: '2026-11-23' })
    expect(committedFor(from23, period, calendar)).toBe(600)
  })
})

describe('what counts against a promise', () => {
  const clients = [aClient()]
  const engagements = [promising(sixteen)]

  test('is logged time, and planned time that no entry confirms', () => {
    const plan = aPlan({
      clients,
      engagements,
      sessions: [
        aSession({ id: 'done', minutes: 120 }),
        aSession({ id: 'todo', start: '2026-11-24T09:00', minutes: 180 }),
      ],
      entries: [
        anEntry({ id: 'a', minutes: 150, session: { sessionId: 'done', original: null } }),
        anEntry({ id: 'b', minutes: 30, start: null }),
      ],
    })
    const [row] = week(plan, MONDAY, at('2026-11-24T00:00')).rows
    expect([row?.planned, row?.worked, row?.counted, row?.status]).toEqual([
      300,
      180,
      360,
      { kind: 'short', minutes: 600 },
    ])
  })

  test('leaves out engagements of the client that promise nothing', () => {
    const plan = aPlan({
      clients,
      engagements: [...engagements, anEngagement({ id: 'extra', order: 2 })],
      sessions: [aSession({ minutes: 960 }), aSession({ id: 's2', engagementId: 'extra', minutes: 60 })],
    })
    const [row] = week(plan, MONDAY, at('2026-11-23T00:00')).rows
    expect([row?.planned, row?.counted, row?.status]).toEqual([1020, 960, { kind: 'met' }])
  })

  test('is held against the month of a monthly retainer from its reset day', () => {
    const plan = aPlan({
      clients,
      engagements: [anEngagement({ pays: retainer('month', 15) })],
      sessions: [
        aSession({ id: 'before', start: '2026-11-13T09:00', minutes: 600 }),
        aSession({ id: 'first', start: '2026-11-16T09:00', minutes: 700 }),
        aSession({ id: 'last', start: '2026-12-14T09:00', minutes: 620 }),
      ],
    })
    const flags = week(plan, MONDAY, at('2026-11-23T00:00')).flags.filter(
      ({ code }) => code === 'client-over',
    )
    expect(flags.map(({ key, short, facts }) => ({ key, short, facts }))).toEqual([
      {
        key: 'client-over:northwind:month:2026-11-15',
        short: 120,
        facts: {
          client: 'Northwind',
          period: { kind: 'month', from: '2026-11-15', to: '2026-12-14' },
          planned: 1320,
          committed: 1200,
          overage: { rate: 15_000, currency: 'EUR', carried: false },
        },
      },
    ])
  })
})
