import { expect, test } from 'vitest'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import type { Id } from '../../../shared/plan/fields.ts'
import { emptyYear, type Plan } from '../../../shared/plan/plan.ts'
import { newSession, type Session } from '../../../shared/plan/session.ts'
import { planLine } from '../../../shared/quickAdd/planLine.ts'
import { readLine } from '../../../shared/quickAdd/readLine.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { aSession } from '../../support/builders.ts'
import { plan as base, context } from './readings.ts'

/** Tuesday 9–10 and 10:30–13 are taken; work is Monday to Thursday 9–13 and 14–18, Friday 9–13. It is Tuesday 09:30. */
const taken = [
  aSession({ id: 'a', engagementId: 'lumen-board', start: '2026-11-24T09:00', minutes: 60 }),
  aSession({ id: 'b', engagementId: 'lumen-board', start: '2026-11-24T10:30', minutes: 150 }),
]
const plan: Plan = {
  ...base,
  years: {
    '2026': { ...emptyYear, sessions: Object.fromEntries(taken.map((one) => [one.id, one])) },
  },
}

function planned(line: string, chosen?: Id, off: string | null = null) {
  const reading = readLine(line, { ...context, plan })
  let count = 0
  return planLine(reading, {
    plan,
    context: {
      holidays: off === null ? noHolidays : (day) => (day === off ? 'Holiday' : null),
      now: toEpochMinute(context.now, 'Europe/Berlin'),
    },
    engagementId: chosen ?? (reading.forWhom.kind === 'named' ? reading.forWhom.id : null),
    usualTitle: 'Usual',
    newId: () => `new-${++count}`,
  })
}

function starts(line: string, off: string | null = null): readonly string[] {
  const result = planned(line, undefined, off)
  return result.ok ? result.sessions.map(({ start }) => start) : [result.problem.code]
}

test('a whole line becomes the session it says', () => {
  expect(planned('lumen board call thu 10:30 45m tentative #risk')).toEqual({
    ok: true,
    sessions: [
      newSession({
        id: 'new-1',
        engagementId: 'lumen-board',
        title: 'Board call',
        kind: 'meeting',
        start: '2026-11-26T10:30',
        minutes: 45,
        zone: 'Europe/Berlin',
        status: 'tentative',
        areaId: 'risk',
      }),
    ],
  })
})

test.each([
  ['the next free working time', 'lumen review 30m', ['2026-11-24T10:00']],
  ['a gap that is long enough', 'lumen review', ['2026-11-24T14:00']],
  ['the next day where this one has no room', 'lumen review 5h', ['2026-11-24T18:00']],
  ['the first free time of a day that is named', 'lumen review wed', ['2026-11-25T09:00']],
  ['the end of a named day that is full', 'lumen review tue 4h30', ['2026-11-24T18:00']],
  ['nine o’clock on a day without working time', 'lumen review sat', ['2026-11-28T09:00']],
  ['the first free time of a week that is named', 'lumen review next week', ['2026-11-30T09:00']],
  ['the first working day at a time that is named', 'lumen review next week 11:00', ['2026-11-30T11:00']],
  ['today at a time to come', 'lumen review 11:00', ['2026-11-24T11:00']],
  ['the next working day at a time that is over', 'lumen review 9:00', ['2026-11-25T09:00']],
])('what is left open takes its usual value: %s', (_name, line, expected) => {
  expect(starts(line)).toEqual(expected)
})

test('daily in a week is each of its working days, without holidays', () => {
  expect(starts('lumen focus 2h daily next week', '2026-12-02')).toEqual([
    '2026-11-30T09:00',
    '2026-12-01T09:00',
    '2026-12-03T09:00',
    '2026-12-04T09:00',
  ])
})

test('a free start is told on the clocks of the zone that is named', () => {
  const result = planned('lumen call wed America/New_York')
  expect(result.ok && result.sessions.map(({ start, zone }) => [start, zone])).toEqual([
    ['2026-11-25T03:00', 'America/New_York'],
  ])
})

const facts = ({ engagementId, title, kind, status, billable, deliverableId }: Session) => ({
  ...{ engagementId, title, kind, status, billable, deliverableId },
})
test.each([
  [
    'orbit 1h',
    undefined,
    {
      engagementId: 'orbit-lead',
      title: 'Usual',
      kind: 'focus',
      status: 'tentative',
      billable: false,
      deliverableId: null,
    },
  ],
  [
    'orbit confirmed billable 1h',
    undefined,
    {
      engagementId: 'orbit-lead',
      title: 'Usual',
      kind: 'focus',
      status: 'confirmed',
      billable: true,
      deliverableId: null,
    },
  ],
  [
    'own invoices 1h',
    undefined,
    {
      engagementId: null,
      title: 'Invoices',
      kind: 'admin',
      status: 'confirmed',
      billable: false,
      deliverableId: null,
    },
  ],
  [
    'acme pen test',
    undefined,
    {
      engagementId: 'acme-audit',
      title: 'Pen test',
      kind: 'focus',
      status: 'confirmed',
      billable: true,
      deliverableId: 'pen-test',
    },
  ],
  [
    'globex plan',
    'globex-2',
    {
      engagementId: 'globex-2',
      title: 'Plan',
      kind: 'focus',
      status: 'confirmed',
      billable: true,
      deliverableId: null,
    },
  ],
] as const)('%s', (line, chosen, expected) => {
  const result = planned(line, chosen)
  expect(result.ok && result.sessions.map(facts)).toEqual([expected])
})

test('a repetition is one session with its rule, from its first day', () => {
  const result = planned('orbit call every thu 16:00 new york 1h from 3 dec until 31 jan')
  expect(
    result.ok && result.sessions.map(({ start, zone, recurrence }) => [start, zone, recurrence?.rule]),
  ).toEqual([['2026-12-03T16:00', 'America/New_York', 'FREQ=WEEKLY;UNTIL=20270131;BYDAY=TH']])
})

test.each([
  ['', 'nothing'],
  ['lumen 31 feb', 'no-such-day'],
  ['lumen from 2026-01-01 until 2026-12-31', 'too-many-days'],
  ['idle call', 'no-engagement'],
  ['lumen 200h', 'too-long'],
])('“%s” plans nothing and says why: %s', (line, code) => {
  expect(planned(line)).toMatchObject({ ok: false, problem: { code } })
})
