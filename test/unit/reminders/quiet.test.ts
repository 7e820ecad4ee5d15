import { describe, expect, it } from 'vitest'
import { holidaysFrom } from '../../../shared/capacity/holidays.ts'
import type { TimeOff } from '../../../shared/plan/availability.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { newReminders, type OwnLead, type ReminderSettings } from '../../../shared/plan/reminding.ts'
import { decide, type LookContext } from '../../../shared/reminders/decide.ts'
import { emptyLedger, type Ledger } from '../../../shared/reminders/ledger.ts'
import { disturbsUntil } from '../../../shared/reminders/quiet.ts'
import { aClient, anAgreement, anEngagement, aPlan, aSession } from '../../support/builders.ts'

/** Minutes of a wall clock in Berlin, in winter. Work is Monday to Thursday 9–13 and 14–18, Friday 9–13. */
const at = (wall: string) => Date.parse(`${wall}:00+01:00`) / 60_000

interface Case {
  readonly reminders?: Partial<ReminderSettings>
  readonly sessions?: readonly {
    readonly start: string
    readonly lead?: OwnLead
    readonly minutes?: number
  }[]
  readonly timeOff?: readonly {
    readonly from: string
    readonly to: string
    readonly part?: [number, number]
  }[]
  readonly holidays?: Readonly<Record<string, string>>
  readonly agreementEnds?: string
}

function planOf({ reminders, sessions = [], timeOff = [], agreementEnds }: Case): Plan {
  const plan = aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    agreements: agreementEnds === undefined ? [] : [anAgreement({ id: 'sow', end: agreementEnds })],
    settings: { reminders: { ...newReminders, dayEnd: false, planning: null, ...reminders } },
    sessions: sessions.map(({ start, lead = 'usual', minutes = 60 }) =>
      aSession({ id: start.slice(5), kind: 'meeting', start, minutes, lead }),
    ),
  })
  const off = timeOff.map(({ from, to, part }, i): [string, TimeOff] => [
    `off-${i}`,
    {
      id: `off-${i}`,
      title: 'Away',
      from,
      to,
      part: part === undefined ? null : { from: part[0], to: part[1] },
      source: null,
    },
  ])
  return { ...plan, practice: { ...plan.practice, timeOff: Object.fromEntries(off) } }
}

/** Outcome and reason of all that each look has news about, and what is shown and digested. */
function looks(given: Case, times: readonly string[]) {
  const plan = planOf(given)
  const context: LookContext = {
    holidays: holidaysFrom(given.holidays ?? {}),
    first: false,
    awaited: new Set(),
  }
  let ledger: Ledger = { ...emptyLedger, checkedTo: at(times[0] ?? '') - 1 }
  return times.map((time) => {
    const decision = decide(plan, ledger, at(time), context)
    ledger = decision.ledger
    return [time, decision.told.map(({ fate }) => `${fate.outcome}: ${fate.why}`).join(', ')]
  })
}

const expectLooks = (given: Case, expected: readonly (readonly [string, string])[]) =>
  expect(
    looks(
      given,
      expected.map(([time]) => time),
    ),
  ).toEqual(expected)

describe('"do not disturb"', () => {
  const quietHours = { from: 20 * 60, to: 7 * 60 }

  it('holds everything; at its end what is of use is shown, what is over is told as passed', () => {
    const sessions = [
      { start: '2026-11-23T21:00', lead: 5 },
      { start: '2026-11-24T06:30' },
      { start: '2026-11-24T07:05' },
    ]
    expectLooks({ reminders: { quietHours }, sessions }, [
      ['2026-11-23T20:54', ''],
      ['2026-11-23T20:55', 'held: do-not-disturb'],
      ['2026-11-24T06:20', 'held: do-not-disturb'],
      ['2026-11-24T06:55', 'held: do-not-disturb'],
      ['2026-11-24T06:59', ''],
      ['2026-11-24T07:00', 'missed: after-quiet, shown: after-quiet, shown: after-quiet'],
      ['2026-11-24T07:01', ''],
    ])
  })

  it('ends at once where it is switched off', () => {
    const plan = planOf({ reminders: { quietHours }, sessions: [{ start: '2026-11-23T21:00' }] })
    const ledger = { ...emptyLedger, checkedTo: at('2026-11-23T20:49') }
    const held = decide(plan, ledger, at('2026-11-23T20:50'))
    expect([held.show, Object.keys(held.ledger.held)]).toEqual([[], ['11-23T21:00|10']])
    const off = planOf({ sessions: [{ start: '2026-11-23T21:00' }] })
    const shown = decide(off, held.ledger, at('2026-11-23T20:52'))
    expect(shown.show.map(({ key }) => key)).toEqual(['11-23T21:00|10'])
    expect(decide(off, shown.ledger, at('2026-11-23T20:53')).show).toEqual([])
  })

  const table: readonly (readonly [string, { from: number; to: number }, string, string | null])[] = [
    ['within a day', { from: 720, to: 780 }, '2026-11-24T11:30:00Z', '2026-11-24T12:00:00.000Z'],
    [
      'its first minute belongs to it',
      { from: 720, to: 780 },
      '2026-11-24T11:00:00Z',
      '2026-11-24T12:00:00.000Z',
    ],
    ['its last does not', { from: 720, to: 780 }, '2026-11-24T12:00:00Z', null],
    [
      'over midnight, in the evening',
      { from: 1320, to: 420 },
      '2026-11-24T21:00:00Z',
      '2026-11-25T06:00:00.000Z',
    ],
    [
      'over midnight, in the morning',
      { from: 1320, to: 420 },
      '2026-11-25T05:59:00Z',
      '2026-11-25T06:00:00.000Z',
    ],
    ['over midnight, by day', { from: 1320, to: 420 }, '2026-11-24T12:00:00Z', null],
    ['through the short night', { from: 1320, to: 420 }, '2026-03-28T21:00:00Z', '2026-03-29T05:00:00.000Z'],
    [
      'until an hour that is skipped',
      { from: 1320, to: 150 },
      '2026-03-28T22:00:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
    ['through the long night', { from: 1320, to: 420 }, '2026-10-24T20:00:00Z', '2026-10-25T06:00:00.000Z'],
    [
      'until an hour that comes twice: the first',
      { from: 1320, to: 150 },
      '2026-10-24T23:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'and once more where it comes again',
      { from: 1320, to: 150 },
      '2026-10-25T01:10:00Z',
      '2026-10-25T01:11:00.000Z',
    ],
  ]
  for (const [name, hours, now, ends] of table)
    it(`${name}: ${now}`, () => {
      const until = disturbsUntil(planOf({ reminders: { quietHours: hours } }), Date.parse(now) / 60_000)
      expect(until === null ? null : new Date(until * 60_000).toISOString()).toBe(ends)
    })
})

describe('while nobody works', () => {
  const off = [{ from: '2026-11-24', to: '2026-11-25' }]

  it('sessions in time off are held, and told as passed when work begins again', () => {
    expectLooks({ sessions: [{ start: '2026-11-25T15:00' }], timeOff: off }, [
      ['2026-11-25T14:50', 'held: day-off'],
      ['2026-11-25T16:30', ''],
      ['2026-11-26T00:00', ''],
      ['2026-11-26T08:59', ''],
      ['2026-11-26T09:00', 'missed: after-quiet'],
      ['2026-11-26T09:01', ''],
    ])
  })

  it('a session with a lead of its own was meant: it comes', () => {
    expectLooks({ sessions: [{ start: '2026-11-25T15:00', lead: 10 }], timeOff: off }, [
      ['2026-11-25T14:50', 'shown: in-time'],
    ])
  })

  it('the first session after a day off comes at its time, though that lies outside working hours', () => {
    expectLooks({ sessions: [{ start: '2026-11-26T09:00' }], timeOff: off }, [
      ['2026-11-26T08:50', 'shown: in-time'],
    ])
  })

  it('a holiday is a day off, unless it is worked', () => {
    const holidays = { '2026-11-25': 'Repentance Day' }
    const given = { sessions: [{ start: '2026-11-25T15:00' }], holidays }
    expectLooks(given, [['2026-11-25T14:50', 'held: day-off']])
    const plan = planOf(given)
    const settings = { ...plan.practice.settings, workedHolidays: ['2026-11-25'] }
    const worked = { ...plan, practice: { ...plan.practice, settings } }
    const ledger = { ...emptyLedger, checkedTo: at('2026-11-25T14:49') }
    const context = { holidays: holidaysFrom(holidays), first: false, awaited: new Set<string>() }
    expect(decide(worked, ledger, at('2026-11-25T14:50'), context).show).toHaveLength(1)
  })

  it('a part of a day that is off holds what lies in it, not what reaches out of it', () => {
    const timeOff = [{ from: '2026-11-24', to: '2026-11-24', part: [720, 840] as [number, number] }]
    expectLooks({ sessions: [{ start: '2026-11-24T12:30' }, { start: '2026-11-24T13:30' }], timeOff }, [
      ['2026-11-24T12:20', 'held: day-off'],
      ['2026-11-24T13:20', 'shown: in-time'],
      ['2026-11-24T14:00', 'missed: after-quiet'],
    ])
  })

  const evening = [
    { start: '2026-11-24T19:00' },
    { start: '2026-11-28T10:00' },
    { start: '2026-11-24T16:30' },
  ]

  it('sessions of evenings and weekends come, as they were planned there', () => {
    expectLooks({ sessions: evening }, [
      ['2026-11-24T16:20', 'shown: in-time'],
      ['2026-11-24T18:50', 'shown: in-time'],
      ['2026-11-28T09:50', 'shown: in-time'],
    ])
  })

  it('and wait for work where the planner wants quiet outside working hours; what touches them comes', () => {
    expectLooks({ sessions: evening, reminders: { quietTime: 'off-hours' } }, [
      ['2026-11-24T16:20', 'shown: in-time'],
      ['2026-11-24T18:50', 'held: off-hours'],
      ['2026-11-25T09:00', 'missed: after-quiet'],
      ['2026-11-28T09:50', 'held: off-hours'],
      ['2026-11-30T09:00', 'missed: after-quiet'],
    ])
  })

  it('never quiet is never quiet', () => {
    const reminders = { quietTime: 'never' } as const
    expectLooks({ sessions: [{ start: '2026-11-25T15:00' }], timeOff: off, reminders }, [
      ['2026-11-25T14:50', 'shown: in-time'],
    ])
  })

  it('a date waits over the weekend, unless its day would be over by then', () => {
    // Thirty days before 28 December is a Saturday.
    expectLooks({ agreementEnds: '2026-12-28' }, [
      ['2026-11-28T09:00', 'held: day-off'],
      ['2026-11-29T12:00', ''],
      ['2026-11-30T08:59', ''],
      ['2026-11-30T09:00', 'shown: after-quiet'],
      ['2026-11-30T09:01', ''],
    ])
    const away = [{ from: '2026-11-24', to: '2026-12-31' }]
    expectLooks({ agreementEnds: '2026-12-28', timeOff: away }, [['2026-11-28T09:00', 'shown: in-time']])
  })

  it('without any working hours nothing waits for them', () => {
    const plan = aPlan({
      patterns: [],
      clients: [aClient()],
      agreements: [anAgreement({ id: 'sow', end: '2026-12-28' })],
    })
    const ledger = { ...emptyLedger, checkedTo: at('2026-11-28T08:59') }
    expect(decide(plan, ledger, at('2026-11-28T09:00')).days.map(({ key }) => key)).toEqual([
      'agreement|sow|end|2026-12-28|30',
    ])
  })
})
